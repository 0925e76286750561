package report_test

import (
	"context"
	"testing"

	"concord/app/apptest"
	"concord/app/report"
)

func TestConsensusCountsNoMoreThanCodersMarked(t *testing.T) {
	ctx := context.Background()
	study := apptest.Sample(t)
	reader := study.As(study.Coders[0])
	all, err := report.Load(ctx, reader, report.Choice{Attribute: "Session"})
	if err != nil {
		t.Fatal(err)
	}
	if !all.HasConsensus || len(all.Themes.Values) != 6 || len(all.Items) != 6 {
		t.Errorf("consensus %v, %d sessions, %d items", all.HasConsensus, len(all.Themes.Values), len(all.Items))
	}
	standing, err := report.Load(ctx, reader, report.Choice{Consensus: true})
	if err != nil {
		t.Fatal(err)
	}
	if c, a := standing.Themes.Any.Total, all.Themes.Any.Total; c.Sources == 0 || c.Sources > a.Sources || c.Excerpts >= a.Excerpts {
		t.Errorf("the consensus has %+v, the coders marked %+v", c, a)
	}
}
