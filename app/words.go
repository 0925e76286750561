package app

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"fyne.io/fyne/v2/lang"

	"concord/app/wordbook"
	"concord/coding"
)

// trouble is an error worded for people.
type trouble struct {
	// What happened, and what can be done about it.
	What, Remedy string
	// Details are for who asks: the error as the program sees it.
	Details string
}

// worded words an error that came while doing something, as in "open the
// project". It is nil where nothing is wrong: no error, or the person cancelled.
func worded(err error, doing string, words *wordbook.Book) *trouble {
	if err == nil || errors.Is(err, context.Canceled) {
		return nil
	}
	reason, remedy := reasonOf(err, words)
	what := lang.L("Concord could not {{.Doing}}: {{.Reason}}", map[string]any{"Doing": doing, "Reason": reason})
	return &trouble{What: what, Remedy: remedy, Details: err.Error()}
}

// reasonOf says why something failed, and what can be done.
func reasonOf(err error, words *wordbook.Book) (reason, remedy string) {
	switch {
	case errors.Is(err, coding.ErrNotProject):
		return lang.L("the file isn't a Concord project."), lang.L("Projects end in .concord. Tables and texts come in through Import, once a project is open.")
	case errors.Is(err, coding.ErrNewer):
		return lang.L("a newer version of Concord wrote this project."), lang.L("Open it with that version; nothing was changed.")
	case errors.Is(err, coding.ErrDamaged):
		return lang.L("the project's file is damaged."), lang.L("Look for a backup beside the file, and keep the damaged file until that one is found to be whole.")
	case errors.Is(err, coding.ErrReadOnly) && errors.Is(err, syscall.ENOSPC):
		return lang.L("the disk is full, so that the project can be read and not changed."), lang.L("Make room and open the project again. Nothing was changed.")
	case errors.Is(err, coding.ErrReadOnly):
		return lang.L("the project can be read here, not changed."), lang.L("Copy it to a folder that you may write to, or ask for the right to write there.")
	case errors.Is(err, coding.ErrBusy):
		return lang.L("somebody else is writing to the project and hasn't finished."), lang.L("Wait a moment and try again. Nothing was changed.")
	case errors.Is(err, coding.ErrLocked):
		return said(err, words, lang.L("the round is closed.")), lang.L("A closed round stays as it is. To code on, open another round from the top bar.")
	case errors.Is(err, coding.ErrForbidden):
		return said(err, words, lang.L("this is not yours to see or do.")), lang.L("Nothing was changed. Who supervises the project stands in Library.")
	case errors.Is(err, coding.ErrConflict):
		return said(err, words, lang.L("the project has changed in the meantime.")), lang.L("Look at how it stands now, and try again.")
	case errors.Is(err, coding.ErrNotFound):
		return said(err, words, lang.L("it isn't there any more.")), ""
	case errors.Is(err, coding.ErrInvalid):
		return said(err, words, lang.L("something in it isn't right.")), ""
	}
	return machineReason(err, words)
}

// machineReason words the faults of the machine.
func machineReason(err error, words *wordbook.Book) (reason, remedy string) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return lang.L("the file or folder isn't there."), lang.L("It may have been moved or renamed, or lie on a drive that isn't connected.")
	case errors.Is(err, fs.ErrPermission):
		return lang.L("this folder or file is not open to you."), lang.L("Choose another folder, or ask for the right to use this one.")
	case errors.Is(err, fs.ErrExist):
		return lang.L("a file of this name is there already."), lang.L("Choose another name.")
	case errors.Is(err, syscall.ENOSPC):
		return lang.L("the disk is full."), lang.L("Make room and try again. Nothing was changed.")
	case errors.Is(err, context.DeadlineExceeded):
		return lang.L("it took too long."), lang.L("Try again.")
	}
	if reason := said(err, words, ""); reason != "" {
		return reason, ""
	}
	return lang.L("something went wrong that Concord has no words for."), lang.L("The details say what the program saw. Nothing that was saved is lost.")
}

// said is what the error itself says, which the domain writes for people;
// otherwise is for errors that say no more.
func said(err error, words *wordbook.Book, otherwise string) string {
	reason := words.Reason(err)
	switch {
	case reason == "":
		return otherwise
	case strings.HasSuffix(reason, "."):
		return reason
	}
	return reason + "."
}
