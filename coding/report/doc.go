// Package report tells of a project in forms that leave it: the codebook as an
// appendix of a paper, excerpts, tables of themes, the scaled items of a
// questionnaire, and the report that holds them all.
//
// What is told is read once from a coding.Reader into plain data (Book,
// Excerpts, Themes, Cooccurrence, Item), which the window shows and the command
// line prints as JSON. A Document lays such data out, and Write puts it down in
// a Format (package paper). Nothing here asks for the time: a date is given, so
// that the same project gives the same bytes.
//
// An excerpt is counted for every coder who marked it, as Reader.Counts does. A
// theme has what it was given itself and what lies under it, each passage of a
// coder, each comment and each respondent once.
package report
