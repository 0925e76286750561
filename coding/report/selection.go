package report

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"concord/coding"
)

// Selection says which codings are told of; its zero value takes all that the
// reader may see.
type Selection struct {
	// Codes, if not nil, are those wanted, each with all that lies under it.
	Codes []coding.CodeID
	// Coders, if not nil, are those whose codings are wanted.
	Coders []coding.CoderID
	// Rounds, if not nil, are those wanted; "" among them stands for codings outside rounds.
	Rounds []coding.RoundID
	// Where must all hold for a source, by its own values or those of one of its cases.
	Where []coding.Rule
	// Marks, if not nil, stand in for the project's codings: the consensus, as
	// package compare makes it. Coders and Rounds don't choose among them. A mark
	// without a coder is shown as the consensus.
	Marks []coding.Coding
	// Program is the software and its version, as in "Concord 0.1.0", for the
	// methods paragraph of a study.
	Program string
	// Words are the language of what is made of the codings; English where nil.
	Words Words
}

// rule is a rule with the attribute that it names.
type rule struct {
	coding.Rule
	attribute coding.AttributeID
}

func bindRules(rules []coding.Rule, attributes []coding.Attribute) ([]rule, error) {
	bound := make([]rule, len(rules))
	for i, r := range rules {
		a, err := coding.FindAttribute(attributes, r.Attribute)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", r, err)
		}
		bound[i] = rule{r, a.ID}
	}
	return bound, nil
}

// codings are those that the selection takes, by source in the project's
// order, then by start and end.
func (f *frame) codings(ctx context.Context, r coding.Reader, s Selection) iter.Seq2[coding.Coding, error] {
	return func(yield func(coding.Coding, error) bool) {
		rules, err := bindRules(s.Where, f.attributes)
		if err != nil {
			yield(coding.Coding{}, err)
			return
		}
		codes := f.under(s.Codes)
		all := r.Codings(ctx, coding.CodingFilter{Codes: codes, Coders: s.Coders, Rounds: s.Rounds})
		if s.Marks != nil {
			all = f.marks(s.Marks, codes)
		}
		for c, err := range all {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(coding.Coding{}, fmt.Errorf("read the codings: %w", err))
				return
			}
			if source, ok := f.sources[c.Source]; ok && f.meets(source, rules) && !yield(c, nil) {
				return
			}
		}
	}
}

// under adds to each code what lies under it; nil stays nil.
func (f *frame) under(codes []coding.CodeID) []coding.CodeID {
	if codes == nil {
		return nil
	}
	all := []coding.CodeID{}
	for _, id := range codes {
		all = append(all, f.book.Under(id)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// marks are the given ones of these codes, in the order of codings.
func (f *frame) marks(marks []coding.Coding, codes []coding.CodeID) iter.Seq2[coding.Coding, error] {
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(a, b coding.Coding) int {
		if a.Source != b.Source {
			return f.place[a.Source] - f.place[b.Source]
		}
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return func(yield func(coding.Coding, error) bool) {
		for _, m := range sorted {
			if codes == nil || slices.Contains(codes, m.Code) {
				if !yield(m, nil) {
					return
				}
			}
		}
	}
}

// meets reports whether every rule holds for what is known of the source or its cases.
func (f *frame) meets(source coding.Source, rules []rule) bool {
	return !slices.ContainsFunc(rules, func(r rule) bool {
		var values []string
		for _, v := range f.values(source, r.attribute) {
			values = append(values, v.value)
		}
		return !r.Holds(values...)
	})
}
