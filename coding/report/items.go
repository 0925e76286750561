package report

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"concord/coding"
)

// Item is what the cases said to one statement of a questionnaire.
type Item struct {
	Item string
	// N answered, Missing didn't.
	N, Missing int
	// Share is how many agreed; nil where that is undefined, and Reason says why.
	Share  *Share
	Reason string
	// Levels are the answers in their order, from least to most agreement.
	Levels []LevelCount
	// Agreeing are the levels that count as agreeing.
	Agreeing []string
}

// Share is a number of cases and what part of all who answered it is, in
// percent, with a 95 % interval (Wilson).
type Share struct {
	Agree              int
	Percent, Low, High float64
}

// LevelCount is how many gave an answer.
type LevelCount struct {
	Level string
	N     int
}

// ReadItems reads the scaled items, in the project's order, of the cases for
// which every rule holds. A case without a value is missing; an answer that is
// none of the item's levels is counted after them, as not agreeing.
func ReadItems(ctx context.Context, r coding.Reader, where ...coding.Rule) ([]Item, error) {
	attributes, err := r.Attributes(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the scaled items: %w", err)
	}
	rules, err := bindRules(where, attributes)
	if err != nil {
		return nil, err
	}
	attributes = slices.DeleteFunc(slices.Clone(attributes), func(a coding.Attribute) bool { return a.Level != coding.Scaled })
	answers := make([]map[string]int, len(attributes))
	for i := range answers {
		answers[i] = map[string]int{}
	}
	cases := 0
	for c, err := range r.Cases(ctx) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, fmt.Errorf("read the cases: %w", err)
		}
		if slices.ContainsFunc(rules, func(rule rule) bool { return !rule.Holds(c.Values[rule.attribute]) }) {
			continue
		}
		cases++
		for i, a := range attributes {
			if v := c.Values[a.ID]; v != "" {
				answers[i][v]++
			}
		}
	}
	items := make([]Item, len(attributes))
	for i, a := range attributes {
		items[i] = summarise(a, answers[i], cases)
	}
	return items, nil
}

func summarise(a coding.Attribute, answers map[string]int, cases int) Item {
	item := Item{Item: a.Name, Agreeing: slices.Clone(a.Agreeing)}
	agree := 0
	for _, level := range a.Levels {
		item.Levels = append(item.Levels, LevelCount{level, answers[level]})
	}
	var others []string
	for value, n := range answers {
		item.N += n
		if slices.Contains(a.Agreeing, value) {
			agree += n
		}
		if !slices.Contains(a.Levels, value) {
			others = append(others, value)
		}
	}
	slices.SortFunc(others, coding.CompareValues)
	for _, value := range others {
		item.Levels = append(item.Levels, LevelCount{value, answers[value]})
	}
	item.Missing = cases - item.N
	switch {
	case len(a.Agreeing) == 0:
		item.Reason = "no answer is set to count as agreeing"
	case item.N == 0:
		item.Reason = "nobody answered"
	default:
		low, high := Wilson(agree, item.N)
		item.Share = &Share{agree, 100 * float64(agree) / float64(item.N), 100 * low, 100 * high}
	}
	return item
}

// MarshalJSON gives the form that the command line promises: item, n, missing,
// agree, percent, low, high (null with a reason where undefined), levels, agreeing.
func (i Item) MarshalJSON() ([]byte, error) {
	levels := make(map[string]int, len(i.Levels))
	for _, l := range i.Levels {
		levels[l.Level] = l.N
	}
	out := struct {
		Item     string         `json:"item"`
		N        int            `json:"n"`
		Missing  int            `json:"missing"`
		Agree    *int           `json:"agree"`
		Percent  *float64       `json:"percent"`
		Low      *float64       `json:"low"`
		High     *float64       `json:"high"`
		Reason   string         `json:"reason,omitempty"`
		Levels   map[string]int `json:"levels"`
		Agreeing []string       `json:"agreeing"`
	}{Item: i.Item, N: i.N, Missing: i.Missing, Reason: i.Reason, Levels: levels, Agreeing: append([]string{}, i.Agreeing...)}
	if s := i.Share; s != nil {
		out.Agree, out.Percent, out.Low, out.High = &s.Agree, &s.Percent, &s.Low, &s.High
	}
	return json.Marshal(out)
}
