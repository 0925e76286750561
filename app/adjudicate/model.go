package adjudicate

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"concord/coding"
	"concord/coding/compare"
)

// Queue is the disagreements of a round as they are worked through.
type Queue struct {
	Round    coding.Round
	Rounds   []coding.Round
	Material *compare.Material
	Items    []Item
	Decided  int
	// Mine says that the viewer may decide; Judges are those who may otherwise.
	Mine    bool
	Judges  []string
	Reasons []string // the last reasons given, the newest first, each once
}

// Item is one disagreement with what its line in the queue says.
type Item struct {
	compare.Disagreement
	// Name is the respondent's, or the source's where it has no case.
	Name    string
	Snippet string
	Codes   []coding.Code
}

// Filter chooses among the items.
type Filter struct {
	Kind compare.Kind  // "" for all
	Code coding.CodeID // "" for all; a theme stands for what lies under it
	Open bool          // only those that nobody has decided
	// Only are those that have something in common, which Named names; nil for all.
	Only  map[coding.DisagreementID]bool
	Named string
	// Unsure puts those first that a coder was unsure of.
	Unsure bool
}

// Takes reports whether the filter leaves anything out.
func (f Filter) Takes() bool { return f.Kind != "" || f.Code != "" || f.Open || f.Only != nil }

// Load reads the queue of a round; "" takes what package compare would.
func Load(ctx context.Context, r coding.Reader, round coding.RoundID) (*Queue, error) {
	material, err := compare.Load(ctx, r, compare.Question{Round: string(round)})
	if err != nil {
		return nil, err
	}
	q := &Queue{Round: material.Round, Material: material}
	if q.Rounds, err = coding.VisibleRounds(ctx, r); err != nil {
		return nil, err
	}
	if err := q.judge(ctx, r); err != nil {
		return nil, err
	}
	decisions, err := r.Decisions(ctx, material.Round.ID)
	if err != nil {
		return nil, err
	}
	q.Reasons = lastReasons(decisions)
	disagreements := material.Disagreements(decisions)
	var ids []coding.SourceID
	for _, d := range disagreements {
		if len(ids) == 0 || ids[len(ids)-1] != d.Source {
			ids = append(ids, d.Source)
		}
	}
	if len(ids) == 0 {
		return q, nil
	}
	names, texts, err := read(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	for _, d := range disagreements {
		item := Item{Disagreement: d, Name: names[d.Source], Snippet: snippet(texts[d.Source], d.Span)}
		for _, id := range d.Codes() {
			if code, ok := material.Book.Code(id); ok {
				item.Codes = append(item.Codes, code)
			}
		}
		if d.Decision != nil {
			q.Decided++
		}
		q.Items = append(q.Items, item)
	}
	return q, nil
}

// judge finds who decides: the supervisors, or everybody where there is none.
func (q *Queue) judge(ctx context.Context, r coding.Reader) error {
	coders, err := r.Coders(ctx)
	if err != nil {
		return err
	}
	for _, c := range coders {
		if c.Supervisor {
			q.Judges = append(q.Judges, c.Name)
			q.Mine = q.Mine || c.ID == r.Viewer()
		}
	}
	q.Mine = q.Mine || len(q.Judges) == 0
	return nil
}

func read(ctx context.Context, r coding.Reader, ids []coding.SourceID) (names, texts map[coding.SourceID]string, err error) {
	names, texts = map[coding.SourceID]string{}, map[coding.SourceID]string{}
	cases := map[coding.CaseID]string{}
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return nil, nil, err
		}
		cases[c.ID] = c.Name
	}
	for s, err := range r.Sources(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, nil, err
		}
		names[s.ID] = s.Name
		if len(s.Cases) > 0 {
			names[s.ID] = cases[s.Cases[0]]
		}
	}
	for t, err := range r.Texts(ctx, coding.SourceFilter{IDs: ids}) {
		if err != nil {
			return nil, nil, err
		}
		texts[t.Source] = t.Body
	}
	return names, texts, nil
}

// snippet is how the disputed passage begins, on one line.
func snippet(text string, span coding.Span) string {
	const enough = 60
	span.End = min(span.End, span.Start+enough)
	return strings.Join(strings.Fields(coding.Slice(text, span)), " ")
}

// lastReasons are the reasons given last, each once.
func lastReasons(decisions []coding.Decision) []string {
	const enough = 8
	var reasons []string
	for _, d := range slices.Backward(decisions) {
		if d.Reason != "" && !slices.Contains(reasons, d.Reason) && len(reasons) < enough {
			reasons = append(reasons, d.Reason)
		}
	}
	return reasons
}

// Choose are the items that the filter takes.
func (q *Queue) Choose(f Filter) []Item {
	var family []coding.CodeID
	if f.Code != "" {
		family = q.Material.Book.Under(f.Code)
	}
	var chosen []Item
	for _, item := range q.Items {
		involved := f.Code == "" || slices.ContainsFunc(item.Codes, func(c coding.Code) bool { return slices.Contains(family, c.ID) })
		involved = involved && (f.Only == nil || f.Only[item.ID])
		if involved && (f.Kind == "" || item.Kind == f.Kind) && (!f.Open || item.Decision == nil) {
			chosen = append(chosen, item)
		}
	}
	if f.Unsure {
		slices.SortStableFunc(chosen, func(a, b Item) int { return cmp.Compare(rank(a), rank(b)) })
	}
	return chosen
}

func rank(i Item) int {
	if i.Unsure() {
		return 0
	}
	return 1
}
