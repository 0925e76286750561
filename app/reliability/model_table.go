package reliability

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"concord/app/wordbook"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// WriteCSV writes the table in full precision, the headline's line first.
func (s *Sheet) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	columns := s.Columns()
	head := []string{s.kind(), "units", "prevalence"}
	for _, m := range append([]agreement.Measure{s.rowMeasure()}, columns...) {
		head = append(head, string(m), string(m)+"_se", string(m)+"_low", string(m)+"_high")
	}
	head = append(head, "level", "method", "draws", "seed", "open_disagreements", "reason")
	lines := [][]string{head}
	for i, r := range s.lines() {
		open := strconv.Itoa(r.Open)
		if i == 0 {
			open = ""
		}
		line := []string{r.Path, strconv.Itoa(r.Units), full(r.Prevalence)}
		for _, m := range append([]agreement.Measure{s.rowMeasure()}, columns...) {
			result := r.Result(m)
			line = append(line, full(result.Value), full(result.SE), full(result.Low), full(result.High))
		}
		h := r.Headline
		line = append(line, levelOf(h), string(h.Method), whole(h.Drawn), seed(h), open, h.Reason)
		lines = append(lines, line)
	}
	if err := out.WriteAll(lines); err != nil {
		return fmt.Errorf("write the agreement table: %w", err)
	}
	return nil
}

// WriteMarkdown writes the table for people in the language of the words, with
// how it was come by and the methods paragraph, which is English, beneath.
func (s *Sheet) WriteMarkdown(to io.Writer, words *wordbook.Book) error {
	w := bufio.NewWriter(to)
	line := func(cells ...string) {
		for i, cell := range cells {
			cells[i] = strings.NewReplacer("|", `\|`, "\n", " ").Replace(cell)
		}
		_, _ = fmt.Fprintf(w, "| %s |\n", strings.Join(cells, " | "))
	}
	columns := s.Columns()
	head := []string{s.kindTitle(words), words.Say("Units"), words.Say("Prevalence"), words.Tell(Title(s.rowMeasure())), words.Say("Interval")}
	rule := []string{"---", "--:", "--:", "--:", "---"}
	for _, m := range columns {
		head, rule = append(head, words.Tell(Title(m))), append(rule, "--:")
	}
	_, _ = fmt.Fprintf(w, "%s\n\n", s.title(words))
	line(append(head, words.Say("To resolve"))...)
	line(append(rule, "--:")...)
	for i, r := range s.lines() {
		interval := words.Tell(r.Headline.Reason)
		if r.Headline.Low.Known() {
			interval = span(r.Headline, words)
		}
		prevalence, open := "", ""
		if r.Prevalence.Known() {
			prevalence = percent(r.Prevalence, 0) + " %"
		}
		if i > 0 {
			open = strconv.Itoa(r.Open)
		} else {
			r.Path = words.Say("overall")
		}
		cells := []string{r.Path, strconv.Itoa(r.Units), prevalence, local(number(r.Headline.Value), words), interval}
		for _, m := range columns {
			cells = append(cells, local(value(r.Result(m)), words))
		}
		line(append(cells, open)...)
	}
	if s.Methods.Text != "" {
		_, _ = fmt.Fprintf(w, "\n%s\n", s.Methods.Text)
		for i, source := range s.Methods.Sources {
			if i == 0 {
				_, _ = fmt.Fprintln(w)
			}
			_, _ = fmt.Fprintf(w, "- %s\n", source)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write the agreement table: %w", err)
	}
	return nil
}

// lines are the headline and the rows.
func (s *Sheet) lines() []Row {
	whole := Row{Path: "overall", Headline: s.Overall, Beside: s.Beside, Units: s.Pairable}
	if s.rowMeasure() != s.Overall.Measure {
		whole.Headline = whole.Result(s.rowMeasure())
	}
	return append([]Row{whole}, s.Rows...)
}

// kind is what the rows are about.
func (s *Sheet) kind() string {
	switch {
	case s.Choice.By == compare.ByCoders:
		return "coders"
	case s.Choice.By != "":
		return string(s.Choice.By)
	case s.Choice.Themes:
		return "theme"
	}
	return "code"
}

// kindTitle heads the column of what the rows are about.
func (s *Sheet) kindTitle(words *wordbook.Book) string {
	switch {
	case s.Choice.By == compare.ByCoders:
		return words.Say("Coders")
	case s.Choice.By == compare.BySource:
		return words.Say("Source")
	case s.Choice.By == compare.ByRound:
		return words.Say("Round")
	case s.Choice.By != "":
		return string(s.Choice.By)
	case s.Choice.Themes:
		return words.Say("Theme")
	}
	return words.Say("Code")
}

// full is a number with all its digits; nothing is empty.
func full(n agreement.Number) string {
	x, known := n.Float64()
	if !known {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

func levelOf(r agreement.Result) string {
	if r.Level == 0 {
		return ""
	}
	return full(agreement.Known(r.Level))
}

func whole(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func seed(r agreement.Result) string {
	if r.Method != agreement.Bootstrap {
		return ""
	}
	return strconv.FormatUint(r.Seed, 10)
}
