package query_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"concord/coding"
	"concord/index/query"
)

// tree prints a query with every bracket, so that its shape is seen.
func tree(n query.Node) string {
	list := func(name string, of ...query.Node) string {
		parts := make([]string, len(of))
		for i, part := range of {
			parts[i] = tree(part)
		}
		return name + "(" + strings.Join(parts, ", ") + ")"
	}
	switch n := n.(type) {
	case query.And:
		return list("and", n.Of...)
	case query.Or:
		return list("or", n.Of...)
	case query.Not:
		return list("not", n.Of)
	case query.Word:
		return fmt.Sprintf("%s%s%.*s", n.Text, map[bool]string{true: "*"}[n.Prefix], n.Fuzzy, "~~")
	case query.Phrase:
		return fmt.Sprintf("%q", n.Text)
	case query.Field:
		return fmt.Sprintf("[%s%s %s %s]", map[bool]string{true: "'"}[n.Quoted], n.Name, n.Op, n.Value)
	case query.Flag:
		return fmt.Sprintf("coded=%v", n.Coded)
	}
	return "nothing"
}

func TestQueriesParse(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"word":                      {"afraid", "afraid"},
		"phrase":                    {`"not useful"`, `"not useful"`},
		"curly quotes":              {"“thank you” «merci»", `and("thank you", "merci")`},
		"prefix":                    {"understand*", "understand*"},
		"nearly":                    {"wrod~ wrod~1 wrod~2", "and(wrod~, wrod~, wrod~~)"},
		"side by side":              {"a b c", "and(a, b, c)"},
		"and":                       {"a AND b c", "and(a, b, c)"},
		"or binds less":             {"a b OR c d OR e", "or(and(a, b), and(c, d), e)"},
		"brackets":                  {"(a OR b) c", "and(or(a, b), c)"},
		"needless brackets":         {"((a) AND (b c)) OR (d OR e)", "or(and(a, b, c), d, e)"},
		"not":                       {"a NOT b", "and(a, not(b))"},
		"minus":                     {"a -b -\"c d\" -(e OR f)", `and(a, not(b), not("c d"), not(or(e, f)))`},
		"not not":                   {"NOT -a", "not(not(a))"},
		"hyphen within a word":      {"self-awareness", "self-awareness"},
		"small and, or, not":        {"and or not", "and(and, or, not)"},
		"field":                     {"cohort:Y3", "[cohort  Y3]"},
		"field with spaces":         {"cohort: Y3", "[cohort  Y3]"},
		"comparisons":               {"s:>=2 s:≥2 s:<=2 s:≤2 s:>2 s:<2 s:!=2 s:≠2 s:~2 s:=2", "and([s >= 2], [s >= 2], [s <= 2], [s <= 2], [s > 2], [s < 2], [s != 2], [s != 2], [s ~ 2], [s  2])"},
		"comparison and space":      {"s:>= 2", "[s >= 2]"},
		"quoted value":              {`code:"Safe space"`, "[code  Safe space]"},
		"path":                      {`code:Safe/Trust`, "[code  Safe/Trust]"},
		"quoted name":               {`"Posting (weeks)":>6`, "['Posting (weeks) > 6]"},
		"quoted sign isn't compare": {`s:">2"`, "[s  >2]"},
		"flags":                     {"uncoded length:>200", "and(coded=false, [length > 200])"},
		"coded in quotes":           {`"coded"`, `"coded"`},
		"picture of the window":     {"(afraid OR fear OR scared) NOT coder:Ana session:≥2", "and(or(afraid, fear, scared), not([coder  Ana]), [session >= 2])"},
		"Chinese and emoji":         {"考试 👍", "and(考试, 👍)"},
		"value with colon":          {"question:a:b", "[question  a:b]"},
		"quotes in quotes":          {`code:"in ""quotes"""`, `[code  in "quotes"]`},
		"quotes at the start":       {`code:"""in"" quotes" a`, `and([code  "in" quotes], a)`},
		"phrases side by side":      {`"a" "b"`, `and("a", "b")`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			q, err := query.Parse(test.text)
			if err != nil {
				t.Fatal(err)
			}
			if got := tree(q.Root); got != test.want {
				t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestMistakesSayWhereAndWhatWouldDo(t *testing.T) {
	tests := map[string]struct {
		text    string
		problem query.Problem
		at      coding.Span
		try     string
	}{
		"nothing":            {"  ", query.Empty, coding.Span{Start: 2, End: 2}, `afraid, "thank you", cohort:Y3`},
		"open quote":         {`a "thank you`, query.UnclosedQuote, coding.Span{Start: 2, End: 12}, `a "thank you"`},
		"open curly quote":   {`“thank you`, query.UnclosedQuote, coding.Span{Start: 0, End: 10}, `“thank you”`},
		"open bracket":       {"x (a OR b", query.UnclosedBracket, coding.Span{Start: 2, End: 3}, "x (a OR b)"},
		"stray bracket":      {"a OR b) c", query.StrayBracket, coding.Span{Start: 6, End: 7}, "a OR b c"},
		"empty brackets":     {"a ()", query.EmptyBrackets, coding.Span{Start: 2, End: 4}, "a"},
		"nothing after AND":  {"é AND", query.MissingPart, coding.Span{Start: 5, End: 5}, "é"},
		"nothing after NOTs": {"a AND NOT", query.MissingPart, coding.Span{Start: 9, End: 9}, "a"},
		"nothing before OR":  {"OR a", query.MissingPart, coding.Span{Start: 0, End: 2}, `"OR"`},
		"two ORs":            {"a OR OR b", query.MissingPart, coding.Span{Start: 5, End: 7}, `"OR"`},
		"no value":           {"a cohort:", query.MissingValue, coding.Span{Start: 2, End: 9}, "cohort:Y3"},
		"no value but sign":  {`"Years in":>=`, query.MissingValue, coding.Span{Start: 0, End: 13}, `"Years in":>=3`},
		"no length":          {"length:>", query.MissingValue, coding.Span{Start: 0, End: 8}, "length:>200"},
		"no length nor sign": {"length:", query.MissingValue, coding.Span{Start: 0, End: 7}, "length:>200"},
		"no code":            {"code:", query.MissingValue, coding.Span{Start: 0, End: 5}, `code:"Safe space"`},
		"brackets for value": {"cohort:(Y3 OR Y4)", query.MissingValue, coding.Span{Start: 0, End: 7}, "cohort:Y3"},
		"no name":            {":Y3", query.MissingName, coding.Span{}, "cohort:Y3"},
		"star within":        {"under*d", query.MisplacedStar, coding.Span{Start: 0, End: 7}, "under*"},
		"star before":        {"*stand", query.MisplacedStar, coding.Span{Start: 0, End: 6}, ""},
		"too fuzzy":          {"wrod~3", query.WideFuzzy, coding.Span{Start: 0, End: 6}, "wrod~2"},
		"no letter":          {"a ...", query.NoWord, coding.Span{Start: 2, End: 5}, "a"},
		"no letter quoted":   {`"!"`, query.NoWord, coding.Span{Start: 0, End: 3}, ""},
		"star alone":         {"*", query.NoWord, coding.Span{Start: 0, End: 1}, ""},
		"minus alone":        {"a - b", query.NoWord, coding.Span{Start: 2, End: 3}, "a b"},
		"too deep":           {strings.Repeat("(", 101), query.TooDeep, coding.Span{Start: 100, End: 101}, ""},
		"too many NOTs":      {strings.Repeat("-", 101) + "a", query.TooDeep, coding.Span{Start: 100, End: 101}, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := query.Parse(test.text)
			var mistake *query.Error
			if !errors.As(err, &mistake) {
				t.Fatalf("%q parsed, or failed otherwise: %v", test.text, err)
			}
			if mistake.Problem != test.problem || mistake.At != test.at || mistake.Try != test.try {
				t.Errorf("%q:\n got %q at %v, try %s\nwant %q at %v, try %s",
					test.text, mistake.Problem, mistake.At, mistake.Try, test.problem, test.at, test.try)
			}
			if !errors.Is(err, coding.ErrInvalid) {
				t.Error("the error isn't coding.ErrInvalid")
			}
		})
	}
}

func TestErrorIsASentenceWithThePlace(t *testing.T) {
	_, err := query.Parse(`a OR "b`)
	want := `the query, at character 6: a quote is opened here and never closed; try: a OR "b"`
	if err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestPartsKnowWhereTheyStand(t *testing.T) {
	text := `é (ab OR "c d") -cohort:>="Y 3"`
	q, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	and := q.Root.(query.And)
	for i, want := range []string{"é", `ab OR "c d"`, `-cohort:>="Y 3"`} {
		if got := coding.Slice(text, and.Of[i].At()); got != want {
			t.Errorf("part %d stands at %q, want %q", i, got, want)
		}
	}
}

// anyNode draws queries of every form, some levels deep.
func anyNode(depth int) *rapid.Generator[query.Node] {
	text := rapid.SampledFrom([]string{"afraid", "self-awareness", "don’t", "考试", "👍", "Y3", "not", "5", "AND"})
	leaf := rapid.Custom(func(t *rapid.T) query.Node {
		switch rapid.IntRange(0, 4).Draw(t, "leaf") {
		case 0:
			return query.Word{Text: "x" + text.Draw(t, "word"), Fuzzy: rapid.IntRange(0, 2).Draw(t, "fuzzy")}
		case 1:
			return query.Word{Text: text.Draw(t, "word"), Prefix: true}
		case 2:
			return query.Phrase{Text: text.Draw(t, "phrase") + " (" + text.Draw(t, "more")}
		case 3:
			return query.Flag{Coded: rapid.Bool().Draw(t, "coded")}
		}
		ops := []query.Op{query.Equal, query.NotEqual, query.Less, query.AtMost, query.More, query.AtLeast, query.Contains}
		values := []string{"Y3", "a b", ">2", "=", "a:b", "(x)", `in "quotes"`, `"a"`, "the “good” one", `a"b`}
		return query.Field{
			Name: text.Draw(t, "name"), Quoted: rapid.Bool().Draw(t, "quoted"),
			Op: rapid.SampledFrom(ops).Draw(t, "op"), Value: rapid.SampledFrom(values).Draw(t, "value"),
		}
	})
	if depth == 0 {
		return leaf
	}
	return rapid.Custom(func(t *rapid.T) query.Node {
		switch rapid.IntRange(0, 3).Draw(t, "node") {
		case 0:
			return query.Not{Of: anyNode(depth-1).Draw(t, "not")}
		case 1:
			return query.And{Of: several[query.And](t, depth)}
		case 2:
			return query.Or{Of: several[query.Or](t, depth)}
		}
		return leaf.Draw(t, "leaf")
	})
}

// several draws two or more nodes of which none is a T.
func several[T query.Node](t *rapid.T, depth int) []query.Node {
	other := anyNode(depth - 1).Filter(func(n query.Node) bool { _, same := n.(T); return !same })
	return rapid.SliceOfN(other, 2, 3).Draw(t, "parts")
}

func TestPrintedQueriesParseToThemselves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := query.Query{Root: anyNode(3).Draw(t, "query")}
		got, err := query.Parse(want.String())
		if err != nil {
			t.Fatalf("%s: %v", want, err)
		}
		if tree(got.Root) != tree(want.Root) {
			t.Fatalf("%s\n got %s\nwant %s", want, tree(got.Root), tree(want.Root))
		}
	})
}

func TestWhatIsToBeTriedParses(t *testing.T) {
	tests := map[string]string{
		`café "`:                 "",
		"~w":                     "",
		"((a OR b":               "((a OR b))",
		"a || b":                 "a b",
		"()":                     "",
		"a () b":                 "a b",
		"a (b":                   "a (b)",
		"w*d":                    "w*",
		"w~3":                    "w~2",
		"a AND":                  "a",
		strings.Repeat("(", 200): "",
	}
	for text, want := range tests {
		_, err := query.Parse(text)
		var wrong *query.Error
		if !errors.As(err, &wrong) {
			t.Errorf("%q parses", text)
			continue
		}
		if wrong.Try != want {
			t.Errorf("for %q try %q, want %q", text, wrong.Try, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`(afraid OR fear) NOT coder:Ana session:≥2`, `"a b" -c* d~2 “x” "n":!="v w" uncoded`, `((a`, `a:>`, `-:`, `--a`, `a~`, "AND:x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := query.Parse(text)
		if err != nil {
			var mistake *query.Error
			if !errors.As(err, &mistake) {
				t.Fatalf("%q: error %T", text, err)
			}
			if n := len([]rune(text)); mistake.At.Start < 0 || mistake.At.End > n || mistake.At.Len() < 0 {
				t.Fatalf("%q: a mistake at %v", text, mistake.At)
			}
			if mistake.Try != "" && mistake.Problem != query.Empty {
				if _, err := query.Parse(mistake.Try); err != nil {
					t.Fatalf("%q: %q is to be tried and fails: %v", text, mistake.Try, err)
				}
			}
			return
		}
		again, err := query.Parse(q.String())
		if err != nil {
			t.Fatalf("%q prints as %q, which fails: %v", text, q, err)
		}
		if tree(again.Root) != tree(q.Root) {
			t.Fatalf("%q: %s prints as %q: %s", text, tree(q.Root), q, tree(again.Root))
		}
	})
}
