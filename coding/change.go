package coding

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Change is one small edit of a project. It says what was there before, so that
// it can be checked against the present and turned round.
type Change interface {
	// Kind names what the change is made to. It is on disk for ever.
	Kind() Kind
	// Validate checks what can be known without the project.
	Validate() error
	// Inverse undoes the change; nil where nothing can.
	Inverse() Change
}

// Kind names the noun that a change is made to.
type Kind string

// The kinds of change.
const (
	KindProject   Kind = "project"
	KindCoder     Kind = "coder"
	KindAttribute Kind = "attribute"
	KindCase      Kind = "case"
	KindSource    Kind = "source"
	KindCode      Kind = "code"
	KindVersion   Kind = "version"
	KindRound     Kind = "round"
	KindCoding    Kind = "coding"
	KindDone      Kind = "done"
	KindMemo      Kind = "memo"
	KindDecision  Kind = "decision"
	KindSearch    Kind = "search"
)

// Noun is what an Edit can be made to.
type Noun interface {
	Project | Coder | Attribute | Case | Source | Code | Version | Round | Coding | Done | Memo | Decision | Search
	Key() string
	Validate() error
}

// Edit is a change to nouns of one kind: Was are they before, Now after, told
// apart by their keys. What stands only in Now is added, only in Was removed, in
// both changed. A list holds one noun as a rule; imports bring many at a time,
// so that the log doesn't grow by an entry a row.
type Edit[T Noun] struct {
	Was []T `json:"was,omitempty"`
	Now []T `json:"now,omitempty"`
}

// Add is the change that brings nouns in.
func Add[T Noun](nouns ...T) Edit[T] { return Edit[T]{Now: nouns} }

// AddMany brings any number of nouns in, some hundred to a change, so that no
// entry of the log grows without bound.
func AddMany[T Noun](nouns []T) []Change {
	const together = 500
	var changes []Change
	for some := range slices.Chunk(nouns, together) {
		changes = append(changes, Add(some...))
	}
	return changes
}

// Remove is the change that takes nouns out; they must be as they are in the project.
func Remove[T Noun](nouns ...T) Edit[T] { return Edit[T]{Was: nouns} }

// Alter is the change of one noun, from what it was to what it is to be.
func Alter[T Noun](was, now T) Edit[T] { return Edit[T]{Was: []T{was}, Now: []T{now}} }

// Kind names the noun.
func (e Edit[T]) Kind() Kind {
	var noun T
	switch any(noun).(type) {
	case Project:
		return KindProject
	case Coder:
		return KindCoder
	case Attribute:
		return KindAttribute
	case Case:
		return KindCase
	case Source:
		return KindSource
	case Code:
		return KindCode
	case Version:
		return KindVersion
	case Round:
		return KindRound
	case Coding:
		return KindCoding
	case Done:
		return KindDone
	case Memo:
		return KindMemo
	case Decision:
		return KindDecision
	default:
		return KindSearch
	}
}

// Inverse is the change back.
func (e Edit[T]) Inverse() Change { return Edit[T]{Was: e.Now, Now: e.Was} }

// Validate checks every noun, that none stands twice, and that what coders do
// comes a coder and a round at a time, so that an entry of the log belongs to
// one person and one round.
func (e Edit[T]) Validate() error {
	if len(e.Was)+len(e.Now) == 0 {
		return invalid("a change of kind %q changes nothing", e.Kind())
	}
	for _, side := range [][]T{e.Was, e.Now} {
		seen := make(map[string]bool, len(side))
		for _, noun := range side {
			if noun.Key() == "" {
				return invalid("a %s has no identity", e.Kind())
			}
			if seen[noun.Key()] {
				return invalid("%s %s stands twice in one change", e.Kind(), noun.Key())
			}
			seen[noun.Key()] = true
		}
	}
	for _, noun := range e.Now {
		if err := noun.Validate(); err != nil {
			return err
		}
	}
	by, in, mixed := CoderID(""), RoundID(""), false
	for i, noun := range slices.Concat(e.Was, e.Now) {
		coder, round := Belongs(noun)
		mixed = mixed || i > 0 && (coder != by || round != in)
		by, in = coder, round
	}
	if mixed {
		return invalid("one change of kind %q speaks of several coders or rounds", e.Kind())
	}
	return nil
}

// Belongs says whose work a noun is and in which round it was done; both are
// empty for what belongs to the whole project.
func Belongs[T Noun](noun T) (CoderID, RoundID) {
	switch n := any(noun).(type) {
	case Coding:
		return n.Coder, n.Round
	case Done:
		return n.Coder, n.Round
	case Memo:
		return n.By, n.Round
	case Decision:
		return n.By, n.Round
	}
	return "", ""
}

// Foreign is a change of a kind that this Concord doesn't know, from a newer
// one. It is kept as it came, shown, and never dropped.
type Foreign struct {
	Name    Kind
	Payload json.RawMessage
}

// Kind is the name that the newer Concord gave it.
func (f Foreign) Kind() Kind { return f.Name }

// Validate refuses: what isn't understood isn't written anew.
func (f Foreign) Validate() error {
	return invalid("changes of kind %q are made by a newer version of Concord", f.Name)
}

// Inverse is nil: what isn't understood can't be undone.
func (f Foreign) Inverse() Change { return nil }

// MarshalJSON gives back what came.
func (f Foreign) MarshalJSON() ([]byte, error) { return f.Payload, nil }

// DecodeChange reads a change back from the log. An unknown kind is a Foreign.
func DecodeChange(kind Kind, payload []byte) (Change, error) {
	switch kind {
	case KindProject:
		return decode[Project](payload)
	case KindCoder:
		return decode[Coder](payload)
	case KindAttribute:
		return decode[Attribute](payload)
	case KindCase:
		return decode[Case](payload)
	case KindSource:
		return decode[Source](payload)
	case KindCode:
		return decode[Code](payload)
	case KindVersion:
		return decode[Version](payload)
	case KindRound:
		return decode[Round](payload)
	case KindCoding:
		return decode[Coding](payload)
	case KindDone:
		return decode[Done](payload)
	case KindMemo:
		return decode[Memo](payload)
	case KindDecision:
		return decode[Decision](payload)
	case KindSearch:
		return decode[Search](payload)
	}
	return Foreign{Name: kind, Payload: slices.Clone(payload)}, nil
}

func decode[T Noun](payload []byte) (Change, error) {
	var e Edit[T]
	if err := json.Unmarshal(payload, &e); err != nil {
		return nil, fmt.Errorf("%w: a change of kind %q can't be read: %w", ErrDamaged, e.Kind(), err)
	}
	return e, nil
}
