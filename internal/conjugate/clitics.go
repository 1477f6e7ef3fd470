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
