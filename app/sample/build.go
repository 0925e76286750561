// Package sample builds the study that comes with Concord, by the same steps
// that a research team would take: import, a codebook, a pilot round coded
// blind, a sharper codebook, a full round, and the first decisions. Its
// comments, coders and decisions are invented.
package sample

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"concord/assets"
	"concord/coding"
	"concord/coding/progress"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// File is the name of the sample study's project, and Survey that of the
// export which it was imported from.
const (
	File   = "balint-groups.concord"
	Survey = "balint-feedback.csv"
)

// begun is when the invented team began. The study is the same whenever it is
// built, to the digit.
func begun() time.Time { return time.Date(2026, time.October, 2, 9, 0, 0, 0, time.UTC) }

// Build makes the sample study as a new project at path. The file appears when
// it is whole; stopped on the way, it leaves nothing.
func Build(ctx context.Context, path string, p *progress.Counter) (err error) {
	p.Start("build the sample study", 0)
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("sample study: %w: %s is there already", coding.ErrConflict, path)
	}
	// Made beside its place, so that it can be put there in one move.
	draft, err := os.MkdirTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return fmt.Errorf("sample study: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(draft)) }()
	if err := build(ctx, filepath.Join(draft, File), p); err != nil {
		return fmt.Errorf("sample study: %w", err)
	}
	if err := os.Rename(filepath.Join(draft, File), path); err != nil {
		return fmt.Errorf("sample study: %w", err)
	}
	return nil
}

// build goes through the study's stages.
func build(ctx context.Context, path string, p *progress.Counter) (err error) {
	b := builder{files: assets.Sample(), at: begun(), progress: p}
	b.mint = coding.NewMint(b.now, rand.NewChaCha8([32]byte([]byte("Concord's sample study, invented"))))
	if err := b.open(ctx, path); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.db.Close()) }()
	for _, stage := range []func(context.Context) error{b.importSurvey, b.writeCodebook, b.carryOutRounds, b.keepSearches} {
		if err := stage(ctx); err != nil {
			return err
		}
	}
	return nil
}

type builder struct {
	files    fs.FS
	at       time.Time
	mint     *coding.Mint
	progress *progress.Counter
	db       *store.DB
	study    study
	book     book
	coders   map[string]coding.Coder
	lead     *coding.Session
	sources  map[place]coding.Source
	texts    map[coding.SourceID]string
}

// place is where a comment stands in the survey.
type place struct{ respondent, question string }

// now is the invented team's time: half a minute for what takes a time of its
// own, from nine to five.
func (b *builder) now() time.Time {
	b.at = b.at.Add(30 * time.Second)
	const begins, ends = 9, 17
	if b.at.Hour() >= ends {
		b.at = time.Date(b.at.Year(), b.at.Month(), b.at.Day()+1, begins, 0, 0, 0, time.UTC)
	}
	return b.at
}

// wait lets days go by.
func (b *builder) wait(days int) { b.at = b.at.AddDate(0, 0, days) }

func (b *builder) open(ctx context.Context, path string) error {
	var err error
	if b.study, err = readJSON[study](b.files, "study.json"); err != nil {
		return err
	}
	if b.book, err = readJSON[book](b.files, "codebook.json"); err != nil {
		return err
	}
	team, err := readJSON[people](b.files, "coders.json")
	if err != nil {
		return err
	}
	b.coders = map[string]coding.Coder{}
	var everybody []coding.Coder
	for i, one := range team.Coders {
		c := coding.NewCoder(b.mint, one.Name, one.Role == "supervisor", i)
		c.Color = one.Color
		b.coders[one.Key] = c
		everybody = append(everybody, c)
	}
	b.db, err = sqlite.Create(ctx, path, sqlite.Options{Mint: b.mint, NoBackup: true},
		coding.Project{Name: b.study.Name, Sample: true}, everybody...)
	if err != nil {
		return err
	}
	b.lead = b.as("MK")
	return nil
}

func (b *builder) as(key string) *coding.Session {
	return coding.NewSession(b.db.As(b.coders[key].ID), b.mint)
}
