package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// state is a line of the trace: how the window stood when it had settled.
type state struct {
	Time     time.Time         `json:"time"`
	Screen   string            `json:"screen"`
	Size     [2]int            `json:"size"`
	Project  string            `json:"project"`
	Coder    string            `json:"coder"`
	Seq      int64             `json:"seq"`
	Step     string            `json:"step"`
	Undo     string            `json:"undo"`
	Redo     string            `json:"redo"`
	Index    string            `json:"index"`
	Tasks    []string          `json:"tasks"`
	Message  string            `json:"message"`
	Trouble  string            `json:"trouble"`
	Floating bool              `json:"floating"`
	Focus    string            `json:"focus"`
	Facts    facts             `json:"facts"`
	Things   map[string][4]int `json:"things"`
}

// facts are what the screen in view says of itself.
type facts map[string]any

// number is a fact that is a number; -1 where there is none.
func (f facts) number(name string) float64 {
	if n, ok := f[name].(float64); ok {
		return n
	}
	return -1
}

// text is a fact that is a text.
func (f facts) text(name string) string {
	text, _ := f[name].(string)
	return text
}

// pair is a fact of two numbers: a span, or a place in the window.
func (f facts) pair(name string) (a, b int) {
	if both, ok := f[name].([]any); ok && len(both) == 2 {
		x, _ := both[0].(float64)
		y, _ := both[1].(float64)
		return int(x), int(y)
	}
	return -1, -1
}

// has reports whether a fact that is a list of texts holds one.
func (f facts) has(name, text string) bool {
	list, _ := f[name].([]any)
	return slices.Contains(list, any(text))
}

// idle reports whether nothing runs any more.
func (now state) idle() bool { return len(now.Tasks) == 0 }

// has reports whether something of this name is to be seen.
func (now state) has(thing string) bool {
	_, there := now.Things[thing]
	return there
}

// window is Concord's window, as its trace tells of it.
type window struct {
	*screen
	process *process
	trace   string
	read    int64 // how much of the trace has been read
	lines   []string
	now     state
	// troubled says that the window is expected to say that something went wrong.
	troubled bool
}

// open starts Concord on a project and waits until its window is there.
func (s *screen) open(project string) *window {
	s.t.Helper()
	w := s.start(project)
	w.wait("the window is there", func(now state) bool { return now.Size[0] >= screenWidth-2 })
	return w
}

// start starts Concord on a project.
func (s *screen) start(project string) *window {
	s.t.Helper()
	trace := filepath.Join(s.folder("traces"), fmt.Sprintf("%d.jsonl", s.next()))
	return &window{screen: s, trace: trace, process: begin(s.t, s.env, s.as, nil, s.binary, "open", project, "--trace", trace)}
}

// wait waits until the window has settled in a state that holds a fact.
func (w *window) wait(what string, fact func(state) bool) state {
	w.t.Helper()
	looked := -1
	if !until(patience, func() bool {
		w.follow()
		if len(w.lines) == looked {
			select {
			case <-w.process.ended:
				w.fail("the window is gone while waiting until %s (%v)", what, w.process.cmd.ProcessState)
			default:
			}
			return false
		}
		looked = len(w.lines)
		if w.now.Trouble != "" && !w.troubled {
			w.fail("waiting until %s, the window says: %s", what, w.now.Trouble)
		}
		return looked > 0 && fact(w.now)
	}) {
		w.fail("waited in vain until %s", what)
	}
	return w.now
}

// follow reads the lines that the trace has got since the last look.
func (w *window) follow() {
	file, err := os.Open(w.trace)
	if err != nil {
		return // not yet there
	}
	defer func() { _ = file.Close() }()
	var more bytes.Buffer
	if _, err := file.Seek(w.read, 0); err == nil {
		_, err = more.ReadFrom(file)
	}
	whole := more.Bytes()[:bytes.LastIndexByte(more.Bytes(), '\n')+1]
	w.read += int64(len(whole))
	for line := range strings.Lines(string(whole)) {
		w.now = state{}
		if err := json.Unmarshal([]byte(line), &w.now); err != nil {
			w.t.Fatalf("the trace has a line that is no state: %v: %s", err, line)
		}
		w.lines = append(w.lines, line)
	}
}

// fail ends the test with all that helps to see why.
func (w *window) fail(format string, args ...any) {
	w.t.Helper()
	w.picture("FAILED")
	var last strings.Builder
	for _, line := range w.lines[max(0, len(w.lines)-4):] {
		line, _, _ = strings.Cut(line, `,"things":`)
		last.WriteString(line + "\n")
	}
	w.t.Fatalf("%s\nThe trace %s ends:\n%sIn view: %q\nConcord said:\n%s", fmt.Sprintf(format, args...), w.trace,
		last.String(), slices.Sorted(maps.Keys(w.now.Things)), w.process.said())
}

// key presses a key, as in "ctrl+z".
func (w *window) key(keys ...string) {
	w.t.Helper()
	w.xdo(append([]string{"key", "--delay", "30"}, keys...)...)
}

// enter types a text.
func (w *window) enter(text string) {
	w.t.Helper()
	w.xdo("type", "--delay", "15", "--", text)
}

// click presses the left button on the middle of a thing that the trace names.
func (w *window) click(name string) {
	w.t.Helper()
	now := w.wait("there is "+name, func(now state) bool { return now.has(name) })
	at := now.Things[name]
	w.clickAt(at[0]+at[2]/2, at[1]+at[3]/2)
}

// clickAt presses the left button at a place.
func (w *window) clickAt(x, y int) {
	w.t.Helper()
	w.xdo("mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// drag draws the mouse from one place to another with the button held down.
func (w *window) drag(x1, y1, x2, y2 int) {
	w.t.Helper()
	args := []string{"mousemove", strconv.Itoa(x1), strconv.Itoa(y1), "mousedown", "1"}
	const steps = 8
	for i := 1; i <= steps; i++ {
		args = append(args, "mousemove", strconv.Itoa(x1+(x2-x1)*i/steps), strconv.Itoa(y1+(y2-y1)*i/steps))
	}
	w.xdo(append(args, "mouseup", "1")...)
}

// command does something by its name, through the palette.
func (w *window) command(name string) {
	w.t.Helper()
	w.key("ctrl+k")
	w.wait("the palette is open", func(now state) bool { return now.Floating && strings.HasPrefix(now.Focus, "field: ") })
	w.enter(name)
	w.wait("the palette offers "+name, func(now state) bool { return now.has(name) })
	w.key("Return")
}

// closes waits until the window is gone and checks that it went well.
func (w *window) closes() {
	w.t.Helper()
	if !until(patience, func() bool {
		select {
		case <-w.process.ended:
			return true
		default:
			return false
		}
	}) {
		w.fail("the window doesn't close")
	}
	if code := w.process.cmd.ProcessState.ExitCode(); code != 0 {
		w.fail("Concord ended with %v", w.process.cmd.ProcessState)
	}
	w.listens()
}

// listens reads what Concord said: the toolkit complains there of what the
// window does wrongly without showing it.
func (w *window) listens() {
	w.t.Helper()
	w.follow()
	for line := range strings.Lines(w.process.said()) {
		at, complaint, found := strings.Cut(line, "Fyne error:")
		// Two it can't help: there is no message bus, and it reads its settings while it writes them.
		if !found || strings.Contains(complaint, "watch theme settings") || strings.Contains(complaint, "Preferences load") {
			continue
		}
		var seen []string
		for _, line := range w.lines {
			var then state
			if json.Unmarshal([]byte(line), &then) == nil && then.Time.Format("2006/01/02 15:04:05") <= strings.TrimSpace(at) {
				seen = append(seen, then.Screen)
			}
		}
		w.t.Errorf("the toolkit complains, after %q: %s", slices.Compact(seen), strings.TrimSpace(line))
	}
}
