package compare

import "concord/coding"

// Passage is a mark that stands in the consensus.
type Passage struct {
	Source coding.SourceID
	coding.Mark
}

// Consensus is what stands when decisions have been made: what nobody disputes
// and what the decisions let stand. Disagreements still open leave nothing.
func (m *Material) Consensus(decisions []coding.Decision) []Passage {
	settled := map[coding.DisagreementID]coding.Decision{}
	for _, d := range decisions {
		settled[d.Disagreement] = d
	}
	var passages []Passage
	for place, source := range m.Sources {
		var standing []coding.Mark
		for _, s := range m.places(place) {
			if s.agreed {
				for _, mk := range s.marks {
					standing = append(standing, coding.Mark{Span: mk.span, Code: mk.code})
				}
				continue
			}
			standing = append(standing, settled[m.disagreement(place, s).ID].Marks...)
		}
		for _, mark := range Join(standing) {
			passages = append(passages, Passage{Source: source, Mark: mark})
		}
	}
	return passages
}

// ConsensusCodings is the consensus in the shape of codings, for what reads
// those: they belong to no coder and have no identity.
func (m *Material) ConsensusCodings(decisions []coding.Decision) []coding.Coding {
	codings := []coding.Coding{}
	for _, p := range m.Consensus(decisions) {
		codings = append(codings, coding.Coding{
			Excerpt: coding.Excerpt{Source: p.Source, Span: p.Span}, Code: p.Code, Round: m.Round.ID,
		})
	}
	return codings
}
