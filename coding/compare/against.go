package compare

import (
	"context"
	"fmt"
	"slices"

	"concord/coding"
)

// loadAgainst reads what one coder did in two rounds as if two coders had done
// it. The sources are those of both rounds; what counts as looked at is each
// round's own.
func loadAgainst(ctx context.Context, r coding.Reader, q Question) (*Material, error) {
	later := q
	later.Round, later.Against = q.Against, ""
	q.Against = ""
	first, err := Load(ctx, r, q)
	if err != nil {
		return nil, err
	}
	second, err := Load(ctx, r, later)
	if err != nil {
		return nil, err
	}
	if first.Round.ID == second.Round.ID {
		return nil, fmt.Errorf("%w: %s is compared with itself: name two rounds", coding.ErrInvalid, first.Round.Name)
	}
	first, second = first.only(second.Sources), second.only(first.Sources)
	return first.beside(second), nil
}

// only is the material of those of its sources that are among others.
func (m *Material) only(others []coding.SourceID) *Material {
	there := make(map[coding.SourceID]bool, len(others))
	for _, id := range others {
		there[id] = true
	}
	return m.Where(func(id coding.SourceID) bool { return there[id] })
}

// beside puts another round of the same coder beside the first, over the same sources.
func (m *Material) beside(later *Material) *Material {
	both := *m
	both.Later = later.Round
	both.Coders = []coding.Coder{inRound(m.Coders[0], m.Round), inRound(later.Coders[0], later.Round)}
	both.seat = map[coding.CoderID]int{both.Coders[0].ID: 0, both.Coders[1].ID: 1}
	both.codings = make([][]coding.Coding, len(m.Sources))
	both.looked, both.given = nil, nil
	number := map[coding.CodeID]int32{}
	both.codes = slices.Clone(m.codes)
	for n, code := range both.codes {
		number[code] = int32(n)
	}
	for place := range m.Sources {
		own := slices.Concat(m.codings[place], later.codings[place])
		for i := range own {
			seat := 0
			if i >= len(m.codings[place]) {
				seat = 1
			}
			code, known := number[own[i].Code]
			if !known {
				code = int32(len(both.codes))
				number[own[i].Code] = code
				both.codes = append(both.codes, own[i].Code)
			}
			own[i].Coder = both.Coders[seat].ID
			both.given = append(both.given, given{int32(place), int32(seat), code})
		}
		both.codings[place] = own
		both.looked = append(both.looked, m.looked[place], later.looked[place])
	}
	both.layOut()
	return &both
}

// inRound is the coder as one of two, told apart by the round.
func inRound(c coding.Coder, round coding.Round) coding.Coder {
	c.ID += coding.CoderID(" in " + string(round.ID))
	c.Name += ", " + round.Name
	return c
}
