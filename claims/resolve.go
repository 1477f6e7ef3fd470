package claims

import (
	"context"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/lang"
)

// speaker is who a source turned out to be.
type speaker struct {
	name     string
	party    int // index of the party, or -1
	plural   bool
	sentence int32
	head     string // the stem of the noun of a description
	size     int    // how many words say more than that noun
}

// resolver finds out who the pronouns, roles and omitted subjects stand for. It follows the document from its start.
type resolver struct {
	*reading
	parties   []party
	byID      map[int]int
	partyRoom []int                 // holds the party of each entity, see partyOf
	recent    []int                 // the parties by their last mention, the latest first; at most maxRecent
	mention   int                   // the entity up to which recent goes
	most      [extract.Misc + 1]int // the most mentions of a party of a kind
	last      speaker               // of the attribution before
	before    speaker               // of the one before that
	options   []option
	sought    sought  // the words of the source whose meaning is looked for
	best      bestFit // how well the titles of the options fit it

	descriptions []description // of the document
	described    int           // how many of them lie behind
}

// option is a possible answer.
type option struct {
	speaker
	self      bool         // the words of the source themselves, or nobody
	described *description // a description that was mentioned before, or nil
	rank      int          // how many of those lie between
}

func (r *reading) newResolver(ctx context.Context) (*resolver, error) {
	v := r.resolver
	v.reading, v.last, v.before = r, speaker{party: -1}, speaker{party: -1}
	v.collectParties()
	if err := v.collectTitles(ctx); err != nil {
		return nil, err
	}
	for i := range v.parties {
		p := &v.parties[i]
		p.guessGender(r)
		v.most[p.kind] = max(v.most[p.kind], len(p.mentions))
	}
	return v, nil
}

// forget lets go of the document, all but the room.
func (v *resolver) forget() {
	clear(v.descriptions)
	for i := range v.parties {
		v.parties[i].forget()
	}
	clear(v.byID)
	clear(v.options[:cap(v.options)]) // there were more of them for other attributions
	v.sought.forget()
	*v = resolver{
		parties: v.parties[:0], byID: v.byID, partyRoom: v.partyRoom[:0], recent: v.recent[:0], options: v.options[:0], sought: v.sought,
		descriptions: v.descriptions[:0],
	}
}

// collectParties makes a party of the entities of each ID.
func (v *resolver) collectParties() {
	for e := range v.ents {
		x := &v.ents[e]
		if !x.Kind.IsName() || x.Kind == extract.Work || x.Kind == extract.Event || v.held[e].start >= v.held[e].end {
			continue
		}
		i, known := v.byID[x.ID]
		if !known {
			i = len(v.parties)
			v.byID[x.ID] = i
			v.addParty(x)
		}
		v.parties[i].mentions = append(v.parties[i].mentions, v.held[e].start)
	}
	v.partyRoom = sized(v.partyRoom, len(v.ents))
	for e := range v.ents {
		i, known := v.byID[v.ents[e].ID]
		if !known {
			i = -1
		}
		v.partyRoom[e] = i
	}
}

// addParty adds the party of an entity, in the room that a party of an earlier document has left.
func (v *resolver) addParty(x *extract.Entity) {
	n := len(v.parties)
	if n == cap(v.parties) {
		v.parties = append(v.parties, party{})
	}
	v.parties = v.parties[:n+1]
	p := &v.parties[n]
	p.id, p.name, p.kind, p.gender, p.seen = x.ID, x.Name, x.Kind, parseGender(x.Gender), -1
	var room [longestForm]byte
	p.lower = v.vocabulary.texts.keep(appendLower(room[:0], x.Name))
}

// partyOf returns the party that entity e stands for, and whether there is one.
func (v *resolver) partyOf(e int) (party int, ok bool) {
	return v.partyRoom[e], v.partyRoom[e] >= 0
}

// resolve makes the Source of an attribution: the mention as it stands, and who it is.
func (v *resolver) resolve(a attribution, near bool) Source {
	s := Source{Entity: -1}
	if a.found {
		s.Span = v.sourceSpan(a)
		s.Text = v.doc.Text[s.Start:s.End]
	}
	who := v.who(a, near)
	s.Name = who.name
	if who.party >= 0 {
		s.Entity = v.parties[who.party].id
	}
	switch {
	case !a.found && who.name == "":
		s.Kind = Unknown
	case !a.found:
		s.Kind = Omitted
	case a.source.entity >= 0:
		s.Kind = Named
	case a.source.pronoun:
		s.Kind = Pronoun
	default:
		s.Kind = Nominal
	}
	if who.name != "" {
		v.note(who)
		v.remember(a, who)
	}
	return s
}

// remember adds the words of a description to the titles of the party that it stands for.
func (v *resolver) remember(a attribution, who speaker) {
	if a.found && a.source.entity < 0 && !a.source.pronoun && who.party >= 0 {
		v.addTitle(who.party, a.source.tokens)
	}
}

// note remembers a speaker as the last.
func (v *resolver) note(who speaker) {
	if who.name != v.last.name {
		v.before = v.last
	}
	v.last = who
}

// who finds out who speaks: a name stands for itself; for the rest the likeliest option is taken.
func (v *resolver) who(a attribution, near bool) speaker {
	at := v.position(a)
	if a.found && a.source.entity >= 0 {
		return v.named(a, at)
	}
	if who, ok := v.pointedAt(a, at); ok {
		return who
	}
	best, score := option{speaker: speaker{party: -1}}, int32(0)
	for i, o := range v.candidates(a, at) {
		v.whoEvidence(&v.judge.evidence, a, o, at, near)
		if s := v.judge.weigh(); i == 0 || s > score {
			best, score = o, s
		}
	}
	best.sentence = v.words[at].sentence
	return best.speaker
}

// position is the token at which an attribution stands.
func (v *resolver) position(a attribution) int { return min(max(a.cue.start, a.head), len(v.words)-1) }

func (v *resolver) named(a attribution, at int) speaker {
	e := &v.ents[a.source.entity]
	who := speaker{name: e.Name, party: -1, plural: a.source.number == plural, sentence: v.words[at].sentence}
	if i, ok := v.partyOf(a.source.entity); ok {
		who.party = i
	}
	if who.name == "" {
		who.name = e.Text
	}
	return who
}

// candidates lists the possible answers: the parties mentioned before, the last speakers, and the source's own words.
func (v *resolver) candidates(a attribution, at int) []option {
	v.advance(at)
	v.options = v.options[:0]
	v.seek(a)
	own := option{speaker: speaker{party: -1, plural: a.source.number == plural, head: v.sought.head, size: v.sought.size}, self: true}
	if a.found && !a.source.pronoun {
		own.name = v.text(v.withoutPointer(a.source))
	}
	if kind := v.sourceKind(a); kind != "age " && !(a.found && a.source.pronoun) || len(v.recent) == 0 { // "la sedicenne", "lui": has a name if anybody has
		v.options = append(v.options, own)
	}
	for _, old := range [...]speaker{v.last, v.before} {
		if old.name != "" && old.party < 0 && old.name != own.name && (a.found || !v.heads(old, at)) {
			v.options = append(v.options, option{speaker: old})
		}
	}
	for _, i := range v.recent {
		p := &v.parties[i]
		if p.kind == extract.Location && v.last.party != i && v.before.party != i {
			continue
		}
		v.options = append(v.options, option{speaker: speaker{name: p.name, party: i}})
	}
	v.addComing(at)
	v.addNamedBelow(at)
	v.addDescriptions(a, at)
	v.findBestFit()
	return v.options
}

// heads reports whether a speaker stands in a heading, also one that ends with a quotation, whom a verb without subject
// in the text below cannot mean.
func (v *resolver) heads(who speaker, at int) bool {
	heading := v.spans[who.sentence]
	last := heading.end - 1
	for last > heading.start && v.is(last, closeMark) {
		last--
	}
	return v.words[at].sentence != who.sentence && !v.is(last, stop)
}

// addNamedBelow adds the persons to whom the text below a heading gives the title that stands in it: "La sindaca: «…»".
func (v *resolver) addNamedBelow(at int) {
	if v.sought.head == "" || !v.heading(at) {
		return
	}
	for i := range min(len(v.parties), maxRecent) {
		p := &v.parties[i]
		if p.seen < 0 && p.kind == extract.Person && contains(p.heads, v.sought.head) && !v.offers(p.name) {
			v.options = append(v.options, option{speaker: speaker{name: p.name, party: i}})
		}
	}
}

// offers reports whether a name is among the options.
func (v *resolver) offers(name string) bool {
	for i := range v.options {
		if v.options[i].name == name {
			return true
		}
	}
	return false
}

// maxRecent bounds the parties that are thought of at a time.
const maxRecent = 24

// advance notes the mentions before token at.
func (v *resolver) advance(at int) {
	for ; v.mention < len(v.ents) && v.held[v.mention].start < at; v.mention++ {
		i, ok := v.partyOf(v.mention)
		if !ok || !v.ents[v.mention].Kind.IsName() || v.words[v.held[v.mention].start].quoted >= 0 && v.words[v.held[v.mention].start].quoted != v.words[at].quoted {
			continue
		}
		v.parties[i].seen = v.held[v.mention].start
		k := 0
		for k < len(v.recent) && v.recent[k] != i {
			k++
		}
		if k == len(v.recent) {
			if k == maxRecent {
				k--
			} else {
				v.recent = append(v.recent, 0)
			}
		}
		copy(v.recent[1:k+1], v.recent[:k])
		v.recent[0] = i
	}
}

// addComing adds the parties that are first named soon after: later in the sentence, or below a headline.
func (v *resolver) addComing(at int) {
	for e := v.mention; e < len(v.ents) && e < v.mention+8; e++ {
		i, ok := v.partyOf(e)
		if !ok || v.parties[i].seen >= 0 || v.parties[i].kind == extract.Location || v.held[e].start != v.parties[i].mentions[0] {
			continue
		}
		if v.sameOrFirst(v.held[e].start, at) {
			v.options = append(v.options, option{speaker: speaker{name: v.parties[i].name, party: i}})
		}
	}
}

// sameOrFirst reports whether a mention after token at may still be meant: in the same sentence, or by a headline.
func (v *resolver) sameOrFirst(mention, at int) bool {
	return v.words[mention].sentence == v.words[at].sentence || v.words[at].sentence < 2 && v.words[mention].sentence < v.words[at].sentence+3
}

// sourceSpan is the mention of a source: a name without what stands before it, else the phrase without its article.
func (r *reading) sourceSpan(a attribution) lang.Span {
	p := a.source
	if e := p.entity; e >= 0 && (r.ents[e].Kind == extract.Person || r.words[p.head].entity == int32(e)) {
		return r.ents[e].Span
	}
	return r.span(p.tokens)
}
