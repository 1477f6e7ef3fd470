package lang

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/kljensen/snowball/snowballword"
)

// What is done when a suffix is found. The names are the first suffix of each group in the Snowball algorithm.
const (
	remove     uint8 = iota + 1 // anza, ico, oso, mente: removed in R2
	removeIc                    // azione, atore: removed in R2, and an "ic" before it
	toLog                       // logia: "log"
	toU                         // uzione: "u"
	toEnte                      // enza: "ente"
	removeInRV                  // amento, imento
	removeInR1                  // amente: removed in R1, and "iv", "os", "ic", "abil" before it
	removeIta                   // ità: removed in R2, and "abil", "ic", "iv" before it
	removeIvo                   // ivo: removed in R2, and "at" and "ic" before it
	gerund                      // a verb form that pronouns are attached to
	infinitive                  // one that has lost its e
)

var pronouns = sync.OnceValue(func() *suffixTree {
	return newSuffixTree(suffixes{remove, `ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene
		mela mele meli melo mene tela tele teli telo tene cela cele celi celo cene vela vele veli velo vene`})
})

var hosts = sync.OnceValue(func() *suffixTree {
	return newSuffixTree(suffixes{gerund, "ando endo"}, suffixes{infinitive, "ar er ir"})
})

var standardSuffixes = sync.OnceValue(func() *suffixTree {
	return newSuffixTree(
		suffixes{remove, `anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè
			istì oso osi osa ose mente atrice atrici ante anti`},
		suffixes{removeIc, "azione azioni atore atori"},
		suffixes{toLog, "logia logie"},
		suffixes{toU, "uzione uzioni usione usioni"},
		suffixes{toEnte, "enza enze"},
		suffixes{removeInRV, "amento amenti imento imenti"},
		suffixes{removeInR1, "amente"},
		suffixes{removeIta, "ità"},
		suffixes{removeIvo, "ivo ivi iva ive"},
	)
})

var verbSuffixes = sync.OnceValue(func() *suffixTree {
	return newSuffixTree(suffixes{remove, `ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano
		avate avi avo emmo enda ende endi endo erà erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete
		erò erono essero ete eva evamo evano evate evi evo iamo immo irà irai iranno ire irebbe irebbero irei iremmo
		iremo ireste iresti irete irò irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano
		ivate ivi ivo ono uta ute uti uto ar ir`})
})

// suffixes are the suffixes with one action, between blanks.
type suffixes struct {
	action uint8
	list   string
}

// suffixTree holds suffixes letter by letter from their end, so that the longest one is found in one walk.
type suffixTree struct {
	next   [][32]uint8 // the node that a letter leads to, 0 if there is none; node 0 is the end of the word
	action []uint8     // 0 where no suffix begins
}

func newSuffixTree(groups ...suffixes) *suffixTree {
	tree := &suffixTree{next: make([][32]uint8, 1), action: make([]uint8, 1)}
	for _, group := range groups {
		for _, suffix := range strings.Fields(group.list) {
			tree.add(suffix, group.action)
		}
	}
	return tree
}

func (t *suffixTree) add(suffix string, action uint8) {
	node := uint8(0)
	for len(suffix) > 0 {
		r, n := utf8.DecodeLastRuneInString(suffix)
		suffix = suffix[:len(suffix)-n]
		letter := suffixLetter(r)
		if t.next[node][letter] == 0 {
			t.next[node][letter] = uint8(len(t.next))
			t.next, t.action = append(t.next, [32]uint8{}), append(t.action, 0)
		}
		node = t.next[node][letter]
	}
	t.action[node] = action
}

// longest returns the length in runes of the longest suffix of rs[start:] and what to do with it, or 0.
func (t *suffixTree) longest(rs []rune, start int) (int, uint8) {
	length, action := 0, uint8(0)
	node := uint8(0)
	for i := len(rs) - 1; i >= start; i-- {
		if node = t.next[node][suffixLetter(rs[i])]; node == 0 {
			break
		}
		if t.action[node] != 0 {
			length, action = len(rs)-i, t.action[node]
		}
	}
	return length, action
}

// suffixLetter numbers the letters that suffixes are made of; every other one is 0, which no suffix has.
func suffixLetter(r rune) uint8 {
	if 'a' <= r && r <= 'z' {
		return uint8(r - 'a' + 1)
	}
	switch r {
	case 'à':
		return 27
	case 'è':
		return 28
	case 'ì':
		return 29
	case 'ò':
		return 30
	}
	return 0
}

// cutStandardSuffix removes or replaces a suffix that makes nouns, adjectives and adverbs, and reports whether it did.
func cutStandardSuffix(w *snowballword.SnowballWord) bool {
	n, action := standardSuffixes().longest(w.RS, 0)
	switch action {
	case 0:
		return false
	case removeInRV:
		if !w.FitsInRV(n) {
			return false
		}
	case removeInR1:
		if !w.FitsInR1(n) {
			return false
		}
	default:
		if !w.FitsInR2(n) {
			return false
		}
	}
	w.RemoveLastNRunes(n)
	cutFurther(w, action)
	return true
}

// cutFurther does what a removed suffix asks for besides.
func cutFurther(w *snowballword.SnowballWord, action uint8) {
	switch action {
	case removeIc:
		cutInR2(w, "ic")
	case toLog:
		putBack(w, "log")
	case toU:
		putBack(w, "u")
	case toEnte:
		putBack(w, "ente")
	case removeInR1:
		if cutInR2(w, "iv") {
			cutInR2(w, "at")
			return
		}
		_ = cutInR2(w, "os") || cutInR2(w, "ic") || cutInR2(w, "abil")
	case removeIta:
		_ = cutInR2(w, "abil") || cutInR2(w, "ic") || cutInR2(w, "iv")
	case removeIvo:
		_ = cutInR2(w, "at") && cutInR2(w, "ic")
	}
}

// cutInR2 removes the suffix, which is ASCII, if it lies in R2.
func cutInR2(w *snowballword.SnowballWord, suffix string) bool {
	if !w.FitsInR2(len(suffix)) {
		return false
	}
	tail := w.RS[len(w.RS)-len(suffix):]
	for i, r := range tail {
		if r != rune(suffix[i]) {
			return false
		}
	}
	w.RemoveLastNRunes(len(suffix))
	return true
}
