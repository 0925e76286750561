package library

import (
	"fyne.io/fyne/v2"

	"concord/app/task"
	"concord/app/wordbook"
	"concord/coding"
)

// Shell is what the screen needs of the window.
type Shell interface {
	Session() *coding.Session
	Tasks() *task.Runner
	Window() fyne.Window
	Say(format string, args ...any)
	Fail(err error, doing string)
	Words() *wordbook.Book
	Ask(title, text, yes string, then func())
	ShowSource(id coding.SourceID, span coding.Span)
	ShowAmong(title string, places []coding.Excerpt)
	OpenFile(endings []string, then func(path string))
	Remember(key, value string)
	Recall(key string) string
}
