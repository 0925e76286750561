package report

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Save writes a file, all of it or nothing: what is written goes into a
// temporary file beside it, which takes the name when it is complete and on
// disk. A file that was there stays as it was until then.
func Save(path string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("write %s: %w", path, errors.Join(err, os.Remove(file.Name())))
		}
	}()
	if err := errors.Join(write(file), file.Sync(), file.Close()); err != nil {
		return err
	}
	// What a temporary file is made with would shut out everyone else.
	if err := os.Chmod(file.Name(), mode(path)); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

// mode is that of the file that is replaced, or what a new one usually has.
func mode(path string) os.FileMode {
	if old, err := os.Stat(path); err == nil {
		return old.Mode().Perm()
	}
	return 0o644
}
