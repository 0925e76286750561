// Package reader is Read & code: the study's texts one under another, to be
// read, selected and coded, with the codebook at their left and what is known
// of the selected excerpt at their right.
//
// The model keeps, of all sources, no more than their order and length; texts
// and codings come in pages around what is on screen, and leave again.
package reader
