package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// askByRound answers for every round that the viewer may compare and in which
// the coders named, or two at least, took part.
func askByRound(ctx context.Context, r coding.Reader, question Question, q Request) (Answer, error) {
	if question.Round != "" || question.Against != "" {
		return Answer{}, fmt.Errorf("%w: to divide by round, name none", coding.ErrInvalid)
	}
	question.Described = question.Described || q.Resample == ResampleRespondents
	materials, err := loadRounds(ctx, r, question)
	if err != nil {
		return Answer{}, err
	}
	if len(materials) == 0 {
		return Answer{}, fmt.Errorf("%w: there is no round in which two of the coders took part and whose codings may be compared", coding.ErrInvalid)
	}
	var answer Answer
	if q.Codes == nil {
		whole, err := materials[len(materials)-1].complete(q)
		if err != nil {
			return answer, err
		}
		q.Codes, q.Themes = whole.Codes, whole.Themes
	}
	for _, m := range materials {
		own, err := m.answer()
		if err != nil {
			return answer, err
		}
		full, err := m.complete(q)
		if err != nil {
			return answer, err
		}
		own.hold(full, m)
		if err := own.take(ctx, Part{"round:" + m.Round.Name, m}, q); err != nil {
			return answer, err
		}
		own.judge()
		units, pairable := m.size(full)
		answer.Units, answer.Pairable = answer.Units+units, answer.Pairable+pairable
		answer.Unit, answer.Weighted, answer.Overlap, answer.Resampled = own.Unit, own.Weighted, own.Overlap, own.Resampled
		for _, name := range own.Coders {
			if !slices.Contains(answer.Coders, name) {
				answer.Coders = append(answer.Coders, name)
			}
		}
		answer.Results = append(answer.Results, own.Results...)
		answer.Counts = append(answer.Counts, own.Counts...)
	}
	return answer, nil
}

// loadRounds reads the rounds that can be compared, in the order in which they
// were opened.
func loadRounds(ctx context.Context, r coding.Reader, question Question) ([]*Material, error) {
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	coders, err := r.Coders(ctx)
	if err != nil {
		return nil, err
	}
	viewer := coding.Coder{ID: r.Viewer()}
	for _, c := range coders {
		if c.ID == viewer.ID {
			viewer = c
		}
	}
	wanted := make([]coding.CoderID, len(question.Coders))
	for i, name := range question.Coders {
		c, err := coding.FindCoder(coders, name)
		if err != nil {
			return nil, err
		}
		wanted[i] = c.ID
	}
	var materials []*Material
	for _, round := range rounds {
		takesPart := !slices.ContainsFunc(wanted, func(id coding.CoderID) bool { return !round.Has(id) })
		if round.HiddenFrom(viewer) || !takesPart {
			continue
		}
		question.Round = string(round.ID)
		m, err := Load(ctx, r, question)
		if err != nil {
			return nil, err
		}
		if len(m.Coders) >= 2 {
			materials = append(materials, m)
		}
	}
	return materials, nil
}
