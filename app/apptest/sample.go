package apptest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"concord/app/sample"
	"concord/coding/store/sqlite"
)

// built is the sample study's file, built once for all tests of a package:
// making it takes longer than a test.
var built = sync.OnceValues(func() (content []byte, err error) {
	folder, err := os.MkdirTemp("", "concord-test-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, sample.File)
	if err := sample.Build(context.Background(), path, nil); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// SampleFile is the path of a copy of the sample study.
func SampleFile(tb testing.TB) string {
	tb.Helper()
	content, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), sample.File)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// Sample opens a copy of the sample study, after all that its people did there.
func Sample(tb testing.TB) *Study {
	tb.Helper()
	s := &Study{TB: tb, Mint: newMint(time.December)}
	db, err := sqlite.Open(tb.Context(), SampleFile(tb), sqlite.Options{Mint: s.Mint, NoBackup: true})
	s.hold(db, err)
	s.Coders, err = db.As("").Coders(tb.Context())
	s.OK(err)
	return s
}
