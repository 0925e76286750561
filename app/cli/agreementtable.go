package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"concord/coding/agreement"
	"concord/coding/compare"
)

// told is an answer with how it was come by.
type told struct {
	compare.Answer
	// Explained is asked for with --explain.
	Explained *explanation `json:"explained,omitempty"`
	// Methods says it in the words of a paper; plain tables have none.
	Methods *compare.Methods `json:"methods,omitempty"`
	// table says that the answer is about a plain table.
	table bool
}

// printAgreement gives an answer as JSON, as a table in a format, or in words,
// and draws it where a chart is asked for.
func (e *env) printAgreement(t told, f agreementFlags) error {
	if f.explain {
		t.Explained = explain(t.Answer)
	}
	if f.chart != "" {
		if err := saveChart(f.chart, t.drawn(f.measures)); err != nil {
			return err
		}
	}
	var writing error
	err := e.print(t, func(w io.Writer) {
		switch f.format {
		case "csv":
			writing = writeResults(w, t.Answer)
		case "md":
			printMarkdown(w, t)
		default:
			printAnswer(w, t)
		}
	})
	return errors.Join(err, writing)
}

// writeResults writes one line a number, with all that is known of it, for
// other programs to read.
func writeResults(w io.Writer, a compare.Answer) error {
	table := csv.NewWriter(w)
	lines := [][]string{{"scope", "measure", "value", "se", "low", "high", "level", "method", "n", "pairable", "coders", "categories", "reason"}}
	for _, r := range a.Results {
		level := ""
		if r.Level > 0 {
			level = exact(agreement.Known(r.Level))
		}
		lines = append(lines, []string{
			r.Scope, string(r.Measure), exact(r.Value), exact(r.SE), exact(r.Low), exact(r.High), level, string(r.Method),
			strconv.Itoa(r.N), strconv.Itoa(r.Pairable), strconv.Itoa(r.Coders), strconv.Itoa(r.Categories), r.Reason,
		})
	}
	if err := table.WriteAll(lines); err != nil {
		return fmt.Errorf("print the outcome: %w", err)
	}
	return nil
}

// exact writes a number with all its digits; nothing is empty.
func exact(n agreement.Number) string {
	x, known := n.Float64()
	if !known {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

func printMarkdown(w io.Writer, t told) {
	_, _ = fmt.Fprintf(w, "%s\n\n", t.about())
	for i, line := range resultLines(t.Answer) {
		for at, cell := range line {
			line[at] = strings.NewReplacer("|", `\|`, "\n", " ").Replace(cell)
		}
		_, _ = fmt.Fprintf(w, "| %s |\n", strings.Join(line, " | "))
		if i == 0 {
			_, _ = fmt.Fprintln(w, "|---|---|--:|---|--:|---|")
		}
	}
	printRest(w, t)
}

func printAnswer(w io.Writer, t told) {
	_, _ = fmt.Fprintf(w, "%s\n\n", t.about())
	lines := resultLines(t.Answer)
	for i := range lines {
		lines[i][0] = bare(lines[i][0])
	}
	table(w, lines...)
	if t.Explained != nil {
		printExplanation(w, t.Explained)
	}
	printCounts(w, t.Counts)
	printRest(w, t)
}

// bare is a scope without its kind.
func bare(scope string) string {
	for _, kind := range []string{"code:", "theme:", "pair:", "source:", "round:"} {
		scope = strings.TrimPrefix(scope, kind)
	}
	return scope
}

// about says what was compared.
func (t told) about() string {
	counted := fmt.Sprintf("counting each %s", t.Unit)
	if t.Unit == compare.Continuum {
		counted = "along the continuum"
	}
	return fmt.Sprintf("%s in %s: N %d, %s, %d of them looked at by two or more.",
		strings.Join(t.Coders, ", "), t.where(), t.Units, counted, t.Pairable)
}

// where is what the coders were compared in.
func (t told) where() string {
	switch {
	case t.table:
		return "the table"
	case t.Against != "":
		return *t.Round + " and " + t.Against
	case t.Round != nil:
		return *t.Round
	case len(t.Results) == 0 || !strings.HasPrefix(t.Results[0].Scope, "round:"):
		return "codings outside rounds"
	}
	return "the rounds below"
}

// resultLines are the lines of a table for people, the head first.
func resultLines(a compare.Answer) [][]string {
	lines := [][]string{{"SCOPE", "MEASURE", "VALUE", "INTERVAL", "N", "CALLED"}}
	for _, r := range a.Results {
		interval := r.Reason
		if low, known := r.Low.Float64(); known {
			high, _ := r.High.Float64()
			interval = thousandths(low) + " to " + thousandths(high)
			switch {
			case r.Reached == nil || *r.Reached:
			case a.Threshold > 0:
				interval += fmt.Sprintf(", from below %.3g", a.Threshold)
			default: // each round has its own
				interval += ", from below the threshold"
			}
		}
		value := "undefined"
		if v, known := r.Value.Float64(); known {
			value = thousandths(v)
		}
		title := r.Measure.Title()
		if r.Measure == agreement.BrennanPrediger { // it rises with the categories
			title += fmt.Sprintf(" (q = %d)", r.Categories)
		}
		lines = append(lines, []string{r.Scope, title, value, interval, strconv.Itoa(r.N), readings(r)})
	}
	return lines
}

// thousandths writes a number with three decimals, nought without a sign.
func thousandths(x float64) string {
	if s := fmt.Sprintf("%.3f", x); s != "-0.000" {
		return s
	}
	return "0.000"
}

// readings are what authors call a coefficient of that size.
func readings(r compare.Row) string {
	var said []string
	for _, reading := range r.Called {
		said = append(said, fmt.Sprintf("%s (%s)", reading.Words, reading.Source))
	}
	return strings.Join(said, "; ")
}

// printRest gives the warnings and the methods paragraph.
func printRest(w io.Writer, t told) {
	if len(t.Warnings) > 0 {
		_, _ = fmt.Fprintln(w)
	}
	for _, warning := range t.Warnings {
		_, scope, found := strings.Cut(warning.Scope, ":")
		if !found {
			scope = warning.Scope
		}
		_, _ = fmt.Fprintf(w, "- %s: %s.\n", scope, warning.Text)
	}
	if t.Methods == nil {
		return
	}
	_, _ = fmt.Fprintf(w, "\n%s\n", t.Methods.Text)
	for i, source := range t.Methods.Sources {
		if i == 0 {
			_, _ = fmt.Fprintln(w)
		}
		_, _ = fmt.Fprintf(w, "- %s\n", source)
	}
}
