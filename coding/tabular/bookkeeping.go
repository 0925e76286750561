package tabular

import (
	"fmt"
	"slices"
	"strings"
)

// Headers by which columns are known, folded. respondentHeaders name the
// respondent, the surest first.
func respondentHeaders() []string {
	return []string{
		"responseid", "respondentid", "participantid", "respondent", "participant", "caseid", "case",
		"recordid", "subjectid", "subject", "studentid", "pid", "antwortid", "teilnehmerid", "teilnehmer",
		"idderéponse", "idréponse", "iddelaréponse", "participantcode", "idderespuesta", "idderesposta", "participante",
		"commentid", "id", "nr", "no", "code",
	}
}

// personalHeaders hold what identifies people.
func personalHeaders() []string {
	return []string{
		"ipaddress", "ipaddr", "ip", "ipadresse", "adresseip", "direcciónip",
		"email", "emailaddress", "mail", "recipientemail", "emailadresse", "adresseemail", "correoelectrónico", "direccióndecorreoelectrónico",
		"name", "fullname", "username", "firstname", "lastname", "surname", "vorname", "nachname", "nutzername",
		"prénom", "nom", "nomdutilisateur", "nombre", "nombredeusuario", "apellido", "apellidos",
		"recipientfirstname", "recipientlastname", "phone", "phonenumber", "telefon",
		"locationlatitude", "locationlongitude", "latitude", "longitude",
	}
}

// timestampHeaders are those that begin a table of Google Forms.
func timestampHeaders() []string {
	return []string{
		"timestamp", "zeitstempel", "horodateur", "marcatemporal", "carimbodedatahora",
		"informazionicronologiche", "tijdstempel",
	}
}

// clockHeaders hold when the survey was filled in.
func clockHeaders() []string {
	return append(timestampHeaders(),
		"startdate", "enddate", "recordeddate", "starttime", "endtime", "completiontime", "lastmodifiedtime",
		"submitdate", "datesubmitted", "datestarted", "datelastaction", "datecreated", "datemodified", "datestamp",
		"startzeit", "fertigstellungszeit", "durationinseconds", "duration", "totaltime", "interviewtime", "gesamtzeit",
		"abgeschicktam", "abgeschickt", "datedesoumission", "fechadeenvío", "datumabgeschickt",
	)
}

// machineHeaders hold what one program notes and others may ask people.
func machineHeaders(software string) []string {
	switch software {
	case qualtrics:
		return []string{"status", "progress", "finished", "externalreference", "externaldatareference", "distributionchannel", "userlanguage", "responsetype", "qpolicyviolation"}
	case limeSurvey:
		return []string{"lastpage", "startlanguage", "seed", "token", "refurl", "referrerurl", "letzteseite", "startsprache", "zufallsstartwert", "dernièrepage", "languededépart", "têtedesérie", "últimapágina", "lenguajeinicial", "semilla"}
	case surveyMonkey:
		return []string{"collectorid", "customdata1"}
	case googleForms:
		return []string{"score", "punktzahl"}
	case msForms:
		return []string{"totalpoints", "quizfeedback", "gradepostedtime"}
	}
	return nil
}

// limeFields are the codes of what LimeSurvey notes itself, as it spells them in
// every language.
func limeFields() []string {
	return []string{"id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl", "token", "interviewtime"}
}

// bookkeeping says why a column of this header is left out, or nothing.
func bookkeeping(c Column, software string) string {
	name := fold(c.Name)
	switch {
	case slices.Contains(personalHeaders(), name):
		return "It would identify people."
	case slices.Contains(clockHeaders(), name):
		return "It says when the survey was filled in."
	case slices.Contains(machineHeaders(software), name):
		return fmt.Sprintf("%s fills it in by itself.", software)
	case software == limeSurvey && (strings.HasPrefix(name, "grouptime") || strings.HasPrefix(name, "questiontime") || strings.HasSuffix(name, "time") && limeCode(c.Name)):
		return "It says when the survey was filled in."
	}
	return ""
}

// openHeaders are words in a question that ask for free text.
func openHeaders() []string {
	return []string{
		"comment", "feedback", "describe", "explain", "why", "suggest", "anything else", "what did", "what would", "how did", "in your own words", "free text", "freetext", "opinion", "reflection", "remarks", "tell us",
		"kommentar", "warum", "beschreib", "anmerkung", "rückmeldung", "was hat", "freitext",
		"comentario", "por qué", "describa", "explique", "sugerencia", "opinión",
		"commentaire", "pourquoi", "décri", "expliqu", "remarque", "qu'avez", "qu’avez", "votre avis",
	}
}

// textHeaders name a column of texts, when they are all of its header.
func textHeaders() []string {
	return []string{
		"text", "texts", "comment", "comments", "answer", "answers", "response", "responses", "feedback", "note", "notes",
		"antwort", "antworten", "texte", "texto", "textos", "respuesta", "respuestas", "réponse", "réponses",
	}
}

// asking is how plainly a question asks to be answered in one's own words.
type asking int

const (
	asksNot asking = iota
	asksPerhaps
	asksPlainly
)

func asksForText(c Column) asking {
	if strings.HasSuffix(c.ImportID, "_TEXT") {
		return asksPlainly
	}
	q := strings.ToLower(c.Question)
	for _, words := range []string{q, strings.ToLower(c.Name)} {
		for _, w := range openHeaders() {
			if strings.Contains(words, w) {
				return asksPlainly
			}
		}
	}
	if strings.HasSuffix(q, "?") && len(strings.Fields(q)) >= 3 {
		return asksPerhaps
	}
	return asksNot
}

// countStarts begin questions whose answer in numbers is no rating.
func countStarts() []string {
	return []string{
		"how many", "how old", "how long", "number of", "age", "year", "week", "hour", "which", "in which", "what year", "what is your", "when",
		"wie viele", "wie alt", "wie lange", "anzahl", "welche", "in welche", "wann",
		"cuánto", "cuánta", "cuántos", "cuántas", "cuál", "en qué", "edad", "número de",
		"combien", "quel", "en quelle", "nombre de", "âge", "depuis",
	}
}
