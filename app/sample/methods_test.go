package sample_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/coding/agreement"
	"concord/coding/compare"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The methods paragraph of the sample study, in the forms that a paper may need.
func TestMethodsParagraphSaysHowTheStudyWasCoded(t *testing.T) {
	ctx := context.Background()
	_, r := built(t)
	draws := agreement.Confidence{Method: agreement.Bootstrap, Replicates: 200, Seed: 7}
	var told strings.Builder
	for _, form := range []struct {
		name     string
		question compare.Question
		request  compare.Request
	}{
		{"comments", compare.Question{}, compare.Request{}},
		{"sentences, respondents resampled", compare.Question{Unit: compare.Sentence, Described: true}, compare.Request{Resample: compare.ResampleRespondents, Confidence: draws}},
		{"characters, by theme", compare.Question{Unit: compare.Character, Weighted: true}, compare.Request{Themes: true, Threshold: 0.8}},
		{"excerpts", compare.Question{Unit: compare.ExcerptMatch}, compare.Request{}},
		{"continuum", compare.Question{Unit: compare.Continuum}, compare.Request{Confidence: draws, Gamma: agreement.GammaSettings{Samples: 30, Seed: 7}}},
	} {
		m, err := compare.Load(ctx, r, form.question)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := m.Agreement(ctx, form.request)
		if err != nil {
			t.Fatal(err)
		}
		methods, err := m.Describe(ctx, r, answer, "Concord 0.1.0")
		if err != nil {
			t.Fatal(err)
		}
		told.WriteString("## By " + form.name + "\n\n" + methods.Text + "\n\n- " + strings.Join(methods.Sources, "\n- ") + "\n\n")
	}
	golden := filepath.Join("testdata", "methods.md")
	if *update {
		if err := os.WriteFile(golden, []byte(told.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if told.String() != string(want) {
		t.Errorf("the methods paragraphs are\n%s\nwant\n%s", told.String(), want)
	}
}
