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
	// Given is how many units each coder gave the codes; tables of other
	// categories have none.
	Given []Given `json:"given,omitempty"`
	// Indices are those of prevalence and bias; nil where there are more coders
	// or categories than two, or nothing to compare.
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
	counts := Counts{Tables: []agreement.Contingency{}, Given: []Given{}}
	if !m.Unit.Rated() {
		return counts, nil
	}
	for _, code := range codes {
		if err := ctx.Err(); err != nil {
			return counts, fmt.Errorf("count who chose what: %w", err)
		}
		ratings, err := m.Presence(code)
		if err != nil {
			return counts, fmt.Errorf("count who chose what: %w", err)
		}
		if err := counts.add(ratings); err != nil {
			return counts, err
		}
		counts.give(ratings)
	}
	counts.index()
	return counts, nil
}

// CountsOf counts who chose what in a table of any categories, under a scope.
func CountsOf(scope string, ratings *agreement.Ratings) (Counts, error) {
	counts := Counts{Scope: scope, Tables: []agreement.Contingency{}}
	err := counts.add(ratings)
	counts.index()
	return counts, err
}

// add counts ratings in.
func (c *Counts) add(ratings *agreement.Ratings) error {
	at, coders := 0, len(ratings.Coders())
	for x := range coders {
		for y := x + 1; y < coders; y++ {
			table, err := ratings.Contingency(x, y)
			if err != nil {
				return fmt.Errorf("count who chose what: %w", err)
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

// give counts the units that each coder gave a code.
func (c *Counts) give(ratings *agreement.Ratings) {
	coders := ratings.Coders()
	for i, units := range ratings.Chosen(1) {
		if i == len(c.Given) {
			c.Given = append(c.Given, Given{Coder: coders[i]})
		}
		c.Given[i].Units += units
	}
}

// index tells of two coders and two categories how prevalence and bias move the
// coefficients.
func (c *Counts) index() {
	if len(c.Tables) != 1 || len(c.Tables[0].Labels) != 2 {
		return
	}
	if i, err := c.Tables[0].Indices(); err == nil {
		c.Indices = &i
	}
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
