package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The size of the screen, which the window fills.
const (
	screenWidth  = 1440
	screenHeight = 900
)

// windows is openbox without keys of its own but Alt+F4, lest they be
// taken from Concord, and with every window as large as the screen.
const windows = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/></mousebind></context></mouse>
  <applications><application class="*"><decor>no</decor><focus>yes</focus><maximized>yes</maximized></application></applications>
</openbox_config>
`

// screen is a screen that nobody sees, with a person's empty home beside it.
type screen struct {
	t      *testing.T
	home   string
	env    []string
	binary string              // Concord's
	as     *syscall.Credential // who runs it, nil for who runs the test
	// prefix begins the names of this test's pictures, and count numbers them.
	prefix string
	count  *int
}

// newScreen starts a screen on a free display number, and a window manager.
func newScreen(t *testing.T, prefix string) *screen {
	t.Helper()
	s := &screen{t: t, home: t.TempDir(), binary: os.Getenv("CONCORD"), prefix: prefix, count: new(int)}
	for _, old := range s.pictures() {
		if err := os.Remove(old); err != nil && !errors.Is(err, fs.ErrNotExist) { // another run may be at it
			t.Fatal(err)
		}
	}
	display := ":" + startXvfb(t)
	s.env = []string{
		"PATH=" + os.Getenv("PATH"), "DISPLAY=" + display, "TZ=UTC", "LANG=C.UTF-8", "LC_ALL=C.UTF-8",
		"HOME=" + s.home, "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1", "XDG_SESSION_TYPE=x11",
		// No message bus: one would be started for us and left behind.
		"DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(s.home, "no-bus"),
	}
	for _, name := range []string{"CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"} {
		s.env = append(s.env, "XDG_"+name+"="+s.folder(strings.ToLower(name)))
	}
	s.write("config_home/openbox.xml", windows)
	// Light, whatever a desktop would say: there is none to ask.
	s.write("config_home/fyne/org.concord.Concord/preferences.json", `{"appearance":"light"}`)
	manager := begin(t, s.env, nil, nil, "openbox", "--config-file", filepath.Join(s.home, "config_home", "openbox.xml"))
	if !until(patience, func() bool {
		out, err := s.command("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").CombinedOutput()
		return err == nil && strings.Contains(string(out), "window id")
	}) {
		t.Fatalf("openbox doesn't manage %s: %s", display, manager.said())
	}
	return s
}

// startXvfb starts a screen and returns the number that it chose.
func startXvfb(t *testing.T) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	p := begin(t, os.Environ(), nil, []*os.File{write}, "Xvfb", "-displayfd", "3", "-noreset", "-nolisten", "tcp",
		"-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight))
	_ = write.Close() // ours; Xvfb has its own
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb named no display (%v): %s", err, p.said())
	}
	_ = read.Close() // nothing more comes
	return strings.TrimSpace(number)
}

// in is the screen as a part of the test uses it.
func (s *screen) in(t *testing.T) *screen {
	part := *s
	part.t = t
	return &part
}

// next counts what is numbered.
func (s *screen) next() int {
	*s.count++
	return *s.count
}

// folder makes a folder in the person's home.
func (s *screen) folder(name string) string {
	s.t.Helper()
	path := filepath.Join(s.home, name)
	if err := os.MkdirAll(path, 0o700); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// write writes a file in the person's home.
func (s *screen) write(name, text string) {
	s.t.Helper()
	s.folder(filepath.Dir(name))
	if err := os.WriteFile(filepath.Join(s.home, name), []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// command prepares a program to be run as the person at this screen.
func (s *screen) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Dir = s.env, s.home
	return cmd
}

// concord runs a command of Concord's and returns what it printed.
func (s *screen) concord(args ...string) string {
	s.t.Helper()
	cmd := s.command(s.binary, args...)
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("concord %s: %v\n%s%s", strings.Join(args, " "), err, out, complaint.String())
	}
	return string(out)
}

// xdo moves the mouse and presses keys.
func (s *screen) xdo(args ...string) {
	s.t.Helper()
	if out, err := s.command("xdotool", args...).CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// picture keeps what the screen shows among the artefacts, once it shows it:
// the window settles a little before it is painted.
func (s *screen) picture(name string) {
	s.t.Helper()
	path := filepath.Join(os.Getenv("ARTEFACTS"), fmt.Sprintf("%s-%02d-%s.png", s.prefix, s.next(), name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	var last []byte
	until(3*time.Second, func() bool {
		now, err := s.command("import", "-window", "root", "-define", "png:exclude-chunks=date,time", "png:-").Output()
		if err != nil {
			s.t.Fatalf("take the picture %s: %v", path, err)
		}
		same := bytes.Equal(now, last)
		last = now
		return same
	})
	if err := os.WriteFile(path, last, 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// pictures are those that an earlier run of this test left.
func (s *screen) pictures() []string {
	found, err := filepath.Glob(filepath.Join(os.Getenv("ARTEFACTS"), s.prefix+"-*.png"))
	if err != nil {
		s.t.Fatal(err)
	}
	return found
}

// brightness is how bright the screen is on the whole, from 0 to 1.
func (s *screen) brightness() float64 {
	s.t.Helper()
	out, err := s.command("import", "-window", "root", "-colorspace", "gray", "-format", "%[fx:mean]", "info:").Output()
	if err != nil {
		s.t.Fatalf("look at the screen: %v", err)
	}
	light, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		s.t.Fatalf("look at the screen: %v", err)
	}
	return light
}
