// Package coding is Concord's language: the nouns of qualitative coding
// (project, source, case, code, excerpt, coding, coder, round, memo, decision),
// the changes that are made to them, and the store that keeps both.
//
// It imports the standard library alone. Everything else in Concord speaks it.
//
// Positions in texts are Unicode code points, half open: see Span. Every edit is
// a list of changes given to Store.Do, which writes state and log together; undo,
// history and the search index are read from that log.
package coding
