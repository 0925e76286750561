package index

import (
	"math/bits"
	"sync"
)

// set is a set of places, a bit each.
type set []uint64

// newSet makes an empty set for places below n.
func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(place uint32)      { s[place/64] |= 1 << (place % 64) }
func (s set) remove(place uint32)   { s[place/64] &^= 1 << (place % 64) }
func (s set) has(place uint32) bool { return s[place/64]&(1<<(place%64)) != 0 }

// and keeps what is in t as well.
func (s set) and(t set) {
	for i := range s {
		s[i] &= t[i]
	}
}

// or adds what is in t.
func (s set) or(t set) {
	for i := range s {
		s[i] |= t[i]
	}
}

// without takes out what is in t.
func (s set) without(t set) {
	for i := range s {
		s[i] &^= t[i]
	}
}

func (s set) copy() set { return append(set(nil), s...) }

func (s set) count() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// all calls yield for each place, in order, until it returns false.
func (s set) all(yield func(place uint32) bool) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}

// lazy is a value that is made when it is first wanted.
type lazy[T any] struct {
	once sync.Once
	v    T
}

func (l *lazy[T]) value(from func() T) T {
	l.once.Do(func() { l.v = from() })
	return l.v
}
