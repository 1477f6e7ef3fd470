// Package claims finds who said what in an Italian text, and which principles are declared.
//
//	text ──lang.Parse──▶ *lang.Document ──extract.Entities──▶ []extract.Entity
//	                           │                                    │
//	                           └─────────────────┬──────────────────┘
//	                                             │
//	         ┌───────────────────────────────────┴──────────────────┐
//	         ▼                                                      ▼
//	  Quotes: what stands between marks and what          Lists: principles, values, goals …
//	  is reported ("ha detto che …"), each with           with their items; each has the
//	    Cue     "ha aggiunto", act add                    speaker of the quote it stands in
//	    Source  "il sindaco" → "Paolo Ferri"
//
// Analyze does all of it and returns an Analysis, which becomes JSON as docs/analysis.schema.json says. Quotes and Lists work on
// a document and entities that the caller has, and Principles finds where principles are named at all.
//
// A Source may be a name, a common noun, a pronoun, or left out ("Ha aggiunto che …"); Source.Name is who that is, as far as the text
// tells. Offsets are bytes of the text: doc.Text[q.Start:q.End] == q.Text. Everything may be used from any goroutine; any byte
// sequence is a text, time is linear in its length, and equal input gives equal output on every platform.
// Memory is linear too: Quotes and Lists allocate at most 512 bytes for a byte of text, garbage included, and an Analysis
// holds at most 128. The forms with a context give up soon after it has ended.
package claims
