package report

import (
	"context"
	"slices"

	"concord/assets"
	"concord/coding"
	"concord/coding/compare"
	"concord/coding/report"
)

// Choice is what the report counts.
type Choice struct {
	// Attribute divides the theme table; "" divides by nothing.
	Attribute string
	// Consensus counts what stands after decisions in place of what coders did.
	Consensus bool
}

// Sheet is what the screen shows.
type Sheet struct {
	Choice       Choice
	Attributes   []coding.Attribute // those that can divide: few values, no scaled items
	Themes       *report.Themes
	Items        []report.Item
	Cooccurrence *report.Cooccurrence
	Agreement    *report.Agreement // nil where nobody can be compared, or it may not be seen yet
	// HasConsensus says that a round was closed, so that there can be one.
	HasConsensus bool
	Selection    report.Selection
}

// Load counts.
func Load(ctx context.Context, r coding.Reader, choice Choice) (*Sheet, error) {
	sheet := &Sheet{Choice: choice, Selection: report.Selection{Program: assets.Program}}
	var err error
	if sheet.Attributes, err = dividing(ctx, r); err != nil {
		return nil, err
	}
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	sheet.HasConsensus = slices.ContainsFunc(rounds, func(round coding.Round) bool { return round.Closed })
	if choice.Consensus {
		if sheet.Selection.Marks, err = standing(ctx, r); err != nil {
			return nil, err
		}
	}
	if sheet.Themes, err = report.ReadThemes(ctx, r, choice.Attribute, sheet.Selection); err != nil {
		return nil, err
	}
	if sheet.Cooccurrence, err = report.ReadCooccurrence(ctx, r, sheet.Selection); err != nil {
		return nil, err
	}
	if sheet.Agreement, err = report.ReadAgreement(ctx, r, sheet.Selection); err != nil {
		return nil, err
	}
	sheet.Items, err = report.ReadItems(ctx, r)
	return sheet, err
}

// dividing are the attributes whose values make columns that can be read.
func dividing(ctx context.Context, r coding.Reader) ([]coding.Attribute, error) {
	all, err := r.Attributes(ctx)
	if err != nil {
		return nil, err
	}
	values := map[coding.AttributeID]map[string]bool{}
	for c, err := range r.Cases(ctx) {
		if err != nil {
			return nil, err
		}
		for id, v := range c.Values {
			if values[id] == nil {
				values[id] = map[string]bool{}
			}
			values[id][v] = true
		}
	}
	const most = 12
	return slices.DeleteFunc(all, func(a coding.Attribute) bool {
		return a.Level == coding.Scaled || len(values[a.ID]) < 2 || len(values[a.ID]) > most
	}), nil
}

// standing is the consensus of the round closed last.
func standing(ctx context.Context, r coding.Reader) ([]coding.Coding, error) {
	material, err := compare.Load(ctx, r, compare.Question{})
	if err != nil {
		return nil, err
	}
	decisions, err := r.Decisions(ctx, material.Round.ID)
	if err != nil {
		return nil, err
	}
	return material.ConsensusCodings(decisions), nil
}
