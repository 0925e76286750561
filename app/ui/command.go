package ui

// Hint is a key and what it does, as the status strip shows it.
type Hint struct{ Key, Does string }

// Command is something that can be done by its name in the command palette.
type Command struct {
	Name string
	// Keys are shown beside it, as in "Ctrl+Z"; they may be empty.
	Keys string
	Do   func()
}
