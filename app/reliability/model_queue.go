package reliability

import (
	"context"
	"slices"

	"concord/coding"
	"concord/coding/compare"
)

// queue is the disagreements of the round that nobody has decided. One coder's
// two rounds have none: there is nothing to settle between them.
func (s *Sheet) queue(ctx context.Context, r coding.Reader) ([]compare.Disagreement, error) {
	if s.Later.ID != "" {
		return nil, nil
	}
	decisions, err := r.Decisions(ctx, s.Round.ID)
	if err != nil {
		return nil, err
	}
	return undecided(s.material.Disagreements(decisions)), nil
}

func undecided(queue []compare.Disagreement) []compare.Disagreement {
	return slices.DeleteFunc(queue, func(d compare.Disagreement) bool { return d.Decision != nil })
}

// openByCode counts the open disagreements behind each row.
func (s *Sheet) openByCode(queue []compare.Disagreement) map[coding.CodeID]int {
	open := map[coding.CodeID]int{}
	for _, d := range queue {
		for _, code := range s.counted(d) {
			open[code]++
		}
	}
	return open
}

// counted are the rows that a disagreement counts in, each once.
func (s *Sheet) counted(d compare.Disagreement) []coding.CodeID {
	codes := d.Codes()
	if !s.Choice.Themes {
		return codes
	}
	for i, c := range codes {
		codes[i] = s.material.Book.Theme(c)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// disputes are the open disagreements in each part. Those of two coders among
// more are the ones in which the two differ.
func (s *Sheet) disputes(parts []compare.Part, queue []compare.Disagreement) [][]coding.DisagreementID {
	all := make([][]coding.DisagreementID, len(parts))
	if s.Choice.By == compare.ByCoders {
		of := map[coding.CodingID]coding.DisagreementID{}
		for _, d := range queue {
			for _, id := range codingsOf(d) {
				of[id] = d.ID
			}
		}
		for i, part := range parts {
			seen := map[coding.DisagreementID]bool{}
			for _, d := range part.Of.Disagreements(nil) {
				for _, id := range codingsOf(d) {
					if whole, open := of[id]; open && !seen[whole] {
						seen[whole] = true
						all[i] = append(all[i], whole)
					}
				}
			}
		}
		return all
	}
	bySource := map[coding.SourceID][]coding.DisagreementID{}
	for _, d := range queue {
		bySource[d.Source] = append(bySource[d.Source], d.ID)
	}
	for i, part := range parts {
		for _, source := range part.Of.Sources {
			all[i] = append(all[i], bySource[source]...)
		}
	}
	return all
}

func codingsOf(d compare.Disagreement) []coding.CodingID {
	var ids []coding.CodingID
	for _, v := range d.Views {
		for _, c := range v.Codings {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
