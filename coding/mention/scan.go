package mention

import (
	"context"
	"fmt"

	"concord/coding"
	"concord/coding/progress"
)

// Scan finds the mentions in all texts of a project, in the order of its sources.
func Scan(ctx context.Context, r coding.Reader, p *progress.Counter) ([]Mention, error) {
	total := 0
	for _, err := range r.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, fmt.Errorf("look for names: %w", err)
		}
		total++
	}
	p.Start("look for names", total)
	var f Finder
	for text, err := range r.Texts(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, fmt.Errorf("look for names: %w", err)
		}
		f.Add(text.Source, text.Body)
		p.Add(1)
	}
	return f.Found(), ctx.Err()
}
