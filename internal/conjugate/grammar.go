package conjugate

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed endings.txt
var endingsText string

//go:embed irregular.txt
var irregularText string

// row is a line of a paradigm: one mood and tense.
type row uint8

const (
	present row = iota
	imperfect
	past
	future
	conditional
	subjunctive
	imperfectSubjunctive
	imperative
	gerund
	infinitive
	participle
	presentParticiple
	rowCount
)

var rowNames = [rowCount]string{"present", "imperfect", "past", "future", "conditional", "subjunctive",
	"imperfect-subjunctive", "imperative", "gerund", "infinitive", "participle", "present-participle"}

var rowFeatures = [rowCount]Features{
	present: {Mood: Indicative, Tense: Present}, imperfect: {Mood: Indicative, Tense: Imperfect},
	past: {Mood: Indicative, Tense: Past}, future: {Mood: Indicative, Tense: Future},
	conditional: {Mood: Conditional, Tense: Present}, subjunctive: {Mood: Subjunctive, Tense: Present},
	imperfectSubjunctive: {Mood: Subjunctive, Tense: Imperfect}, imperative: {Mood: Imperative, Tense: Present},
	gerund: {Mood: Gerund, Tense: Present}, infinitive: {Mood: Infinitive, Tense: Present},
	participle: {Mood: Participle, Tense: Past}, presentParticiple: {Mood: Participle, Tense: Present},
}

// places is the greatest number of places in a row: the six persons.
const places = 6

// features of a place of the row: for a finite row io, tu, lui, noi, voi, loro.
func (r row) features(place int) Features {
	f := rowFeatures[r]
	switch r {
	case gerund, infinitive:
	case participle:
		f.Number, f.Gender = Number(1+place/2), Gender(1+place%2)
	case presentParticiple:
		f.Number = Number(1 + place)
	case imperative:
		f.Person, f.Number = 2, Number(1+place)
	default:
		f.Person, f.Number = uint8(1+place%3), Number(1+place/3)
	}
	return f
}

// class is a set of endings.
type class uint8

const (
	are    class = iota
	ere          // also the verbs in -rre
	ire          // sento
	isc          // finisco
	strong       // the endings of irregular stems: diss-i, dir-ò, dett-o
	whole        // no ending at all: the stem is the form
	classCount
)

var classNames = [classCount]string{"are", "ere", "ire", "isc", "strong", "whole"}

// cell is an ending and what it means.
type cell struct {
	ending string
	class  class
	Features
}

// cellSet is a set of numbers of cells.
type cellSet [5]uint64

func (s *cellSet) add(cell int)        { s[cell/64] |= 1 << (cell % 64) }
func (s *cellSet) has(cell int32) bool { return s[cell/64]&(1<<(cell%64)) != 0 }

// grammar holds endings.txt and irregular.txt, decoded. It does not change once made.
type grammar struct {
	cells     []cell
	rows      [classCount][rowCount][places][]int // numbers of the cells in each place
	regular   [classCount]cellSet                 // all cells of a class
	clitics   [][]byte
	irregular map[string]string // verb or "*ending" → its principal parts
}

var theGrammar = sync.OnceValue(newGrammar)

func newGrammar() *grammar {
	g := &grammar{irregular: make(map[string]string, 160), clitics: makeClitics()}
	for line := range dataLines(endingsText) {
		name, rest, _ := strings.Cut(line, "\t")
		rowName, endings, _ := strings.Cut(rest, "\t")
		g.addRow(class(indexOf(classNames[:], name)), row(indexOf(rowNames[:], rowName)), endings)
	}
	for r := present; r < rowCount; r++ { // -isc- is in three rows only
		if g.rows[isc][r][0] == nil {
			g.rows[isc][r] = g.rows[ire][r]
		}
		for place := range r.width() {
			g.addCell(whole, r, place, "")
		}
	}
	g.collectRegular()
	for line := range dataLines(irregularText) {
		verb, parts, _ := strings.Cut(line, "\t")
		g.irregular[verb] = parts
	}
	return g
}

// collectRegular gathers the cells of each class.
func (g *grammar) collectRegular() {
	for c := range g.rows {
		for r := range g.rows[c] {
			for _, cells := range g.rows[c][r] {
				for _, cell := range cells {
					g.regular[c].add(cell)
				}
			}
		}
	}
}

// addRow reads the endings of a row: "o i a iamo ate ano", "are/ar".
func (g *grammar) addRow(c class, r row, endings string) {
	place := 0
	for field := range strings.FieldsSeq(endings) {
		if field != "-" {
			for ending := range strings.SplitSeq(field, "/") {
				g.addCell(c, r, place, ending)
			}
		}
		place++
	}
}

func (g *grammar) addCell(c class, r row, place int, ending string) {
	// The participle is listed -o -a -i -e, which is masculine and feminine singular, then plural.
	g.rows[c][r][place] = append(g.rows[c][r][place], len(g.cells))
	g.cells = append(g.cells, cell{ending, c, r.features(place)})
}

// width is the number of places in a row.
func (r row) width() int {
	switch r {
	case gerund, infinitive:
		return 1
	case imperative, presentParticiple:
		return 2
	case participle:
		return 4
	default:
		return places
	}
}

// dataLines yields the lines of a data file without comments and empty lines.
func dataLines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// indexOf returns the place of a name that the data files, checked by the tests, must know.
func indexOf(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return 0
}
