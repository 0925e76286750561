package reliability_test

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"concord/app/apptest"
	"concord/app/reliability"
	"concord/app/wordbook"
	"concord/assets"
	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
	"concord/coding/progress"
)

// open is the sample study as its first coder sees it.
func open(t *testing.T) coding.Reader {
	t.Helper()
	study := apptest.Sample(t)
	return study.As(study.Coders[0])
}

func TestSheetAnswersForTheRoundClosedLast(t *testing.T) {
	reader := open(t)
	var counter progress.Counter
	choice := reliability.Usual()
	choice.Replicates = 200
	sheet, err := reliability.Compute(context.Background(), reader, choice, "Concord", &counter)
	if err != nil {
		t.Fatal(err)
	}
	if sheet.Round.Name != "Round 1" || sheet.Units != 104 || sheet.Comments != 104 || sheet.Finished != 104 || len(sheet.Rows) != 11 || len(sheet.Trend) != 2 {
		t.Errorf("%s: %d units, %d finished, %d rows, %d rounds", sheet.Round.Name, sheet.Units, sheet.Finished, len(sheet.Rows), len(sheet.Trend))
	}
	for i := 1; i < len(sheet.Rows); i++ {
		if reliability.Worse(sheet.Rows[i-1].Headline, sheet.Rows[i].Headline) > 0 {
			t.Errorf("%s stands before %s, which is worse", sheet.Rows[i-1].Path, sheet.Rows[i].Path)
		}
	}
	if s := counter.Snapshot(); s.Total == 0 || s.Done < s.Total {
		t.Errorf("progress ends at %d of %d", s.Done, s.Total)
	}
	again, err := reliability.Compute(context.Background(), reader, choice, "Concord", nil)
	if err != nil {
		t.Fatal(err)
	}
	if again.Overall.Low != sheet.Overall.Low || again.Rows[3].Headline.High != sheet.Rows[3].Headline.High {
		t.Error("the same seed gives another interval")
	}
}

func TestThemesAndOtherMeasuresAreCounted(t *testing.T) {
	reader := open(t)
	choice := reliability.Usual()
	choice.Replicates, choice.Themes, choice.Measure = 50, true, agreement.GwetAC1
	sheet, err := reliability.Compute(context.Background(), reader, choice, "Concord", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(sheet.Rows) != 3 || sheet.Rows[0].Headline.Measure != agreement.GwetAC1 {
		t.Errorf("%d themes by %s", len(sheet.Rows), sheet.Rows[0].Headline.Measure)
	}
	var csv strings.Builder
	if err := sheet.WriteCSV(&csv); err != nil || strings.Count(csv.String(), "\n") != 5 {
		t.Errorf("the table is %q, %v", csv.String(), err)
	}
}

func TestComputingStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := reliability.Compute(ctx, open(t), reliability.Usual(), "Concord", nil); err == nil {
		t.Error("a cancelled computation gives a sheet")
	}
}

func TestPictureIsWellFormedAndHasARowForEachCode(t *testing.T) {
	choice := reliability.Usual()
	choice.Replicates = 50
	sheet, err := reliability.Compute(context.Background(), open(t), choice, "Concord", nil)
	if err != nil {
		t.Fatal(err)
	}
	var svg strings.Builder
	if err := sheet.Intervals(nil).WriteSVG(&svg); err != nil {
		t.Fatal(err)
	}
	dots := 0
	for d := xml.NewDecoder(strings.NewReader(svg.String())); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the picture isn't XML: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "circle" {
			dots++
		}
	}
	if dots != len(sheet.Rows)+1 {
		t.Errorf("the picture has %d dots for %d codes and their mean", dots, len(sheet.Rows))
	}
}

func TestOtherUnitsAndWholeRespondentsAreCounted(t *testing.T) {
	reader := open(t)
	comment := reliability.Usual()
	comment.Replicates = 100
	for _, unit := range []compare.Unit{compare.Sentence, compare.Paragraph, compare.Character} {
		choice := comment
		choice.Unit, choice.Resample = unit, compare.ResampleRespondents
		sheet, err := reliability.Compute(context.Background(), reader, choice, "Concord", nil)
		if err != nil {
			t.Fatal(err)
		}
		if sheet.Units < 104 || !sheet.Overall.Low.Known() || len(sheet.Rows) != 11 || !strings.Contains(sheet.Methods.Text, "Concord") {
			t.Errorf("by %s: %d units, overall %v, %d rows, methods %q", unit, sheet.Units, sheet.Overall.Value, len(sheet.Rows), sheet.Methods.Text)
		}
	}
}

func TestSheetIsWrittenAsMarkdownAndItsChartsAsPictures(t *testing.T) {
	s := newStudy(t, 24)
	s.closed("Pilot", 1, 2)
	s.closed("Round 1", 1, 2, 3)
	sheet, err := reliability.Compute(context.Background(), s.as(0), quick(), "Concord 1", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		write func(io.Writer) error
		wants []string
	}{
		{"Markdown", func(to io.Writer) error { return sheet.WriteMarkdown(to, nil) }, []string{"| Work/Team |", "| overall |", "Concord 1", "- Krippendorff, K."}},
		{"CSV", sheet.WriteCSV, []string{"code,units,prevalence,krippendorff_alpha_nominal", ",bootstrap,100,7,"}},
		{"rounds", sheet.OverRounds(nil).WriteSVG, []string{"Pilot", "Round 1", "<circle"}},
		{"pairs", sheet.EachTwo(nil).WriteSVG, []string{"Ana", "Cleo", "<rect"}},
	} {
		holds(t, c.name, c.write, c.wants)
	}
}

func TestChartsAndTableSpeakTheLanguageOfTheWords(t *testing.T) {
	s := newStudy(t, 24)
	s.closed("Pilot", 1, 2)
	s.closed("Round 1", 1, 2, 3)
	sheet, err := reliability.Compute(context.Background(), s.as(0), quick(), "Concord 1", nil)
	if err != nil {
		t.Fatal(err)
	}
	sentences, err := assets.Sentences("de")
	if err != nil {
		t.Fatal(err)
	}
	german, err := wordbook.Read(sentences)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		write func(io.Writer) error
		wants []string
	}{
		{"intervals", sheet.Intervals(german).WriteSVG, []string{"Krippendorffs α (nominal), Ana, Ben und Cleo, Round 1, N 24 (Kommentar)", ">Insgesamt<", ">,667<", " bis ,"}},
		{"rounds", sheet.OverRounds(german).WriteSVG, []string{"Krippendorffs α (nominal) über die Runden", ">,800<"}},
		{"pairs", sheet.EachTwo(german).WriteSVG, []string{"von je zwei Codierenden"}},
		{"Markdown", func(to io.Writer) error { return sheet.WriteMarkdown(to, german) }, []string{"| Code | Einheiten | Prävalenz | Krippendorffs α (nominal) | Intervall |", "| insgesamt |", " bis ,"}},
	} {
		holds(t, c.name, c.write, c.wants)
	}
}

func TestAccountCountsWhoChoseWhat(t *testing.T) {
	s := newStudy(t, 24)
	s.closed("Round 1", 1, 2)
	sheet, err := reliability.Compute(context.Background(), s.as(0), quick(), "Concord", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range sheet.Rows {
		a, err := sheet.Account(context.Background(), &row)
		if err != nil {
			t.Fatal(err)
		}
		n := a.Tables[0].Counts
		all := n[0][0] + n[0][1] + n[1][0] + n[1][1]
		share, _ := row.Result(agreement.PercentAgreement).Value.Float64()
		if all != 24 || math.Abs((n[0][0]+n[1][1])/all-share) > 1e-12 || a.Indices == nil || a.Given[0].Units != n[1][0]+n[1][1] {
			t.Errorf("%s: %+v beside %v", row.Name, a, share)
		}
	}
	whole, err := sheet.Account(context.Background(), nil)
	if err != nil || whole.Tables[0].Counts[0][0] < 1 || len(whole.Readings) == 0 {
		t.Errorf("overall: %+v, %v", whole, err)
	}
}

func TestPlannerReadsSharesAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct {
		alpha, prevalence string
		units             int
	}{{"0.8", "0.1", 294}, {".667", "10 %", 172}, {"0,8", "25%", 139}, {"much", "0.1", 0}, {"1", "0.1", 0}} {
		p := reliability.UsualPlanner(0.8, agreement.Number{})
		p.Alpha, p.Prevalence = c.alpha, c.prevalence
		if n, err := p.Units(); n != c.units || (err == nil) != (c.units > 0) {
			t.Errorf("α %s at %s takes %d, %v; want %d", c.alpha, c.prevalence, n, err, c.units)
		}
	}
	p := reliability.UsualPlanner(0.8, agreement.Known(0.08654))
	p.Population = "400"
	if n, err := p.Subsample(); err != nil || n < 50 || n > 200 || p.Prevalence != "0.087" {
		t.Errorf("of 400 %d, %v, at %s", n, err, p.Prevalence)
	}
}

func TestOverlappingCodesOfTheContinuumHaveTheirMean(t *testing.T) {
	s := newStudy(t, 24)
	s.closed("Round 1", 1, 2)
	choice := quick()
	choice.Unit = compare.Continuum
	sheet, err := reliability.Compute(context.Background(), s.as(0), choice, "Concord", nil)
	if err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for _, row := range sheet.Rows {
		value, _ := row.Headline.Value.Float64()
		total += value / float64(len(sheet.Rows))
	}
	if value, known := sheet.Overall.Value.Float64(); !known || math.Abs(value-total) > 1e-12 || sheet.Overall.Low.Known() || sheet.Overall.Reason == "" {
		t.Errorf("overall is %+v, the mean %v", sheet.Overall, total)
	}
}

// holds checks that what is written has some words in it.
func holds(t *testing.T, name string, write func(io.Writer) error, wants []string) {
	t.Helper()
	var out strings.Builder
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range wants {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s has no %q:\n%s", name, want, out.String())
		}
	}
}
