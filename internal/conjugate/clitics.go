package conjugate

// makeClitics returns the pronouns joined to the end of a verb, the pairs before the single ones: -glielo, -melo, -lo.
func makeClitics() [][]byte {
	var all [][]byte
	objects := []string{"lo", "la", "li", "le", "ne"}
	for _, first := range []string{"glie", "me", "te", "se", "ce", "ve"} {
		for _, second := range objects {
			all = append(all, []byte(first+second))
		}
	}
	for _, single := range append([]string{"gli", "mi", "ti", "si", "ci", "vi"}, objects...) {
		all = append(all, []byte(single))
	}
	return all
}

// mayBearClitic tells at once of most words that none of the clitics stands at their end.
func mayBearClitic(form []byte) bool {
	if len(form) < 3 {
		return false
	}
	switch last := form[len(form)-1]; form[len(form)-2] {
	case 'l':
		return last == 'o' || last == 'a' || last == 'i' || last == 'e'
	case 'n':
		return last == 'e'
	case 'm', 't', 's', 'c', 'v':
		return last == 'i'
	}
	return false
}
