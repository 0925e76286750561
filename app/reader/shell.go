package reader

import (
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
	Say(format string, args ...any)
	Fail(err error, doing string)
	Words() *wordbook.Book
	Ask(title, text, yes string, then func())
	ShowCode(id coding.CodeID)
	ShowImport(path string)
	Remember(key, value string)
	Recall(key string) string
}
