package compare

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// Ask loads what the question is about and answers the request, divided as it
// says. It is what stands behind the command line; a screen that shows more
// than numbers calls Load and Material.Agreement.
func Ask(ctx context.Context, r coding.Reader, question Question, q Request) (Answer, error) {
	switch q.By {
	case "", ByCode, ByTheme, ByCoders:
		question.Described = question.Described || q.Resample == ResampleRespondents
	case ByRound:
		return askByRound(ctx, r, question, q)
	default:
		question.Described = true
	}
	m, err := Load(ctx, r, question)
	if err != nil {
		return Answer{}, err
	}
	switch q.By {
	case "", ByCode, ByTheme:
		return m.Agreement(ctx, q)
	}
	parts, err := m.Parts(ctx, r, q.By)
	if err != nil {
		return Answer{}, err
	}
	return m.divided(ctx, parts, q)
}

// Part is some of the material: what two of its coders did, what was done in
// one source, or in the sources with one value of an attribute.
type Part struct {
	// Scope names it as an answer does: "pair:A|B", "source:NAME", "ATTRIBUTE:VALUE".
	Scope string
	Of    *Material
}

// Parts divides the material by pairs of coders, by source, or by the attribute
// that By names; source and attribute need the question to be Described.
func (m *Material) Parts(ctx context.Context, r coding.Reader, by By) ([]Part, error) {
	switch by {
	case ByCoders:
		return m.pairParts(), nil
	case BySource:
		return m.sourceParts(), nil
	}
	return m.valueParts(ctx, r, string(by))
}

// divided answers for each part with what holds overall in it.
func (m *Material) divided(ctx context.Context, parts []Part, q Request) (Answer, error) {
	answer, err := m.answer()
	if err != nil {
		return answer, err
	}
	whole, err := m.complete(q)
	if err != nil {
		return answer, err
	}
	q.Codes, q.Themes = whole.Codes, whole.Themes
	answer.hold(whole, m)
	answer.Units, answer.Pairable = m.size(whole)
	q.Progress.Start("compute agreement", len(parts)*len(q.Codes))
	for _, p := range parts {
		if err := answer.take(ctx, p, q); err != nil {
			return answer, err
		}
	}
	answer.judge()
	return answer, nil
}

// take adds what holds overall in a part.
func (a *Answer) take(ctx context.Context, p Part, q Request) error {
	full, err := p.Of.complete(q)
	if err != nil {
		return err
	}
	rows, err := p.Of.scoreOverall(ctx, full)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Scope, err)
	}
	for _, row := range rows {
		row.Scope = p.Scope
		a.Results = append(a.Results, row)
	}
	return a.count(ctx, p.Scope, p.Of, full, full.Codes...)
}

// size is the number of units, and of those where two coders or more looked.
func (m *Material) size(q Request) (units, pairable int) {
	switch m.Unit {
	case Continuum:
		return m.stretch()
	case ExcerptMatch:
		var counted tallies
		for _, code := range q.Codes {
			counted.add(m.findings(code))
		}
		return counted.all, counted.pairable
	}
	return m.counted()
}

func (m *Material) pairParts() []Part {
	var parts []Part
	for _, pair := range m.Pairs() {
		parts = append(parts, Part{"pair:" + pair.Coders[0].Name + "|" + pair.Coders[1].Name, pair})
	}
	return parts
}

func (m *Material) sourceParts() []Part {
	cut := m.cut()
	parts := make([]Part, len(m.Sources))
	for place := range m.Sources {
		parts[place] = Part{"source:" + m.nameOf(place), cut.part(m.Coders, []int{place})}
	}
	return parts
}

// valueParts divide by the values of an attribute, in their order; sources of
// which it isn't known come last.
func (m *Material) valueParts(ctx context.Context, r coding.Reader, name string) ([]Part, error) {
	all, err := r.Attributes(ctx)
	if err != nil {
		return nil, err
	}
	attribute, err := coding.FindAttribute(all, name)
	if err != nil {
		return nil, fmt.Errorf("divide agreement by code, theme, coder-pair, source, round or an attribute: %w", err)
	}
	values := map[coding.CaseID]string{}
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return nil, err
		}
		values[c.ID] = c.Values[attribute.ID]
	}
	places := map[string][]int{}
	for place, s := range m.about {
		value := s.Values[attribute.ID]
		for _, c := range s.Cases {
			value = cmp.Or(value, values[c])
		}
		places[value] = append(places[value], place)
	}
	var order []string
	for value := range places {
		order = append(order, value)
	}
	slices.SortFunc(order, func(x, y string) int {
		switch {
		case x == "":
			return 1
		case y == "":
			return -1
		}
		return cmp.Or(attribute.Compare(x, y), cmp.Compare(x, y))
	})
	cut := m.cut()
	var parts []Part
	for _, value := range order {
		parts = append(parts, Part{attribute.Name + ":" + cmp.Or(value, "(not known)"), cut.part(m.Coders, places[value])})
	}
	return parts, nil
}
