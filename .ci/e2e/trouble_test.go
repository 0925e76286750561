package e2e

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestTrouble opens what can't be opened, and looks at what the window says:
// in words, with what to do, and without harm to the file.
func TestTrouble(t *testing.T) {
	t.Parallel()
	s := newScreen(t, "trouble")
	s.concord("demo", "study")
	whole, err := os.ReadFile(filepath.Join(s.home, "study", "balint-groups.concord"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		file []byte
		says string
	}{
		{"no-project", []byte("respondent,comment\nR-001,ok\n"), "isn't a Concord project"},
		{"empty", nil, "isn't a Concord project"},
		{"cut-off", whole[:len(whole)/2], "damaged"},
		{"scrambled", scrambled(whole), "damaged"},
		{"newer", newer(whole), "newer version of Concord"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := s.in(t)
			s.write(c.name+".concord", string(c.file))
			path := filepath.Join(s.home, c.name+".concord")
			w := s.start(path)
			w.troubled = true
			now := w.wait("the window says what is wrong", func(now state) bool { return now.Trouble != "" && now.Size[0] >= screenWidth-2 })
			w.click("Details")
			w.wait("the details are shown", func(now state) bool { return now.has("Fewer details") })
			w.picture(c.name)
			if !strings.Contains(now.Trouble, c.says) || now.Screen != "home" {
				t.Errorf("on %s the window says %q; want %q", now.Screen, now.Trouble, c.says)
			}
			w.key("alt+F4")
			w.closes()
			if after, err := os.ReadFile(path); err != nil || string(after) != string(c.file) {
				t.Errorf("the file has changed (%v)", err)
			}
		})
	}
}

// TestReadOnly opens a project where nothing may be written.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	s := newScreen(t, "read-only")
	s.concord("demo", "study")
	project := filepath.Join(s.home, "study", "balint-groups.concord")
	s.protect(filepath.Dir(project))
	w := s.open(project)
	w.wait("the project is shown", func(now state) bool { return now.Screen == "read" && now.Facts.number("sources") > 100 && now.idle() })
	w.picture("opened")
	w.troubled = true
	w.key("c")
	w.wait("the comment is selected", func(now state) bool { _, to := now.Facts.pair("selected"); return to > 0 })
	w.key("3")
	now := w.wait("the window says what is wrong", func(now state) bool { return now.Trouble != "" })
	w.picture("coded")
	if want := "can be read here, not changed"; !strings.Contains(now.Trouble, want) {
		t.Errorf("the window says %q, want %q", now.Trouble, want)
	}
	w.key("alt+F4")
	w.closes()
}

// protect takes the right to write in a folder away. Root always has it, so
// where root runs the test, somebody else opens the window.
func (s *screen) protect(folder string) {
	s.t.Helper()
	check := func(err error) {
		s.t.Helper()
		if err != nil {
			s.t.Fatal(err)
		}
	}
	check(os.Chmod(folder, 0o555))
	s.t.Cleanup(func() { check(os.Chmod(folder, 0o755)) })
	if os.Getuid() != 0 {
		return
	}
	const nobody = 65534
	s.as = &syscall.Credential{Uid: nobody, Gid: nobody}
	program, err := os.ReadFile(s.binary)
	check(err)
	s.binary = filepath.Join(s.home, "concord")
	check(os.WriteFile(s.binary, program, 0o755))
	check(os.Chmod(filepath.Dir(s.home), 0o755))
	s.folder("traces")
	check(filepath.WalkDir(s.home, func(path string, d fs.DirEntry, err error) error {
		if err == nil && path == folder {
			return filepath.SkipDir
		}
		return errors.Join(err, os.Chown(path, nobody, nobody))
	}))
	check(os.Chmod(filepath.Join(folder, "balint-groups.concord"), 0o644))
}

// TestTogether has two windows on one project: each sees what is done in the
// other, and waits while the other writes.
func TestTogether(t *testing.T) {
	t.Parallel()
	s := newScreen(t, "together")
	s.concord("demo", "study")
	project := filepath.Join(s.home, "study", "balint-groups.concord")
	shown := func(now state) bool { return now.Screen == "read" && now.Facts.number("marks") > 0 && now.idle() }
	first := s.open(project)
	first.wait("the project is shown", shown)
	second := s.open(project)
	second.wait("the project is shown", shown)
	before := second.now
	second.key("c")
	second.wait("the comment is selected", func(now state) bool { _, to := now.Facts.pair("selected"); return to > 0 })
	second.key("3")
	coded := func(now state) bool {
		return now.Seq == before.Seq+1 && now.Facts.number("marks") == before.Facts.number("marks")+1
	}
	second.wait("the comment is coded", coded)
	first.wait("the other window's coding is shown here", coded)

	release := holdLog(t, project)
	second.troubled = true
	second.key("4")
	now := second.wait("the window says that somebody is writing", func(now state) bool { return now.Trouble != "" })
	second.picture("busy")
	if want := "somebody else is writing"; !strings.Contains(now.Trouble, want) {
		t.Errorf("the window says %q, want %q", now.Trouble, want)
	}
	release()
	second.key("4")
	second.wait("it works now", func(now state) bool { return now.Seq == before.Seq+2 })
	second.key("alt+F4")
	second.closes()
	first.wait("the coding is shown here, too", func(now state) bool { return now.Seq == before.Seq+2 && now.idle() })
	first.picture("other-closed")
	first.key("alt+F4")
	first.closes()
	if said := s.concord("check", project); !strings.Contains(said, "in order") {
		t.Errorf("concord check says: %s", said)
	}
}

// holdLog does as if another program were in the middle of writing: it takes
// the lock that SQLite's writers take, byte 120 of the file beside the log.
func holdLog(t *testing.T, project string) (release func()) {
	t.Helper()
	file, err := os.OpenFile(project+"-shm", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: 120, Len: 1}
	if err := syscall.FcntlFlock(file.Fd(), syscall.F_SETLK, &lock); err != nil {
		t.Fatalf("lock %s: %v", file.Name(), err)
	}
	return func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}
}

// scrambled is a project's file with its middle overwritten, as by a bad disk.
func scrambled(whole []byte) []byte {
	bad := []byte(string(whole))
	for i := len(bad) / 4; i < len(bad)*3/4; i++ {
		bad[i] = byte(i * 7)
	}
	return bad
}

// newer is a project's file that says that a later version wrote it: the
// number stands at byte 60 of a SQLite file.
func newer(whole []byte) []byte {
	later := []byte(string(whole))
	binary.BigEndian.PutUint32(later[60:], 9000)
	return later
}
