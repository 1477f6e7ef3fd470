// Command classes learns word classes and writing habits from raw Italian text and writes the table that extract embeds.
// It reads text files, one sentence or paragraph a line, JSON lines with a "text", and standard input when "-" is named.
//
//	xz -dc raw/*.xz | go run ./internal/cmd/classes -o internal/names/data/classes.bin - corpora/wikinews/train.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/bits"
	"os"
	"sort"
	"strings"

	"github.com/detto-it/detto/internal/exchange"
	"github.com/detto-it/detto/internal/table"
	"github.com/detto-it/detto/internal/words"
	"github.com/detto-it/detto/lang"
)

func main() {
	output := flag.String("o", "internal/names/data/classes.bin", "the `file` to write")
	size := flag.Int("words", 40000, "how many words, the most frequent ones, get a class")
	fine := flag.Int("fine", 400, "number of fine classes")
	coarse := flag.Int("coarse", 60, "number of coarse classes")
	rounds := flag.Int("rounds", 12, "rounds of the exchange algorithm")
	show := flag.Bool("show", false, "print the classes")
	flag.Parse()
	if err := run(flag.Args(), *output, *size, *fine, *coarse, *rounds, *show); err != nil {
		fmt.Fprintln(os.Stderr, "classes:", err)
		os.Exit(1)
	}
}

func run(inputs []string, output string, size, fine, coarse, rounds int, show bool) error {
	counts := newCounts()
	for _, input := range inputs {
		if err := readFile(input, counts.line); err != nil {
			return err
		}
	}
	ids := counts.mostFrequent(size)
	bigrams := counts.bigramsOf(ids)
	fmt.Fprintf(os.Stderr, "%d words, %d kinds of bigram\n", len(ids), len(bigrams))
	fineClasses := cluster(len(ids), fine, rounds, bigrams)
	coarseClasses := cluster(len(ids), coarse, rounds, bigrams)
	if show {
		counts.show(ids, fineClasses)
	}
	return os.WriteFile(output, table.Build(counts.entries(ids, fineClasses, coarseClasses)), 0o644)
}

func readFile(name string, line func(string)) error {
	file := os.Stdin
	if name != "-" {
		var err error
		if file, err = os.Open(name); err != nil {
			return err
		}
		defer file.Close()
	}
	return readLines(file, strings.HasSuffix(name, ".jsonl"), line)
}

func readLines(r io.Reader, jsonLines bool, line func(string)) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		text := lines.Text()
		if jsonLines {
			var document struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &document); err != nil {
				return err
			}
			text = document.Text
		}
		line(text)
	}
	return lines.Err()
}

// counts is what one pass over the text counts.
type counts struct {
	ids     map[uint64]int32 // Lower hash to the word's number in the slices
	hash    []uint64
	example []string
	total   []int32
	small   []int32 // written in lower case
	capital []int32 // written with a capital not at the beginning of a sentence
	bigrams map[[2]int32]int32
}

func newCounts() *counts {
	return &counts{ids: map[uint64]int32{}, bigrams: map[[2]int32]int32{}}
}

func (c *counts) line(text string) {
	for _, sentence := range lang.Parse(text).Sentences {
		previous := int32(-1)
		for i, token := range sentence.Tokens {
			previous = c.token(token.Text, i == 0, previous)
		}
	}
}

// token counts a token and its bigram with the previous one, and returns its number.
func (c *counts) token(text string, first bool, previous int32) int32 {
	w := words.Analyse(text)
	id, known := c.ids[w.Lower]
	if !known {
		id = int32(len(c.total))
		c.ids[w.Lower] = id
		c.hash, c.example = append(c.hash, w.Lower), append(c.example, strings.Clone(text))
		c.total, c.small, c.capital = append(c.total, 0), append(c.small, 0), append(c.capital, 0)
	}
	c.total[id]++
	switch {
	case w.Form == words.Lowercase:
		c.small[id]++
	case w.Form.IsCapital() && !first:
		c.capital[id]++
	}
	if previous >= 0 {
		c.bigrams[[2]int32{previous, id}]++
	}
	return id
}

// mostFrequent returns the numbers of the most frequent words, by falling frequency.
func (c *counts) mostFrequent(size int) []int32 {
	ids := make([]int32, len(c.total))
	for i := range ids {
		ids[i] = int32(i)
	}
	sort.SliceStable(ids, func(a, b int) bool { return c.total[ids[a]] > c.total[ids[b]] })
	return ids[:min(size, len(ids))]
}

// bigramsOf returns the bigrams of the words chosen, renumbered by their place in ids.
func (c *counts) bigramsOf(ids []int32) []exchange.Bigram {
	place := make([]int32, len(c.total))
	for i := range place {
		place[i] = -1
	}
	for i, id := range ids {
		place[id] = int32(i)
	}
	var bigrams []exchange.Bigram
	for pair, count := range c.bigrams {
		if left, right := place[pair[0]], place[pair[1]]; left >= 0 && right >= 0 {
			bigrams = append(bigrams, exchange.Bigram{Left: left, Right: right, Count: count})
		}
	}
	sort.Slice(bigrams, func(a, b int) bool {
		if bigrams[a].Left != bigrams[b].Left {
			return bigrams[a].Left < bigrams[b].Left
		}
		return bigrams[a].Right < bigrams[b].Right
	})
	return bigrams
}

func cluster(size, classes, rounds int, bigrams []exchange.Bigram) []int32 {
	c := exchange.New(size, classes, bigrams)
	for round := 1; round <= rounds; round++ {
		moved := c.Round()
		fmt.Fprintf(os.Stderr, "%d classes, round %d: %d words moved\n", classes, round, moved)
		if moved < size/200 {
			break
		}
	}
	return c.Class
}

// entries packs classes and habits as extract reads them: fine class (12 bits), coarse class (8 bits), habit (12 bits).
// Classes begin with 1.
func (c *counts) entries(ids, fine, coarse []int32) map[uint64]uint32 {
	entries := map[uint64]uint32{}
	for id, total := range c.total {
		if total >= 6 {
			entries[c.hash[id]] = c.habit(int32(id)) << 20
		}
	}
	for i, id := range ids {
		entries[c.hash[id]] |= uint32(fine[i]+1) | uint32(coarse[i]+1)<<12
	}
	return entries
}

// habit says how often a word occurs (the length of the number in bits, at most 15) and how often it has a capital, in seven steps.
func (c *counts) habit(id int32) uint32 {
	capital := 0.0
	if seen := c.capital[id] + c.small[id]; seen > 0 {
		capital = float64(c.capital[id]) / float64(seen)
	}
	step := uint32(1)
	for _, limit := range []float64{0, 0.01, 0.1, 0.5, 0.9, 0.99} {
		if capital > limit {
			step++
		}
	}
	return uint32(min(bits.Len32(uint32(c.total[id])), 15))<<4 | step
}

func (c *counts) show(ids, classes []int32) {
	members := map[int32][]string{}
	for i, id := range ids {
		if len(members[classes[i]]) < 25 {
			members[classes[i]] = append(members[classes[i]], c.example[id])
		}
	}
	for class := range int32(len(members)) {
		fmt.Println(class, strings.Join(members[class], " "))
	}
}
