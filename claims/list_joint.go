package claims

import (
	"slices"
	"strings"
)

// finalSegment finds the segment with the last item, and in it the conjunction (the joint) before that item, 0 if it has none.
// Items may have an "e" of their own ("ricerca e sviluppo, difesa e cultura"): the list ends at the first joint, unless
// the enumeration goes on and has another, or the declared number decides.
func (f *listFinder) finalSegment(segments []segment, s style) (final, joint int) {
	final = -1
	if f.apart(segments, s) {
		return len(segments) - 1, 0
	}
	for k, segment := range segments {
		at := f.joint(segments, k, s)
		if segment.joined && segment.cut {
			continue // ", e nessuno dei tre prevale"
		}
		if k > 0 && (segment.joined || at > 0) {
			final, joint = k, at
			if segment.joined {
				joint = 0
			}
			if count := final + 1 + min(joint, 1); count == s.declared {
				return final, joint
			}
		}
	}
	if final >= 0 {
		return final, joint
	}
	final = len(segments) - 1 // no conjunction at all: "a, b, c."
	if final >= 0 && segments[final].cut {
		final--
	}
	return final, 0
}

// apart reports whether every comma parts two items and no conjunction does, by the declared number: "cinque princìpi: a, b, c e d
// insieme, e" or "tre coppie: a e b, c e d, e ed f".
func (f *listFinder) apart(segments []segment, s style) bool {
	if s.declared == 0 || len(segments) != s.declared || segments[len(segments)-1].cut || segments[len(segments)-1].joined {
		return false
	}
	pairs := 0
	for k := range segments {
		if f.joint(segments, k, s) > 0 {
			pairs++
		}
	}
	return pairs == len(segments) || f.joint(segments, len(segments)-1, s) == 0
}

// joint returns the index of the conjunction in segment k that joins the last item to the one before, or 0.
func (f *listFinder) joint(segments []segment, k int, s style) int {
	segment := segments[k]
	var joints []int
	weak := 0
	for i := segment.from + 1; i+1 < segment.to; i++ {
		if f.opens(i) {
			if closing := f.closingMark(i, segment.to); closing > 0 {
				i = closing
			}
			continue
		}
		switch {
		case f.class(i)&conjunctionWord == 0 || f.class(f.afterAdverbs(i+1))&(prepositionWord|stopWord) != 0:
		case f.joinsAdjectives(i, segment.tokenRange) || f.joinsPair(i, segment.from):
			weak = i
		default:
			joints = append(joints, i)
		}
	}
	if len(joints) == 0 {
		if s.declared == k+2 {
			return weak
		}
		return 0
	}
	return f.chooseJoint(joints, segments[:k], segment)
}

// afterAdverbs skips words such as "anche" from token i on.
func (f *listFinder) afterAdverbs(i int) int {
	for f.class(i)&skippedWord != 0 {
		i++
	}
	return i
}

// chooseJoint chooses among several conjunctions of the last segment: one before an article where the other items have
// one; else the first, unless only what follows the second is a phrase of its own: "tutela di acqua e suolo [e] lotta agli incendi".
func (f *listFinder) chooseJoint(joints []int, before []segment, last segment) int {
	articled := len(before) > 0
	for _, segment := range before[:min(3, len(before))] { // three tell; all would cost time on long rubbish
		articled = articled && f.class(segment.from)&articleWord != 0
	}
	if articled {
		for _, i := range joints {
			if f.class(f.afterAdverbs(i+1))&articleWord != 0 {
				return i
			}
		}
	}
	if len(joints) > 1 && f.hasPreposition(last.from, joints[0]) && !f.hasPreposition(joints[0]+1, joints[1]) &&
		f.hasPreposition(joints[1]+1, last.to) {
		return joints[1]
	}
	return joints[0]
}

func (f *listFinder) hasPreposition(from, to int) bool {
	for i := from; i < to; i++ {
		if f.class(i)&prepositionWord != 0 {
			return true
		}
	}
	return false
}

// adjectiveEndings are endings that most Italian adjectives of relation have.
var adjectiveEndings = []string{"ico", "ica", "ici", "iche", "ale", "ali", "ivo", "iva", "ivi", "ive", "oso", "osa", "osi", "ose",
	"ario", "aria", "ari", "arie", "bile", "bili"}

// joinsAdjectives reports whether the conjunction at i joins two adjectives of one noun: "sviluppo economico [e] sociale".
func (f *listFinder) joinsAdjectives(i int, segment tokenRange) bool {
	ends := i+2 >= segment.to || f.class(i+2)&prepositionWord != 0
	return i-1 > f.strip(segment).from && ends && isAdjective(f.form(i-1)) && isAdjective(f.form(i+1))
}

func isAdjective(word string) bool {
	return slices.ContainsFunc(adjectiveEndings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// joinsPair reports whether the conjunction at i joins what "tra" has opened: "parità tra donne [e] uomini", "dialogo fra
// Stato [e] cittadini". A plural with article needs no partner: "fiducia tra i governi [e] apertura".
func (f *listFinder) joinsPair(i, from int) bool {
	for k := i - 1; k >= from && i-k < 7; k-- {
		switch {
		case f.class(k)&conjunctionWord != 0:
			return false
		case f.class(k)&prepositionTra != 0:
			switch f.form(k + 1) {
			case "i", "gli", "le":
				return f.class(i+1)&articleWord != 0
			}
			return true
		}
	}
	return false
}
