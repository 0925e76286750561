package coding_test

import (
	"errors"
	"testing"

	"concord/coding"
)

func TestRuleHolds(t *testing.T) {
	for _, c := range []struct {
		rule, value string
		want        bool
	}{
		{"weeks>=6", "6", true},
		{"weeks>=6", "10", true},
		{"weeks>=6", "5.5", false},
		{"weeks≥6", "7", true},
		{"weeks<6", "", false},
		{"year=Y3", "y3", true},
		{"year!=Y3", "Y2", true},
		{"year!=Y3", "y3", false},
		{"year!=Y3", "", false},
		{"year!=Y3", "  ", false},
		{"year!=", "Y2", true},
		{"year!=", "", false},
		{"year=", "", true},
		{"year=", "Y2", false},
		{"note~", "", false},
		{"weeks!=6", "6.0", false},
		{"note~help", "It HELPED me", true},
		{"note~help", "", false},
		{"name<b", "a", true},
		{"date>=2026-01-01", "2026-03-01", true},
		{"weeks>=6", "NaN", false},
		{"weeks=6", "NaN", false},
		{"weeks<6", "inf", false},
		{"weeks>=6", "n/a", false},
		{"weeks<6", "none", false},
		{"weeks>=6", "10 weeks", true},
		{"weeks>=6", "6 to 8", false},
		{"session<4", "S-03", true},
	} {
		rule, err := coding.ParseRule(c.rule)
		if err != nil {
			t.Fatal(err)
		}
		if got := rule.Holds(c.value); got != c.want {
			t.Errorf("%s holds for %q: %v", c.rule, c.value, got)
		}
	}
}

func TestRuleOverSeveralValuesNeedsOneRightOrNoneExcluded(t *testing.T) {
	for _, c := range []struct {
		rule   string
		values []string
		want   bool
	}{
		{"year=Y3", []string{"Y2", "Y3"}, true},
		{"year!=Y3", []string{"Y2", "Y3"}, false},
		{"year!=Y3", []string{"Y2", "Y1"}, true},
		{"year!=Y3", []string{"Y2", ""}, true},
		{"year!=Y3", []string{"", ""}, false},
		{"year!=Y3", nil, false},
		{"year=", nil, true},
		{"year=", []string{"", "Y2"}, false},
	} {
		rule, err := coding.ParseRule(c.rule)
		if err != nil {
			t.Fatal(err)
		}
		if got := rule.Holds(c.values...); got != c.want {
			t.Errorf("%s holds for %q: %v", c.rule, c.values, got)
		}
	}
}

func TestRuleSaysWhatWouldParse(t *testing.T) {
	for _, expr := range []string{"weeks>>6", "weeks>==6", "weeks>=", "weeks<", "year!=≥3", "", "weeks", "=6", "weeks!6"} {
		if _, err := coding.ParseRule(expr); !errors.Is(err, coding.ErrInvalid) {
			t.Errorf("%q parses: %v", expr, err)
		}
	}
}

func FuzzParseRule(f *testing.F) {
	f.Add("posting_weeks>=6")
	f.Add("a≥1")
	f.Fuzz(func(t *testing.T, expr string) {
		rule, err := coding.ParseRule(expr)
		if err != nil {
			return
		}
		again, err := coding.ParseRule(rule.String())
		if err != nil || again != rule {
			t.Errorf("%q is %+v, written anew it is %+v, %v", expr, rule, again, err)
		}
	})
}

func TestFindAttributeIgnoresPunctuation(t *testing.T) {
	all := []coding.Attribute{{ID: "1", Name: "Year"}, {ID: "2", Name: "Posting (weeks)"}}
	if a, err := coding.FindAttribute(all, "posting_weeks"); err != nil || a.ID != "2" {
		t.Errorf("found %+v, %v", a, err)
	}
	if _, err := coding.FindAttribute(all, "age"); !errors.Is(err, coding.ErrNotFound) {
		t.Errorf("age: %v", err)
	}
}
