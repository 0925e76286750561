package agreement_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concord/coding/agreement"
)

func TestTableOfRatingsIsRead(t *testing.T) {
	table, err := agreement.ReadRatings("r.csv", strings.NewReader("\uFEFFunit,A,\"B, the second\",C\r\nu1,1,1,\r\nu2,2,2.0,3\n\nu3, 10 ,10,10\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(table.Coders(), "|"); got != "A|B, the second|C" {
		t.Errorf("coders %s", got)
	}
	if table.Units() != 3 || table.Scale().Len() != 4 {
		t.Errorf("%d units, %d categories; want 3 and 4, 2 and 2.0 being one", table.Units(), table.Scale().Len())
	}
	if r := estimate(t, table, agreement.KrippendorffAlphaInterval, agreement.Confidence{}); !r.Value.Known() {
		t.Error(r.Reason)
	}
}

func TestLabelsOfATableMayBeSets(t *testing.T) {
	table, err := agreement.ReadRatings("r.csv", strings.NewReader("unit,A,B\n1,a;b,b; a\n2,a,a;b\n3,;,b\n"))
	if err != nil {
		t.Fatal(err)
	}
	if table.Scale().Len() != 4 {
		t.Errorf("%d categories, want 4: a;b is b;a", table.Scale().Len())
	}
	// Distances within units: 0, 2/3 (a lies in a;b), 1 (nothing shared): D_o = 10/18.
	// Of the 15 pairs of the six values the distances add up to 10: D_e = 10/15.
	if got := number(t, estimate(t, table, agreement.KrippendorffAlphaMASI, agreement.Confidence{}).Value); math.Abs(got-1.0/6) > 1e-9 {
		t.Errorf("alpha %v", got)
	}
}

// A row order of its own, or a row less, leaves a code's table where it was.
func TestTablesOfCodesHaveTheSameUnits(t *testing.T) {
	tables, err := agreement.ReadRatingsByCode("r.csv", strings.NewReader("unit,code,A,B\n1,x,1,1\n2,x,0,1\n3,y,0,0\n2,y,1,0\n1,y,1,1\n,,,\n"))
	if err != nil || len(tables) != 2 {
		t.Fatal(len(tables), err)
	}
	mean, err := agreement.Mean(context.Background(), []*agreement.Ratings{tables[0].Ratings, tables[1].Ratings}, agreement.PercentAgreement, agreement.Confidence{})
	if err != nil {
		t.Fatal(err)
	}
	// Unit 1 agrees on both codes, 2 on none, 3 on the one code that it has.
	if got := number(t, mean.Value); tables[0].Units() != 3 || tables[0].Pairable() != 2 || math.Abs(got-(1.0/2+2.0/3)/2) > 1e-12 {
		t.Errorf("%d units, %v pairable, mean %v", tables[0].Units(), tables[0].Pairable(), got)
	}
}

func TestSingleLabelsAndNumbersAreSetsOfOne(t *testing.T) {
	for _, text := range []string{"unit,A,B\n1,x,x\n2,y,x\n3,y,y\n", "unit,A,B\n1,1,1\n2,2,1.0\n3,2,2\n"} {
		table, err := agreement.ReadRatings("r.csv", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		masi := estimate(t, table, agreement.KrippendorffAlphaMASI, agreement.Confidence{}).Value
		nominal := estimate(t, table, agreement.KrippendorffAlphaNominal, agreement.Confidence{}).Value
		if !masi.Known() || masi != nominal {
			t.Errorf("%q: %v by MASI, %v by label", text, masi, nominal)
		}
	}
}

func TestWrongTablesOfRatingsNameFileAndLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing":          {"", "r.csv: the table is empty"},
		"no coder":         {"unit\n1\n", "r.csv, line 1: \"unit\" has no column of a coder"},
		"coder twice":      {"unit,A,A\n1,2,3\n", `r.csv, line 1: columns 2 and 3 are both named "A"`},
		"nameless coder":   {"unit,A,\n1,2,3\n", "r.csv, line 1: column 3 has no name"},
		"unit twice":       {"unit,A,B\nx,2,3\ny,1,1\nx,2,2\n", `r.csv, line 4: unit "x" is on line 2 already`},
		"nameless unit":    {"unit,A,B\n,2,3\n", "r.csv, line 2: the unit has no name"},
		"short row":        {"unit,A,B\nx,2,3\ny,1\n", "r.csv, line 3: 2 cells where the header has 3"},
		"long row":         {"unit,A,B\nx,2,3,4\n", "r.csv, line 2: 4 cells where the header has 3"},
		"quotation mark":   {"unit,A,B\nx,a\"b,3\n", "r.csv, line 2:"},
		"no closing mark":  {"unit,A,B\nx,\"a,3\ny,1,1\n", "r.csv, line 2:"},
		"another encoding": {"unit,A,B\nx,caf\xe9,3\n", "r.csv, line 2, column 2: the text isn't UTF-8"},
	} {
		_, err := agreement.ReadRatings("r.csv", strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

func TestLevelThatNeedsNumbersNamesTheLineOfTheLabel(t *testing.T) {
	labels, _ := agreement.ReadRatings("r.csv", strings.NewReader("unit,A,B\nx,1,1\ny,yes,1\n"))
	negative, _ := agreement.ReadRatings("r.csv", strings.NewReader("unit,A,B\nx,1,1\ny,-2,1\n"))
	if r := estimate(t, labels, agreement.KrippendorffAlphaInterval, agreement.Confidence{}); !strings.Contains(r.Reason, `"yes" is a label (r.csv, line 3)`) {
		t.Error(r.Reason)
	}
	if r := estimate(t, negative, agreement.KrippendorffAlphaRatio, agreement.Confidence{}); !strings.Contains(r.Reason, "-2 is negative (r.csv, line 3)") {
		t.Error(r.Reason)
	}
}

func TestTableWithCodesIsATableACode(t *testing.T) {
	tables, err := agreement.ReadRatingsByCode("r.csv", strings.NewReader("unit;code;A;B\nu1;x;1;0\nu2;x;0;0\nu1;y;;1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(tables) != 2 || tables[0].Code != "x" || tables[0].Units() != 2 || tables[1].Code != "y" || tables[1].Units() != 2 {
		t.Errorf("%d tables, %+v", len(tables), tables)
	}
	if got := tables[0].Scale().Label(0); got != "0" {
		t.Errorf("the first of the numbers is %q, want the smallest", got)
	}
	for text, want := range map[string]string{
		"unit,code,A\n1,,2\n":               "r.csv, line 2: the code has no name",
		"unit,code\n1,x\n":                  "no column of a coder",
		"unit,code,A\n":                     "no row",
		"unit,code,A,B\n1,x,1,1\n1,x,0,1\n": `r.csv, line 3: unit "1" is on line 2 already`,
	} {
		if _, err := agreement.ReadRatingsByCode("r.csv", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
	if _, err := agreement.ReadRatings("r.csv", strings.NewReader("unit,code,A,B\n1,x,1,1\n1,y,0,1\n")); err == nil {
		t.Error("two tables are taken for one")
	}
}

const segmentsHeader = "source,length,coder,code,start,end\n"

func TestTableOfSegmentsIsRead(t *testing.T) {
	table, err := agreement.ReadSegments("s.csv", strings.NewReader(segmentsHeader+
		"one,100,A,x,10,20\none,100,B,x,12,22\ntwo,50,A,y,0,10\ntwo,50,B,,,\nthree,10,A,x,0,5\n"))
	if err != nil {
		t.Fatal(err)
	}
	if table.Continuum.Segments() != 4 || len(table.Continuum.Coders()) != 2 || table.Overlap() != nil {
		t.Errorf("%d segments of %v, %v", table.Continuum.Segments(), table.Continuum.Coders(), table.Overlap())
	}
	results, err := agreement.EstimateAlphas(context.Background(), table.Continuum, []agreement.Measure{agreement.AlphaU}, agreement.Confidence{})
	if err != nil || !results[0].Value.Known() || results[0].Pairable != 3 {
		t.Errorf("%+v, %v; want 3 pairable segments, B never having looked at source three", results, err)
	}
}

func TestWrongTablesOfSegmentsNameFileAndLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"header":         {"source,coder,code,start,end\n", `s.csv, line 1: the header is`},
		"backwards":      {segmentsHeader + "one,100,A,x,20,10\n", "s.csv, line 2: 20 to 10 runs backwards"},
		"beyond the end": {segmentsHeader + "one,100,A,x,90,101\n", `s.csv, line 2: 90 to 101 lies outside source "one", which runs from 0 to 100`},
		"no number":      {segmentsHeader + "one,100,A,x,ten,20\n", `s.csv, line 2: start "ten"`},
		"two lengths":    {segmentsHeader + "one,100,A,x,1,2\none,90,B,x,1,2\n", `s.csv, line 3: source "one" has length 90 here and 100 on line 2`},
		"half a segment": {segmentsHeader + "one,100,A,x,1,\n", "s.csv, line 2: code \"x\", start \"1\", end \"\""},
		"no coder":       {segmentsHeader + "one,100,,x,1,2\n", "s.csv, line 2: source \"one\", coder \"\""},
		"length":         {segmentsHeader + "one,-1,A,x,1,2\n", "s.csv, line 2: length \"-1\""},
	} {
		_, err := agreement.ReadSegments("s.csv", strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}

func TestOverlapOfATableNamesItsLines(t *testing.T) {
	table, err := agreement.ReadSegments("s.csv", strings.NewReader(segmentsHeader+"one,100,A,x,15,30\none,100,A,y,10,20\none,100,A,x,10,20\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := table.Overlap(); err == nil || !strings.Contains(err.Error(), "s.csv, lines 2 and 4") {
		t.Errorf("error %v", err)
	}
}

func TestPublishedKappasOfARealStudyAreReached(t *testing.T) {
	var expected struct {
		Kappa map[string]float64 `json:"kappa"`
	}
	data, err := os.ReadFile(shared(t, "data", "sight-two-coders.expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(shared(t, "data", "sight-two-coders.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range expected.Kappa {
		var columns []agreement.Column
		for _, coder := range []string{"H1", "H2"} {
			column := agreement.Column{Coder: coder}
			at := slices.Index(rows[0], coder+"_"+code)
			for _, row := range rows[1:] {
				rating := agreement.Missing
				if row[at] != "" {
					rating = map[bool]agreement.Rating{true: agreement.Present, false: agreement.Absent}[strings.HasPrefix(row[at], "1")]
				}
				column.Ratings = append(column.Ratings, rating)
			}
			columns = append(columns, column)
		}
		table, err := agreement.NewRatings(agreement.Presence(), columns...)
		if err != nil {
			t.Fatal(err)
		}
		if got := number(t, estimate(t, table, agreement.CohenKappa, agreement.Confidence{}).Value); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}

// everything estimates all that can be estimated and fails on any number that is none.
func everything(t *testing.T, results []agreement.Result, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if !r.Value.Known() && r.Reason == "" {
			t.Errorf("%s has neither value nor reason", r.Measure)
		}
		if value, known := r.Value.Float64(); known && (math.IsNaN(value) || value > 1+1e-9 && r.Measure != agreement.GammaObservedDisorder) {
			t.Errorf("%s is %v", r.Measure, value)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Error(err)
		}
	}
}

func FuzzReadRatings(f *testing.F) {
	f.Add("unit,A,B\n1,1,2\n2,,1\n")
	f.Add("unit\tA\tB\n1\ta;b\tb\n2\t;\ta\n")
	f.Add("unit;code;A;B\n1;x;1;2\n1;y;NA;1\n")
	f.Add("unit,A,B,C\n1,1e300,2,-1\n2,1,1,1e-300\n")
	f.Fuzz(func(t *testing.T, text string) {
		tables, err := agreement.ReadRatingsByCode("f.csv", strings.NewReader(text))
		if err != nil {
			return
		}
		table := tables[0].Ratings
		results, err := agreement.Estimate(context.Background(), table, agreement.Measures(), agreement.Confidence{})
		everything(t, results, err)
		results, err = agreement.Estimate(context.Background(), table, agreement.Measures(), agreement.Confidence{Method: agreement.Bootstrap, Replicates: 20})
		everything(t, results, err)
	})
}

func FuzzReadSegments(f *testing.F) {
	f.Add(segmentsHeader + "one,100,A,x,10,20\none,100,B,y,12,22\ntwo,50,A,y,0,10\ntwo,50,B,,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := agreement.ReadSegments("f.csv", strings.NewReader(text))
		if err != nil {
			return
		}
		_ = table.Overlap()
		results, err := agreement.EstimateAlphas(context.Background(), table.Continuum,
			[]agreement.Measure{agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU}, agreement.Confidence{Replicates: 20})
		everything(t, results, err)
		results, err = agreement.EstimateGamma(context.Background(), table.Continuum,
			[]agreement.Measure{agreement.Gamma, agreement.GammaCat, agreement.GammaK, agreement.GammaObservedDisorder}, agreement.GammaSettings{Samples: 5})
		everything(t, results, err)
	})
}

// shared is the folder of material that other programs made.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	root := os.Getenv("CONCORD_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(append([]string{root}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("SKIPPED: %v; set CONCORD_SHARED to the folder of shared material", err)
	}
	return path
}

func TestDecimalCommasOfATableAreNumbers(t *testing.T) {
	points, err := agreement.ReadRatings("r.csv", strings.NewReader("unit,A,B\n1,3.5,3\n2,4,4\n3,2.25,2.5\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := number(t, estimate(t, points, agreement.KrippendorffAlphaInterval, agreement.Confidence{}).Value)
	for name, text := range map[string]string{
		"semicolons": "unit;A;B\n1;3,5;3\n2;4;4\n3;2,25;2,5\n",
		"tabs":       "unit\tA\tB\n1\t3,5\t3\n2\t4\t4\n3\t2,25\t2,5\n",
		"quoted":     "unit,A,B\n1,\"3,5\",3\n2,4,4\n3,\"2,25\",\"2,5\"\n",
	} {
		tables, err := agreement.ReadRatingsByCode("r.csv", strings.NewReader(text))
		if err != nil || !tables[0].Commas {
			t.Fatalf("%s: %+v, %v", name, tables, err)
		}
		if got := number(t, estimate(t, tables[0].Ratings, agreement.KrippendorffAlphaInterval, agreement.Confidence{}).Value); got != want {
			t.Errorf("%s: alpha %v, want %v", name, got, want)
		}
	}
	for name, text := range map[string]string{
		"a point":          "unit;A;B\n1;3,5;3.0\n2;4;4\n",
		"a word":           "unit;A;B\n1;3,5;none\n2;4;4\n",
		"thousands":        "unit;A;B\n1;3,500;1,000\n2;4;4\n",
		"lists":            "unit;A;B\n1;1,2,3;1\n2;1,2;1\n",
		"no decimals":      "unit;A;B\n1;3,;3\n2;4;4\n",
		"no comma":         "unit;A;B\n1;3;3\n2;4;4\n",
		"points alone":     "unit;A;B\n1;3.5;3\n2;4;4\n",
		"codes with comma": "unit;A;B\n1;x,y;x\n2;y;y\n",
	} {
		if tables, err := agreement.ReadRatingsByCode("r.csv", strings.NewReader(text)); err != nil || tables[0].Commas {
			t.Errorf("%s: %+v, %v", name, tables, err)
		}
	}
}
