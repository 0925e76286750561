package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// corpus writes a survey export: the one that recombines real comments, where
// it is at hand, else made-up words.
func corpus(ctx context.Context, path string, rows int) (kind string, err error) {
	shared := os.Getenv("CONCORD_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "shared")
	}
	script := filepath.Join(shared, "data", "corpus.py")
	out, err := os.Create(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, missing := os.Stat(script); missing == nil {
		cmd := exec.CommandContext(ctx, "python3", script, fmt.Sprint(rows))
		cmd.Stdout, cmd.Stderr = out, os.Stderr
		if err = cmd.Run(); err == nil {
			return "recombined", nil
		}
		if err := out.Truncate(0); err != nil {
			return "", err
		}
		if _, err := out.Seek(0, 0); err != nil {
			return "", err
		}
	}
	w := bufio.NewWriter(out)
	invent(w, rows)
	return "made-up", w.Flush()
}

// invent makes comments as long as real ones, of words as frequent and rare as
// those of a language.
func invent(w *bufio.Writer, rows int) {
	random := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(random, 1.1, 3, 20_000)
	common := []string{"the", "of", "thank", "you", "a", "determinant", "matrix"}
	fmt.Fprintln(w, "respondent,cohort,session,comment")
	for i := range rows {
		fmt.Fprintf(w, "R%07d,Y%d,S%02d,", i+1, 1+random.IntN(5), 1+random.IntN(40))
		for range min(150, 4+int(random.ExpFloat64()*22)) {
			n := words.Uint64()
			if n < uint64(len(common)) {
				fmt.Fprint(w, common[n], " ")
			} else {
				fmt.Fprintf(w, "%c%s%d ", 'a'+n%26, strings.Repeat("xo", int(n%4)), n)
			}
		}
		fmt.Fprintln(w, "thank you.")
	}
}
