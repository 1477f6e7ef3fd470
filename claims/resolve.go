package claims

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/detto-it/detto/extract"
	"github.com/detto-it/detto/internal/conjugate"
	"github.com/detto-it/detto/lang"
)

//go:embed data/synonyms.txt
var synonymsText string

// synonymGroups maps a noun to the numbers of the groups that have it.
var synonymGroups = sync.OnceValue(func() map[string][]int {
	groups := map[string][]int{}
	n := 0
	for line := range dataLines(synonymsText) {
		for word := range strings.FieldsSeq(line) {
			groups[word] = append(groups[word], n)
		}
		n++
	}
	return groups
})

// synonyms reports whether two nouns share a group.
func synonyms(a, b string) bool {
	for _, i := range synonymGroups()[a] {
		for _, j := range synonymGroups()[b] {
			if i == j {
				return true
			}
		}
	}
	return false
}

// party is somebody or something that may speak: the mentions of one entity, and what the text calls it.
type party struct {
	id       int
	name     string
	kind     extract.Kind
	gender   conjugate.Gender
	mentions []int    // first tokens of its mentions, in order
	seen     int      // the last mention that lies behind, as a token; -1 if none does
	titles   []string // the nouns and adjectives that go with its name: "presidente", "cinese"
	heads    []string // those of them that are the nouns
}

// speaker is who a source turned out to be.
type speaker struct {
	name     string
	party    int // index of the party, or -1
	plural   bool
	sentence int32
}

// resolver finds out who the pronouns, roles and omitted subjects stand for. It follows the document from its start.
type resolver struct {
	*reading
	parties []party
	byID    map[int]int
	recent  []int                // the parties by their last mention, the latest first; at most maxRecent
	mention int                  // the entity up to which recent goes
	most    map[extract.Kind]int // the most mentions of a party of a kind
	last    speaker              // of the attribution before
	before  speaker              // of the one before that
	options []option
}

// option is a possible answer.
type option struct {
	speaker
	self bool // the words of the source themselves, or nobody
}

func (r *reading) newResolver() *resolver {
	v := &resolver{reading: r, byID: map[int]int{}, most: map[extract.Kind]int{}, last: speaker{party: -1}, before: speaker{party: -1}}
	for e := range r.ents {
		x := &r.ents[e]
		if !x.Kind.IsName() || x.Kind == extract.Work || x.Kind == extract.Event || r.held[e].start >= r.held[e].end {
			continue
		}
		i, known := v.byID[x.ID]
		if !known {
			i = len(v.parties)
			v.byID[x.ID] = i
			v.parties = append(v.parties, party{id: x.ID, name: x.Name, kind: x.Kind, seen: -1})
		}
		v.parties[i].mentions = append(v.parties[i].mentions, r.held[e].start)
	}
	v.collectTitles()
	for i := range v.parties {
		p := &v.parties[i]
		p.guessGender(r)
		v.most[p.kind] = max(v.most[p.kind], len(p.mentions))
	}
	return v
}

// collectTitles notes what the text calls each person or body: "il presidente cinese Xi Jinping", "Xi, presidente della
// Cina,", "il ministro, Antonio Tajani,".
func (v *resolver) collectTitles() {
	for s := range v.spans {
		phrases := v.sentencePhrases(s)
		for i, p := range phrases {
			if p.entity < 0 {
				continue
			}
			party, ok := v.byID[v.ents[p.entity].ID]
			if !ok {
				continue
			}
			named := v.held[p.entity]
			v.addTitle(party, tokens{p.start, named.start})
			if i+1 < len(phrases) && named.end == p.end {
				if q := phrases[i+1]; q.lead == p.end+1 && q.prep == 0 && v.is(p.end, comma|openBracket) && v.is(q.end, comma|closeBracket|stop) && v.apposition(q) {
					v.addTitle(party, q.tokens)
				}
			}
			if i > 0 && p.head == named.start {
				if q := phrases[i-1]; v.is(p.lead-1, comma) && q.end == p.lead-1 && v.apposition(q) {
					v.addTitle(party, q.tokens)
				}
			}
		}
	}
}

func (v *resolver) apposition(q phrase) bool {
	if v.words[q.head].entity >= 0 {
		return false
	}
	_, ok := v.lexicon.role(v.lowered(q.head))
	return ok
}

func (v *resolver) addTitle(party int, t tokens) {
	p := &v.parties[party]
	first := true
	for i := t.start; i < t.end; i++ {
		if v.words[i].class&(functionWord|punctuation|determiner|possessive) != 0 && v.words[i].entity < 0 {
			continue
		}
		low := v.lowered(i)
		p.titles = append(p.titles, low)
		if _, ok := v.lexicon.role(low); ok || first {
			p.heads = append(p.heads, low)
		}
		first = false
	}
}

// guessGender guesses the gender of a person from articles, titles and the first name.
func (p *party) guessGender(r *reading) {
	if p.kind != extract.Person {
		return
	}
	for _, m := range p.mentions {
		switch r.lowered(m - 1) {
		case "la", "della", "alla", "dalla":
			p.gender = conjugate.Feminine
			return
		case "il", "del", "al", "dal":
			p.gender = conjugate.Masculine
			return
		}
	}
	for _, t := range p.heads {
		if role, ok := r.lexicon.role(t); ok && role.Gender == conjugate.Feminine && role.Class == personSource {
			p.gender = conjugate.Feminine
			return
		}
	}
	first, _, full := strings.Cut(p.name, " ")
	if !full {
		return
	}
	p.gender = conjugate.Masculine
	if strings.HasSuffix(first, "a") && !masculineInA[first] || feminineNames[first] {
		p.gender = conjugate.Feminine
	}
}

var masculineInA = map[string]bool{"Andrea": true, "Luca": true, "Nicola": true, "Mattia": true, "Gianluca": true, "Elia": true,
	"Enea": true, "Battista": true, "Mustafa": true, "Joshua": true, "Barnaba": true, "Tobia": true, "Zaccaria": true, "Geremia": true, "Isaia": true, "Garcia": true}

var feminineNames = map[string]bool{"Irene": true, "Beatrice": true, "Alice": true, "Adele": true, "Rachele": true, "Matilde": true, "Clotilde": true,
	"Michelle": true, "Nicole": true, "Hillary": true, "Mary": true, "Elizabeth": true, "Karin": true, "Marie": true, "Anne": true, "Carmen": true, "Ingrid": true, "Ruth": true, "Sarah": true, "Deborah": true, "Noemi": true, "Jennifer": true, "Dolores": true, "Mercedes": true, "Miriam": true, "Ester": true}

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
	if a.found && a.source.entity < 0 && !a.source.pronoun && who.party >= 0 && len(v.parties[who.party].titles) < 40 {
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
	if i, ok := v.byID[e.ID]; ok {
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
	own := option{speaker: speaker{party: -1, plural: a.source.number == plural}, self: true}
	if a.found && !a.source.pronoun {
		own.name = v.text(a.source.tokens)
	}
	if kind := v.sourceKind(a); kind != "age " || len(v.recent) == 0 { // "la sedicenne" has a name if anybody has
		v.options = append(v.options, own)
	}
	for _, old := range [...]speaker{v.last, v.before} {
		if old.name != "" && old.party < 0 && old.name != own.name {
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
	return v.options
}

// maxRecent bounds the parties that are thought of at a time.
const maxRecent = 24

// advance notes the mentions before token at.
func (v *resolver) advance(at int) {
	for ; v.mention < len(v.ents) && v.held[v.mention].start < at; v.mention++ {
		i, ok := v.byID[v.ents[v.mention].ID]
		if !ok || !v.ents[v.mention].Kind.IsName() {
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
		i, ok := v.byID[v.ents[e].ID]
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

// whoEvidence collects what speaks for and against an option.
func (v *resolver) whoEvidence(e *evidence, a attribution, o option, at int, near bool) {
	e.start("who")
	kind := v.sourceKind(a)
	s := v.words[at].sentence
	if o.self {
		e.add("self", kind)
		e.add("self+nearby", kind, digit(btoi(near)))
		if a.found {
			e.add("self+article", kind, v.lowered(a.source.lead), digit(min(a.source.end-a.source.head, 4)))
			e.add("self+head", v.lowered(a.source.head))
			e.add("self+size", kind, digit(min(a.source.end-a.source.start, 5)))
		}
		e.add("self+last", kind, digit(btoi(v.last.name != "")))
		return
	}
	isLast, isBefore := o.name == v.last.name, o.name == v.before.name
	e.add("last", kind, digit(btoi(isLast)), digit(btoi(isBefore)))
	if isLast {
		gap := digit(min(int(s-v.last.sentence), 5) & 7)
		e.add("last gap", kind, gap)
		e.add("last gap near", kind, gap, digit(btoi(near)))
	}
	if o.party < 0 {
		e.add("description", kind)
		e.add("description+number", kind, digit(btoi(v.numberAgrees(a, o.plural))))
		return
	}
	p := &v.parties[o.party]
	e.add("kind", kind, p.kind.String())
	v.distanceEvidence(e, kind, p, at)
	e.add("number", kind, digit(btoi(v.numberAgrees(a, p.kind == extract.Organization && false))), p.kind.String())
	if g := v.sourceGender(a); g != 0 && p.gender != 0 {
		e.add("gender", kind, digit(btoi(g == p.gender)))
	}
	if a.found && !a.source.pronoun {
		v.titleEvidence(e, kind, a, p)
	}
}

func (v *resolver) distanceEvidence(e *evidence, kind string, p *party, at int) {
	s := v.words[at].sentence
	distance, subject := "after", "no"
	if p.seen >= 0 {
		d := int(s - v.words[p.seen].sentence)
		distance = digit(bucket(max(d, 0)))
		if d <= 2 && v.isSubject(p, v.words[p.seen].sentence) {
			subject = digit(max(d, 0))
		}
		rank := 0
		for _, i := range v.recent {
			if &v.parties[i] == p {
				break
			}
			if v.parties[i].kind == p.kind {
				rank++
			}
		}
		e.add("rank", kind, p.kind.String(), digit(min(rank, 4)))
		e.add("rank+distance", kind, p.kind.String(), digit(min(rank, 4)), distance)
	}
	e.add("distance", kind, p.kind.String(), distance)
	e.add("subject", kind, subject)
	e.add("subject+kind", kind, subject, p.kind.String())
	e.add("mentions", kind, digit(bucket(len(p.mentions))))
	e.add("most", kind, digit(btoi(len(p.mentions) == v.most[p.kind])))
	e.add("headline", kind, digit(btoi(v.words[p.mentions[0]].sentence == 0)))
}

// isSubject reports whether a party is the subject of a verb of a sentence.
func (v *resolver) isSubject(p *party, s int32) bool {
	_, subs := v.subjectsOf(int(s))
	for i := range subs {
		if subs[i].found && subs[i].entity >= 0 && v.ents[subs[i].entity].ID == p.id {
			return true
		}
	}
	return false
}

// titleEvidence compares a description with what the text calls a party.
func (v *resolver) titleEvidence(e *evidence, kind string, a attribution, p *party) {
	head := v.lowered(a.source.head)
	if meant := equivalentTitle(strings.ToLower(v.text(a.source.tokens))); meant != nil && !contains(p.heads, head) {
		v.equivalentEvidence(e, kind, meant, p)
		return
	}
	same := contains(p.heads, head)
	related := !same && containsSynonym(p.heads, head)
	matched, missed := 0, 0
	for i := a.source.start; i < a.source.end; i++ {
		if i == a.source.head || v.words[i].class&(functionWord|punctuation|determiner|possessive) != 0 && v.words[i].entity < 0 {
			continue
		}
		if low := v.lowered(i); contains(p.titles, low) || strings.Contains(strings.ToLower(p.name), low) {
			matched++
		} else {
			missed++
		}
	}
	is := "no"
	switch {
	case same:
		is = "same"
	case related:
		is = "related"
	case len(p.heads) == 0:
		is = "untitled"
	}
	e.add("title", is, kind)
	e.add("title+rest", is, digit(min(matched, 2)), digit(min(missed, 2)))
	e.add("title+kind", is, kind, p.kind.String())
	e.add("article", is, v.lowered(a.source.lead), v.lowered(a.source.lead-1))
	if strings.HasPrefix(strings.ToLower(p.name), head+" ") {
		e.add("name begins with head", kind)
	}
}

// equivalentEvidence compares a party's titles with another name of the role: "capo dello Stato".
func (v *resolver) equivalentEvidence(e *evidence, kind string, meant []string, p *party) {
	matched := 0
	for _, w := range meant {
		if contains(p.titles, w) {
			matched++
		}
	}
	is := "no"
	switch {
	case matched == len(meant):
		is = "same"
	case contains(p.heads, meant[0]):
		is = "related"
	}
	e.add("title", is, kind)
	e.add("title+rest", is, digit(min(matched, 2)), digit(min(len(meant)-matched, 2)))
	e.add("title+kind", is, kind, p.kind.String())
}

// equivalentTitles are phrases for a role that share no word with its title, and the words of the title.
var equivalentTitles = map[string][]string{
	"capo dello stato":            {"presidente", "repubblica"},
	"capo del governo":            {"presidente", "consiglio"},
	"primo cittadino":             {"sindaco"},
	"prima cittadina":             {"sindaca"},
	"santo padre":                 {"papa"},
	"pontefice":                   {"papa"},
	"capo della farnesina":        {"ministro", "esteri"},
	"titolare della farnesina":    {"ministro", "esteri"},
	"titolare del viminale":       {"ministro", "interno"},
	"capo del viminale":           {"ministro", "interno"},
	"inquilino della casa bianca": {"presidente"},
	"capo del cremlino":           {"presidente"},
}

func equivalentTitle(words string) []string { return equivalentTitles[words] }

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

func containsSynonym(list []string, word string) bool {
	for _, w := range list {
		if synonyms(w, word) {
			return true
		}
	}
	return false
}

// sourceKind names the kind of source whose meaning is sought.
func (v *resolver) sourceKind(a attribution) string {
	switch {
	case !a.found && a.group < 0:
		return "nothing "
	case !a.found:
		return "omitted "
	case a.source.pronoun:
		return "pronoun "
	}
	low := v.lowered(a.source.head)
	if role, ok := v.lexicon.role(low); ok {
		return string(role.Class) + digit(int(a.source.number)) + " "
	}
	if endsLike(low, "enne") { // "la sedicenne"
		return "age "
	}
	return "noun" + digit(int(a.source.number)) + " "
}

// sourceGender is the gender that the source shows, 0 if it does not.
func (v *resolver) sourceGender(a attribution) conjugate.Gender {
	if a.found {
		switch v.lowered(a.source.head) {
		case "lui", "egli", "quest'ultimo":
			return conjugate.Masculine
		case "lei", "ella", "quest'ultima":
			return conjugate.Feminine
		}
		switch v.lowered(a.source.lead) {
		case "il", "lo":
			return conjugate.Masculine
		case "la":
			return conjugate.Feminine
		}
		if role, ok := v.lexicon.role(v.lowered(a.source.head)); ok {
			return role.Gender
		}
		return 0
	}
	if a.group >= 0 && v.groups[a.group].reflexive && v.groups[a.group].compound { // "si è detta"
		switch text := v.tokens[v.groups[a.group].head].Text; text[len(text)-1] {
		case 'o':
			return conjugate.Masculine
		case 'a':
			return conjugate.Feminine
		}
	}
	return 0
}

// numberAgrees reports whether a speaker's number is that of the source or of the verb.
func (v *resolver) numberAgrees(a attribution, isPlural bool) bool {
	if a.found {
		return a.source.number.agrees(isPlural)
	}
	if a.group >= 0 && v.groups[a.group].mood == finite {
		return v.groups[a.group].plural == isPlural
	}
	return true
}

// sourceSpan is the mention of a source: a name without what stands before it, else the phrase without its article.
func (r *reading) sourceSpan(a attribution) lang.Span {
	p := a.source
	if e := p.entity; e >= 0 && (r.ents[e].Kind == extract.Person || r.words[p.head].entity == int32(e)) {
		return r.ents[e].Span
	}
	return r.span(p.tokens)
}
