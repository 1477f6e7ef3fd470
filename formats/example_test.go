package formats_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/detto-it/detto/claims"
	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/formats"
)

func ExampleWriteCoNLLU() {
	formats.WriteCoNLLU(os.Stdout, "prova", claims.Analyze("Mario Rossi vive a Torino."))
	// Output:
	// # newdoc id = prova
	// # global.Entity = eid-etype-norm-name
	// # sent_id = prova-1
	// # text = Mario Rossi vive a Torino.
	// 1	Mario	_	_	_	_	_	_	_	Kind=word|Entity=(e0-PER--Mario Rossi
	// 2	Rossi	_	_	_	_	_	_	_	Kind=word|Entity=e0)
	// 3	vive	_	_	_	_	_	_	_	Kind=word
	// 4	a	_	_	_	_	_	_	_	Kind=word
	// 5	Torino	_	_	_	_	_	_	_	Kind=word|Entity=(e1-LOC--Torino)|SpaceAfter=No
	// 6	.	_	_	_	_	_	_	_	Kind=punct|SpaceAfter=No
}

func ExampleReadCoNLLU() {
	var file strings.Builder
	formats.WriteCoNLLU(&file, "prova", claims.Analyze("Mario Rossi vive a Torino."))
	documents, err := formats.ReadCoNLLU(strings.NewReader(file.String()))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range documents[0].Entities {
		fmt.Println(documents[0].ID, e.Kind, e.Text, documents[0].Text[e.Start:e.End])
	}
	// Output:
	// prova PER Mario Rossi Mario Rossi
	// prova LOC Torino Torino
}

func ExampleWriteBIO() {
	formats.WriteBIO(os.Stdout, claims.Analyze("Mario Rossi vive a Torino."))
	// Output:
	// -DOCSTART-	O
	//
	// Mario	B-PER
	// Rossi	I-PER
	// vive	O
	// a	O
	// Torino	B-LOC
	// .	O
}

func ExampleWriteBrat() {
	formats.WriteBrat(os.Stdout, claims.Analyze("È falso: «Torno a Forlì», ha detto Mario Rossi."))
	// Output:
	// T1	LOC 18 23	Forlì
	// T2	PER 35 46	Mario Rossi
	// T3	Quote 10 23	Torno a Forlì
	// A1	Form T3 direct
	// #1	Speaker T3	Mario Rossi
	// T4	Source 35 46	Mario Rossi
	// R1	SaidBy Arg1:T3 Arg2:T4
	// T5	Cue 26 34	ha detto
	// A2	Act T5 assert
	// R2	AnnouncedBy Arg1:T3 Arg2:T5
}

func ExampleReadBrat() {
	const text = "È Mario Rossi." // brat counts characters: "È" is one, though it has two bytes
	entities, err := formats.ReadBrat(text, strings.NewReader("T1\tPER 2 13\tMario Rossi\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	extract.Cluster(entities) // gives Names
	fmt.Printf("%v %q bytes %d-%d\n", entities[0].Kind, entities[0].Name, entities[0].Start, entities[0].End)
	// Output:
	// PER "Mario Rossi" bytes 3-14
}

func ExampleWriteWebAnnotations() {
	formats.WriteWebAnnotations(os.Stdout, "https://example.org/articolo", claims.Analyze("È a Forlì."))
	// Output:
	// {
	//   "@context": "http://www.w3.org/ns/anno.jsonld",
	//   "id": "https://example.org/articolo#detto",
	//   "type": "AnnotationPage",
	//   "items": [
	//     {
	//       "id": "https://example.org/articolo#detto-0",
	//       "type": "Annotation",
	//       "motivation": "identifying",
	//       "body": [
	//         {
	//           "purpose": "classifying",
	//           "type": "TextualBody",
	//           "value": "LOC"
	//         },
	//         {
	//           "purpose": "identifying",
	//           "type": "TextualBody",
	//           "value": "Forlì"
	//         }
	//       ],
	//       "target": {
	//         "source": "https://example.org/articolo",
	//         "selector": [
	//           {
	//             "type": "TextPositionSelector",
	//             "start": 4,
	//             "end": 9
	//           },
	//           {
	//             "type": "TextQuoteSelector",
	//             "exact": "Forlì",
	//             "prefix": "È a ",
	//             "suffix": "."
	//           }
	//         ]
	//       }
	//     }
	//   ]
	// }
}
