package coding

import "time"

// Seq numbers the events of a project: 1 for the first, without gaps.
type Seq int64

// Step is one gesture of a person: changes that are made, and undone, together.
type Step struct {
	By CoderID
	// Label says what the person did, as in `code "Own limits"`.
	Label string
	// Undoes is the first event of the step that this one takes back; 0 for a
	// step that goes forward.
	Undoes  Seq
	Changes []Change
	// Texts are the bodies that the changes name by their hash. They are stored
	// first, beside the log.
	Texts []string
}

// Event is a change as the log keeps it.
type Event struct {
	Seq    Seq
	At     time.Time
	By     CoderID
	Step   StepID
	Label  string
	Undoes Seq
	Change Change
}

// Entry is a step as the history shows it.
type Entry struct {
	Step  StepID
	First Seq
	Last  Seq
	At    time.Time
	By    CoderID
	Label string
	// Undoes is the First of the entry that this one took back, or 0.
	Undoes Seq
	// Undone says that a later step took this one back and nothing brought it again.
	Undone bool
}

// Begins reports whether the entry made the project, which nothing takes back.
func (e Entry) Begins() bool { return e.First == 1 }
