package claims

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// What is kept stays as it is while more is kept, and a giant word takes no room from the others.
func TestTextRoom(t *testing.T) {
	var room textRoom
	var kept []string
	words := []string{"governo", "è", strings.Repeat("à", textRoomSize), "perché", ""}
	for range 3 * textRoomSize {
		for _, word := range words {
			kept = append(kept, room.keep([]byte(word)))
		}
	}
	for i, word := range kept {
		require.Equal(t, words[i%len(words)], word)
	}
	require.LessOrEqual(t, room.builder.Cap(), 2*textRoomSize)
}

func TestLettersIn(t *testing.T) {
	require.Equal(t, 6, lettersIn("perché", 10))
	require.Equal(t, 6, lettersIn(norm.NFD.String("perché"), 10), "an accent typed apart is no letter")
	require.Equal(t, 4, lettersIn("perché", 4))
}

// A reading that rests holds nothing of the document, not even what it passed over.
func TestReadingsForget(t *testing.T) {
	doc := lang.Parse("Il sindaco Luca Ferri ha visto Anna Sala e un medico di Lodi. Ha detto che il ponte riapre. «Non basta», ha risposto il medico. Secondo lui il tetto cede.")
	r := newReading()
	require.NoError(t, r.read(t.Context(), doc, extract.Entities(doc)))
	_, err := r.quotes(t.Context())
	require.NoError(t, err)
	r.forget()
	for _, o := range r.resolver.options[:cap(r.resolver.options)] {
		require.Zero(t, o)
	}
	for _, d := range r.resolver.descriptions[:cap(r.resolver.descriptions)] {
		require.Zero(t, d)
	}
}
