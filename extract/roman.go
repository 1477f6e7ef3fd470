package extract

// roman reads a Roman numeral in capitals from 1 to 3999, in its one regular form ("XIV", not "XIIII").
func roman(s string) (int64, bool) {
	if len(s) == 0 || len(s) > len("MMMDCCCLXXXVIII") {
		return 0, false
	}
	n, rest := int64(0), s // a form that begins with another has the higher digit, so the highest that fits is the one
	for _, place := range romanPlaces {
		for digit := len(place.forms); digit > 0; digit-- {
			if form := place.forms[digit-1]; len(rest) >= len(form) && rest[:len(form)] == form {
				n, rest = n+int64(digit)*place.value, rest[len(form):]
				break
			}
		}
	}
	return n, rest == ""
}

var romanPlaces = [...]struct {
	value int64
	forms []string
}{
	{1000, []string{"M", "MM", "MMM"}},
	{100, []string{"C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"}},
	{10, []string{"X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}},
	{1, []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}},
}
