// Command quotedev prints the quotations of annotated articles as JSON lines for scoring. With -gold it hands the
// annotated entities to claims, so that quotations are measured apart from names.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"log"
	"os"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/gold"
	"github.com/detto-it/detto/lang"
)

func main() {
	annotated := flag.Bool("gold", false, "use the annotated entities")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	for _, path := range flag.Args() {
		articles, err := gold.Read(path)
		if err != nil {
			log.Fatal(err)
		}
		for _, a := range articles {
			doc := lang.Parse(a.Text)
			ents := a.Found()
			if !*annotated {
				ents = extract.Entities(doc)
			}
			err := lines.Encode(map[string]any{"id": a.ID, "entities": ents, "quotes": claims.Quotes(doc, ents), "lists": claims.Lists(doc, ents)})
			if err != nil {
				log.Fatal(err)
			}
		}
	}
}
