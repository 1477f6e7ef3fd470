"use strict";
// Makes the page's filters, tabs, cards and drop zone work. Without it the page shows all of its findings in a row, and its links
// lead from text to findings and back. The script makes no markup of texts: it copies elements that are there already.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const numbers = (list) => (list ? list.split(" ") : []);

  // The form: a dropped file goes into the file field, so that its bytes arrive as they are.
  const form = byId("form");
  if (form) {
    const hasFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) document.body.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      document.body.classList.remove("dropping");
      if (!hasFiles(event)) return;
      event.preventDefault();
      byId("file").files = event.dataTransfer.files;
      form.requestSubmit();
    });
    byId("file").addEventListener("change", () => form.requestSubmit());
    byId("text").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
  }

  const article = byId("article");
  if (!article) return;

  // Tabs, as the ARIA Authoring Practices have them: arrows, Home and End move; only the chosen tab is in the Tab order.
  const tabs = all("[role=tab]");
  const select = (tab) => {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", chosen);
      other.tabIndex = chosen ? 0 : -1;
      byId(other.getAttribute("aria-controls")).hidden = !chosen;
    }
  };
  for (const tab of tabs) {
    const panel = byId(tab.getAttribute("aria-controls"));
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => select(tab));
  }
  byId("tabs").addEventListener("keydown", (event) => {
    const here = tabs.indexOf(document.activeElement);
    const there = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (there === undefined) return;
    event.preventDefault();
    const tab = tabs[(there + tabs.length) % tabs.length];
    select(tab);
    tab.focus();
  });
  byId("tabs").hidden = false;
  select(tabs[0]);

  // Links within the page open the tab of what they lead to and move the focus there.
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    const target = link && byId(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    const panel = target.closest(".panel");
    if (panel) select(tabs.find((tab) => tab.getAttribute("aria-controls") === panel.id));
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  });

  // Filters: one speaker or everyone, and any set of kinds.
  let speaker = "";
  const speakers = all("button[data-speaker]");
  const kinds = all("input[name=kind]");
  const speakerOf = new Map(all("li[data-quote]").map((entry) => [entry.dataset.quote, entry.dataset.of]));
  const shown = (quote) => speaker === "" || speakerOf.get(quote) === speaker;
  const filter = () => {
    const chosen = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    for (const button of speakers) button.setAttribute("aria-pressed", button.dataset.speaker === speaker);
    for (const element of all("[data-of]")) element.hidden = speaker !== "" && element.dataset.of !== speaker;
    for (const part of all("[data-in]", article)) part.classList.toggle("off", !numbers(part.dataset.in).some(shown));
    for (const part of all("[data-kind]", article)) part.classList.toggle("plain", !chosen.has(part.dataset.kind));
    for (const group of all("[data-kind-of]")) group.hidden = !chosen.has(group.dataset.kindOf);
  };
  const announce = () => {
    const entries = all("li[data-quote]");
    const visible = entries.filter((entry) => !entry.hidden).length;
    const name = speaker === "" ? "everyone" : speakers.find((b) => b.dataset.speaker === speaker).querySelector(".name").textContent;
    byId("status").textContent = `${visible} of ${entries.length} quotations shown: ${name}. ` +
      `${kinds.filter((box) => box.checked).length} of ${kinds.length} kinds underlined.`;
  };
  for (const button of speakers) {
    button.addEventListener("click", () => {
      speaker = button.dataset.speaker === speaker ? "" : button.dataset.speaker;
      filter();
      announce();
    });
  }
  for (const box of kinds) box.addEventListener("change", () => { filter(); announce(); });
  byId("filters").hidden = false;
  filter();

  // The card of a quotation or a thing, beside it while the pointer or the focus is there; Escape closes it. It repeats what the
  // findings say, which aria-describedby gives to screen readers.
  const tip = byId("tip");
  let leaving = 0;
  let anchor = null;
  const light = (quote, thing) => {
    for (const part of all(".lit, .said", article)) part.classList.remove("lit", "said");
    if (quote !== undefined) {
      const has = (list) => numbers(list).includes(quote);
      for (const part of all("[data-names], [data-cues]", article)) {
        part.classList.toggle("lit", has(part.dataset.names) || has(part.dataset.cues));
      }
      for (const part of all("[data-in]", article)) part.classList.toggle("said", has(part.dataset.in));
    } else if (thing !== undefined) {
      for (const part of all("[data-thing]", article)) part.classList.toggle("lit", part.dataset.thing === thing);
    }
  };
  const hide = () => {
    clearTimeout(leaving);
    tip.hidden = true;
    light();
  };
  const thingCard = (thing, kind) => {
    const entry = byId("thing-" + thing);
    if (!entry) return null;
    const copy = document.createElement("p");
    const name = entry.querySelector("bdi").cloneNode(true);
    const box = kinds.find((b) => b.value === kind).closest("label").querySelector(".entity").cloneNode(true);
    copy.append(name, " ", box);
    for (const detail of all(".norm, .mentions", entry)) copy.append(" · ", detail.cloneNode(true));
    return copy;
  };
  const show = (element) => {
    clearTimeout(leaving);
    const visible = numbers(element.dataset.in).filter(shown);
    const quote = element.dataset.quote ?? visible.at(-1);
    const thing = element.classList.contains("plain") ? undefined : element.dataset.thing;
    const parts = [];
    if (thing !== undefined) parts.push(thingCard(thing, element.dataset.kind));
    if (quote !== undefined) parts.push(...["about", "why"].map((of) => byId(`${of}-quote-${quote}`).cloneNode(true)));
    if (parts.length === 0) return hide();
    for (const part of parts) part.removeAttribute("id");
    tip.replaceChildren(...parts);
    light(quote, thing);
    tip.hidden = false;
    anchor = element;
    place();
  };
  // The card stands under all that it speaks of, so that it hides neither words nor cue nor speaker; else above; else at the line.
  const place = () => {
    const gap = 8;
    const { width, height } = tip.getBoundingClientRect();
    const line = anchor.getClientRects()[0];
    const rows = all(".lit, .said", article).filter((part) => !part.dataset.thing || part.dataset.in || part === anchor)
      .flatMap((part) => [...part.getClientRects()]);
    const bottom = Math.max(line.bottom, ...rows.map((row) => row.bottom)) + gap;
    const top = Math.min(line.top, ...rows.map((row) => row.top)) - gap - height;
    const places = [bottom, top, line.bottom + gap, line.top - gap - height];
    tip.style.top = (places.find((y) => y >= gap && y + height <= innerHeight) ?? gap) + "px";
    tip.style.left = Math.max(gap, Math.min(line.left, innerWidth - width - gap)) + "px";
  };
  const cardOf = "a[data-quote], [data-in], [data-thing]";
  const later = () => { clearTimeout(leaving); leaving = setTimeout(hide, 200); };
  article.addEventListener("pointerover", (event) => {
    const element = event.target.closest(cardOf);
    if (element) show(element); else later();
  });
  article.addEventListener("pointerleave", later);
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", later);
  article.addEventListener("focusin", (event) => {
    const element = event.target.closest(cardOf);
    if (element) show(element);
  });
  article.addEventListener("focusout", hide);
  for (const type of ["scroll", "resize"]) {
    addEventListener(type, () => { if (!tip.hidden) place(); }, { passive: true });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // In the findings, an entry lights up its place in the text.
  const findings = document.querySelector(".findings");
  const point = (event) => {
    const entry = event.target.closest("li[data-quote]");
    const link = event.target.closest("[data-thing-link]");
    light(entry?.dataset.quote, link?.dataset.thingLink);
  };
  for (const type of ["pointerover", "focusin"]) findings.addEventListener(type, point);
  for (const type of ["pointerleave", "focusout"]) findings.addEventListener(type, () => light());

  if (navigator.clipboard) {
    const copy = byId("copy");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(byId("json-text").textContent);
        copy.textContent = "Copied";
      } catch {
        copy.textContent = "The browser does not allow it";
      }
    });
  }
})();
