package extract_test

import (
	"fmt"
	"os"

	"github.com/detto-it/detto/extract"
)

func ExampleModel_Labels() {
	file, err := os.Open("../internal/names/data/model.bin") // one that examples/train wrote
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	model, err := extract.ReadModel(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(model.Labels())
	// Output: [EVENT LOC MISC ORG ORG.nominal PER WORK]
}

func ExampleKind_IsExpression() {
	fmt.Println(extract.Money.IsExpression(), extract.Person.IsExpression())
	// Output: true false
}
