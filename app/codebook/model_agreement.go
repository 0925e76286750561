package codebook

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"concord/coding"
	"concord/coding/agreement"
	"concord/coding/compare"
)

// Agreement is how far coders agree on each code, in the round that the
// Agreement screen takes first, by its first measure and unit.
type Agreement struct {
	// Round is empty where there is none to compare, or none that the viewer may.
	Round coding.Round
	// Alpha is Krippendorff's α of each code and theme for which it is defined.
	Alpha map[coding.CodeID]float64
}

// ReadAgreement computes how far the coders agree on each code. Where there is
// nothing that the reader's viewer may compare, it is empty.
func ReadAgreement(ctx context.Context, r coding.Reader) (*Agreement, error) {
	found := &Agreement{Alpha: map[coding.CodeID]float64{}}
	material, err := compare.Load(ctx, r, compare.Question{})
	switch {
	case errors.Is(err, coding.ErrForbidden), errors.Is(err, coding.ErrInvalid):
		return found, nil // a blind round is open, or several rounds are
	case err != nil:
		return nil, fmt.Errorf("read what the coders did: %w", err)
	case material.Round.ID == "" || len(material.Coders) < 2:
		return found, nil
	}
	found.Round = material.Round
	for _, themes := range []bool{true, false} {
		answer, err := material.Agreement(ctx, compare.Request{
			Measures: []agreement.Measure{agreement.KrippendorffAlphaNominal}, Themes: themes,
		})
		if err != nil {
			return nil, fmt.Errorf("compute agreement: %w", err)
		}
		for _, row := range answer.Results {
			if value, known := row.Value.Float64(); known && row.Code != "" {
				found.Alpha[row.Code] = value
			}
		}
	}
	return found, nil
}

// Touches reports whether a step may have changed how far coders agree.
func (a *Agreement) Touches(e coding.Event) bool {
	switch edit := e.Change.(type) {
	case coding.Edit[coding.Round], coding.Edit[coding.Done], coding.Edit[coding.Code], coding.Edit[coding.Source]:
		return true
	case coding.Edit[coding.Coding]:
		for _, c := range slices.Concat(edit.Was, edit.Now) {
			if c.Round == a.Round.ID {
				return true
			}
		}
	}
	return false
}
