package index

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/blevesearch/bleve/v2/index/scorch"
	bleve "github.com/blevesearch/bleve_index_api"

	"concord/coding"
)

// errEngine marks errors of the index itself, against those of the project.
var errEngine = errors.New("index")

// engine is bleve's index of one folder, or of memory. It is used below bleve's
// own queries and mappings: documents come with their words, and searches stream
// from the postings.
type engine struct {
	scorch *scorch.Scorch
	queue  *bleve.AnalysisQueue
}

// keptReaders is how many of bleve's readers are kept for the next term, which
// takes a third off the time of a search for a word. By itself bleve keeps none:
// one that went backwards was given to two at once (its issue MB-64604). Ours
// only go forwards.
const keptReaders = 4

// openEngine opens or makes the index in a folder that nobody else has open; an
// empty path is memory.
func openEngine(path string) (*engine, error) {
	// The documents come analysed, so there is next to nothing to queue for.
	queue := bleve.NewAnalysisQueue(1)
	e := &engine{queue: queue}
	err := guard("open", func() error {
		opened, err := scorch.NewScorch(scorch.Name, map[string]any{
			"path": path, "bolt_timeout": "100ms", "fieldTFRCacheThreshold": keptReaders,
		}, queue)
		if err != nil {
			return err
		}
		if err := opened.Open(); err != nil {
			return err
		}
		e.scorch = opened.(*scorch.Scorch)
		return nil
	})
	if err != nil {
		queue.Close()
		return nil, err
	}
	return e, nil
}

// write makes a batch of changes: all or, with an error, nothing of it.
func (e *engine) write(b *bleve.Batch) error {
	return guard("write", func() error { return e.scorch.Batch(b) })
}

// snapshot is the index as it is now. It must be closed.
func (e *engine) snapshot() (*scorch.IndexSnapshot, error) {
	r, err := e.scorch.Reader()
	if err != nil {
		return nil, fmt.Errorf("read %w: %w", errEngine, err)
	}
	return r.(*scorch.IndexSnapshot), nil
}

// What the index notes of itself.
const (
	layoutNote = "layout"
	seqNote    = "seq"
	anchorNote = "anchor"
	// layout changes whenever documents are made in another way: words, keys, fields.
	layout = "2"
)

// sound reports whether the index was finished, and in the way of this program.
func (e *engine) sound() bool { return e.note(layoutNote) == layout && e.note(seqNote) != "" }

// noted is the event that the index says it has reached.
func (e *engine) noted() coding.Seq {
	n, err := strconv.ParseInt(e.note(seqNote), 10, 64)
	if err != nil {
		return 0
	}
	return coding.Seq(n)
}

// takeNote writes the last batch of changes, and with it how far the index has
// come, so that it is never further than it says.
func (e *engine) takeNote(b *bleve.Batch, seq coding.Seq, anchor string) error {
	b.SetInternal([]byte(layoutNote), []byte(layout))
	b.SetInternal([]byte(seqNote), []byte(strconv.FormatInt(int64(seq), 10)))
	b.SetInternal([]byte(anchorNote), []byte(anchor))
	return e.write(b)
}

// note reads what the index notes of itself; empty if it doesn't.
func (e *engine) note(name string) string {
	s, err := e.snapshot()
	if err != nil {
		return ""
	}
	defer func() { _ = s.Close() }()
	value, err := s.GetInternal([]byte(name))
	if err != nil {
		return ""
	}
	return string(value)
}

// at reports whether the snapshot is still what the engine is.
func (e *engine) at(snapshot *scorch.IndexSnapshot) bool {
	s, err := e.snapshot()
	if err != nil {
		return true
	}
	defer func() { _ = s.Close() }()
	return s == snapshot
}

// blank reports whether nothing was ever written to the engine.
func (e *engine) blank() bool {
	s, err := e.snapshot()
	if err != nil {
		return false
	}
	defer func() { _ = s.Close() }()
	return len(s.Segments()) == 0 && len(s.Internal()) == 0
}

func (e *engine) close() error {
	err := guard("close", e.scorch.Close)
	e.queue.Close()
	return err
}

// guard runs what the engine does.
func guard(what string, do func() error) (err error) {
	defer caught(what, &err)
	return engineError(what, do())
}

// caught, deferred, makes an error of a panic: bleve checks its files little
// and panics where they are damaged.
func caught(what string, err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%s %w: damaged: %v", what, errEngine, p)
	}
}

// engineError says what the engine was asked when it failed.
func engineError(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %w: %w", what, errEngine, err)
}
