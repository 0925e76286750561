package cli

import (
	"context"

	"concord/app/reach"
	"concord/coding"
)

// codeLines gives the places of lines the code, as far as it is to reach; where
// a line has no place, the whole source. It returns how many excerpts that makes.
func (p *project) codeLines(ctx context.Context, lines []foundLine, path string, far reach.Reach, create bool) (int, error) {
	found := make([]coding.Excerpt, len(lines))
	for i, line := range lines {
		found[i] = line.Excerpt
	}
	places, err := far.Places(ctx, p.Session, found)
	if err != nil || create && len(places) == 0 {
		return 0, err
	}
	codings, err := p.apply(ctx, path, create, places...)
	if err != nil {
		return 0, err
	}
	return coding.Distinct(codings), nil
}
