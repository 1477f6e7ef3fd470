package crf

import (
	"errors"
	"fmt"
	"slices"
)

// Instance is one sentence to learn from: for each token its features, made by the caller, and the index of its label in
// Trainer.Labels. A feature counts as often as it is repeated.
type Instance struct {
	Features [][]uint64
	Labels   []int
}

// ErrInstance is wrapped by the error for a training instance that does not fit the labels or the constraints.
var ErrInstance = errors.New("crf: bad training instance")

// corpus holds the instances with their features numbered from 0 in the order of first appearance. Frequent features
// so get low numbers, and their weights lie close together in memory.
type corpus struct {
	features  []uint64   // by number
	frequency []uint32   // by number: occurrences
	sentences []sentence // in the order of the instances
	numbers   []uint32   // the features of all tokens, those of a token in ascending order
	bounds    []int      // features of token t are numbers[bounds[t]:bounds[t+1]]
	gold      []uint8    // per token: its label
}

// sentence is the tokens [first, last) of a corpus.
type sentence struct{ first, last int }

// newCorpus checks and numbers the instances, leaving out features that occur fewer than minCount times.
func newCorpus(data []Instance, g *grammar, minCount int) (*corpus, error) {
	c := &corpus{bounds: []int{0}}
	for i, instance := range data {
		if err := check(instance, g); err != nil {
			return nil, fmt.Errorf("%w %d: %w", ErrInstance, i, err)
		}
	}
	numbers := c.number(data, minCount)
	for _, instance := range data {
		first := len(c.gold)
		for t, features := range instance.Features {
			c.addToken(features, numbers)
			c.gold = append(c.gold, uint8(instance.Labels[t]))
		}
		if len(c.gold) > first {
			c.sentences = append(c.sentences, sentence{first, len(c.gold)})
		}
	}
	return c, nil
}

func check(instance Instance, g *grammar) error {
	if len(instance.Features) != len(instance.Labels) {
		return fmt.Errorf("%d tokens with features, %d with labels", len(instance.Features), len(instance.Labels))
	}
	for t, label := range instance.Labels {
		if label < 0 || label >= g.labels {
			return fmt.Errorf("token %d has label %d of %d", t, label, g.labels)
		}
	}
	if !g.allows(instance.Labels) {
		return fmt.Errorf("labels %v are not well-formed", instance.Labels)
	}
	return nil
}

// number fills in the features and their frequency and returns the numbers by feature.
func (c *corpus) number(data []Instance, minCount int) *numbering {
	all := newNumbering()
	var counts []uint32
	for _, instance := range data {
		for _, features := range instance.Features {
			for _, feature := range features {
				number := all.add(feature)
				if int(number) == len(counts) {
					counts = append(counts, 0)
				}
				counts[number]++
			}
		}
	}
	if minCount <= 1 {
		c.features, c.frequency = all.features, counts
		return all
	}
	kept := newNumbering()
	for number, feature := range all.features {
		if int(counts[number]) >= minCount {
			kept.add(feature)
			c.frequency = append(c.frequency, counts[number])
		}
	}
	c.features = kept.features
	return kept
}

func (c *corpus) addToken(features []uint64, numbers *numbering) {
	first := len(c.numbers)
	for _, feature := range features {
		if number, ok := numbers.find(feature); ok {
			c.numbers = append(c.numbers, number)
		}
	}
	slices.Sort(c.numbers[first:])
	c.bounds = append(c.bounds, len(c.numbers))
}

// of returns the feature numbers of a token.
func (c *corpus) of(token int) []uint32 { return c.numbers[c.bounds[token]:c.bounds[token+1]] }

// shares cuts the feature numbers into n ranges that occur equally often, and returns their n+1 bounds.
func (c *corpus) shares(n int) []uint32 {
	bounds := []uint32{0}
	seen := 0
	for number, count := range c.frequency {
		if seen >= len(bounds)*len(c.numbers)/n && len(bounds) < n {
			bounds = append(bounds, uint32(number))
		}
		seen += int(count)
	}
	for len(bounds) <= n {
		bounds = append(bounds, uint32(len(c.features)))
	}
	return bounds
}

// numbering numbers features from 0 in the order in which they are added: an open-addressing hash table with linear
// probing, a third of the size of a Go map and three times as fast.
type numbering struct {
	features []uint64
	slots    []uint32 // number+1, or 0 for a free slot; the length is a power of two
}

func newNumbering() *numbering { return &numbering{slots: make([]uint32, 1<<12)} }

// add returns the number of a feature, a new one if the feature is new.
func (n *numbering) add(feature uint64) uint32 {
	slot := n.slot(feature)
	if n.slots[slot] == 0 {
		if 2*len(n.features) >= len(n.slots) {
			n.expand()
			slot = n.slot(feature)
		}
		n.features = append(n.features, feature)
		n.slots[slot] = uint32(len(n.features))
	}
	return n.slots[slot] - 1
}

// find returns the number of a feature that was added.
func (n *numbering) find(feature uint64) (uint32, bool) {
	number := n.slots[n.slot(feature)]
	return number - 1, number > 0
}

// slot returns the slot that holds the feature, or the free one where it belongs.
func (n *numbering) slot(feature uint64) int {
	mask := len(n.slots) - 1
	slot := int(place(feature)+feature&offsetMask) & mask
	for n.slots[slot] != 0 && n.features[n.slots[slot]-1] != feature {
		slot = (slot + 1) & mask
	}
	return slot
}

func (n *numbering) expand() {
	n.slots = make([]uint32, 2*len(n.slots))
	for i, feature := range n.features {
		n.slots[n.slot(feature)] = uint32(i + 1)
	}
}
