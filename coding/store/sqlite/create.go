package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"concord/coding"
	"concord/coding/store"
)

// Create makes a project file that wasn't there, with its first step: the first
// of the coders brings in the project and everybody. Identities, time and
// stance (that of a codebook study) are filled in where they are empty. The
// file appears when it is whole.
func Create(ctx context.Context, path string, o Options, p coding.Project, people ...coding.Coder) (*store.DB, error) {
	if err := create(ctx, path, o.filled(), p, people); err != nil {
		return nil, fmt.Errorf("create project %q: %w", path, err)
	}
	return Open(ctx, path, o)
}

func create(ctx context.Context, path string, o Options, p coding.Project, people []coding.Coder) error {
	if o.Mint == nil {
		return fmt.Errorf("%w: without a mint nothing can be written", coding.ErrInvalid)
	}
	step, err := firstStep(o.Mint, p, people)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%w: the file is there already", coding.ErrConflict)
	}
	// Made beside its place, so that it can be put there in one move.
	draft, err := os.MkdirTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return err
	}
	err = fill(ctx, filepath.Join(draft, "new.concord"), o, step)
	if err == nil {
		err = place(filepath.Join(draft, "new.concord"), path)
	}
	return errors.Join(err, os.RemoveAll(draft))
}

// firstStep is what a project begins with.
func firstStep(mint *coding.Mint, p coding.Project, people []coding.Coder) (coding.Step, error) {
	if len(people) == 0 {
		return coding.Step{}, fmt.Errorf("%w: a project needs somebody who codes", coding.ErrInvalid)
	}
	if p.ID == "" {
		p.ID = coding.NewID[coding.ProjectID](mint)
	}
	if p.Stance == "" {
		p.Stance = coding.StanceCodebook
	}
	if p.Created.IsZero() {
		p.Created = mint.Now()
	}
	everybody := make([]coding.Coder, len(people))
	for i, c := range people {
		if c.ID == "" {
			c.ID = coding.NewID[coding.CoderID](mint)
		}
		everybody[i] = c
	}
	return coding.Step{
		By:      everybody[0].ID,
		Label:   fmt.Sprintf("create project %q", p.Name),
		Changes: []coding.Change{coding.Add(p), coding.Add(everybody...)},
	}, nil
}

// fill makes a whole project at path.
func fill(ctx context.Context, path string, o Options, step coding.Step) error {
	e := &engine{path: path, options: o}
	e.options.NoBackup = true
	e.options.Alone = true // so that all of it is in the file, or an error
	db, err := e.fresh(ctx)
	if err != nil {
		return e.Translate(ctx, err)
	}
	_, err = db.As(step.By).Do(ctx, step)
	return errors.Join(err, db.Close())
}

// fresh opens a database that isn't there yet, with the schema and nothing in it.
func (e *engine) fresh(ctx context.Context) (*store.DB, error) {
	writer, err := connect(e.source("rwc", "_txlock=immediate"), e.tune, e.leave)
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	e.writer = writer
	_, err = writer.ExecContext(ctx, `PRAGMA application_id = `+strconv.Itoa(applicationID))
	if err == nil {
		err = migrate(ctx, writer)
	}
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	reader, err := connect(e.source("rw"), e.tuneReader)
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	return store.New(store.Config{Writer: writer, Reader: reader, Mint: e.options.Mint, Engine: e}), nil
}

// place gives a file its name, unless another has it by now.
func place(draft, path string) error {
	err := os.Link(draft, path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, os.ErrExist):
		return fmt.Errorf("%w: the file is there already", coding.ErrConflict)
	}
	return os.Rename(draft, path) // where the file system has no links
}
