package tabular

import (
	"context"
	"strings"

	"concord/coding"
)

// judged is what coders said in rounds that earlier imports of a file made.
type judged struct {
	rounds []coding.Round
	names  map[string]bool // of all rounds, lower case
	looked map[judgedKey]bool
	all    map[judgedKey]bool // done marks for all codes: without a code
	found  map[judgedKey]bool
}

type judgedKey struct {
	source coding.SourceID
	coder  coding.CoderID
	code   coding.CodeID
}

func readJudged(ctx context.Context, r coding.Reader, coders []coding.Coder, name string) (*judged, error) {
	j := &judged{
		names: map[string]bool{}, looked: map[judgedKey]bool{}, all: map[judgedKey]bool{}, found: map[judgedKey]bool{},
	}
	rounds, err := r.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	var ids []coding.RoundID
	for _, round := range rounds {
		j.names[strings.ToLower(round.Name)] = true
		if round.Name == name || strings.HasPrefix(round.Name, name+" (") {
			j.rounds = append(j.rounds, round)
			ids = append(ids, round.ID)
		}
	}
	if len(ids) == 0 {
		return j, nil
	}
	var who []coding.CoderID
	for _, c := range coders {
		who = append(who, c.ID)
	}
	for c, err := range r.Codings(ctx, coding.CodingFilter{Rounds: ids, Coders: who}) {
		if err != nil {
			return nil, err
		}
		j.found[judgedKey{c.Source, c.Coder, c.Code}] = true
	}
	for _, id := range ids {
		for d, err := range r.Done(ctx, coding.DoneFilter{Round: id}) {
			if err != nil {
				return nil, err
			}
			if len(d.Codes) == 0 {
				j.all[judgedKey{source: d.Source, coder: d.Coder}] = true
			}
			for _, code := range d.Codes {
				j.looked[judgedKey{d.Source, d.Coder, code}] = true
			}
		}
	}
	return j, nil
}

// of says whether the coder of a column looked for its code in a source, and
// whether it was found.
func (j *judged) of(c markColumn, source coding.SourceID) (looked, found bool) {
	key := judgedKey{source, c.coder, c.code}
	found = j.found[key]
	return found || j.looked[key] || j.all[judgedKey{source: source, coder: c.coder}], found
}
