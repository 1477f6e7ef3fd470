// Package conjugate inflects Italian verbs and recognises their inflected forms.
//
// The endings stand in endings.txt, the irregular verbs in irregular.txt. One walk over the forms of a verb, each a stem
// and a cell (an ending with its meaning), serves both directions: [Forms] joins stem and ending, [Index] looks a word up
// by trying its stems.
package conjugate

// Mood is the mood of a verb form.
type Mood uint8

// The moods.
const (
	Indicative Mood = iota + 1
	Subjunctive
	Conditional
	Imperative
	Infinitive
	Gerund
	Participle
)

// Tense is the tense of a simple form. Infinitive, gerund, conditional and imperative are Present.
type Tense uint8

// The simple tenses.
const (
	Present   Tense = iota + 1
	Imperfect       // diceva; subjunctive: dicesse
	Past            // passato remoto: disse; the past participle: detto
	Future          // dirà
)

// Number is the grammatical number, 0 where the form has none.
type Number uint8

// The numbers.
const (
	Singular Number = iota + 1
	Plural
)

// Gender is the gender of a past participle, 0 elsewhere.
type Gender uint8

// The genders.
const (
	Masculine Gender = iota + 1
	Feminine
)

// Features say what a form means. Features are comparable and have no pointers.
type Features struct {
	Mood   Mood
	Tense  Tense
	Person uint8 // 1, 2 or 3; 0 for infinitive, gerund and participle
	Number Number
	Gender Gender
}

// Finite reports whether the form has a person.
func (f Features) Finite() bool { return f.Person != 0 }

// Form is one inflected form of a verb.
type Form struct {
	Text string
	Features
}

// Forms returns the simple forms of a verb given by its infinitive, in the order of a grammar: indicative present,
// imperfect, passato remoto and future, conditional, subjunctives, imperative, gerund, infinitive, participles. Forms in
// use side by side ("temei", "temetti") and the infinitive without its last vowel ("dir") are all there; clitics are not
// (see [Index.Lookup]). A word that is no infinitive has no forms.
//
// Forms may be called from many goroutines.
func Forms(infinitive string) []Form {
	v, ok := theGrammar().verb(infinitive)
	if !ok {
		return nil
	}
	var forms []Form
	v.walk(func(stem string, cell int) {
		c := v.cells[cell]
		forms = append(forms, Form{stem + c.ending, c.Features})
	})
	return forms
}
