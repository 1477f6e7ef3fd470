// Udtokens splits texts as the Italian treebanks of Universal Dependencies count tokens and sentences. It reads JSON
// lines {"id","text"} from standard input and prints, for each, {"id","tokens":[[start,end],…],"sentences":[[start,end],…]}
// with byte offsets.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/detto-it/detto/lang"
)

type input struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type output struct {
	ID        string   `json:"id"`
	Tokens    [][2]int `json:"tokens"`
	Sentences [][2]int `json:"sentences"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "udtokens:", err)
		os.Exit(1)
	}
}

func run(r io.Reader, w io.Writer) error {
	decoder, encoder := json.NewDecoder(r), json.NewEncoder(w)
	for {
		var in input
		if err := decoder.Decode(&in); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("reading a line: %w", err)
		}
		if err := encoder.Encode(split(in)); err != nil {
			return fmt.Errorf("printing %q: %w", in.ID, err)
		}
	}
}

// split finds the tokens and sentences of one text, colons and semicolons ending a sentence as in the treebanks.
func split(in input) output {
	out := output{ID: in.ID, Tokens: [][2]int{}, Sentences: [][2]int{}}
	doc := lang.Parser{Clauses: true}.Parse(in.Text)
	for _, token := range doc.Tokens {
		out.Tokens = append(out.Tokens, [2]int{token.Start, token.End})
	}
	for _, sentence := range doc.Sentences {
		out.Sentences = append(out.Sentences, [2]int{sentence.Start, sentence.End})
	}
	return out
}
