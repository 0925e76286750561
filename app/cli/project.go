package cli

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"

	"concord/coding"
	"concord/coding/progress"
	"concord/coding/store"
	"concord/coding/store/sqlite"
)

// project is an open project and the person who acts or looks.
type project struct {
	*coding.Session
	path   string
	db     *store.DB
	me     coding.Coder
	coders []coding.Coder
	// progress is bumped by long work; somebody tells the person.
	progress *progress.Counter
}

// newMint makes identities from the machine's clock and randomness.
func newMint() *coding.Mint { return coding.NewMint(time.Now, rand.Reader) }

// with opens a project as the person named by --as, runs do, and closes it.
func (e *env) with(ctx context.Context, path string, do func(*project) error) error {
	return e.withOptions(ctx, path, sqlite.Options{}, do)
}

func (e *env) withOptions(ctx context.Context, path string, o sqlite.Options, do func(*project) error) (err error) {
	if isTeam(path) {
		return fmt.Errorf("%s: projects on a server can't be opened by this version; it opens files that end in .concord", path)
	}
	o.Mint = newMint()
	db, err := sqlite.Open(ctx, path, o)
	if err != nil {
		return err
	}
	defer func() {
		if closing := db.Close(); err == nil && closing != nil {
			err = fmt.Errorf("close project: %w", closing)
		}
	}()
	coders, err := db.As("").Coders(ctx)
	if err != nil {
		return err
	}
	if len(coders) == 0 {
		return fmt.Errorf("%w: the project has no coder", coding.ErrDamaged)
	}
	me := coders[0]
	if e.as != "" {
		if me, err = coding.FindCoder(coders, e.as); err != nil {
			return fmt.Errorf("--as: %w", err)
		}
	}
	if db.Frozen() != nil && !e.quiet {
		defer func() {
			if err == nil {
				_, _ = fmt.Fprintf(e.Err, "%s: %s\n", filepath.Base(path), plain(db.Frozen()))
			}
		}()
	}
	counter, stop := e.watch()
	defer stop()
	return do(&project{
		Session: coding.NewSession(db.As(me.ID), db.Mint()),
		path:    path, db: db, me: me, coders: coders, progress: counter,
	})
}

func isTeam(path string) bool {
	return strings.HasPrefix(path, "postgres://") || strings.HasPrefix(path, "postgresql://")
}

// userName is what the machine calls the person at it.
func userName() string {
	if u, err := user.Current(); err == nil {
		for _, name := range []string{u.Name, u.Username} {
			name = strings.TrimSpace(strings.ReplaceAll(name, ",", " "))
			if name != "" {
				return name
			}
		}
	}
	if name := os.Getenv("USER"); name != "" {
		return name
	}
	return "Researcher"
}

// coderName is the name of a coder, or the identity where it isn't known.
func (p *project) coderName(id coding.CoderID) string {
	for _, c := range p.coders {
		if c.ID == id {
			return c.Name
		}
	}
	return string(id)
}

// findCoders looks several names up.
func (p *project) findCoders(names []string) ([]coding.CoderID, error) {
	var ids []coding.CoderID
	for _, name := range names {
		c, err := coding.FindCoder(p.coders, strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		ids = append(ids, c.ID)
	}
	return ids, nil
}

// findRound looks a round up by name.
func (p *project) findRound(ctx context.Context, name string) (coding.Round, error) {
	rounds, err := p.Rounds(ctx)
	if err != nil {
		return coding.Round{}, err
	}
	return coding.FindRound(rounds, name)
}

// findCodes are the codes that names stand for, each with all that lies under it.
func (p *project) findCodes(ctx context.Context, names []string) ([]coding.CodeID, error) {
	if len(names) == 0 {
		return nil, nil
	}
	book, err := p.Codebook(ctx)
	if err != nil {
		return nil, err
	}
	var ids []coding.CodeID
	for _, name := range names {
		code, err := book.Find(name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, code.ID)
	}
	return ids, nil
}

// parseRules reads the rules of --where.
func parseRules(exprs []string) ([]coding.Rule, error) {
	var rules []coding.Rule
	for _, expr := range exprs {
		rule, err := coding.ParseRule(expr)
		if err != nil {
			return nil, usageError{err}
		}
		rules = append(rules, rule)
	}
	return rules, nil
}
