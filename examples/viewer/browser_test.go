package main

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

const summit = "../../testdata/articles/vertice.txt"

// open starts a headless Chromium on the server, with the file shown first where it is named. Any error or
// breach of the content security policy that the browser reports fails the test.
func open(t *testing.T, file string) context.Context {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI needs Chromium: .ci/run installs it")
		}
		t.Skip("no Chromium is installed: apt-get install chromium")
	}
	var first *article
	if file != "" {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		first, err = newArticle(t.Context(), string(text), filepath.Base(file))
		require.NoError(t, err)
	}
	server := httptest.NewServer(newHandler(first))
	t.Cleanup(server.Close)

	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.WindowSize(1440, 1000), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), flags...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	err = chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("the page's script fails: %v", e.ExceptionDetails)
		case *page.EventJavascriptDialogOpening:
			t.Errorf("a dialog opens: %s", e.Message)
		}
	})
	require.NoError(t, err)
	do(ctx, t, chromedp.Navigate(server.URL), execute(`window.breaches = [];
		document.addEventListener("securitypolicyviolation", (event) => breaches.push(event.violatedDirective))`))
	return ctx
}

func do(ctx context.Context, t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	require.NoError(t, chromedp.Do(ctx, actions...))
}

func execute(script string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](script)
}

// ask evaluates an expression of JavaScript in the page.
func ask[T any](ctx context.Context, t *testing.T, script string) T {
	t.Helper()
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	require.NoError(t, err)
	return answer
}

// visible returns the texts of the elements that can be seen.
func visible(ctx context.Context, t *testing.T, selector string) []string {
	t.Helper()
	return ask[[]string](ctx, t, `[...document.querySelectorAll("`+selector+`")].filter(e => e.checkVisibility()).map(e => e.textContent.trim())`)
}

func press(ctx context.Context, t *testing.T, key string, times int) {
	t.Helper()
	for range times {
		do(ctx, t, chromedp.KeyEvent(key))
	}
}

func focused(ctx context.Context, t *testing.T) string {
	t.Helper()
	return ask[string](ctx, t, `document.activeElement.id || document.activeElement.textContent.trim()`)
}

// screenshot keeps a picture where VIEWER_SCREENSHOTS names a folder, for people who change the style.
func screenshot(ctx context.Context, t *testing.T, name string) {
	folder := os.Getenv("VIEWER_SCREENSHOTS")
	if folder == "" {
		return
	}
	do(ctx, t, chromedp.Sleep(100*time.Millisecond))
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644))
}

func TestThePrinciplesAppear(t *testing.T) {
	ctx := open(t, summit)
	require.Empty(t, visible(ctx, t, ".principle"), "they are on a tab")
	do(ctx, t, chromedp.Click(chromedp.CSS("#tab-lists")))
	require.Equal(t, []string{"mutual-respect", "non-interference", "equality", "peaceful-settlement", "mutual-benefit"},
		visible(ctx, t, "#list-0 .principle"))
	require.Equal(t, []string{"RK Rustam Karimbekov"}, visible(ctx, t, "#list-0 .who"))
	screenshot(ctx, t, "declared")
}

func TestClickingASpeakerFilters(t *testing.T) {
	ctx := open(t, summit)
	everyone := visible(ctx, t, "#quotes blockquote")
	do(ctx, t, chromedp.Click(`//button[contains(., "Sherzod Alimov")]`))
	require.Equal(t, []string{"le critiche", "ogni progetto sarà esaminato da una commissione indipendente", "«Pubblicheremo tutti i dati»"},
		visible(ctx, t, "#quotes blockquote"))
	require.Len(t, visible(ctx, t, "#article a.marker"), 3)
	require.Regexp(t, `^3 of \d+ quotations shown: Sherzod Alimov`, visible(ctx, t, "#status")[0])
	require.Equal(t, "rgba(0, 0, 0, 0)", ask[string](ctx, t, `getComputedStyle(document.querySelector("#article [data-in='0']")).backgroundColor`),
		"what others say is no longer marked")
	screenshot(ctx, t, "speaker")
	do(ctx, t, chromedp.Click(`//button[contains(., "Everyone")]`))
	require.Equal(t, everyone, visible(ctx, t, "#quotes blockquote"))
}

func TestClickingAKindHidesIt(t *testing.T) {
	ctx := open(t, summit)
	line := func(kind string) string {
		return ask[string](ctx, t, `getComputedStyle(document.querySelector("#article .`+kind+`")).textDecorationLine`)
	}
	require.Equal(t, "underline", line("LOC"))
	do(ctx, t, chromedp.Click(chromedp.CSS(`input[value=LOC]`)), chromedp.Click(chromedp.CSS("#tab-things")))
	require.Equal(t, "none", line("LOC"))
	require.Equal(t, "underline", line("PER"))
	require.NotContains(t, visible(ctx, t, "#things h3"), "Places")
	require.Contains(t, visible(ctx, t, "#things h3"), "People")
	screenshot(ctx, t, "named")
}

func TestPointingAtAQuotationShowsItsCard(t *testing.T) {
	ctx := open(t, summit)
	require.Empty(t, visible(ctx, t, "#tip"))
	do(ctx, t, execute(`document.querySelector("[data-in='1']").dispatchEvent(new PointerEvent("pointerover", {bubbles: true}))`))
	card := visible(ctx, t, "#tip")[0]
	for _, part := range []string{"Rustam Karimbekov", "in the text “presidente”", "ha detto", "assert", "«…», ha detto X"} {
		require.Contains(t, card, part)
	}
	require.Equal(t, []string{"ha detto", "presidente"}, visible(ctx, t, "#article .lit"), "its cue and its speaker")
	screenshot(ctx, t, "card")
	press(ctx, t, kb.Escape, 1)
	require.Empty(t, visible(ctx, t, "#tip"))
}

func TestTheKeyboardIsEnough(t *testing.T) {
	ctx := open(t, summit)
	press(ctx, t, kb.Tab, 3) // the summary of the form, Everyone, the first speaker
	require.Contains(t, focused(ctx, t), "Rustam Karimbekov")
	require.NotEqual(t, "none", ask[string](ctx, t, `getComputedStyle(document.activeElement).outlineStyle`), "the focus is seen")
	press(ctx, t, kb.Enter, 1)
	require.Len(t, visible(ctx, t, "#quotes blockquote"), 3)
	press(ctx, t, kb.Enter, 1)

	// From a marker in the text to its entry, and back.
	do(ctx, t, chromedp.Focus(chromedp.CSS("input[value=CARDINAL]")))
	press(ctx, t, kb.Tab, 1)
	require.Equal(t, "text-quote-0", focused(ctx, t))
	require.Contains(t, visible(ctx, t, "#tip")[0], "ha annunciato")
	screenshot(ctx, t, "focus")
	press(ctx, t, kb.Enter, 1)
	require.Equal(t, "quote-0", focused(ctx, t))
	press(ctx, t, kb.Tab, 1)
	press(ctx, t, kb.Enter, 1)
	require.Equal(t, "text-quote-0", focused(ctx, t))

	// The tabs.
	do(ctx, t, chromedp.Focus(chromedp.CSS("#tab-quotes")))
	press(ctx, t, kb.ArrowRight, 1)
	require.Equal(t, "tab-lists", focused(ctx, t))
	require.NotEmpty(t, visible(ctx, t, ".principle"))
	press(ctx, t, kb.End, 1)
	require.Equal(t, "tab-json", focused(ctx, t))
	require.True(t, ask[bool](ctx, t, `Array.isArray(JSON.parse(document.querySelector("#json-text").textContent).quotes)`))
	screenshot(ctx, t, "json")
}

// A list in the text leads to its card, which is on another tab.
func TestALinkOpensTheTabOfItsTarget(t *testing.T) {
	ctx := open(t, summit)
	do(ctx, t, chromedp.Click(chromedp.CSS("#text-list-0")))
	require.Equal(t, "list-0", focused(ctx, t))
	require.NotEmpty(t, visible(ctx, t, ".principle"))
}

func TestAHostileTextStaysText(t *testing.T) {
	ctx := open(t, "")
	home := ask[string](ctx, t, `location.href`)
	for name, text := range hostile {
		if strings.TrimSpace(text) == "" || !utf8.ValidString(text) {
			continue // can't be pasted
		}
		pasted, err := json.Marshal(text)
		require.NoError(t, err)
		do(ctx, t, chromedp.Navigate(home), execute(`document.querySelector("#text").value = `+string(pasted)),
			chromedp.Click(chromedp.CSS("button.primary")), chromedp.WaitVisible(chromedp.CSS("#article")))
		require.Regexp(t, ` – Detto$`, ask[string](ctx, t, `document.title`), name)
		require.Equal(t, []int{1, 1, 1, 0}, ask[[]int](ctx, t, `["script", "form", "article", "img"].map(e => document.querySelectorAll(e).length)`), name)
		require.False(t, ask[bool](ctx, t, `/[\u202a-\u202e\u2066-\u2069\u0000]/.test(document.documentElement.textContent)`), name)
		screenshot(ctx, t, "hostile "+name)
	}
}

// The page's policy holds even where escaping would fail: a script put into the page does not run.
func TestThePolicyStopsForeignScripts(t *testing.T) {
	ctx := open(t, summit)
	do(ctx, t, execute(`const script = document.createElement("script"); script.textContent = "window.ran = true";
		document.body.append(script); document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'>")`),
		chromedp.Sleep(200*time.Millisecond))
	require.False(t, ask[bool](ctx, t, `window.ran === true`))
	require.NotEmpty(t, ask[[]string](ctx, t, `window.breaches`))
}

func TestAFileIsSentWhenItIsChosen(t *testing.T) {
	ctx := open(t, "")
	screenshot(ctx, t, "form")
	path, err := filepath.Abs(summit)
	require.NoError(t, err)
	do(ctx, t, chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{path}), chromedp.WaitVisible(chromedp.CSS("#article")))
	require.Equal(t, "vertice.txt – Detto", ask[string](ctx, t, `document.title`))
}

func TestADroppedFileIsSent(t *testing.T) {
	ctx := open(t, "")
	do(ctx, t, execute(`const carried = new DataTransfer();
		carried.items.add(new File(["«Non ci fermeremo», ha detto Paolo Ferri."], "piazza.txt", {type: "text/plain"}));
		document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}))`),
		chromedp.WaitVisible(chromedp.CSS("#article")))
	require.Equal(t, "piazza.txt – Detto", ask[string](ctx, t, `document.title`))
	require.Equal(t, []string{"«Non ci fermeremo»"}, visible(ctx, t, "#quotes blockquote"))
}

// Text on its ground has the contrast that WCAG asks for (4.5 to 1), in light and dark, within quotations too.
func TestContrast(t *testing.T) {
	ctx := open(t, summit)
	for _, scheme := range []string{"light", "dark"} {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		require.NoError(t, err)
		require.Empty(t, ask[[]string](ctx, t, faint), scheme)
		screenshot(ctx, t, scheme)
	}
	do(ctx, t, chromedp.EmulateViewport(390, 844))
	require.LessOrEqual(t, ask[int](ctx, t, `document.documentElement.scrollWidth`), 390, "a telephone shows it without scrolling sideways")
	screenshot(ctx, t, "narrow")
}

// faint lists the elements with text whose colour is too near to that of their ground.
const faint = `(() => {
	const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
	const pixel = (color) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = color;
		canvas.fillRect(0, 0, 1, 1);
		return [...canvas.getImageData(0, 0, 1, 1).data];
	};
	const luminance = ([r, g, b]) => [[r, .2126], [g, .7152], [b, .0722]].reduce((sum, [value, weight]) =>
		sum + weight * (value <= 10 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4), 0);
	const ground = (e) => {
		const color = pixel(getComputedStyle(e).backgroundColor);
		return color[3] > 250 || !e.parentElement ? color : ground(e.parentElement);
	};
	const hasText = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== "");
	return [...document.body.querySelectorAll("*")].filter((e) => hasText(e) && e.checkVisibility() && e.tagName !== "SCRIPT").filter((e) => {
		const [a, b] = [luminance(pixel(getComputedStyle(e).color)), luminance(ground(e))].sort((x, y) => y - x);
		return (a + .05) / (b + .05) < 4.5;
	}).map((e) => e.className + ": " + e.textContent);
})()`
