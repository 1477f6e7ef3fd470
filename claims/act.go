package claims

import "slices"

// The acts: what a speaker does by saying something. Each cue has one, the most usual where it has several: "avvertire" is
// Warn, though one may also be "avvertito" of an arrival.
const (
	Assert       Act = "assert"       // states: dire, affermare, dichiarare, commentare
	Claim        Act = "claim"        // states what is open to doubt: sostenere, asserire, rivendicare
	Announce     Act = "announce"     // makes known what will be: annunciare, comunicare, proclamare
	Report       Act = "report"       // passes on: riferire, riportare, informare, citare, testimoniare
	Reveal       Act = "reveal"       // makes known what was hidden: rivelare, svelare, confidare
	Explain      Act = "explain"      // spiegare, chiarire, precisare, motivare
	Define       Act = "define"       // calls something something: definire, bollare come, descrivere
	Emphasise    Act = "emphasise"    // sottolineare, ribadire, evidenziare, insistere
	Recall       Act = "recall"       // ricordare, rammentare, rievocare
	Add          Act = "add"          // begins, goes on or ends: aggiungere, proseguire, esordire, concludere
	Reply        Act = "reply"        // rispondere, replicare, ribattere
	Confirm      Act = "confirm"      // confermare, dimostrare, certificare
	Admit        Act = "admit"        // ammettere, riconoscere, confessare
	Deny         Act = "deny"         // says that it is not so: negare, smentire, escludere
	Reject       Act = "reject"       // will not have it: respingere, rifiutare, opporsi
	Agree        Act = "agree"        // concordare, convenire, acconsentire, accettare
	Ask          Act = "ask"          // wants to know: domandare, chiedersi, interrogare
	Request      Act = "request"      // wants done: richiedere, pretendere, invocare, appellarsi
	Order        Act = "order"        // ordinare, intimare, imporre, vietare
	Invite       Act = "invite"       // invitare, esortare, consigliare, raccomandare
	Propose      Act = "propose"      // proporre, suggerire, ipotizzare
	Promise      Act = "promise"      // promettere, garantire, impegnarsi, giurare
	Threaten     Act = "threaten"     // minacciare, ricattare
	Warn         Act = "warn"         // avvertire, ammonire, mettere in guardia
	Accuse       Act = "accuse"       // accusare, denunciare, incolpare
	Condemn      Act = "condemn"      // criticare, condannare, attaccare, contestare
	Complain     Act = "complain"     // lamentare, protestare, deplorare
	Praise       Act = "praise"       // lodare, elogiare, celebrare, difendere
	Thank        Act = "thank"        // ringraziare
	Apologise    Act = "apologise"    // scusarsi, pentirsi
	Congratulate Act = "congratulate" // congratularsi, salutare, augurare
	Predict      Act = "predict"      // prevedere, profetizzare, preannunciare
	Estimate     Act = "estimate"     // stimare, calcolare, quantificare
	Believe      Act = "believe"      // ritenere, pensare, giudicare, dedurre
	Hope         Act = "hope"         // sperare, auspicare, temere, volere
	Decide       Act = "decide"       // stabilire, decidere, sentenziare
	Exclaim      Act = "exclaim"      // the manner of speaking: gridare, sussurrare, sbottare, ironizzare
)

// Acts returns all acts, in the order of their declaration. The slice is the caller's own.
func Acts() []Act { return slices.Clone(acts[:]) }

var acts = [...]Act{Assert, Claim, Announce, Report, Reveal, Explain, Define, Emphasise, Recall, Add, Reply, Confirm, Admit,
	Deny, Reject, Agree, Ask, Request, Order, Invite, Propose, Promise, Threaten, Warn, Accuse, Condemn, Complain, Praise,
	Thank, Apologise, Congratulate, Predict, Estimate, Believe, Hope, Decide, Exclaim}
