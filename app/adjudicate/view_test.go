package adjudicate_test

import (
	"testing"

	"concord/app/adjudicate"
	"concord/app/apptest"
	"concord/app/ui"
)

func TestAReasonIsTypedRightAfterTheChoice(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		reason     string
	}{
		{"a reason that holds keys of the screen", "1because he erred, 2 and 0[Return]", "because he erred, 2 and 0"},
		{"another choice after Escape", "1[Escape]0no[Return]", "no"},
	} {
		t.Run(c.name, func(t *testing.T) {
			study := apptest.Sample(t)
			shell := apptest.NewShell(t, study, study.Coder("Mira Kessler"), ui.ModeLight)
			screen := adjudicate.New(shell)
			shell.Show(screen)
			before := screen.TraceFacts()["decided"].(int)
			shell.Press(c.keys)
			queue, err := adjudicate.Load(t.Context(), shell.Session(), "")
			if err != nil {
				t.Fatal(err)
			}
			if queue.Decided != before+1 || queue.Reasons[0] != c.reason {
				t.Errorf("%d are decided, before %d, the last for the reason %q; want one more, for %q (said: %q)", queue.Decided, before, queue.Reasons[0], c.reason, shell.Said)
			}
		})
	}
}
