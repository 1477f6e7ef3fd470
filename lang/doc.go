// Package lang reads the surface of Italian text: tokens, sentences, quotation marks, stems and positions. It knows letters
// and grammar and nothing about meaning.
//
// Parse makes a Document, whose tokens and sentences carry byte offsets into the text exactly as it was given: nothing is
// normalised, and doc.Text[t.Start:t.End] == t.Text holds for every token and sentence. Any sequence of bytes is a text;
// nothing fails and everything takes linear time. Parse allocates at most 256 bytes for a byte of text (9 in
// prose) and Quoted 320. Tokens and Sentences are iterators over what Parse finds that
// allocate nothing.
//
//	"L’ha detto: «Sì»."
//	   │
//	   ├─ Tokens ─────▶ L’  ha  detto  :  «  Sì  »  .     kinds: elision, word, punct …
//	   ├─ Sentences ──▶ L’ha detto: «Sì».
//	   └─ Parse ──────▶ Document ─┬─ Quoted ──────▶ Sì     what stands between marks
//	                              └─ Position ────▶ line, and columns in bytes, characters, UTF-16
//
// Stem, Fold and IsFunctionWord answer for one word.
//
// Tokens are those that the Italian treebanks of Universal Dependencies count on the surface (https://universaldependencies.org/it):
// an elided word is one (dell'|anno), a preposition with its article (della) and a verb with its pronouns (farlo) are
// one each, and the point of an abbreviation belongs to it.
//
// All functions may be called from any goroutine, and all values shared between goroutines once made, unless their
// comment says otherwise.
package lang
