package coding

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Rule is a condition on one attribute, as in posting_weeks>=6: who is counted,
// which excerpts are wanted.
type Rule struct {
	Attribute string
	// Op is one of = != < <= > >= and ~ (contains).
	Op    string
	Value string
}

// comparisons are the signs with which operators begin.
const comparisons = "=!<>~≥≤≠"

// ParseRule reads ATTRIBUTE OP VALUE. The error wraps ErrInvalid and says what
// would be right.
func ParseRule(expr string) (Rule, error) {
	at := strings.IndexAny(expr, comparisons)
	if at < 0 {
		return Rule{}, invalid("rule %q: write ATTRIBUTE=VALUE, or != < <= > >= or ~ (contains) in place of =", expr)
	}
	for _, op := range []struct{ written, means string }{
		{"!=", "!="},
		{"<=", "<="},
		{">=", ">="},
		{"≥", ">="},
		{"≤", "<="},
		{"≠", "!="},
		{"=", "="},
		{"<", "<"},
		{">", ">"},
		{"~", "~"},
	} {
		value, found := strings.CutPrefix(expr[at:], op.written)
		if !found {
			continue
		}
		rule := Rule{Attribute: strings.TrimSpace(expr[:at]), Op: op.means, Value: strings.TrimSpace(value)}
		if rule.Attribute == "" {
			return Rule{}, invalid("rule %q: no attribute stands before %q", expr, op.written)
		}
		more := strings.ContainsAny(op.means, "<>")
		if more && rule.Value == "" || op.means != "~" && strings.IndexAny(rule.Value, comparisons) == 0 {
			return Rule{}, invalid("rule %q: no value stands behind %q", expr, op.written)
		}
		return rule, nil
	}
	return Rule{}, invalid("rule %q: %q is no comparison; use = != < <= > >= or ~", expr, expr[at:at+1])
}

// String writes the rule as ParseRule reads it.
func (r Rule) String() string { return r.Attribute + r.Op + r.Value }

// Holds reports whether what is known meets the rule. Case is ignored; numbers
// are compared as numbers. What isn't known (an empty value) meets no rule,
// != neither, since nobody can say what it is; two rules ask just that:
// "weeks=" for it to be unknown, "weeks!=" for it to be known. Of several
// values, as those of a group's members, one has to be right, and with != none
// may be it. Where more or less than a number is asked for, the number in a
// value counts (6 of "6 weeks"), and one without a number meets nothing.
func (r Rule) Holds(values ...string) bool {
	known := make([]string, 0, len(values))
	for _, value := range values {
		if value = strings.TrimSpace(value); value != "" {
			known = append(known, value)
		}
	}
	switch {
	case r.Value == "" && r.Op == "=":
		return len(known) == 0
	case r.Value == "" && r.Op == "!=":
		return len(known) > 0
	case r.Op == "!=":
		return len(known) > 0 && !slices.ContainsFunc(known, Rule{r.Attribute, "=", r.Value}.fits)
	}
	return slices.ContainsFunc(known, r.fits)
}

// fits reports whether one value, which is known, is as the rule asks.
func (r Rule) fits(value string) bool {
	order := CompareValues(strings.ToLower(value), strings.ToLower(r.Value))
	switch r.Op {
	case "=":
		return order == 0
	case "~":
		return strings.Contains(strings.ToLower(value), strings.ToLower(r.Value))
	}
	if wanted, asked := number(r.Value); asked {
		n, known := Number(value)
		if !known {
			return false
		}
		order = cmp.Compare(n, wanted)
	}
	switch r.Op {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	default:
		return order >= 0
	}
}

// SameName reports whether two names mean the same attribute when case, spaces
// and punctuation are ignored: posting_weeks is "Posting (weeks)".
func SameName(a, b string) bool { return bare(a) == bare(b) }

func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// FindAttribute looks an attribute up as a person would name it. The error
// wraps ErrNotFound and lists the names there are.
func FindAttribute(all []Attribute, name string) (Attribute, error) {
	for _, same := range []func(a, b string) bool{strings.EqualFold, SameName} {
		for _, a := range all {
			if same(a.Name, name) || string(a.ID) == name {
				return a, nil
			}
		}
	}
	names := make([]string, len(all))
	for i, a := range all {
		names[i] = a.Name
	}
	if len(names) == 0 {
		return Attribute{}, notFound("no attribute %q: the project has none", name)
	}
	return Attribute{}, notFound("no attribute %q: there are %s", name, strings.Join(names, ", "))
}
