package lang

import "strings"

// addressReach is how far the scanner looks ahead, in bytes, to see whether a word begins an address.
const addressReach = 256

// addressEnd returns the end of the address that begins with the word [i, end), 0 if there is none: a URL
// (https://esempio.it/pagina), a domain with or without a path (www.esempio.it, esempio.it/pagina), or an e-mail
// address (nome.cognome@esempio.it). At end stands a point, a colon or an @.
func addressEnd(text string, i, end int) int {
	if strings.HasPrefix(text[end:], "://") {
		return urlEnd(text, end+3)
	}
	if text[end] == ':' {
		return 0
	}
	limit := min(len(text), i+addressReach)
	name := nameEnd(text, end, limit)
	if name < limit && text[name] == '@' {
		domain := nameEnd(text, name+1, limit)
		if dot := strings.LastIndexByte(text[name+1:domain], '.'); dot > 0 && domain > name+1+dot+1 {
			return domain
		}
		return 0
	}
	if dot := strings.LastIndexByte(text[end:name], '.'); dot < 0 || !isTopDomain(text[end+dot+1:name]) {
		if !strings.EqualFold(text[i:end], "www") {
			return 0
		}
	}
	if name < len(text) && (text[name] == '/' || text[name] == '?') {
		return urlEnd(text, name)
	}
	return name
}

// nameEnd returns the end of a run of letters, figures, points and hyphens that begins at text[i]; a point or hyphen
// that nothing follows is not in it.
func nameEnd(text string, i, limit int) int {
	for i < limit {
		n := wordStep(text, i)
		if (text[i] == '.' || text[i] == '-') && i+1 < limit && wordStep(text, i+1) > 0 {
			n = 1
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// urlEnd returns the end of a URL whose host or path begins at text[i]: all up to white space, a quotation mark or an
// angle bracket, without the punctuation that ends the sentence or the bracket around it.
func urlEnd(text string, i int) int {
	end := i
	depth := 0
	for end < len(text) && !isSpaceAt(text, end) && !strings.ContainsRune("<>\"«»“”", firstRune(text[end:])) {
		switch text[end] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 {
			break // the bracket was opened before the URL
		}
		end++
	}
	for end > i && strings.IndexByte(".,;:!?'*]", text[end-1]) >= 0 {
		end--
	}
	return end
}

// firstRune returns the first character of a text that is not empty.
func firstRune(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

// isTopDomain reports whether label ends a domain name that Italian articles write without "www". The list is short on
// purpose: a point without a blank after it is more often a typing error ("finito.Poi") than a domain.
func isTopDomain(label string) bool {
	for _, domain := range topDomains {
		if strings.EqualFold(label, domain) {
			return true
		}
	}
	return false
}

// topDomains are Italy and its neighbours, the large countries, and the domains without a country.
var topDomains = [...]string{"it", "com", "org", "net", "eu", "gov", "edu", "info", "int", "tv", "io", "ch", "fr", "de", "uk",
	"us", "es", "va", "sm", "ru", "cn", "biz"}
