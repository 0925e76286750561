package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"concord/coding"
	"concord/coding/store"
	"concord/coding/store/sqlite"
	"concord/coding/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t testing.TB, mint *coding.Mint, p coding.Project, people ...coding.Coder) *store.DB {
		path := filepath.Join(t.TempDir(), "study.concord")
		db, err := sqlite.Create(context.Background(), path, sqlite.Options{Mint: mint}, p, people...)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := db.Close(); err != nil {
				t.Error(err)
			}
		})
		return db
	})
}
