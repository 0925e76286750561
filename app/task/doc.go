// Package task takes work off the UI goroutine and brings its outcome back.
//
// Widgets and models belong to the UI goroutine, and nothing that can block
// runs on it. Start runs a function elsewhere, with a context that Cancel ends
// and a counter that shows how far it is; what it found comes back to the UI
// goroutine. This package is the only one that crosses over.
package task
