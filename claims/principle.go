package claims

import "fmt"

// Principle identifies a principle of international or domestic life; "" is none. It is its own text form, in Go and
// in JSON.
type Principle string

// The principles, in the order of the texts that declare them.
const (
	// MutualRespect is mutual respect: "rispetto reciproco". Declared in the Five Principles of Peaceful
	// Coexistence (1954), first principle; the SCO Charter (2001), preamble: the "Shanghai spirit".
	MutualRespect Principle = "mutual-respect"

	// GoodNeighbourliness is good-neighbourly relations: "buon vicinato". Declared in the UN Charter, preamble
	// ("vivere in pace l'uno con l'altro in rapporti di buon vicinato") and art. 74; the SCO Charter, art. 1.
	GoodNeighbourliness Principle = "good-neighbourliness"

	// Solidarity is solidarity: "solidarietà". Declared in the Treaty on European Union, art. 2 and 3; the Italian
	// Constitution, art. 2.
	Solidarity Principle = "solidarity"

	// MutualBenefit is mutual benefit: "vantaggio reciproco". Declared in the Five Principles (1954), fourth
	// principle; the SCO Charter, preamble.
	MutualBenefit Principle = "mutual-benefit"

	// MutualTrust is mutual trust: "fiducia reciproca". Declared in the SCO Charter, preamble and art. 1: the
	// "Shanghai spirit".
	MutualTrust Principle = "mutual-trust"

	// Equality is equality of states, peoples and persons: "uguaglianza, pari dignità". Declared in the UN
	// Charter, art. 1(2) and 2(1); the Five Principles (1954); the Treaty on European Union, art. 2; the Italian
	// Constitution, art. 3.
	Equality Principle = "equality"

	// Sovereignty is sovereignty: "sovranità". Declared in the UN Charter, art. 2(1); the Five Principles (1954);
	// the Helsinki Final Act (1975), principle I; the Italian Constitution, art. 1.
	Sovereignty Principle = "sovereignty"

	// Independence is independence, also of courts and offices: "indipendenza". Declared in the SCO Charter, art.
	// 2; the UN Charter, art. 2(4); the Italian Constitution, art. 104.
	Independence Principle = "independence"

	// TerritorialIntegrity is territorial integrity: "integrità territoriale". Declared in the Five Principles
	// (1954), first principle; the UN Charter, art. 2(4); the Helsinki Final Act (1975), principle IV.
	TerritorialIntegrity Principle = "territorial-integrity"

	// InviolabilityOfBorders is inviolability of frontiers: "inviolabilità delle frontiere". Declared in the
	// Helsinki Final Act (1975), principle III; the SCO Charter, art. 2.
	InviolabilityOfBorders Principle = "inviolability-of-borders"

	// NonAggression is non-aggression: "non aggressione". Declared in the Five Principles (1954), second
	// principle; the Bandung declaration (1955), principle 7; the SCO Charter, art. 2.
	NonAggression Principle = "non-aggression"

	// NonUseOfForce is no threat or use of force: "rinuncia all'uso della forza". Declared in the UN Charter, art.
	// 2(4); the Helsinki Final Act (1975), principle II.
	NonUseOfForce Principle = "non-use-of-force"

	// NonInterference is non-interference in internal affairs: "non ingerenza". Declared in the Five Principles
	// (1954), third principle; the Bandung declaration (1955), principle 4; the UN Charter, art. 2(7); the
	// Helsinki Final Act (1975), principle VI.
	NonInterference Principle = "non-interference"

	// PeacefulCoexistence is peaceful coexistence: "coesistenza pacifica". Declared in the Five Principles (1954),
	// fifth principle.
	PeacefulCoexistence Principle = "peaceful-coexistence"

	// PeacefulSettlement is peaceful settlement of disputes: "soluzione pacifica delle controversie". Declared in
	// the UN Charter, art. 2(3) and 33; the Bandung declaration (1955), principle 8; the Helsinki Final Act
	// (1975), principle V.
	PeacefulSettlement Principle = "peaceful-settlement"

	// SelfDetermination is self-determination of peoples: "autodeterminazione dei popoli". Declared in the UN
	// Charter, art. 1(2); the Helsinki Final Act (1975), principle VIII.
	SelfDetermination Principle = "self-determination"

	// HumanRights is human rights and fundamental freedoms: "diritti umani". Declared in the UN Charter, art.
	// 1(3); the Bandung declaration (1955), principle 1; the Helsinki Final Act (1975), principle VII; the Treaty
	// on European Union, art. 2; the Italian Constitution, art. 2.
	HumanRights Principle = "human-rights"

	// HumanDignity is human dignity: "dignità della persona". Declared in the Treaty on European Union, art. 2;
	// the UN Charter, preamble; the Italian Constitution, art. 3 and 41.
	HumanDignity Principle = "human-dignity"

	// Freedom is freedom and the freedoms: "libertà". Declared in the Treaty on European Union, art. 2; the
	// Italian Constitution, art. 13-21.
	Freedom Principle = "freedom"

	// Democracy is democracy: "democrazia". Declared in the Treaty on European Union, art. 2; the Italian
	// Constitution, art. 1.
	Democracy Principle = "democracy"

	// RuleOfLaw is rule of law: "Stato di diritto". Declared in the Treaty on European Union, art. 2.
	RuleOfLaw Principle = "rule-of-law"

	// InternationalLaw is respect for international law: "diritto internazionale". Declared in the UN Charter,
	// preamble; the SCO Charter, art. 1 and 2; the Italian Constitution, art. 10.
	InternationalLaw Principle = "international-law"

	// GoodFaith is fulfilment of obligations in good faith: "buona fede". Declared in the UN Charter, art. 2(2);
	// the Helsinki Final Act (1975), principle X.
	GoodFaith Principle = "good-faith"

	// Justice is justice: "giustizia". Declared in the UN Charter, preamble and art. 2(3); the Bandung declaration
	// (1955), principle 10; the Treaty on European Union, art. 2.
	Justice Principle = "justice"

	// Peace is peace, rejection of war: "pace". Declared in the UN Charter, art. 1(1); the Treaty on European
	// Union, art. 3; the Italian Constitution, art. 11.
	Peace Principle = "peace"

	// Security is security, indivisible or common: "sicurezza". Declared in the UN Charter, art. 1(1); the SCO
	// Charter, art. 1.
	Security Principle = "security"

	// Cooperation is cooperation: "cooperazione". Declared in the UN Charter, art. 1(3); the Bandung declaration
	// (1955), principle 9; the Helsinki Final Act (1975), principle IX.
	Cooperation Principle = "cooperation"

	// LoyalCooperation is sincere cooperation among institutions: "leale collaborazione". Declared in the Treaty
	// on European Union, art. 4(3); the Italian Constitution, art. 120.
	LoyalCooperation Principle = "loyal-cooperation"

	// Consultation is consultation on an equal footing: "consultazione". Declared in the SCO Charter, preamble:
	// the "Shanghai spirit"; the Treaty on European Union, art. 11.
	Consultation Principle = "consultation"

	// Multilateralism is multilateralism: "multilateralismo". Declared in the Treaty on European Union, art. 21;
	// the SCO Charter, art. 1 (a multipolar world).
	Multilateralism Principle = "multilateralism"

	// Openness is openness to the world, to others, of markets: "apertura". Declared in the SCO Charter, art. 2;
	// the Treaty on European Union, art. 1 (decisions taken as openly as possible).
	Openness Principle = "openness"

	// Inclusiveness is inclusion of all: "inclusività". Declared in the Treaty on European Union, art. 3(3)
	// (against social exclusion).
	Inclusiveness Principle = "inclusiveness"

	// CulturalDiversity is respect for the diversity of cultures: "diversità culturale". Declared in the SCO
	// Charter, preamble: the "Shanghai spirit"; the Treaty on European Union, art. 3(3).
	CulturalDiversity Principle = "cultural-diversity"

	// CommonDevelopment is common development, shared prosperity: "sviluppo comune". Declared in the SCO Charter,
	// preamble: the "Shanghai spirit".
	CommonDevelopment Principle = "common-development"

	// Sustainability is sustainable development, care for nature: "sostenibilità". Declared in the Treaty on
	// European Union, art. 3(3); the Italian Constitution, art. 9.
	Sustainability Principle = "sustainability"

	// Friendship is friendship among nations: "amicizia". Declared in the UN Charter, art. 1(2); the SCO Charter,
	// art. 1.
	Friendship Principle = "friendship"

	// Tolerance is tolerance: "tolleranza". Declared in the UN Charter, preamble; the Treaty on European Union,
	// art. 2.
	Tolerance Principle = "tolerance"

	// Transparency is transparency of acts and accounts: "trasparenza". Declared in the Treaty on European Union,
	// art. 11.
	Transparency Principle = "transparency"

	// Accountability is the duty to render account: "obbligo di rendere conto". Declared in the Treaty on European
	// Union, art. 10(2); the Italian Constitution, art. 28 and 100.
	Accountability Principle = "accountability"

	// Impartiality is impartiality of offices and judges: "imparzialità". Declared in the Italian Constitution,
	// art. 97 and 111.
	Impartiality Principle = "impartiality"

	// Subsidiarity is subsidiarity: "sussidiarietà". Declared in the Treaty on European Union, art. 5(3); the
	// Italian Constitution, art. 118.
	Subsidiarity Principle = "subsidiarity"

	// Proportionality is proportionality: "proporzionalità". Declared in the Treaty on European Union, art. 5(4).
	Proportionality Principle = "proportionality"

	// Neutrality is neutrality, in conflicts and of the state towards creeds: "neutralità". Declared in the Hague
	// Conventions (1907); the Bandung declaration (1955), principle 6 (no blocs serving the great powers).
	Neutrality Principle = "neutrality"

	// Responsibility is responsibility, shared or one's own: "responsabilità". Declared in the Italian
	// Constitution, art. 28; the Treaty on European Union, preamble to the Charter of Rights.
	Responsibility Principle = "responsibility"

	// Precaution is precaution against harm: "precauzione". Declared in the Treaty on the Functioning of the
	// European Union, art. 191(2).
	Precaution Principle = "precaution"
)

// UnmarshalText reads the text form of a principle; "" is none. Its error names a text that is neither.
func (p *Principle) UnmarshalText(text []byte) error {
	if len(text) > 0 && !principles().known[Principle(text)] {
		return fmt.Errorf("claims: no principle %q", text)
	}
	*p = Principle(text)
	return nil
}
