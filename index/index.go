// Package index searches the texts of a project: words and their families,
// phrases, what is known of sources, and what is coded.
//
// An Index follows the log of its project and is only a cache: deleting it loses
// nothing. It holds texts alone. What somebody coded is read, at each search, from
// the coding.Reader of the person who searches, so that nobody finds by it what
// that person may not see.
//
// The engine is bleve; none of its types leave this package.
package index

import (
	"context"
	"errors"
	"fmt"
	"sync"

	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
	"concord/coding/progress"
)

// Options say where and how an index is kept.
type Options struct {
	// Dir is the folder that the indexes of all projects lie in. It is made when
	// missing. If it is empty, or can't be written, the index lives in memory.
	Dir string
	// File is the project's file. Copies of a project, which have one identity,
	// are told apart by it.
	File string
	// Language is that of word families, in English and small letters, one of
	// Languages; empty is "english".
	Language string
	// Progress, if not nil, is bumped while texts are indexed.
	Progress *progress.Counter
}

// Index is the index of one project. It is safe for use by several goroutines:
// searches go on while it follows.
type Index struct {
	stem func(string) string
	// whole says that stems may differ from their words in the first letter.
	whole bool

	following sync.Mutex // held while the index changes
	anchor    string     // of the log as it was followed last

	mu      sync.Mutex // guards what follows
	folder  *folder    // nil in memory
	engine  *engine
	current *view
	found   answers
}

// Open opens the index of the project and brings it up to date. Where there is
// none in o.Dir, or one that is damaged, of an older layout or ahead of the log,
// it is built. Two processes, or two windows, that open one project get an index each.
func Open(ctx context.Context, r coding.Reader, o Options) (*Index, error) {
	project, err := r.Project(ctx)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	x := &Index{}
	if err := x.setLanguage(o.Language); err != nil {
		return nil, err
	}
	if o.Dir != "" {
		err := x.openIn(ctx, r, o, project.ID)
		if err == nil {
			return x, nil
		}
		err = errors.Join(err, x.shut())
		if !errors.Is(err, errEngine) {
			return nil, err
		}
	}
	// The folder can't be used; memory always can.
	if x.engine, err = openEngine(""); err != nil {
		return nil, fmt.Errorf("open index in memory: %w", err)
	}
	if err := x.Follow(ctx, r, o.Progress); err != nil {
		return nil, errors.Join(err, x.shut())
	}
	return x, nil
}

// openIn opens the index in a folder. An error that wraps errEngine says that
// the folder is to blame, not the project.
func (x *Index) openIn(ctx context.Context, r coding.Reader, o Options, id coding.ProjectID) error {
	folder, err := openFolder(o.Dir, folderName(id, o.File))
	if err != nil {
		return err
	}
	x.folder = folder
	x.engine, err = openEngine(folder.path)
	if errors.Is(err, errEngine) {
		if err := folder.empty(); err != nil {
			return err
		}
		x.engine, err = openEngine(folder.path)
	}
	if err != nil {
		return err
	}
	return x.Follow(ctx, r, o.Progress)
}

// Seq is the event of the log that the index has reached.
func (x *Index) Seq() coding.Seq {
	v := x.acquire()
	if v == nil {
		return 0
	}
	defer v.release()
	return v.reached()
}

// InMemory reports whether the index is lost when it is closed.
func (x *Index) InMemory() bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.folder == nil
}

// Close ends the index, after the work that is under way. Searches that come
// later fail with ErrClosed.
func (x *Index) Close() error {
	x.following.Lock()
	defer x.following.Unlock()
	return x.shut()
}

// ErrClosed says that an index is closed.
var ErrClosed = errors.New("the index is closed")

// shut lets go of everything that is open.
func (x *Index) shut() error {
	var err error
	if v := x.current; v != nil && v.reached() > x.engine.noted() {
		err = x.engine.takeNote(bleve.NewBatch(), v.reached(), x.anchor)
	}
	x.show(nil)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.engine != nil {
		err = errors.Join(err, x.engine.close())
		x.engine = nil
	}
	if x.folder != nil {
		err = errors.Join(err, x.folder.close(err == nil))
		x.folder = nil
	}
	return err
}

// show makes v the view that searches get from now on.
func (x *Index) show(v *view) {
	x.mu.Lock()
	old := x.current
	x.current = v
	x.found = answers{}
	x.mu.Unlock()
	if old != nil {
		old.release()
	}
}

// acquire gives the present view, nil where there is none. Its release must be called.
func (x *Index) acquire() *view {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.current != nil {
		x.current.users.Add(1)
	}
	return x.current
}
