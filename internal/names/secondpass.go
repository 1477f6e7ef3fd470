package names

import "github.com/detto-it/detto/internal/words"

// maxTags bounds the tags that are counted for a word; those of models with more labels are taken together.
const maxTags = 32

// tagCounts counts the tags of the mentions of a word.
type tagCounts [maxTags]uint16

// readTags takes in what a first pass found, one tag for each token; 0 means no name.
func (v *view) readTags(tags []int) {
	v.tags = tags
	clear(v.tagged)
	clear(v.mentions)
	v.filter = wordFilter{}
	for i, tag := range tags {
		if tag != 0 {
			counts := v.tagged[v.lower[i]]
			counts[tag%maxTags]++
			v.tagged[v.lower[i]] = counts
			v.filter.add(v.lower[i])
		}
	}
	for i := range tags {
		if v.filter.mayHold(v.lower[i]) {
			v.mentions[v.lower[i]]++
		}
	}
}

// secondPass returns the features that tell what a first pass found for the other mentions of token i's word, none
// before readTags. The slice is valid until the next call of a method.
func (f *featurizer) secondPass(i int) []uint64 {
	f.features = f.features[:0]
	if f.tags == nil || f.words[i].Form == words.Other || !f.filter.mayHold(f.lower[i]) {
		return f.features
	}
	counts, named := f.tagged[f.lower[i]]
	others := f.mentions[f.lower[i]] - 1
	if !named || others <= 0 {
		return f.features
	}
	if own := f.tags[i]; own != 0 {
		counts[own%maxTags]--
	}
	form := uint64(f.words[i].Form)
	best, total := 0, uint16(0)
	for tag, count := range counts {
		total += count
		if count > counts[best] {
			best = tag
		}
	}
	share := uint64(0)
	if others > 0 {
		share = uint64(4 * int32(counts[best]) / others)
	}
	f.add(otherMentions, uint64(best)<<8|share<<4|form)
	f.add(otherMentions, 1<<16|uint64(best)<<8|uint64(min(others, 3))<<4|share)
	if total == 0 {
		f.add(otherMentions, 2<<16|form)
	}
	return f.features
}
