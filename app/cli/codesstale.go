package cli

import (
	"context"
	"slices"

	"concord/coding"
)

// staleRows are those of codes with codings that are older than what tells a
// coder when to use the code now.
func (p *project) staleRows(ctx context.Context, rows []codeRow) ([]codeRow, error) {
	book, err := p.Codebook(ctx)
	if err != nil {
		return nil, err
	}
	var changes []coding.CodeChange
	for event, err := range p.Events(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if edit, ok := event.Change.(coding.Edit[coding.Code]); ok {
			changes = append(changes, coding.CodeChange{Seq: event.Seq, At: event.At, Edit: edit})
		}
	}
	given := map[coding.CodeID][]coding.Coding{}
	for c, err := range p.Codings(ctx, coding.CodingFilter{}) {
		if err != nil {
			return nil, err
		}
		given[c.Code] = append(given[c.Code], c)
	}
	for i, r := range rows {
		if code, known := book.Code(r.ID); known {
			rows[i].Stale = coding.Stale(code, changes, given[r.ID])
		}
	}
	return slices.DeleteFunc(rows, func(r codeRow) bool { return r.Stale == 0 }), nil
}
