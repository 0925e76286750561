package mention

import "strings"

// listed is a set of words.
func listed(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// How a title is written: short ones stand before a name alone, those that may
// end a sentence have a full stop, full ones are words of their own.
const (
	short = iota + 1
	ending
	full
)

// The lists below are read and never changed.
var titles = map[string]int{
	"mr": short, "mrs": short, "ms": short, "mx": short,
	"dr": ending, "prof": ending, "dra": ending, "mme": ending, "mlle": ending,
	"professor": full, "doctor": full, "nurse": full, "matron": full, "sister": full, "miss": full,
	"herr": full, "frau": full, "señor": full, "señora": full, "monsieur": full, "madame": full,
}

// ordinary words have a capital without naming a person: what begins sentences
// that lack a full stop, days, months, peoples, faiths, places, subjects, and
// what everybody knows.
var ordinary = listed(`
a about above absolutely actually after again all almost also although always am amazing an and another any anyway are as ask at awesome
be because been before being best better both but by can come could day definitely did didn't do does doesn't doing don't
each either else especially even ever every everybody everyone everything excellent except exactly few finally first for from
general get go going good got great had happy has have having he hello help her here hers hey hi him his honestly how however
i i'd i'll i'm i've if in indeed instead is isn't it it's its just keep know last later least less let let's like listen look lot lots love
many may maybe me more most much must my need never new next nice no nobody none not nothing now of off often oh ok okay old on once one only or other others otherwise our out over own
patient patients people per perhaps personally please practitioner probably quite rather really right same see seriously she should since so some somebody someone something sometimes still such superb
take than thank thanks that that's the their them then there there's these they they're thing think this those though three to today together tomorrow tonight too totally two
under until up us usually very was way we we're well were what what's when where whether which while who whoever whole whom whose why will with without wonderful would wow
yes yesterday yet you you'll you're you've your yours
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
christmas easter ramadan diwali eid halloween thanksgiving spring summer autumn winter fall
god lord jesus christ allah buddha krishna bible quran koran christian christians muslim muslims jewish hindu hindus buddhist catholic catholics islam
english german french spanish italian arabic hindi urdu latin greek dutch swiss thai turkish chinese mandarin polish portuguese
africa asia europe america england scotland wales ireland britain france germany spain italy india china japan brazil mexico canada australia russia
london paris berlin oxford cambridge harvard yale princeton stanford boston chicago california texas york
internet web wifi google facebook youtube whatsapp twitter instagram zoom teams moodle excel word windows microsoft apple amazon wikipedia netflix tinder uber skype chatgpt covid corona python java matlab
balint freud jung rogers hippocrates einstein newton euler gauss shakespeare turing khan
bachelor master masters phd bsc msc md ba ma ceo uk usa us nhs ecg mri hiv adhd dna tv id cv er icu gp
biology chemistry physics maths math mathematics statistics psychology psychiatry medicine surgery anatomy oncology
lecture lectures lesson chapter part section question problem example exercise exam test quiz video figure table week session group round year term semester course module class unit day level stage phase type
who's professor doctor nurse sister matron miss madam sir dean dad mum mom mommy daddy grandma grandpa mother father papa mama uncle aunt granny
north south east west university college school department faculty hospital ward clinic emergency internal intensive care family general
`)

// speaks are words behind a person's name that say what the person did.
var speaks = listed(`said says told tells asked asks felt thought cried laughed explained replied answered mentioned suggested helped listened spoke whispered
sagte fragte erzählte meinte`)

// beside are words behind which a name stands: with Okafor we talked.
var beside = listed(`with by thank thanks`)

// numbered are places of which a house has several.
var numbered = listed(`ward bed bay station cubicle`)

// houses are where patients lie or are seen.
var houses = listed(`hospital infirmary clinic hospice klinikum krankenhaus spital sanatorium`)

// kinds of wards and hospitals, which many have.
var kinds = listed(`acute adult ambulatory birth breast burn cancer cardiac cardiology child children children's childrens chest community county day dental district eating ent eye
general geriatric gynaecology haematology heart high hospital icu inpatient intensive local long main male female maternity medical mental military national neonatal neuro neurology neurosurgical
night obstetric oncology open orthopaedic outpatient paediatric pediatric private psych psychiatric psychiatry public regional rehabilitation renal respiratory royal royale rural side stroke
surgery surgical state teaching the trauma university urban urology veterans walk-in women women's womens ward`)

// phoneWords stand before a telephone number.
var phoneWords = listed(`tel telephone phone mobile cellphone whatsapp telefon handy handynummer`)

// birthWords stand before a date of birth.
var birthWords = []string{
	"born", "Born", "birthday", "Birthday", "of birth", "of Birth", "of BIRTH", "dob", "DOB", "d.o.b.", "D.O.B.", "D.o.B.",
	"geboren", "geb.", "Geburtsdatum",
}
