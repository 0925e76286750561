//go:build cgo

package app

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"concord/app/task"
	"concord/assets"
)

// appID names the program to the system; preferences lie under it.
const appID = "org.concord.Concord"

// Run shows the window, on the project at path if there is one, until it is
// closed or the context ends. It must be called on the main goroutine.
func Run(ctx context.Context, path string, o Options) error {
	a := fyneapp.NewWithID(appID)
	words, err := translate(chosenLanguage(a))
	if err != nil {
		return err
	}
	o.Words = words
	a.SetIcon(fyne.NewStaticResource("concord.svg", assets.Icon()))
	o.Tasks = task.ForWindow()
	s := New(a, o)
	s.window.SetMaster()
	a.Lifecycle().SetOnEnteredForeground(s.lookOutside)

	ctx, stop := context.WithCancel(ctx)
	defer stop()
	alive, still := context.WithCancel(ctx)
	defer still()
	var heart sync.WaitGroup
	a.Lifecycle().SetOnStarted(func() {
		heart.Go(func() { s.live(alive) })
		go func() {
			<-ctx.Done()
			s.tasks.Do(s.quit)
		}()
		if path != "" {
			s.OpenPath(path)
		}
	})
	a.Lifecycle().SetOnStopped(s.keep) // the last moment at which preferences are written in peace
	if err := show(s.window); err != nil {
		s.Close()
		return err
	}
	a.Run()
	ended := time.Now()
	// Once its loop has ended the toolkit runs what it is given at once, on the
	// goroutine that gives it: a last beat would run beside what closes here.
	still()
	heart.Wait()
	s.Close()
	time.Sleep(settling - time.Since(ended))
	return nil
}

// show shows a window. Where there is no display the toolkit knows no answer but
// to panic, which says nothing to people.
func show(w fyne.Window) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the window can't be shown: there is no display here; all other commands work without one, and concord render draws the screens as pictures")
		}
	}()
	w.Show()
	return nil
}

// settling is how long after the window has gone the toolkit may still write
// the preferences. It empties their file first: a program that ends in that
// moment loses them all.
const settling = 300 * time.Millisecond
