package index

import (
	"fmt"

	"concord/coding"
)

// answers keeps for which sources of the whole project a field, or a coding,
// holds, so that searching while one types reads the project once.
type answers struct {
	seq  coding.Seq // of the project, when they were given
	sets map[answerKind]map[string]set
}

// answerKind says what an answer depends on.
type answerKind int

const (
	// fieldAnswer depends on sources, cases and attributes.
	fieldAnswer answerKind = iota
	// codingAnswer depends on everything that coders do, and may see.
	codingAnswer
)

const (
	// mostAnswers bounds how many are kept, of each kind.
	mostAnswers = 64
	// mostNews is how many events are looked through for whether answers still hold.
	mostNews = 1000
)

// remembered finds what an earlier search found out; nil if none did.
func (s *search) remembered(kind answerKind, key string) (set, error) {
	if s.seq == 0 {
		if err := s.bringUpToDate(); err != nil {
			return nil, fmt.Errorf("read project: %w", err)
		}
	}
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	if s.index.found.seq != s.seq || s.index.current != s.view {
		return nil, nil
	}
	return s.index.found.sets[kind][key], nil
}

// remember keeps an answer, if nothing has changed in the meantime.
func (s *search) remember(kind answerKind, key string, answer set) {
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	found := &s.index.found
	if found.seq != s.seq || s.index.current != s.view {
		return
	}
	if found.sets == nil {
		found.sets = map[answerKind]map[string]set{}
	}
	if found.sets[kind] == nil || len(found.sets[kind]) >= mostAnswers {
		found.sets[kind] = map[string]set{}
	}
	found.sets[kind][key] = answer
}

// bringUpToDate drops the answers that what happened since may have changed.
func (s *search) bringUpToDate() error {
	seq, err := s.project.Seq(s.ctx)
	if err != nil {
		return err
	}
	s.seq = seq
	s.index.mu.Lock()
	before := s.index.found.seq
	s.index.mu.Unlock()
	if before == seq {
		return nil
	}
	hold := before > 0 && before < seq
	if hold {
		if hold, err = s.fieldsHold(before); err != nil {
			return err
		}
	}
	s.index.mu.Lock()
	defer s.index.mu.Unlock()
	found := &s.index.found
	if found.seq != before {
		return nil // another search was quicker
	}
	kept := map[answerKind]map[string]set{}
	if hold {
		kept[fieldAnswer] = found.sets[fieldAnswer]
	}
	*found = answers{seq: seq, sets: kept}
	return nil
}

// fieldsHold reports whether nothing that fields ask for has changed. What the
// log hides from the person who searches is never of that.
func (s *search) fieldsHold(after coding.Seq) (bool, error) {
	n := 0
	for event, err := range s.project.Events(s.ctx, after) {
		if err != nil {
			return false, err
		}
		n++
		switch event.Change.(type) {
		case coding.Edit[coding.Coding], coding.Edit[coding.Done], coding.Edit[coding.Memo],
			coding.Edit[coding.Decision], coding.Edit[coding.Code], coding.Edit[coding.Search]:
		default:
			return false, nil
		}
		if n > mostNews {
			return false, nil
		}
	}
	return true, nil
}
