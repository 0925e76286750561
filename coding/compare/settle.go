package compare

import (
	"cmp"
	"fmt"
	"slices"

	"concord/coding"
)

// Keep makes a decision that lets the codings of the named coders stand. Those
// with the same code that overlap are joined. The reason is the caller's to add.
func (d Disagreement) Keep(coders ...coding.CoderID) (coding.Decision, error) {
	decision := d.open(coding.KeepOne)
	if len(coders) > 1 {
		decision.Verdict = coding.KeepBoth
	}
	for _, coder := range coders {
		at := slices.IndexFunc(d.Views, func(v View) bool { return v.Coder.ID == coder })
		if at < 0 {
			return coding.Decision{}, fmt.Errorf("%w: a coder whose work is to be kept doesn't take part in disagreement %s",
				coding.ErrInvalid, d.ID)
		}
		for _, c := range d.Views[at].Codings {
			decision.Marks = append(decision.Marks, coding.Mark{Span: c.Span, Code: c.Code})
		}
		decision.Kept = append(decision.Kept, coder)
	}
	decision.Marks = Join(decision.Marks)
	if len(decision.Marks) == 0 {
		decision.Verdict = coding.KeepNone
	}
	return decision, nil
}

// KeepNone makes a decision that lets nothing stand there.
func (d Disagreement) KeepNone() coding.Decision { return d.open(coding.KeepNone) }

// Replace makes a decision for something that no coder chose.
func (d Disagreement) Replace(marks ...coding.Mark) coding.Decision {
	decision := d.open(coding.KeepElse)
	decision.Marks = Join(marks)
	return decision
}

func (d Disagreement) open(verdict coding.Verdict) coding.Decision {
	decision := coding.Decision{Round: d.Round, Disagreement: d.ID, Source: d.Source, Verdict: verdict}
	for _, v := range d.Views {
		for _, c := range v.Codings {
			decision.Settles = append(decision.Settles, c.ID)
		}
	}
	return decision
}

// Join makes one mark of those that have the same code and overlap. The marks
// come in the order of the text.
func Join(marks []coding.Mark) []coding.Mark {
	sorted := slices.Clone(marks)
	slices.SortFunc(sorted, func(a, b coding.Mark) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var joined []coding.Mark
	for _, m := range sorted {
		last := len(joined) - 1
		if last >= 0 && joined[last].Code == m.Code && joined[last].Overlaps(m.Span) {
			joined[last].Span = joined[last].Union(m.Span)
			continue
		}
		joined = append(joined, m)
	}
	slices.SortFunc(joined, func(a, b coding.Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Code, b.Code))
	})
	return joined
}
