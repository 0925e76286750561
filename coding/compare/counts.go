package compare

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
)

// Counts are who chose what, how often: what stands behind the numbers of some
// codes, taken together.
type Counts struct {
	// Scope is that of the answer's rows which they stand behind.
	Scope string `json:"scope"`
	// Tables are how often each two coders chose what.
	Tables []agreement.Contingency `json:"tables"`
	// Given is how many units each coder gave the codes.
	Given []Given `json:"given"`
	// Indices are those of prevalence and bias; nil where there are more coders
	// than two, or nothing to compare.
	*agreement.Indices
}

// Given is how many units a coder gave some codes.
type Given struct {
	Coder string  `json:"coder"`
	Units float64 `json:"units"`
}

// Counts counts who chose what, over some codes together. Only units that are
// rated can be counted: of excerpts and the continuum there is nothing.
func (m *Material) Counts(ctx context.Context, codes ...coding.CodeID) (Counts, error) {
	counts := Counts{Tables: []agreement.Contingency{}, Given: make([]Given, len(m.Coders))}
	for i, c := range m.Coders {
		counts.Given[i].Coder = c.Name
	}
	if !m.Unit.Rated() {
		return counts, nil
	}
	for _, code := range codes {
		if err := ctx.Err(); err != nil {
			return counts, fmt.Errorf("count who chose what: %w", err)
		}
		if err := counts.add(m, code); err != nil {
			return counts, fmt.Errorf("count who chose what: %w", err)
		}
	}
	if len(counts.Tables) == 1 {
		if i, err := counts.Tables[0].Indices(); err == nil {
			counts.Indices = &i
		}
	}
	return counts, nil
}

// add counts one code's ratings in.
func (c *Counts) add(m *Material, code coding.CodeID) error {
	ratings, err := m.Presence(code)
	if err != nil {
		return err
	}
	for i, units := range ratings.Chosen(1) {
		c.Given[i].Units += units
	}
	at := 0
	for x := range m.Coders {
		for y := x + 1; y < len(m.Coders); y++ {
			table, err := ratings.Contingency(x, y)
			if err != nil {
				return err
			}
			if at == len(c.Tables) {
				c.Tables = append(c.Tables, table)
			} else {
				c.Tables[at].Add(table)
			}
			at++
		}
	}
	return nil
}

// count adds the counts behind the rows of a scope, where they are asked for.
func (a *Answer) count(ctx context.Context, scope string, m *Material, q Request, codes ...coding.CodeID) error {
	if !q.Counts || !m.Unit.Rated() {
		return nil
	}
	counts, err := m.Counts(ctx, codes...)
	counts.Scope = scope
	a.Counts = append(a.Counts, counts)
	return err
}

// countCodes adds the counts behind an answer by code or theme.
func (a *Answer) countCodes(ctx context.Context, m *Material, q Request) error {
	if err := a.count(ctx, Overall, m, q, q.Codes...); err != nil {
		return err
	}
	for _, code := range q.Codes {
		if err := a.count(ctx, m.scope(code, q.Themes), m, q, code); err != nil {
			return err
		}
	}
	return nil
}
