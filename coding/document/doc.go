// Package document reads the text of files: what their bytes spell, in whatever
// encoding, as the text that Concord keeps.
//
// A text is kept as it is in the file, except that a byte order mark is removed,
// CRLF and CR become LF, and bytes that spell nothing are refused with their
// place. NewReader does this for every reader of text in Concord; survey tables
// go through it as well.
package document
