// Command bench measures what Concord is held to and prints each figure beside
// its target. Figures are medians of several runs; where a figure depends on the
// machine, it is also a ratio to what Python's csv and sqlite3 need for the same
// rows in the same minutes. A missed target is shown, never an error: machines differ.
package main
