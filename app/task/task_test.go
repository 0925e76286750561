package task_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"concord/app/task"
	"concord/coding/progress"
)

func TestDoneGetsTheOutcomeWhereTheQueueIsDrained(t *testing.T) {
	r := task.NewQueue().Runner()
	var got int
	task.Start(r, "count", func(context.Context, *progress.Counter) (int, error) { return 7, nil },
		func(n int, err error) {
			if err != nil {
				t.Error(err)
			}
			got = n
		})
	r.Wait()
	if got != 0 {
		t.Fatal("done ran before the queue was drained")
	}
	r.Drain()
	if got != 7 {
		t.Fatalf("got %d, want 7", got)
	}
}

func TestDrainRunsWhatDoneStarts(t *testing.T) {
	r := task.NewQueue().Runner()
	var order []string
	step := func(name string, then func()) {
		task.Start(r, "", func(context.Context, *progress.Counter) (string, error) { return name, nil },
			func(s string, _ error) {
				order = append(order, s)
				if then != nil {
					then()
				}
			})
	}
	step("first", func() { step("second", nil) })
	r.Drain()
	if !slices.Equal(order, []string{"first", "second"}) {
		t.Fatalf("got %v", order)
	}
}

func TestCancelEndsTheContextAndStillHandsOver(t *testing.T) {
	r := task.NewQueue().Runner()
	var got error
	running := task.Start(r, "wait", func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		<-ctx.Done()
		return struct{}{}, ctx.Err()
	}, func(_ struct{}, err error) { got = err })
	running.Cancel()
	r.Drain()
	if !errors.Is(got, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", got)
	}
}

func TestRunningShowsTitledTasksWithTheirProgress(t *testing.T) {
	r := task.NewQueue().Runner()
	counted, finish := make(chan struct{}), make(chan struct{})
	wait := func(_ context.Context, p *progress.Counter) (struct{}, error) {
		p.Start("index comments", 10)
		p.Add(4)
		close(counted)
		<-finish
		return struct{}{}, nil
	}
	ignore := func(struct{}, error) {}
	task.Start(r, "Indexing", wait, ignore)
	task.Start(r, "", func(context.Context, *progress.Counter) (struct{}, error) { <-finish; return struct{}{}, nil }, ignore)
	<-counted
	shown := r.Running()
	if len(shown) != 1 || shown[0].Title != "Indexing" || shown[0].Snapshot.Done != 4 {
		t.Fatalf("got %+v", shown)
	}
	close(finish)
	r.Drain()
	if len(r.Running()) != 0 {
		t.Fatal("a finished task is still shown")
	}
}

func TestLatestForgetsTheOneBefore(t *testing.T) {
	r := task.NewQueue().Runner()
	var latest task.Latest[string]
	var got []string
	for _, query := range []string{"a", "af", "afr"} {
		latest.Start(r, "", func(context.Context, *progress.Counter) (string, error) { return query, nil },
			func(s string, _ error) { got = append(got, s) })
	}
	if !latest.Busy() {
		t.Fatal("nothing is said to be under way")
	}
	r.Drain()
	if !slices.Equal(got, []string{"afr"}) || latest.Busy() {
		t.Fatalf("got %v, busy %v", got, latest.Busy())
	}
}

func TestStopCancelsAndForgets(t *testing.T) {
	r := task.NewQueue().Runner()
	wait := func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		<-ctx.Done()
		return struct{}{}, nil
	}
	forgotten := func(struct{}, error) { t.Error("an outcome came after Stop") }
	task.Start(r, "before", wait, forgotten)
	r.Stop()
	task.Start(r, "after", wait, forgotten)
	r.Drain()
}

func TestManyTasksAtOnceHandOverEachOnce(t *testing.T) {
	r := task.NewQueue().Runner()
	seen := map[int]int{}
	for i := range 200 {
		task.Start(r, "many", func(_ context.Context, p *progress.Counter) (int, error) {
			p.Add(1)
			return i, nil
		}, func(n int, _ error) { seen[n]++ })
		r.Running()
	}
	r.Drain()
	for i := range 200 {
		if seen[i] != 1 {
			t.Fatalf("outcome %d came %d times", i, seen[i])
		}
	}
}

func TestWhatIsToBeKeptOutlivesStop(t *testing.T) {
	r := task.NewQueue().Runner()
	release, began := make(chan struct{}), make(chan struct{})
	kept := false
	task.Keep(r, "", func(ctx context.Context, _ *progress.Counter) (struct{}, error) {
		close(began)
		<-release
		kept = ctx.Err() == nil
		return struct{}{}, nil
	}, func(struct{}, error) {})
	<-began
	if !r.Keeping() {
		t.Error("nothing is to be kept")
	}
	r.Stop()
	close(release)
	r.WaitKept()
	if !kept || r.Keeping() {
		t.Errorf("kept: %t, still under way: %t", kept, r.Keeping())
	}
}
