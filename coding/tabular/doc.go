// Package tabular brings survey tables in: CSV and its kin, and XLSX.
//
// Open recognises how a file is written and gives a Table, whose rows stream.
// Guess says what each column holds and why. A Plan, made from the guess and
// corrected by whoever imports, turns the rows into changes of a project.
package tabular
