// Package compare lines up what several coders did with the same sources: as
// tables of ratings from which package agreement computes how far they agree,
// and as the queue of disagreements that a supervisor resolves. Both come from
// the same Material, so that a number and the rows behind it never differ.
package compare
