// Package library is the Library screen: the study's texts and respondents as
// tables, its rounds and coders, and the import of surveys, texts and codebooks.
package library
