package tabular_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"concord/coding"
	"concord/coding/tabular"
)

func asCodings(table *tabular.Table, exprs ...string) func(*tabular.Plan) error {
	return func(p *tabular.Plan) error {
		for _, e := range exprs {
			if err := p.Codings(table, e); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestCodingsKeepPresentAbsentAndMissingApart(t *testing.T) {
	s, m := newProject(t)
	const in = "Respondent,Comment,A_x,A_y,B_x,B_y\n" +
		"R1,It was good for me.,1,0,1,1\n" +
		"R2,It was too long 😀.,0,0,,\n" +
		"R3,I would rather not say.,1.0,,0.0,\n" +
		"R4,,1,1,1,1\n" +
		"R5,Nobody coded this one.,,,,\n"
	codings := []string{"A=A_x,Theme/X", "A=A_y,Theme/Y", "B=B_x,Theme/X", "B=B_y,Theme/Y"}
	table, err := open(t, "coded.csv", in, tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := bring(t, s, m, table, asCodings(table, codings...))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "coded-import", told(t, got)+dump(t, s))

	again, err := bring(t, s, m, table, asCodings(table, codings...))
	if err != nil || again.New() || again.Unchanged != 4 || len(again.Differing) != 0 {
		t.Errorf("again: %+v, %v", again, err)
	}
	changed, err := open(t, "coded.csv", strings.NewReplacer("R2,It was too long 😀.,0,0,,", "R2,It was too long 😀.,1,0,1,").Replace(in)+"R6,A new one comes late.,1,0,0,1\n", tabular.Options{})
	if err != nil {
		t.Fatal(err)
	}
	third, err := bring(t, s, m, changed, asCodings(changed, codings...))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "coded-again-import", told(t, third)+dump(t, s))

	if _, err := coding.NewSession(s, m).Undo(t.Context()); err != nil {
		t.Errorf("undo: %v", err)
	}
	codes, err := s.Codes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	versions, err := s.Versions(t.Context())
	if err != nil || len(versions) != 1 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	at, err := coding.CodesAt(t.Context(), s, versions[0].Seq)
	if err != nil || len(at) != len(codes) || len(at) != 3 {
		t.Errorf("the version holds %d codes of %d, %v", len(at), len(codes), err)
	}
}

// sightCodings are the twenty columns of two coders.
func sightCodings(table *tabular.Table) []string {
	var list []string
	for _, c := range table.Columns {
		if coder, code, found := strings.Cut(c.Name, "_"); found && (coder == "H1" || coder == "H2") {
			list = append(list, fmt.Sprintf("%s=%s,%s", coder, c.Name, code))
		}
	}
	return list
}

func TestTwoCodersOfRealDataGiveThePublishedKappas(t *testing.T) {
	file := shared(t, "data/sight-two-coders.csv")
	body, err := os.ReadFile(shared(t, "data/sight-two-coders.expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct {
		Kappa map[string]float64 `json:"kappa"`
	}
	if err := json.Unmarshal(body, &expected); err != nil {
		t.Fatal(err)
	}
	s, m := newProject(t)
	table := openFile(t, file)
	got, err := bring(t, s, m, table, asCodings(table, sightCodings(table)...))
	if err != nil {
		t.Fatal(err)
	}
	if got.Sources != 289 || got.Codes != 10 || got.Codings != 692 || got.Round != "sight-two-coders" || len(got.Skipped) != 0 {
		t.Errorf("%+v", got)
	}
	codes, err := s.Codes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range codes {
		kappa := kappaOf(t, s, code)
		if math.Abs(kappa-expected.Kappa[code.Name]) > 1e-9 {
			t.Errorf("%s: kappa %.12f; published %.12f", code.Name, kappa, expected.Kappa[code.Name])
		}
	}
}

// kappaOf is Cohen's kappa of two coders for one code, straight from its
// definition, over the comments that both looked at for it.
func kappaOf(t *testing.T, r coding.Reader, code coding.Code) float64 {
	t.Helper()
	type cell struct {
		source coding.SourceID
		coder  coding.CoderID
	}
	looked, found := map[cell]bool{}, map[cell]bool{}
	rounds, err := r.Rounds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for d, err := range r.Done(t.Context(), coding.DoneFilter{Round: rounds[0].ID}) {
		if err != nil {
			t.Fatal(err)
		}
		if d.Covers(code.ID) {
			looked[cell{d.Source, d.Coder}] = true
		}
	}
	for c, err := range r.Codings(t.Context(), coding.CodingFilter{Codes: []coding.CodeID{code.ID}}) {
		if err != nil {
			t.Fatal(err)
		}
		found[cell{c.Source, c.Coder}] = true
	}
	var n, both, neither, first, second float64
	a, b := rounds[0].Coders[0], rounds[0].Coders[1]
	for key := range looked {
		other := cell{key.source, b}
		if key.coder != a || !looked[other] {
			continue
		}
		n++
		switch {
		case found[key] && found[other]:
			both++
		case !found[key] && !found[other]:
			neither++
		}
		if found[key] {
			first++
		}
		if found[other] {
			second++
		}
	}
	observed := (both + neither) / n
	chance := first/n*second/n + (1-first/n)*(1-second/n)
	return (observed - chance) / (1 - chance)
}
