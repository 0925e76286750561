package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
)

// By says along what an answer is divided, apart from overall and by code.
type By string

// The divisions. Any other value names an attribute.
const (
	ByCode   By = "code"
	ByCoders By = "coder-pair"
	BySource By = "source"
)

// Request says which numbers are wanted. Its zero value asks for what Concord
// shows first: percent agreement, Krippendorff's α, Cohen's κ for two coders and
// Gwet's AC1, for each code and as their mean.
type Request struct {
	Measures []agreement.Measure
	// Codes are those wanted; nil takes Material.Codes.
	Codes      []coding.CodeID
	Confidence agreement.Confidence
}

// Answer is how far coders agree.
type Answer struct {
	// Round is nil for codings outside rounds.
	Round  *string  `json:"round"`
	Coders []string `json:"coders"`
	// Units is the number of comments compared, Pairable of those that two
	// coders or more finished.
	Units    int    `json:"units"`
	Pairable int    `json:"pairable"`
	Unit     string `json:"unit"`
	Results  []Row  `json:"results"`
}

// Row is one number of an answer: what it is about, and the number.
type Row struct {
	// Scope is "overall", "code:PATH", "pair:A|B", ….
	Scope string        `json:"scope"`
	Code  coding.CodeID `json:"-"`
	agreement.Result
}

// Agreement answers with the comment as the unit: a code is present in a source
// or absent from it.
func (m *Material) Agreement(ctx context.Context, q Request) (Answer, error) {
	answer, err := m.answer()
	if err != nil {
		return answer, err
	}
	measures := q.Measures
	if measures == nil {
		measures = m.measures()
	}
	codes := q.Codes
	if codes == nil {
		codes = m.Codes()
	}
	var tables []*agreement.Ratings
	var rows []Row
	for _, code := range codes {
		table, err := m.Presence(code)
		if err != nil {
			return answer, fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		tables = append(tables, table)
		results, err := agreement.Estimate(ctx, table, perCode(measures), q.Confidence)
		if err != nil {
			return answer, fmt.Errorf("agreement on %q: %w", m.Book.Path(code), err)
		}
		for _, r := range results {
			rows = append(rows, Row{Scope: "code:" + m.Book.Path(code), Code: code, Result: r})
		}
	}
	overall, err := m.overall(ctx, measures, tables, q.Confidence)
	if err != nil {
		return answer, err
	}
	answer.Results = slices.Concat(overall, rows)
	return answer, nil
}

// measures are those shown unless a person asks for others.
func (m *Material) measures() []agreement.Measure {
	measures := []agreement.Measure{agreement.KrippendorffAlphaNominal, agreement.PercentAgreement, agreement.GwetAC1}
	if len(m.Coders) == 2 {
		measures = append(measures, agreement.CohenKappa)
	}
	return append(measures, agreement.KrippendorffAlphaMASI)
}

// perCode are the measures that say something of a single code: all but the
// one over sets of codes.
func perCode(measures []agreement.Measure) []agreement.Measure {
	return slices.DeleteFunc(slices.Clone(measures), func(m agreement.Measure) bool {
		return m == agreement.KrippendorffAlphaMASI
	})
}

// overall is the mean over the codes for each measure, and the alpha over sets
// of codes where it is asked for.
func (m *Material) overall(ctx context.Context, measures []agreement.Measure, tables []*agreement.Ratings, c agreement.Confidence) ([]Row, error) {
	var rows []Row
	for _, measure := range measures {
		var result agreement.Result
		var err error
		if measure == agreement.KrippendorffAlphaMASI {
			var sets *agreement.Ratings
			if sets, err = m.Sets(); err != nil {
				return nil, fmt.Errorf("agreement on sets of codes: %w", err)
			}
			var results []agreement.Result
			if results, err = agreement.Estimate(ctx, sets, []agreement.Measure{measure}, c); err == nil {
				result = results[0]
			}
		} else {
			result, err = agreement.Mean(ctx, tables, measure, c)
		}
		if err != nil {
			return nil, fmt.Errorf("agreement overall: %w", err)
		}
		rows = append(rows, Row{Scope: "overall", Result: result})
	}
	return rows, nil
}

// pairable counts the sources that at least two coders have looked at.
func (m *Material) pairable() int {
	n := 0
	for place := range m.Sources {
		finished := 0
		for seat := range m.Coders {
			if m.looked[place*len(m.Coders)+seat].any() {
				finished++
			}
		}
		if finished >= 2 {
			n++
		}
	}
	return n
}

// AgreementByPairs answers for each two coders apart.
func (m *Material) AgreementByPairs(ctx context.Context, q Request) (Answer, error) {
	answer, err := m.answer()
	if err != nil {
		return answer, err
	}
	for _, pair := range m.Pairs() {
		of, err := pair.Agreement(ctx, q)
		if err != nil {
			return answer, err
		}
		for _, row := range of.Results {
			if row.Code == "" {
				row.Scope = "pair:" + pair.Coders[0].Name + "|" + pair.Coders[1].Name
				answer.Results = append(answer.Results, row)
			}
		}
	}
	return answer, nil
}

// answer is an answer without its numbers.
func (m *Material) answer() (Answer, error) {
	answer := Answer{Coders: m.CoderNames(), Units: len(m.Sources), Pairable: m.pairable(), Unit: "comment"}
	if m.Round.ID != "" {
		answer.Round = &m.Round.Name
	}
	if len(m.Coders) < 2 {
		return answer, fmt.Errorf("%w: agreement needs two coders or more; here there is %d", coding.ErrInvalid, len(m.Coders))
	}
	return answer, nil
}
