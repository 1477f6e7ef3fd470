package claims

import (
	"strings"
	"sync"
)

// PROVISIONAL: a small private lexicon, until the real one is there.
const sketchVerbs = `accennare assert cn
accusare accuse dn
addurre assert nq
affermare assert cdnq
aggiungere assert cdnq
ammettere admit cdnq
ammonire warn cq
annunciare announce cdnq
argomentare assert cq
aspettare ask q
asserire assert cdq
assicurare promise cdnq
attaccare accuse q
attribuire accuse n
augurare wish cn
auspicare wish cdnq
avvertire warn cdq
avvisare warn cd
bollare accuse pq
chiarire assert cnq
chiedere request cdsnq
citare assert nq
commentare comment cnq
comunicare announce cdnq
concludere assert cq
concordare assert c
condannare condemn nq
confermare confirm cdnq
confessare admit cdnq
consigliare propose cdn
constatare assert c
contestare accuse cnq
continuare assert q
criticare criticise nq
decidere announce cd
dedurre assert c
definire judge pnq
denunciare accuse cdnq
descrivere assert npq
dichiarare announce cdnpq
dimostrare assert c
dire assert cdsnq
domandare ask sdq
elencare assert n
elogiare praise n
enunciare assert n
escludere deny cdn
esclamare assert q
esordire assert q
esortare request aq
esprimere assert nq
evidenziare emphasise cnq
garantire promise cdnq
giudicare judge npq
gridare assert cdq
giurare promise cdq
giustificare assert n
imputare accuse n
incalzare assert q
indicare assert cnq
informare announce cdq
insistere emphasise cq
intimare request cdnq
invitare request aq
invocare request n
ipotizzare predict cn
lamentare accuse cnq
lanciare announce
leggere assert q
manifestare assert n
minacciare warn cdn
negare deny cdnq
notare assert cq
obiettare deny cq
ordinare request cdnq
osservare assert cq
parlare assert dq
paventare warn nq
precisare assert cdnq
predire predict cn
preannunciare announce cn
pregare request d
prevedere predict cnq
proclamare announce cn
promettere promise cdnq
proporre propose cdnq
proseguire assert q
protestare accuse cq
raccomandare propose cdnq
raccontare assert cdnq
rassicurare promise cq
recitare assert q
reclamare request n
replicare reply cnq
respingere deny nq
ribadire emphasise cdnq
ribattere reply cq
richiedere request cdn
riconoscere admit cdnq
ricordare assert cdnq
riferire assert cdnq
rilevare assert cq
rimarcare emphasise cnq
rimproverare accuse dnq
ringraziare thank n
ripetere emphasise cdnq
riportare assert cnq
rispondere reply cdq
ritenere believe cdnpq
rivelare assert cdnq
rivendicare assert cdnq
salutare assert q
sbottare assert q
scandire assert q
scrivere assert cdnq
segnalare assert cdn
smentire deny cdn
sostenere assert cdnq
sottolineare emphasise cnq
specificare assert cdnq
spiegare assert cdnq
stabilire announce cd
stimare assert cn
suggerire propose cdnq
supporre believe c
svelare assert cnq
testimoniare assert cn
titolare assert q
tuonare assert q
twittare assert cq
urlare assert cdq
vaticinare predict c
confidare admit cdq
diramare announce n
diffondere announce n
assicurarsi promise c
impegnarsi promise a
dirsi assert p
dichiararsi assert p
lodare praise n
elogiare praise n
ironizzare comment q
tagliare assert
polemizzare accuse q
puntualizzare assert cq
rilanciare assert q
ammettere admit cdnq
delineare announce n
presentare announce
apprendere assert c
evincere assert c
credere believe cd
pensare believe cd
sperare wish cd
temere believe cd
esultare assert q
calcolare assert cq
protestare accuse q
sospirare assert q
riassumere assert q
rifiutare deny d`

const irregular = `dire dice dicono diceva dicevano disse dissero dirà diranno direbbe direbbero detto dicendo dica
chiedere chiede chiedono chiedeva chiedevano chiese chiesero chiederà chiederanno chiederebbe chiederebbero chiesto chiedendo chieda
richiedere richiede richiedono richiedeva richiedevano richiese richiesero richiederà richiederanno richiederebbe richiederebbero richiesto richiedendo richieda
rispondere risponde rispondono rispondeva rispondevano rispose risposero risponderà risponderanno risponderebbe risponderebbero risposto rispondendo risponda
aggiungere aggiunge aggiungono aggiungeva aggiungevano aggiunse aggiunsero aggiungerà aggiungeranno aggiungerebbe aggiungerebbero aggiunto aggiungendo aggiunga
ammettere ammette ammettono ammetteva ammettevano ammise ammisero ammetterà ammetteranno ammetterebbe ammetterebbero ammesso ammettendo ammetta
promettere promette promettono prometteva promettevano promise promisero prometterà prometteranno prometterebbe prometterebbero promesso promettendo prometta
concludere conclude concludono concludeva concludevano concluse conclusero concluderà concluderanno concluderebbe concluderebbero concluso concludendo concluda
escludere esclude escludono escludeva escludevano escluse esclusero escluderà escluderanno escluderebbe escluderebbero escluso escludendo escluda
decidere decide decidono decideva decidevano decise decisero deciderà decideranno deciderebbe deciderebbero deciso decidendo decida
scrivere scrive scrivono scriveva scrivevano scrisse scrissero scriverà scriveranno scriverebbe scriverebbero scritto scrivendo scriva
descrivere descrive descrivono descriveva descrivevano descrisse descrissero descriverà descriveranno descriverebbe descriverebbero descritto descrivendo descriva
leggere legge leggono leggeva leggevano lesse lessero leggerà leggeranno leggerebbe leggerebbero letto leggendo legga
esprimere esprime esprimono esprimeva esprimevano espresse espressero esprimerà esprimeranno esprimerebbe esprimerebbero espresso esprimendo esprima
proporre propone propongono proponeva proponevano propose proposero proporrà proporranno proporrebbe proporrebbero proposto proponendo proponga
supporre suppone suppongono supponeva supponevano suppose supposero supporrà supporranno supporrebbe supporrebbero supposto supponendo supponga
sostenere sostiene sostengono sosteneva sostenevano sostenne sostennero sosterrà sosterranno sosterrebbe sosterrebbero sostenuto sostenendo sostenga
ritenere ritiene ritengono riteneva ritenevano ritenne ritennero riterrà riterranno riterrebbe riterrebbero ritenuto ritenendo ritenga
prevedere prevede prevedono prevedeva prevedevano previde previdero prevederà prevederanno prevederebbe prevederebbero previsto prevedendo preveda
predire predice predicono prediceva predicevano predisse predissero predirà prediranno predirebbe predirebbero predetto predicendo predica
respingere respinge respingono respingeva respingevano respinse respinsero respingerà respingeranno respingerebbe respingerebbero respinto respingendo respinga
dedurre deduce deducono deduceva deducevano dedusse dedussero dedurrà dedurranno dedurrebbe dedurrebbero dedotto deducendo deduca
addurre adduce adducono adduceva adducevano addusse addussero addurrà addurranno addurrebbe addurrebbero addotto adducendo adduca
riconoscere riconosce riconoscono riconosceva riconoscevano riconobbe riconobbero riconoscerà riconosceranno riconoscerebbe riconoscerebbero riconosciuto riconoscendo riconosca
diffondere diffonde diffondono diffondeva diffondevano diffuse diffusero diffonderà diffonderanno diffonderebbe diffonderebbero diffuso diffondendo diffonda
apprendere apprende apprendono apprendeva apprendevano apprese appresero apprenderà apprenderanno apprenderebbe apprenderebbero appreso apprendendo apprenda
evincere evince evincono evinceva evincevano evinse evinsero evincerà evinceranno evincerebbe evincerebbero evinto evincendo evinca`

type verb struct {
	lemma  string
	act    Act
	frames string
}

type mood uint8

const (
	finite mood = iota
	participle
	gerund
	infinitive
)

type verbForm struct {
	verb   *verb
	mood   mood
	plural bool
	past   bool
}

var sketch = sync.OnceValue(func() map[string]verbForm {
	m := map[string]verbForm{}
	irr := map[string][]string{}
	for _, l := range strings.Split(irregular, "\n") {
		f := strings.Fields(l)
		irr[f[0]] = f[1:]
	}
	for _, l := range strings.Split(sketchVerbs, "\n") {
		f := strings.Fields(l)
		if len(f) < 3 {
			f = append(f, "")
		}
		v := &verb{f[0], Act(f[1]), f[2]}
		lem := strings.TrimSuffix(f[0], "si")
		if lem != f[0] {
			continue
		}
		add := func(s string, md mood, pl bool) {
			if _, ok := m[s]; !ok {
				m[s] = verbForm{v, md, pl, false}
			}
		}
		add(lem, infinitive, false)
		var forms []string
		if fs, ok := irr[lem]; ok {
			forms = fs
		} else {
			st := lem[:len(lem)-3]
			switch lem[len(lem)-3:] {
			case "are":
				h := st
				if strings.HasSuffix(st, "c") || strings.HasSuffix(st, "g") {
					h = st + "h"
				}
				if strings.HasSuffix(st, "ci") || strings.HasSuffix(st, "gi") {
					h = st[:len(st)-1]
				}
				forms = []string{st + "a", st + "ano", st + "ava", st + "avano", st + "ò", st + "arono", h + "erà", h + "eranno", h + "erebbe", h + "erebbero", st + "ato", st + "ando", st + "i"}
			case "ere":
				forms = []string{st + "e", st + "ono", st + "eva", st + "evano", st + "é", st + "erono", st + "erà", st + "eranno", st + "erebbe", st + "erebbero", st + "uto", st + "endo", st + "a"}
			case "ire":
				isc := st + "isc"
				forms = []string{isc + "e", isc + "ono", st + "iva", st + "ivano", st + "ì", st + "irono", st + "irà", st + "iranno", st + "irebbe", st + "irebbero", st + "ito", st + "endo", isc + "a"}
				if lem == "avvertire" || lem == "smentire" {
					forms[0], forms[1] = st+"e", st+"ono"
				}
			}
		}
		for i, s := range forms {
			switch {
			case i < 10:
				add(s, finite, i%2 == 1)
			case i == 10:
				b := strings.TrimSuffix(s, "o")
				for _, x := range []string{"o", "a", "i", "e"} {
					add(b+x, participle, x == "i" || x == "e")
				}
			case i == 11:
				add(s, gerund, false)
			case i == 12:
				add(s, finite, false)
			}
		}
	}
	return m
})
