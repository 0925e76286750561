package reliability

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Account is what stands behind a number: who said what, how often.
type Account struct {
	// Row is the line that it is about.
	Row Row
	// Tables are how often each two coders chose what, over all of the row's
	// codes; there are none where units aren't rated.
	Tables []agreement.Contingency
	// More is how many pairs of coders have no table here.
	More int
	// Indices are those of prevalence and bias, where there are two coders.
	Indices *agreement.Indices
	// Chosen is how many units each coder gave the code.
	Chosen []Chosen
	// Readings are what the benchmarks of the field say of the number.
	Readings []agreement.Reading
	// Warnings are those about the row.
	Warnings []Warning
}

// Chosen is how often a coder gave a code.
type Chosen struct {
	Coder string
	Units float64
}

// mostTables is how many pairs of coders are shown with a table each.
const mostTables = 6

// Account tells what stands behind a row, or with nil behind the headline.
func (s *Sheet) Account(ctx context.Context, row *Row) (*Account, error) {
	whole := Row{Headline: s.Overall, Beside: s.Beside, Units: s.Pairable, of: s.material}
	if row == nil {
		row = &whole
	}
	a := &Account{Row: *row, Readings: row.Headline.Readings()}
	for _, w := range s.Warnings {
		if w.About == row.Name || w.About == "" && row.Code.ID == "" {
			a.Warnings = append(a.Warnings, w)
		}
	}
	if row.of == nil || !row.of.Unit.Rated() {
		return a, nil
	}
	codes := []coding.CodeID{row.Code.ID}
	if row.Code.ID == "" {
		codes = s.Choice.codes(row.of)
	}
	for _, code := range codes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := a.add(row.of, code); err != nil {
			return nil, err
		}
	}
	a.index()
	return a, nil
}

// add counts one code's ratings in.
func (a *Account) add(m *compare.Material, code coding.CodeID) error {
	table, err := m.Presence(code)
	if err != nil {
		return fmt.Errorf("count who chose what: %w", err)
	}
	for i, units := range table.Chosen(1) {
		if i == len(a.Chosen) {
			a.Chosen = append(a.Chosen, Chosen{Coder: m.Coders[i].Name})
		}
		a.Chosen[i].Units += units
	}
	at := 0
	a.More = 0
	for x := range m.Coders {
		for y := x + 1; y < len(m.Coders); y++ {
			if at >= mostTables {
				a.More++
				continue
			}
			own, err := table.Contingency(x, y)
			if err != nil {
				return fmt.Errorf("count who chose what: %w", err)
			}
			if at == len(a.Tables) {
				a.Tables = append(a.Tables, own)
			} else {
				a.Tables[at].Add(own)
			}
			at++
		}
	}
	return nil
}

// index tells of two coders why a kappa is low although they mostly agree.
func (a *Account) index() {
	if len(a.Tables) == 1 && len(a.Chosen) == 2 {
		if i, err := a.Tables[0].Indices(); err == nil {
			a.Indices = &i
		}
	}
}

// Formula is how a coefficient is made of observed and expected agreement, and
// who defined it.
func Formula(m agreement.Measure) (formula, source string) {
	const corrected = "(pₒ − pₑ) / (1 − pₑ)"
	switch m {
	case agreement.KrippendorffAlphaNominal:
		return "α = 1 − Dₒ / Dₑ = " + corrected, "Krippendorff 2018"
	case agreement.KrippendorffAlphaMASI:
		return "α = 1 − Dₒ / Dₑ, δ²(A, B) = 1 − |A ∩ B| / |A ∪ B| · m", "Krippendorff 2018; Passonneau 2006"
	case agreement.CohenKappa:
		return "κ = " + corrected + ", pₑ = Σ p(A, k) · p(B, k)", "Cohen 1960"
	case agreement.ScottPi:
		return "π = " + corrected + ", pₑ = Σ ((p(A, k) + p(B, k)) / 2)²", "Scott 1955"
	case agreement.FleissKappa:
		return "κ = " + corrected + ", pₑ = Σ π(k)²", "Fleiss 1971"
	case agreement.CongerKappa:
		return "κ = " + corrected + ", pₑ = Σ (π(k)² − s(k)² / m)", "Conger 1980"
	case agreement.BrennanPrediger:
		return "S = " + corrected + ", pₑ = 1 / q", "Brennan & Prediger 1981"
	case agreement.GwetAC1:
		return "AC1 = " + corrected + ", pₑ = Σ π(k) · (1 − π(k)) / (q − 1)", "Gwet 2008"
	case agreement.Holsti:
		return "2M / (N(A) + N(B))", "Holsti 1969"
	case compare.Precision:
		return "M / N(B)", ""
	case compare.Recall:
		return "M / N(A)", ""
	case compare.F1:
		return "F1 = 2M / (N(A) + N(B))", ""
	case agreement.AlphaU, agreement.AlphaUBinary, agreement.AlphaCU, agreement.AlphaKU:
		return "α = 1 − Dₒ / Dₑ", "Krippendorff, Mathet, Bouvry & Widlöcher 2016"
	}
	return "pₒ", ""
}
