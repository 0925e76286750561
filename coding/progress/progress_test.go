package progress_test

import (
	"sync"
	"testing"

	"concord/coding/progress"
)

func TestNilCounterCountsNothing(t *testing.T) {
	var c *progress.Counter
	c.Start("index comments", 10)
	c.Add(3)
	if got := c.Snapshot(); got != (progress.Snapshot{}) {
		t.Errorf("a nil counter shows %+v", got)
	}
}

func TestStartBeginsAnewAtZero(t *testing.T) {
	var c progress.Counter
	c.Start("read rows", 4)
	c.Add(4)
	c.Start("index comments", 10)
	c.Add(2)
	c.Add(3)
	want := progress.Snapshot{Title: "index comments", Done: 5, Total: 10}
	if got := c.Snapshot(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAddBeforeStartIsNotLost(t *testing.T) {
	var c progress.Counter
	c.Add(7)
	if got := c.Snapshot(); got.Done != 7 || got.Total != 0 {
		t.Errorf("got %+v, want 7 of an unknown number", got)
	}
}

func TestAddsOfManyGoroutinesAllCount(t *testing.T) {
	var c progress.Counter
	c.Start("count", 4000)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 1000 {
				c.Add(1)
				c.Snapshot()
			}
		})
	}
	wg.Wait()
	if got := c.Snapshot().Done; got != 4000 {
		t.Errorf("%d of 4000 counted", got)
	}
}

func TestFractionStaysBetweenNothingAndAll(t *testing.T) {
	tests := map[string]struct {
		s     progress.Snapshot
		want  float64
		known bool
	}{
		"half":             {progress.Snapshot{Done: 5, Total: 10}, 0.5, true},
		"unknown end":      {progress.Snapshot{Done: 5}, 0, false},
		"more than hoped":  {progress.Snapshot{Done: 11, Total: 10}, 1, true},
		"taken back to -1": {progress.Snapshot{Done: -1, Total: 10}, 0, true},
	}
	for name, test := range tests {
		if got, known := test.s.Fraction(); got != test.want || known != test.known {
			t.Errorf("%s: %v, %v; want %v, %v", name, got, known, test.want, test.known)
		}
	}
}

func TestAContextHandsTheCounterOn(t *testing.T) {
	var c progress.Counter
	progress.From(progress.With(t.Context(), &c)).Add(2)
	if got := c.Snapshot().Done; got != 2 {
		t.Errorf("%d counted, want 2", got)
	}
	if got := progress.From(progress.With(t.Context(), nil)); got != nil {
		t.Errorf("%v where nobody looks", got)
	}
}
