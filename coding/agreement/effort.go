package agreement

// effort bounds the search for a best alignment. It counts elementary steps and
// not time, so that the same continuum gives the same answer on every machine.
type effort struct {
	left int
	done <-chan struct{} // closed when nobody waits any more
}

// What one alignment may take: about a second for that of the coders, a
// quarter for that of each random continuum, of which there are many.
const (
	mostEffort   = 1_000_000_000
	randomEffort = mostEffort / 4
)

// spend takes so many steps and reports whether there were as many left, and
// anybody still waits.
func (e *effort) spend(steps int) bool {
	e.left -= steps
	select {
	case <-e.done:
		return false
	default:
		return e.left >= 0
	}
}

// part is a share of what is left, to be given back with what is left of it.
func (e *effort) part(of int) *effort {
	share := e.left / of
	e.left -= share
	return &effort{left: share, done: e.done}
}

// giveBack returns what a part didn't take.
func (e *effort) giveBack(part *effort) { e.left += max(0, part.left) }
