package query

import (
	"fmt"

	"concord/coding"
)

// Problem says what is wrong with a query. The window has a sentence for each
// in its translations; Error has one in English.
type Problem string

// The problems. Those from UnknownField on come up only when a query that parsed
// meets a project.
const (
	Empty           Problem = "nothing is asked"
	UnclosedQuote   Problem = "a quote is opened here and never closed"
	UnclosedBracket Problem = "a bracket is opened here and never closed"
	StrayBracket    Problem = "this bracket closes nothing"
	EmptyBrackets   Problem = "there is nothing between these brackets"
	MissingPart     Problem = "something to search for is missing here"
	MissingValue    Problem = "a value is missing behind the colon"
	MissingName     Problem = "a name is missing before the colon"
	MisplacedStar   Problem = "a star stands only at the end of a word"
	WideFuzzy       Problem = "a tilde is followed by 1, by 2, or by nothing"
	NoWord          Problem = "there is no letter, digit or emoji to search for"
	TooDeep         Problem = "brackets and NOTs lie in each other too deeply"

	UnknownField Problem = "no attribute of the project has this name"
	UnknownValue Problem = "this isn't in the project"
	BadNumber    Problem = "a number is needed here"
	BadOperator  Problem = "this comparison makes no sense here"
)

// Error says what is wrong with a query, where, and what would do.
type Error struct {
	Problem Problem
	// At is where, in code points of what was typed.
	At coding.Span
	// Try is a query, or a list of names, that would do; it may be empty.
	Try string
	// Cause is what the project said, if it was asked.
	Cause error
}

// Error is the whole of it as an English sentence.
func (e *Error) Error() string {
	text := fmt.Sprintf("the query, at character %d: %s", e.At.Start+1, e.Problem)
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	if e.Try != "" {
		text += "; try: " + e.Try
	}
	return text
}

// Unwrap gives coding.ErrInvalid, and the cause.
func (e *Error) Unwrap() []error {
	if e.Cause == nil {
		return []error{coding.ErrInvalid}
	}
	return []error{coding.ErrInvalid, e.Cause}
}
