package report_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"concord/coding/report"
)

func TestAReportHasNoWordsButThoseThatItIsGiven(t *testing.T) {
	b, e, s := book(), excerpts(), study()
	b.Words, e.Words, s.Words = words{}, words{}, words{}
	for name, d := range map[string]report.Document{"book": b, "excerpts": e, "study": s} {
		for _, f := range []report.Format{report.Markdown, report.HTML, report.DOCX, report.XLSX} {
			var out bytes.Buffer
			if err := report.Write(t.Context(), &out, f, d); err != nil {
				t.Fatal(err)
			}
			text := out.String()
			if f == report.DOCX || f == report.XLSX {
				text = ""
				for part, content := range unzip(t, out.Bytes()) {
					if !strings.HasSuffix(part, "styles.xml") {
						text += content
					}
				}
			}
			for _, english := range []string{
				"Theme and code", "Excerpts<", "Respondents", "respondents", "Codebook<", "Use when", "Not when", "Nothing is coded", "Table 1",
				"Counted as agreeing", "Statement", "Missing", "characters ", "The data are invented", "In the study", "Any code", "Examples from",
			} {
				if strings.Contains(text, english) {
					t.Errorf("%s as %s says %q by itself", name, f, english)
				}
			}
		}
	}
}

// words is a language in which every word is made of x.
type words struct{}

// Say keeps what is put into the form.
func (words) Say(form string, args ...any) string {
	if form == "8,412.5" {
		return "8.412,5"
	}
	if form == "2 January 2006" || form == "en" {
		return form
	}
	letters := regexp.MustCompile(`%(\.\d)?[a-z%]|\pL+`)
	return fmt.Sprintf(letters.ReplaceAllStringFunc(form, func(found string) string {
		if found[0] == '%' {
			return found
		}
		return "·" + strings.Repeat("x", len([]rune(found)))
	}), args...)
}
