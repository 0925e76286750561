package sqlite

// Tuned is options under which the writing connection begins with one more
// statement, by which tests make a disk small.
func Tuned(o Options, pragma string) Options {
	o.tuning = pragma
	return o
}
