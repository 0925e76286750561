package coding

import (
	"context"
	"fmt"
)

// Search is a query that was kept under a name.
type Search struct {
	ID    SearchID `json:"id"`
	Name  string   `json:"name"`
	Query string   `json:"query"`
	By    CoderID  `json:"by"`
}

// Validate checks that the search has a name and a query.
func (s Search) Validate() error {
	if err := needName("saved search", s.Name); err != nil {
		return err
	}
	if s.Query == "" {
		return invalid("saved search %q: it has no query", s.Name)
	}
	return nil
}

// Key is the identity as plain text.
func (s Search) Key() string { return string(s.ID) }

// SaveSearch keeps a query under a name.
func (s *Session) SaveSearch(ctx context.Context, name, query string) (Search, error) {
	kept := Search{ID: NewID[SearchID](s.mint), Name: name, Query: query, By: s.Viewer()}
	return kept, s.Make(ctx, fmt.Sprintf("save search “%s”", name), Add(kept))
}

// ForgetSearch takes a saved search out.
func (s *Session) ForgetSearch(ctx context.Context, search Search) error {
	return s.Make(ctx, fmt.Sprintf("forget search “%s”", search.Name), Remove(search))
}
