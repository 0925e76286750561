package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// patience is how long anything may take before the run gives up. It is never
// waited out while all is well.
const patience = 40 * time.Second

// process is a program that was started here and is ended here, by its own id.
type process struct {
	name   string
	cmd    *exec.Cmd
	output string        // the file with what it wrote
	ended  chan struct{} // closed when it has ended
}

// begin starts a program that is ended with the test at the latest, and by the
// system should the test itself be killed. Without a credential it runs as who
// runs the test.
func begin(t *testing.T, env []string, as *syscall.Credential, files []*os.File, name string, args ...string) *process {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), filepath.Base(name)+".out"))
	if err != nil {
		t.Fatal(err)
	}
	p := &process{name: filepath.Base(name), cmd: exec.Command(name, args...), output: out.Name(), ended: make(chan struct{})}
	p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr, p.cmd.ExtraFiles = env, out, out, files
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Credential: as}
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("start %s: %v", name, err)
	}
	go func() {
		_ = p.cmd.Wait() // how it ended is read from its state
		_ = out.Close()
		close(p.ended)
	}()
	t.Cleanup(p.end)
	return p
}

// end ends the process: by asking, and by force if it doesn't listen.
func (p *process) end() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM) // fails where it has ended, which is what is wanted
	select {
	case <-p.ended:
	case <-time.After(5 * time.Second):
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
}

// said is what the process wrote.
func (p *process) said() string {
	out, err := os.ReadFile(p.output)
	if err != nil {
		return err.Error()
	}
	return string(out)
}

// until waits for a fact that is looked for again and again.
func until(limit time.Duration, fact func() bool) bool {
	for end := time.Now().Add(limit); ; time.Sleep(20 * time.Millisecond) {
		if fact() {
			return true
		}
		if time.Now().After(end) {
			return false
		}
	}
}
