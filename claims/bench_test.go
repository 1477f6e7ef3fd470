package claims

import "testing"

func BenchmarkNewLexicon(b *testing.B) {
	for b.Loop() {
		newLexicon()
	}
}

func BenchmarkVerb(b *testing.B) {
	l := theLexicon()
	words := []string{"il", "presidente", "della", "repubblica", "ha", "quindi", "ricordato", "che", "le", "imprese", "europee",
		"producono", "energia", "dicendogli", "partecipazione", "comune", "l'", "perché", "città", "annuncerà"}
	var dst []verbReading
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			dst = l.verb(dst[:0], w)
		}
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "tokens/s")
}
