package report_test

import (
	"context"
	"path/filepath"
	"testing"

	"concord/app/report"
	"concord/app/sample"
	"concord/coding/store/sqlite"
)

func TestConsensusCountsNoMoreThanCodersMarked(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), sample.File)
	if err := sample.Build(ctx, path, nil); err != nil {
		t.Fatal(err)
	}
	db, err := sqlite.Open(ctx, path, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	coders, err := db.As("").Coders(ctx)
	if err != nil {
		t.Fatal(err)
	}
	reader := db.As(coders[0].ID)
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
