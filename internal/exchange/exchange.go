// Package exchange sorts words into classes by their neighbours: two words share a class when the same classes stand
// before and after them. It is the exchange algorithm for class bigrams of Kneser and Ney (Improved clustering techniques for
// class-based statistical language modelling, Eurospeech 1993) as mkcls applies it: every word in turn moves to the
// class that raises the likelihood of the text most.
package exchange

import "math"

// Bigram is a count of two words, given by their ids, one after the other.
type Bigram struct {
	Left, Right int32
	Count       int32
}

// Clustering is the state of the algorithm. It is not safe for use by several goroutines.
type Clustering struct {
	Class   []int32 // the class of each word id, 0 to classes-1
	classes int
	right   [][]neighbour // for each word, the words after it
	left    [][]neighbour // and before it
	self    []int64       // how often a word follows itself
	pairs   []int64       // pairs[a*classes+b]: how often class b follows class a
	asLeft  []int64       // occurrences of a class as left part of a bigram
	asRight []int64
	wordL   []int64 // occurrences of a word as left part
	wordR   []int64
}

type neighbour struct {
	word  int32
	count int32
}

// New begins with the words, which are numbered by falling frequency, dealt out to the classes in turn.
func New(words, classes int, bigrams []Bigram) *Clustering {
	c := &Clustering{
		Class: make([]int32, words), classes: classes,
		right: make([][]neighbour, words), left: make([][]neighbour, words), self: make([]int64, words),
		pairs: make([]int64, classes*classes), asLeft: make([]int64, classes), asRight: make([]int64, classes),
		wordL: make([]int64, words), wordR: make([]int64, words),
	}
	for word := range c.Class {
		c.Class[word] = int32(word % classes)
	}
	for _, b := range bigrams {
		c.addBigram(b)
	}
	return c
}

func (c *Clustering) addBigram(b Bigram) {
	count := int64(b.Count)
	left, right := c.Class[b.Left], c.Class[b.Right]
	c.pairs[int(left)*c.classes+int(right)] += count
	c.asLeft[left] += count
	c.asRight[right] += count
	c.wordL[b.Left] += count
	c.wordR[b.Right] += count
	if b.Left == b.Right {
		c.self[b.Left] += count
		return
	}
	c.right[b.Left] = append(c.right[b.Left], neighbour{b.Right, b.Count})
	c.left[b.Right] = append(c.left[b.Right], neighbour{b.Left, b.Count})
}

// Round lets every word choose its class once and returns how many moved.
func (c *Clustering) Round() (moved int) {
	r := round{Clustering: c, after: make([]int64, c.classes), before: make([]int64, c.classes)}
	for word := range c.Class {
		if r.choose(int32(word)) {
			moved++
		}
	}
	return moved
}

// round holds what choosing a class for a word needs: the counts of the classes after and before it.
type round struct {
	*Clustering
	after, before         []int64
	afterList, beforeList []int32
}

func (r *round) choose(word int32) bool {
	r.collect(word)
	old := r.Class[word]
	r.shift(word, old, -1)
	best, bestGain := old, r.gain(word, old)
	for class := range int32(r.classes) {
		if class == old {
			continue
		}
		if gain := r.gain(word, class); gain > bestGain+1e-9 {
			best, bestGain = class, gain
		}
	}
	r.shift(word, best, 1)
	r.Class[word] = best
	r.forget()
	return best != old
}

// collect adds up the classes of the word's neighbours.
func (r *round) collect(word int32) {
	for _, n := range r.right[word] {
		class := r.Class[n.word]
		if r.after[class] == 0 {
			r.afterList = append(r.afterList, class)
		}
		r.after[class] += int64(n.count)
	}
	for _, n := range r.left[word] {
		class := r.Class[n.word]
		if r.before[class] == 0 {
			r.beforeList = append(r.beforeList, class)
		}
		r.before[class] += int64(n.count)
	}
}

func (r *round) forget() {
	for _, class := range r.afterList {
		r.after[class] = 0
	}
	for _, class := range r.beforeList {
		r.before[class] = 0
	}
	r.afterList, r.beforeList = r.afterList[:0], r.beforeList[:0]
}

// shift takes the word out of a class (sign -1) or puts it in (sign 1).
func (r *round) shift(word, class int32, sign int64) {
	row := int(class) * r.classes
	for _, other := range r.afterList {
		r.pairs[row+int(other)] += sign * r.after[other]
	}
	for _, other := range r.beforeList {
		r.pairs[int(other)*r.classes+int(class)] += sign * r.before[other]
	}
	r.pairs[row+int(class)] += sign * r.self[word]
	r.asLeft[class] += sign * r.wordL[word]
	r.asRight[class] += sign * r.wordR[word]
}

// gain is how much the log likelihood rises when the word, now in no class, joins one. Pairs of the class with itself
// are counted as if the two sides were apart, which changes no ranking that matters.
func (r *round) gain(word, class int32) float64 {
	row := int(class) * r.classes
	gain := 0.0
	for _, other := range r.afterList {
		n := r.pairs[row+int(other)]
		gain += xlogx(n+r.after[other]) - xlogx(n)
	}
	for _, other := range r.beforeList {
		n := r.pairs[int(other)*r.classes+int(class)]
		gain += xlogx(n+r.before[other]) - xlogx(n)
	}
	left, right := r.asLeft[class], r.asRight[class]
	gain -= xlogx(left+r.wordL[word]) - xlogx(left)
	gain -= xlogx(right+r.wordR[word]) - xlogx(right)
	return gain
}

// xlogx is x·ln x; small values are looked up.
func xlogx(x int64) float64 {
	if x < int64(len(xlogxTable)) {
		return xlogxTable[x]
	}
	return float64(x) * math.Log(float64(x))
}

var xlogxTable = func() (t [1 << 16]float64) {
	for i := 1; i < len(t); i++ {
		t[i] = float64(i) * math.Log(float64(i))
	}
	return t
}()
