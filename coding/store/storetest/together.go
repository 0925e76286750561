package storetest

import (
	"fmt"
	"sync"
	"testing"

	"concord/coding"
)

// testTogether: several write and read at once, and no number is missed.
func testTogether(t *testing.T, open Open) {
	s := newStudy(t, open)
	before, err := s.as(s.ann).Seq(t.Context())
	ok(t, err)
	const steps = 10
	var all sync.WaitGroup
	for _, by := range []coding.Coder{s.ann, s.ben, s.out, s.sue} {
		all.Go(func() {
			for i := range steps {
				name := fmt.Sprintf("%s %d", by.Name, i)
				if _, err := s.do(by, name, coding.Add(coding.Case{ID: coding.CaseID(name), Name: name})); err != nil {
					t.Errorf("%s: %v", name, err)
				}
				last := coding.Seq(0)
				for e, err := range s.as(by).Events(t.Context(), 0) {
					if err != nil || e.Seq != last+1 {
						t.Errorf("%s reads event %d after %d: %v", by.Name, e.Seq, last, err)
						return
					}
					last = e.Seq
				}
			}
		})
	}
	all.Wait()
	after, err := s.as(s.ann).Seq(t.Context())
	if ok(t, err); after != before+4*steps {
		t.Errorf("the last event is %d, want %d", after, before+4*steps)
	}
	s.sound()
}
