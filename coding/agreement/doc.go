// Package agreement measures how far coders agree, in the coefficients of the
// field, over tables of ratings and over continua of segments. It knows
// categories and coders, not codes and codings: package compare makes the tables.
//
// A table is Ratings: units by coders, each cell a category of a Scale or
// Missing. Estimate computes any of the Measures on it, with an interval.
// A coefficient that can't be computed is no number at all but a reason in
// words: see Number and Undefined.
//
// Names, symbols and formulas are those of the sources that each file cites.
// N is the number of units, m of coders, q of categories, r_i of the ratings
// that unit i received; a unit is pairable where r_i is 2 or more.
package agreement
