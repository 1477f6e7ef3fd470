// Package extract finds who and what is in an Italian text: names, dates, quantities and numbers, with byte offsets, and
// which of them are the same thing.
//
//	*lang.Document ──┬─▶ names: a sequence model, twice over the document ◀── Extractor.Model
//	                 │      "Paolo Ferri" PER  "Lodi" LOC                    Extractor.Gazetteer
//	                 │
//	                 └─▶ expressions: a grammar                          ◀── Extractor.Now
//	                        "ieri" DATE  "2,5 milioni di euro" MONEY
//	                                  │
//	                                  ▼
//	                        one order, no overlap; the same ID for the same thing  ──▶  []Entity
//	                        ("Ferri" is "Paolo Ferri")
//
// Entities does it with the embedded model; an Extractor has options: names of one's own, another model, a reference date,
// only some kinds. What an expression is worth is in Entity.Norm and in the methods Time, Interval, Number, Range and Unit.
//
// Everything may be used from any goroutine. Nothing fails: any Document gives a result, in time linear in its length, and an
// equal one gives an equal result on every platform. Entities allocates at most 1024 bytes for a byte of text, 50 in prose,
// garbage included. The embedded model is read in place when it is first needed.
package extract
