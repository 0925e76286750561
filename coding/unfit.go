package coding

import (
	"errors"
	"fmt"
)

// UnfitError says why a file isn't what it is taken for, or can't be read as it
// was asked to be, in a sentence that a person can act on.
type UnfitError struct {
	Why string
	// Err is what the sentence wraps, if anything.
	Err error
}

// Unfit makes an UnfitError from a form, as of fmt.Errorf.
func Unfit(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &UnfitError{Why: err.Error(), Err: errors.Unwrap(err)}
}

// Error is the sentence.
func (e *UnfitError) Error() string { return e.Why }

// Unwrap is what the sentence wraps.
func (e *UnfitError) Unwrap() error { return e.Err }
