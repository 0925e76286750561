package codebook

import (
	"time"

	"fyne.io/fyne/v2"

	"concord/app/task"
	"concord/app/wordbook"
	"concord/coding"
)

// Shell is what this screen needs of the window around it.
type Shell interface {
	Session() *coding.Session
	Me() coding.Coder
	Tasks() *task.Runner
	Window() fyne.Window
	Now() time.Time
	Say(format string, args ...any)
	Fail(err error, doing string)
	Words() *wordbook.Book
	Ask(title, text, yes string, then func())
	ShowSource(id coding.SourceID, span coding.Span)
	SaveFile(suggested string, endings []string, then func(path string))
	OpenFile(endings []string, then func(path string))
	Remember(key, value string)
	Recall(key string) string
}
