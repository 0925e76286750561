package coding

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// The reasons for which a project refuses something. Every error that comes
// out of a store wraps one of these or is a fault of the machine; what a person
// reads is worded by the window and the command line.
var (
	// ErrNotFound says that the thing named isn't in the project, or may not be seen.
	ErrNotFound = errors.New("not found")
	// ErrInvalid says that the thing itself is wrong: a span outside its text, an empty name.
	ErrInvalid = errors.New("invalid")
	// ErrConflict says that the present isn't what the change expected.
	ErrConflict = errors.New("conflict")
	// ErrLocked says that a closed round refuses the change.
	ErrLocked = errors.New("locked")
	// ErrForbidden says that this person may not do or see this.
	ErrForbidden = errors.New("forbidden")
	// ErrNotProject says that the file isn't a Concord project.
	ErrNotProject = errors.New("not a Concord project")
	// ErrNewer says that a newer Concord wrote the project.
	ErrNewer = errors.New("written by a newer version")
	// ErrDamaged says that the project's file can't be read as it should.
	ErrDamaged = errors.New("damaged")
	// ErrReadOnly says that the project can be read but not written here.
	ErrReadOnly = errors.New("read-only")
	// ErrBusy says that somebody else is writing to the project and didn't finish in time.
	ErrBusy = errors.New("busy")
)

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrInvalid}, args...)...)
}

func notFound(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrNotFound}, args...)...)
}

// needName checks that a name is there, has no line break, and is short enough to be read.
func needName(noun, name string) error {
	const longest = 1000
	switch {
	case strings.TrimSpace(name) == "":
		return invalid("%s: it needs a name", noun)
	case strings.ContainsAny(name, "\n\r\x00"):
		return invalid("%s %q: a name is one line", noun, name)
	case len(name) > longest:
		return invalid("%s: the name has %d bytes, at most %d are allowed", noun, len(name), longest)
	}
	return nil
}

// checkColor accepts no color and #rrggbb.
func checkColor(what, color string) error {
	if color == "" {
		return nil
	}
	if len(color) == 7 && color[0] == '#' {
		if _, err := strconv.ParseUint(color[1:], 16, 32); err == nil {
			return nil
		}
	}
	return invalid("%s: color %q isn't of the form #rrggbb", what, color)
}
