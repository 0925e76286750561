package cli

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"

	"concord/coding"
)

// plain is an error as one sentence for people: what couldn't be done, with the
// file, row or position, and why; without the ways through the program that the
// error came, and without what the database calls it.
func plain(err error) string {
	words := err.Error()
	var at *fs.PathError
	switch {
	case errors.Is(err, context.Canceled):
		return "stopped"
	case errors.As(err, &at):
		before, after, _ := strings.Cut(words, at.Error())
		words = before + fault(before, at) + after
	case errors.Is(err, coding.ErrDamaged):
		words = inPlace(words, coding.ErrDamaged, "the project's file is damaged")
	case errors.Is(err, coding.ErrBusy):
		words = inPlace(words, coding.ErrBusy, "somebody else is writing to the project")
	case errors.Is(err, syscall.ENOSPC):
		words = inPlace(words, syscall.ENOSPC, "the disk is full")
	}
	for _, sentinel := range []error{coding.ErrNotFound, coding.ErrInvalid, coding.ErrConflict, coding.ErrReadOnly} {
		if errors.Is(err, sentinel) {
			words = strings.Replace(words, sentinel.Error()+": ", "", 1)
		}
	}
	words = steps().ReplaceAllString(words, "$1")
	words = database().ReplaceAllString(words, "$1")
	if tried().MatchString(words) {
		words = "could not " + words
	}
	return words
}

// steps are the names of steps that an error came through, as in do "code X": .
func steps() *regexp.Regexp { return regexp.MustCompile(`(^|: )do "(?:[^"\\]|\\.)*": `) }

// database is where the database's own name stands before its words.
func database() *regexp.Regexp { return regexp.MustCompile(`(^|[ (])sqlite3: `) }

// tried is how errors begin that say what was being done.
func tried() *regexp.Regexp {
	return regexp.MustCompile(`^(read|write|import|export|open|create|close|undo|apply|print|check|save) `)
}

// inPlace words a reason anew, and leaves out what the database said of it.
func inPlace(words string, sentinel error, reason string) string {
	before, after, found := strings.Cut(words, sentinel.Error())
	if !found {
		return words
	}
	after, _, _ = strings.Cut(after, "sqlite3: ")
	return before + reason + strings.TrimRight(after, ": (")
}

// fault says what is wrong with a file or folder, and which it is where what
// stands before doesn't say so.
func fault(before string, at *fs.PathError) string {
	path := at.Path
	if strings.HasPrefix(filepath.Base(path), ".concord-") { // written first, then renamed
		path = filepath.Dir(path)
	}
	told := strings.Contains(before, path+":") || strings.Contains(before, path+`":`)
	switch {
	case errors.Is(at, fs.ErrNotExist) && told:
		return "there is no such file"
	case errors.Is(at, fs.ErrNotExist) && path != at.Path:
		return "there is no folder " + path
	case errors.Is(at, fs.ErrNotExist):
		return "there is no " + path
	case errors.Is(at, fs.ErrPermission) && told:
		return "you have no right to use it"
	case errors.Is(at, fs.ErrPermission):
		return "you have no right to use " + path
	case errors.Is(at, syscall.ENOSPC) && told:
		return "the disk is full"
	case errors.Is(at, syscall.ENOSPC):
		return "there is no room left on the disk that holds " + path
	case errors.Is(at, syscall.EROFS) && told:
		return "nothing can be written on that disk"
	case errors.Is(at, syscall.EROFS):
		return "nothing can be written on the disk that holds " + path
	case errors.Is(at, syscall.EISDIR):
		return path + " is a folder, not a file"
	}
	return path + ": " + at.Err.Error()
}
