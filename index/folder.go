package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"concord/coding"
)

// folder is where one open index of a project lies. It is locked while it is open,
// and sealed while it isn't: the seal lists the files as they were left, so
// that what was damaged, or not closed, isn't trusted.
type folder struct {
	path string
	lock *bolt.DB
	// known are the checksums of the files that were there when it was opened.
	known map[string]seal
}

// seal is what a file was like when the index was closed.
type seal struct {
	Size int64  `json:"size"`
	Sum  uint32 `json:"sum"`
}

const (
	// mostFolders is the number of processes that can have an index of one
	// project on disk at once; more have theirs in memory.
	mostFolders = 4
	sealName    = "seal.json"
)

// openFolder locks the first folder of the project that nobody has open: the
// engine can't be shared, but an index of one's own is soon made, and kept for
// the next time.
func openFolder(dir, name string) (*folder, error) {
	base := filepath.Join(dir, name)
	if err := os.MkdirAll(base, 0o700); err != nil {
		return nil, fmt.Errorf("make folder of %w: %w", errEngine, err)
	}
	for i := range mostFolders {
		path := filepath.Join(base, strconv.Itoa(i+1))
		lock, err := lockFile(path + ".lock")
		if errors.Is(err, bolterrors.ErrTimeout) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("lock %w: %w", errEngine, err)
		}
		f := &folder{path: path, lock: lock}
		if !f.unseal() {
			if err := f.empty(); err != nil {
				return nil, errors.Join(err, lock.Close())
			}
		}
		return f, nil
	}
	return nil, fmt.Errorf("lock %w: %w: all folders are taken", errEngine, bolterrors.ErrTimeout)
}

// folderName names the folder of a project, or of one of its copies.
func folderName(id coding.ProjectID, file string) string {
	name := filepath.Base(string(id))
	if file == "" {
		return name
	}
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	if followed, err := filepath.EvalSymlinks(file); err == nil {
		file = followed
	}
	sum := sha256.Sum256([]byte(file))
	return name + "-" + hex.EncodeToString(sum[:6])
}

// lockFile locks by a small bolt file, because bolt, which the engine brings
// along, locks files on every system. What is in the file doesn't matter.
func lockFile(path string) (*bolt.DB, error) {
	options := &bolt.Options{Timeout: time.Millisecond, NoSync: true, NoFreelistSync: true}
	lock, err := bolt.Open(path, 0o600, options)
	if err == nil || errors.Is(err, bolterrors.ErrTimeout) || errors.Is(err, fs.ErrPermission) {
		return lock, err
	}
	if err := os.Remove(path); err != nil {
		return nil, err
	}
	return bolt.Open(path, 0o600, options)
}

// unseal breaks the seal and reports whether all files are as it says.
func (f *folder) unseal() bool {
	path := filepath.Join(f.path, sealName)
	text, err := os.ReadFile(path)
	if err != nil || os.Remove(path) != nil {
		return false
	}
	var sealed map[string]seal
	if json.Unmarshal(text, &sealed) != nil {
		return false
	}
	for name, want := range sealed {
		got, err := checksum(filepath.Join(f.path, name))
		if err != nil || got != want {
			return false
		}
	}
	f.known = sealed
	return true
}

// empty takes away all that lies in the folder.
func (f *folder) empty() error {
	f.known = nil
	if err := os.RemoveAll(f.path); err != nil {
		return fmt.Errorf("empty %w: %w", errEngine, err)
	}
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return fmt.Errorf("make folder of %w: %w", errEngine, err)
	}
	return nil
}

// close lets go of the folder, and seals it if the engine was closed well.
func (f *folder) close(well bool) error {
	var err error
	if well {
		err = f.seal()
	}
	return errors.Join(err, f.lock.Close())
}

func (f *folder) seal() error {
	files, err := os.ReadDir(f.path)
	if err != nil {
		return fmt.Errorf("seal %w: %w", errEngine, err)
	}
	sealed := map[string]seal{}
	for _, file := range files {
		// Segments are never written twice, so what was known of them still holds.
		if known, ok := f.known[file.Name()]; ok && filepath.Ext(file.Name()) == ".zap" {
			sealed[file.Name()] = known
			continue
		}
		if sealed[file.Name()], err = checksum(filepath.Join(f.path, file.Name())); err != nil {
			return fmt.Errorf("seal %w: %w", errEngine, err)
		}
	}
	text, err := json.Marshal(sealed)
	if err != nil {
		return fmt.Errorf("seal %w: %w", errEngine, err)
	}
	if err := os.WriteFile(filepath.Join(f.path, sealName), text, 0o600); err != nil {
		return fmt.Errorf("seal %w: %w", errEngine, err)
	}
	return nil
}

func checksum(path string) (seal, error) {
	file, err := os.Open(path)
	if err != nil {
		return seal{}, err
	}
	sum := crc32.NewIEEE()
	// Hiding what the file can do makes it be read through this one buffer.
	size, err := io.CopyBuffer(sum, struct{ io.Reader }{file}, make([]byte, 1<<17))
	return seal{Size: size, Sum: sum.Sum32()}, errors.Join(err, file.Close())
}
