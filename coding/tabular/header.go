package tabular

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"concord/coding"
)

// headerLook is how many rows are read to recognise the header and, in a
// workbook, whose rows end where their cells do, the width of the table.
const headerLook = 200

// readHeader recognises the header rows and names the columns.
func (t *Table) readHeader(ctx context.Context, o Options) error {
	var head [][]string
	width := 0
	for row, err := range t.records.each(ctx) {
		if err != nil {
			if len(head) == 0 {
				return t.name(err)
			}
			break // it is met again where the rows are read
		}
		if blank(row.Cells) {
			continue
		}
		if t.Form.Workbook() {
			width = max(width, len(row.Cells))
		}
		head = append(head, append([]string(nil), row.Cells...))
		if len(head) == headerLook {
			break
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(head) == 0 {
		return coding.Unfit("%w: every row is empty", ErrEmpty)
	}
	if o.HeaderRows > len(head) {
		return coding.Unfit("there are %d rows, fewer than the %d header rows asked for", len(head), o.HeaderRows)
	}
	titles := t.recognizeTop(head, o.HeaderRows)
	for _, row := range head[titles:max(titles+1, t.Form.HeaderRows)] {
		width = max(width, len(row))
	}
	below := t.Form
	below.HeaderRows -= titles
	t.Columns = nameColumns(head[titles:], width, below)
	return nil
}

// recognizeTop recognises what stands above the answers, where it isn't said how
// many rows that are, and returns how many of these are a title.
func (t *Table) recognizeTop(head [][]string, said int) (titles int) {
	var rows int
	t.Form.Software, rows = recognizeHeader(head)
	if t.Form.Software == "" {
		switch {
		case said == 0:
			titles = titleRows(head)
		case said > 0:
			titles = titlesAmong(head, said)
		}
		t.Form.Software, rows = recognizeHeader(head[titles:])
	}
	switch {
	case said == NoHeader, said == 0 && titles == 0 && t.Form.Software == "" && headless(head):
		t.Form.HeaderRows = 0
	case said > 0:
		t.Form.HeaderRows = said
	default:
		t.Form.HeaderRows = titles + rows
	}
	for _, row := range head[:titles] {
		t.Form.Title = append(t.Form.Title, cut(oneLine(strings.TrimSpace(row[0])), longestLabel))
	}
	return titles
}

// The programs whose exports are known by their headers.
const (
	qualtrics    = "Qualtrics"
	googleForms  = "Google Forms"
	limeSurvey   = "LimeSurvey"
	surveyMonkey = "SurveyMonkey"
	msForms      = "Microsoft Forms"
)

// recognizeHeader says which program wrote the table, if that shows, and how
// many header rows it wrote.
func recognizeHeader(head [][]string) (software string, rows int) {
	for i := 1; i < min(3, len(head)); i++ {
		if importIDs(head[i]) {
			return qualtrics, i + 1
		}
	}
	named := func(header string) string {
		name, _ := codeAndQuestion(header)
		return fold(name)
	}
	first := func(names ...string) bool { return slices.Contains(names, named(head[0][0])) }
	has := func(name string) bool {
		return slices.ContainsFunc(head[0], func(h string) bool { return named(h) == name })
	}
	switch {
	case first(timestampHeaders()...):
		return googleForms, 1
	case first("respondentid") && has("collectorid"):
		if len(head) > 1 && head[1][0] == "" {
			return surveyMonkey, 2
		}
		return surveyMonkey, 1
	case first("responseid", "id", "antwortid", "idderéponse", "iddelaréponse", "idderespuesta") &&
		(has("lastpage") || has("submitdate") || has("datesubmitted") || has("letzteseite") || has("dernièrepage") || has("últimapágina")):
		return limeSurvey, 1
	case first("id") && (has("completiontime") || has("fertigstellungszeit") || has("heuredefin")):
		return msForms, 1
	case has("recordeddate") && has("distributionchannel"):
		return qualtrics, 1
	}
	return "", 1
}

// importIDs recognises the row of JSON that Qualtrics writes above the answers.
func importIDs(cells []string) bool {
	found := 0
	for _, c := range cells {
		if strings.HasPrefix(c, `{"ImportId":`) {
			found++
		}
	}
	return found > 0 && found*2 >= len(cells)
}

// nameColumns makes unique names and finds the questions.
func nameColumns(head [][]string, width int, form Form) []Column {
	cell := func(row, col int) string {
		if row < len(head) && row < form.HeaderRows && col < len(head[row]) {
			return strings.Join(strings.Fields(head[row][col]), " ")
		}
		return ""
	}
	columns := make([]Column, width)
	used, labels := map[string]bool{}, map[string]bool{}
	above := ""
	for i := range columns {
		name, question, id := cell(0, i), "", ""
		switch {
		case form.Software == qualtrics && form.HeaderRows > 1:
			id = importID(cell(form.HeaderRows-1, i))
			if form.HeaderRows > 2 {
				question = cell(1, i)
			}
		case form.HeaderRows > 1:
			// A question over several columns stands above the first alone.
			if name != "" {
				above = name
			} else {
				name = above
			}
			if below := cell(1, i); below != "" && fold(below) != "response" && fold(below) != "openendedresponse" {
				name = strings.TrimSpace(name + " " + below)
			}
		default:
			name, question = codeAndQuestion(name)
		}
		if name == "" {
			name = fmt.Sprintf("Column %d", i+1)
		}
		name = unique(name, used)
		if question == "" {
			question = name
		}
		columns[i] = Column{Index: i, Name: name, Question: question, ImportID: id, Label: unique(label(name, question), labels)}
	}
	return columns
}

// label is the part of a question that is the column's own: behind " - " where
// Qualtrics writes it, in brackets where LimeSurvey does.
func label(name, question string) string {
	if question == name || !limeCode(strings.ReplaceAll(name, "_", "")) {
		return cut(name, longestLabel)
	}
	if i := strings.LastIndex(question, " ["); i >= 0 && strings.HasSuffix(question, "]") {
		return cut(question[i+2:len(question)-1], longestLabel)
	}
	if i := strings.LastIndex(question, " - "); i >= 0 {
		switch own := question[i+3:]; own {
		case "Text", "Selected Choice":
			question = question[:i]
		default:
			question = own
		}
	}
	return cut(question, longestLabel)
}

// longestLabel is how long a label may get; the project's names have a limit too.
const longestLabel = 300

// cut shortens text to n characters, at the end of a word if there is one.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	short := string(r[:n])
	if i := strings.LastIndexByte(short, ' '); i > 0 && r[n] != ' ' {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,.;:-")
}

// importID takes the identity out of {"ImportId":"QID3_TEXT"}.
func importID(cell string) string {
	id := strings.TrimPrefix(strings.TrimPrefix(cell, `{"ImportId":`), `"`)
	if i := strings.IndexByte(id, '"'); i >= 0 {
		id = id[:i]
	}
	return id
}

// codeAndQuestion divides the header "G01Q02. What did you take away?" that
// LimeSurvey writes when asked for codes and questions, and "id. Response ID".
func codeAndQuestion(header string) (code, question string) {
	code, question, found := strings.Cut(header, ". ")
	if !found || !limeCode(code) && !slices.Contains(limeFields(), code) {
		return header, ""
	}
	return code, strings.TrimSpace(question)
}

// limeCode reports whether s is spelled as LimeSurvey spells the code of a
// question: letters and digits with at least one of each, and perhaps a
// subquestion in brackets.
func limeCode(s string) bool {
	base, sub, bracket := strings.Cut(s, "[")
	if bracket && !strings.HasSuffix(sub, "]") {
		return false
	}
	letters, digits := 0, 0
	for _, r := range base {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			letters++
		case r >= '0' && r <= '9':
			digits++
		default:
			return false
		}
	}
	return letters > 0 && digits > 0
}

func unique(name string, used map[string]bool) string {
	try := name
	for n := 2; used[fold(try)]; n++ {
		try = fmt.Sprintf("%s (%d)", name, n)
	}
	used[fold(try)] = true
	return try
}
