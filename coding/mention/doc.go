// Package mention finds where comments seem to tell who somebody is: a person's
// name, a ward or a hospital, an e-mail address, a telephone number, a date of
// birth, a link.
//
// It works by rules that are written down here, the same in every run, and would
// rather miss one than cry wolf: what it finds is for a person to look at before
// anybody codes, and what it doesn't find may still name somebody.
package mention
