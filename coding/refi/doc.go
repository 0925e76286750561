// Package refi reads and writes the exchange format of programs for qualitative
// analysis, REFI-QDA 1.0: the codebook, a .qdc file.
//
// Reading goes by names and not by order, since programs differ from the schema
// and from one another, and never trusts the file: no DTD, no entities of its
// own, bounded size, depth and number of codes. What was read becomes changes
// of a project (Codebook.Into), in which codes are matched by their path and
// nothing that stands there is overwritten.
//
// Writing is strict: what is written validates against the standard's schema.
// The rules of use and the examples of a code, for which the standard has no
// place, are labelled paragraphs of its description, which any program shows and
// this one reads back. What can't be said is listed, both ways.
package refi
