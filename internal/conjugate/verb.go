package conjugate

import "strings"

// visitor is called with every form of a verb, as a stem and the number of the cell whose ending it takes.
type visitor func(stem string, cell int)

// verb is a verb with its principal parts.
type verb struct {
	*grammar
	class  class
	stem   string
	parts  string // as in irregular.txt: "past=diss participle=detto"
	prefix string // what stands before each of the parts: "contrad" in "contraddire", like "dire"
}

// verb finds the class, the stem and the principal parts of an infinitive.
func (g *grammar) verb(infinitive string) (verb, bool) {
	v := verb{grammar: g}
	v.parts, v.prefix = g.irregularParts(infinitive)
	if model, ok := strings.CutPrefix(v.parts, "like="); ok {
		model, own, _ := strings.Cut(model, " ")
		v.prefix = strings.TrimSuffix(infinitive, model)
		v.parts = g.irregular[model] + " " + own
	}
	switch {
	case strings.HasSuffix(infinitive, "are"):
		v.class = are
	case strings.HasSuffix(infinitive, "ere"), strings.HasSuffix(infinitive, "rre"):
		v.class = ere
	case strings.HasSuffix(infinitive, "ire"):
		v.class = isc
	default:
		return v, false
	}
	if name := v.part("class"); name != "" {
		v.class = class(indexOf(classNames[:], name))
	}
	v.stem = infinitive[:len(infinitive)-len("are")]
	if stem := v.part("stem"); stem != "" {
		v.stem = v.prefix + stem
	}
	return v, true
}

// irregularParts returns the line of irregular.txt for a verb, and the prefix that a line for all verbs of one ending
// leaves over: "pro" for "proporre" (*porre).
func (g *grammar) irregularParts(infinitive string) (parts, prefix string) {
	if parts, ok := g.irregular[infinitive]; ok {
		return parts, ""
	}
	var key [32]byte
	for i := range infinitive {
		k := append(append(key[:0], '*'), infinitive[i:]...)
		if parts, ok := g.irregular[string(k)]; ok {
			return parts, infinitive[:i]
		}
	}
	return "", ""
}

// walk visits the forms of the verb, row by row.
func (v *verb) walk(visit visitor) {
	for r := present; r < rowCount; r++ {
		v.walkRow(r, visit)
	}
}

// isPlain reports whether all forms are the stem and an ending of the class.
func (v *verb) isPlain() bool {
	return v.parts == "" && (v.class != are || v.stem == "" || !strings.Contains("cgi", v.stem[len(v.stem)-1:]))
}

// part returns the value of a principal part, the last one given, or "".
func (v *verb) part(name string) string {
	value := ""
	for field := range strings.FieldsSeq(v.parts) {
		if k, rest, _ := strings.Cut(field, "="); k == name {
			value = rest
		}
	}
	return value
}

// partOf maps a row to the principal part that rules it.
func partOf(r row) string {
	if r == conditional {
		return "future"
	}
	return rowNames[r]
}

// walkRow visits the forms of one row.
func (v *verb) walkRow(r row, visit visitor) {
	value := v.part(partOf(r))
	switch {
	case strings.Contains(value, ",") && r != imperative:
		v.walkWhole(r, value, visit)
	case r == subjunctive && value != "":
		v.walkSubjunctive(value, visit)
	case r == imperative && (value != "" || v.part("present") != ""):
		v.walkImperative(value, visit)
	case r == infinitive && value != "":
		v.walkWhole(r, v.fullInfinitive(value), visit)
	case value != "":
		v.walkStrong(r, value, visit)
	default:
		for place := range r.width() {
			v.walkPlace(v.class, r, place, v.stem, visit)
		}
	}
}

// walkPlace visits the forms of one place of a row: stem and each of its endings.
func (v *verb) walkPlace(c class, r row, place int, stem string, visit visitor) {
	for _, cell := range v.rows[c][r][place] {
		visit(spell(c, stem, v.cells[cell].ending), cell)
	}
}

// walkStrong visits a row built on irregular stems; where those have no ending for a person (dissi, but dicesti), the
// regular stem serves.
func (v *verb) walkStrong(r row, stems string, visit visitor) {
	for place := range r.width() {
		if v.rows[strong][r][place] == nil {
			v.walkPlace(v.class, r, place, v.stem, visit)
			continue
		}
		for stem := range strings.SplitSeq(stems, "/") {
			if r == participle {
				stem = strings.TrimSuffix(stem, "o")
			}
			v.walkPlace(strong, r, place, v.prefix+stem, visit)
		}
	}
}

// walkWhole visits a row whose forms are all given: "dico,dici,dice,diciamo,dite,dicono".
func (v *verb) walkWhole(r row, forms string, visit visitor) {
	place := 0
	for alternatives := range strings.SplitSeq(forms, ",") {
		v.walkForms(r, place, alternatives, visit)
		place++
	}
}

// walkForms visits the forms of one place that are used side by side: "devo/debbo".
func (v *verb) walkForms(r row, place int, alternatives string, visit visitor) {
	if place >= r.width() {
		return
	}
	for form := range strings.SplitSeq(alternatives, "/") {
		visit(v.prefix+form, v.rows[whole][r][place][0])
	}
}

// walkSubjunctive visits dica, dica, dica, diciamo, diciate, dicano.
func (v *verb) walkSubjunctive(singular string, visit visitor) {
	for place := range 3 {
		v.walkForms(subjunctive, place, singular, visit)
	}
	we := v.presentForm(3)
	v.walkForms(subjunctive, 3, we, visit)
	v.walkForms(subjunctive, 4, strings.TrimSuffix(we, "mo")+"te", visit)
	for form := range strings.SplitSeq(singular, "/") {
		v.walkForms(subjunctive, 5, form+"no", visit)
	}
}

// walkImperative visits tu and voi, which are those of the present unless given: "di'", dite; "abbi", "abbiate".
func (v *verb) walkImperative(value string, visit visitor) {
	you, all, _ := strings.Cut(value, ",")
	if you == "" {
		you = v.presentForm(1)
	}
	if all == "" {
		all = v.presentForm(4)
	}
	v.walkForms(imperative, 0, you, visit)
	v.walkForms(imperative, 1, all, visit)
}

// presentForm returns a form of the indicative present, without the prefix.
func (v *verb) presentForm(place int) string {
	if forms := v.part("present"); forms != "" {
		return strings.Split(forms, ",")[place]
	}
	ending := v.cells[v.rows[v.class][present][place][0]].ending
	return strings.TrimPrefix(spell(v.class, v.stem, ending), v.prefix) + ending
}

// fullInfinitive turns the short infinitive ("por") into the pair "porre/por".
func (v *verb) fullInfinitive(short string) string {
	if v.class == ere && strings.HasSuffix(v.part("future"), "rr") && !strings.HasSuffix(short, "er") {
		return short + "re/" + short
	}
	return short + "e/" + short
}

// spell fits the stem of a verb in -are to an ending that begins with e or i, so that the sound of its last letter stays:
// cerco, cerchi; lancio, lanci, lancerò; studio, studi.
func spell(c class, stem, ending string) string {
	if c != are || stem == "" || ending[0] != 'i' && ending[0] != 'e' {
		return stem
	}
	switch body, isSoft := strings.CutSuffix(stem, "i"); {
	case strings.HasSuffix(stem, "c"), strings.HasSuffix(stem, "g"):
		return stem + "h"
	case isSoft && (ending[0] == 'i' || strings.HasSuffix(body, "c") || strings.HasSuffix(body, "g")):
		return body
	}
	return stem
}
