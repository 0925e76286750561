package adjudicate_test

import (
	"context"
	"testing"

	"concord/app/adjudicate"
	"concord/app/apptest"
	"concord/coding"
	"concord/coding/compare"
)

// open opens the sample study for the person of that name.
func open(t *testing.T, name string) *coding.Session {
	t.Helper()
	study := apptest.Sample(t)
	return study.As(study.Coder(name))
}

func TestFilterChoosesAndPutsUnsureFirst(t *testing.T) {
	session := open(t, "Mira Kessler")
	queue, err := adjudicate.Load(context.Background(), session, "")
	if err != nil {
		t.Fatal(err)
	}
	all := queue.Choose(adjudicate.Filter{})
	open := queue.Choose(adjudicate.Filter{Open: true})
	if len(all) != len(queue.Items) || len(open) != len(all)-queue.Decided || queue.Decided == 0 {
		t.Errorf("of %d items %d are open and %d decided", len(all), len(open), queue.Decided)
	}
	byKind := 0
	for _, k := range compare.Kinds() {
		byKind += len(queue.Choose(adjudicate.Filter{Kind: k}))
	}
	if byKind != len(all) {
		t.Errorf("the kinds have %d items together, there are %d", byKind, len(all))
	}
	theme := queue.Material.Book.Children("")[0]
	for _, item := range queue.Choose(adjudicate.Filter{Code: theme.ID}) {
		if queue.Material.Book.Theme(item.Codes[0].ID) != theme.ID && queue.Material.Book.Theme(item.Codes[len(item.Codes)-1].ID) != theme.ID {
			t.Errorf("%s has no code of the theme", item.Name)
		}
	}
	sure := false
	for _, item := range queue.Choose(adjudicate.Filter{Unsure: true}) {
		if item.Unsure() && sure {
			t.Fatal("an unsure item comes behind a sure one")
		}
		sure = sure || !item.Unsure()
	}
}

func TestDecisionLeavesTheOpenQueueAndCanBeUndone(t *testing.T) {
	ctx := context.Background()
	session := open(t, "Mira Kessler")
	queue, err := adjudicate.Load(ctx, session, "")
	if err != nil {
		t.Fatal(err)
	}
	item := queue.Choose(adjudicate.Filter{Open: true})[0]
	detail, err := queue.Open(ctx, session, item)
	if err != nil {
		t.Fatal(err)
	}
	if !detail.Window.Contains(item.Span) || detail.Respondent == "" || detail.Text == "" {
		t.Errorf("the detail shows %v of %q by %q", detail.Window, detail.Text, detail.Respondent)
	}
	verdict := adjudicate.Verdict{None: true, Kind: coding.Slip, Reason: " a slip "}
	decision, err := adjudicate.Decide(ctx, session, item, verdict)
	if err != nil || decision.Verdict != coding.KeepNone || decision.Reason != "a slip" {
		t.Fatalf("the decision is %+v, %v", decision, err)
	}
	after, err := adjudicate.Load(ctx, session, queue.Round.ID)
	if err != nil || after.Decided != queue.Decided+1 || after.Reasons[0] != "a slip" {
		t.Errorf("%d are decided, the last reason is %q, %v", after.Decided, after.Reasons[0], err)
	}
	if _, err := session.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if after, err = adjudicate.Load(ctx, session, queue.Round.ID); err != nil || after.Decided != queue.Decided {
		t.Errorf("after undo %d are decided, %v", after.Decided, err)
	}
}

func TestNextIsTheFirstOpenOneBehind(t *testing.T) {
	decided, open := adjudicate.Item{}, adjudicate.Item{}
	decided.Decision = &coding.Decision{}
	for _, c := range []struct {
		items []adjudicate.Item
		at    int
		want  int
	}{
		{[]adjudicate.Item{open, open, open}, 0, 1},
		{[]adjudicate.Item{open, decided, open}, 0, 2},
		{[]adjudicate.Item{open, decided, decided}, 2, 0},
		{[]adjudicate.Item{decided, decided}, 0, -1},
		{nil, 0, -1},
	} {
		if got := adjudicate.Next(c.items, c.at); got != c.want {
			t.Errorf("of %d items, behind %d comes %d, want %d", len(c.items), c.at, got, c.want)
		}
	}
}

func TestWhoMayDecideIsASupervisorWhereThereIsOne(t *testing.T) {
	for name, mine := range map[string]bool{"Mira Kessler": true, "Ana Novak": false} {
		queue, err := adjudicate.Load(context.Background(), open(t, name), "")
		if err != nil {
			t.Fatal(err)
		}
		if queue.Mine != mine || len(queue.Judges) != 1 || queue.Judges[0] != "Mira Kessler" {
			t.Errorf("%s may decide: %v; %v decide", name, queue.Mine, queue.Judges)
		}
	}
}
