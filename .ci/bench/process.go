package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// usage is what a process took.
type usage struct {
	wall, cpu float64 // milliseconds
	peak      float64 // megabytes
	out       string
}

// run runs a program to its end; its cache lies in the folder.
func run(ctx context.Context, cache, program string, args ...string) (usage, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache)
	var out, wrong bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &wrong
	begun := time.Now()
	err := cmd.Run()
	took := time.Since(begun)
	if err != nil {
		return usage{}, fmt.Errorf("%s %s: %w: %s", program, strings.Join(args, " "), err, strings.TrimSpace(wrong.String()))
	}
	u := usage{
		wall: milliseconds(took),
		cpu:  milliseconds(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()),
		out:  out.String(),
	}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = float64(r.Maxrss) / 1024
		if runtime.GOOS == "darwin" { // which counts bytes
			u.peak /= 1024
		}
	}
	return u, nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
