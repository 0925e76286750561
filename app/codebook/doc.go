// Package codebook is the Codebook screen: the tree of codes, one code's entry
// to be written, examples from the data, the versions of the book and what
// changed between them, and the ways in and out.
package codebook
