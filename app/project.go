package app

import (
	"context"
	"fmt"
	"time"

	"concord/app/task"
	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// project is an open project and all that lives as long as it is open.
type project struct {
	path   string
	db     *store.DB
	info   coding.Project
	coders []coding.Coder
	// empty says that it had no sources when it was opened.
	empty bool

	// What belongs to the coder at work; another coder gets it anew.
	me      coding.Coder
	session *coding.Session
	tasks   *task.Runner
	screens map[placeID]Screen
	facts   Facts
	counted bool // the facts have been asked for
	known   bool // and have come
	factual task.Latest[Facts]
	steps   task.Latest[nextSteps]
	next    nextSteps
	catch   task.Latest[news]

	// seq is the last event that the window has heard of.
	seq   coding.Seq
	saved time.Time
	label string
	index *indexing
}

// openProject opens a project's file. It touches nothing of the window.
func openProject(ctx context.Context, path string, mint *coding.Mint) (*project, error) {
	db, err := sqlite.Open(ctx, path, sqlite.Options{Mint: mint})
	return opened(ctx, path, db, err)
}

// createProject makes a project's file and opens it.
func createProject(ctx context.Context, path string, mint *coding.Mint, info coding.Project, coders []coding.Coder) (*project, error) {
	db, err := sqlite.Create(ctx, path, sqlite.Options{Mint: mint}, info, coders...)
	return opened(ctx, path, db, err)
}

// opened reads the project of a file, which is closed if that fails.
func opened(ctx context.Context, path string, db *store.DB, err error) (*project, error) {
	if err != nil {
		return nil, err
	}
	p, err := readProject(ctx, path, db)
	if err != nil {
		return nil, closing(db, err)
	}
	return p, nil
}

// closing closes a file that turned out useless because of err.
func closing(db *store.DB, err error) error {
	if also := db.Close(); also != nil {
		return fmt.Errorf("%w (and it didn't close: %w)", err, also)
	}
	return err
}

// readProject reads what the window needs before it can show anything.
func readProject(ctx context.Context, path string, db *store.DB) (*project, error) {
	nobody := db.As("")
	p := &project{path: path, db: db}
	var err error
	if p.info, err = nobody.Project(ctx); err != nil {
		return nil, fmt.Errorf("read project %q: %w", path, err)
	}
	if p.coders, err = nobody.Coders(ctx); err != nil {
		return nil, fmt.Errorf("read the coders of %q: %w", path, err)
	}
	if p.seq, err = nobody.Seq(ctx); err != nil {
		return nil, fmt.Errorf("read the log of %q: %w", path, err)
	}
	p.empty = true
	for _, err := range nobody.Sources(ctx, coding.SourceFilter{}) {
		if err != nil {
			return nil, fmt.Errorf("read the sources of %q: %w", path, err)
		}
		p.empty = false
		break
	}
	return p, nil
}

// coder finds a coder by identity, or else gives the first one.
func (p *project) coder(id coding.CoderID) coding.Coder {
	var first coding.Coder
	for i, c := range p.coders {
		if c.ID == id {
			return c
		}
		if i == 0 {
			first = c
		}
	}
	return first
}

// watched is a store that tells the window of every step done through it.
type watched struct {
	coding.Store
	index *indexing
	heard func([]coding.Event)
}

// Do makes the step and tells of it.
func (w watched) Do(ctx context.Context, step coding.Step) ([]coding.Event, error) {
	events, err := w.index.do(ctx, w.Store, step)
	if err == nil {
		w.heard(events)
	}
	return events, err
}
