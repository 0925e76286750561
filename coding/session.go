package coding

import (
	"context"
	"fmt"
	"slices"
)

// Session is one person at work on a project: it turns gestures into steps.
// Each of its gestures is one step and one undo. The window and the command
// line both work through it, so that they can do the same.
type Session struct {
	Store
	mint *Mint
}

// NewSession lets the store's viewer work on it.
func NewSession(store Store, mint *Mint) *Session { return &Session{Store: store, mint: mint} }

// Mint makes identities and times for what the person adds.
func (s *Session) Mint() *Mint { return s.mint }

// Me is the person at work.
func (s *Session) Me(ctx context.Context) (Coder, error) {
	coders, err := s.Coders(ctx)
	if err != nil {
		return Coder{}, err
	}
	for _, c := range coders {
		if c.ID == s.Viewer() {
			return c, nil
		}
	}
	return Coder{}, notFound("nobody is chosen as the coder who works here")
}

// Make makes a step of the person's own, such as an importer's changes.
func (s *Session) Make(ctx context.Context, label string, changes ...Change) error {
	_, err := s.Do(ctx, Step{By: s.Viewer(), Label: label, Changes: changes})
	return err
}

// Undo takes back the person's last step that still stands, and tells which it
// was. ErrNotFound says that there is none.
func (s *Session) Undo(ctx context.Context) (Entry, error) {
	entry, err := s.NextUndo(ctx)
	if err != nil {
		return Entry{}, err
	}
	return entry, s.UndoStep(ctx, entry)
}

// Redo brings back what the person undid last, and tells what it was. It is
// possible until the person does something new.
func (s *Session) Redo(ctx context.Context) (Entry, error) {
	undo, undone, err := s.nextRedo(ctx)
	if err != nil {
		return Entry{}, err
	}
	return undone, s.UndoStep(ctx, undo)
}

// NextUndo is the step that Undo would take back.
func (s *Session) NextUndo(ctx context.Context) (Entry, error) {
	entries, err := s.Entries(ctx, EntryFilter{By: s.Viewer(), Limit: undoDepth})
	if err != nil {
		return Entry{}, err
	}
	for _, e := range entries {
		if e.Undoes == 0 && !e.Undone && !e.Begins() {
			return e, nil
		}
	}
	return Entry{}, notFound("nothing to undo")
}

// NextRedo is the step that Redo would bring back.
func (s *Session) NextRedo(ctx context.Context) (Entry, error) {
	_, undone, err := s.nextRedo(ctx)
	return undone, err
}

// undoDepth is how many of a person's steps are looked through for one to undo.
const undoDepth = 2000

// nextRedo finds the last undo that stands, and what it took back. A step that
// goes forward ends the search: what was undone before it is over.
func (s *Session) nextRedo(ctx context.Context) (undo, undone Entry, err error) {
	entries, err := s.Entries(ctx, EntryFilter{By: s.Viewer(), Limit: undoDepth})
	if err != nil {
		return Entry{}, Entry{}, err
	}
	for i, e := range entries {
		if e.Undoes == 0 {
			if e.Undone {
				continue
			}
			break
		}
		at := slices.IndexFunc(entries[i:], func(x Entry) bool { return x.First == e.Undoes })
		if at < 0 {
			break
		}
		if target := entries[i+at]; target.Undoes == 0 && !e.Undone {
			return e, target, nil
		}
	}
	return Entry{}, Entry{}, notFound("nothing to redo")
}

// UndoStep takes back one step of the history. ErrConflict says that later
// steps built on it.
func (s *Session) UndoStep(ctx context.Context, entry Entry) error {
	var back []Change
	for event, err := range s.Events(ctx, entry.First-1) {
		if err != nil {
			return fmt.Errorf("undo %s: %w", entry.Label, err)
		}
		if event.Step != entry.Step {
			break
		}
		inverse := event.Change.Inverse()
		if inverse == nil {
			return fmt.Errorf("undo %s: %w", entry.Label, invalid("a %s of this kind can't be taken back", event.Change.Kind()))
		}
		back = append(back, inverse)
	}
	if len(back) == 0 {
		return fmt.Errorf("undo %s: %w", entry.Label, ErrNotFound)
	}
	slices.Reverse(back)
	_, err := s.Do(ctx, Step{By: s.Viewer(), Label: entry.Label, Undoes: entry.First, Changes: back})
	if err != nil {
		return fmt.Errorf("undo %s: %w", entry.Label, err)
	}
	return nil
}
