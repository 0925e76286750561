package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// place is a line of the file chooser: a folder to go into or a file to take.
type place struct {
	Name   string
	Path   string
	Folder bool
}

// listPlaces lists what stands in the folder that was typed, or that begins
// with the last part of it: folders first, then files with one of the endings
// (all files without endings). Hidden ones are listed when asked for by a dot.
// A folder that can't be read has nothing in it.
func listPlaces(typed string, endings []string) []place {
	folder, begins := splitTyped(typed)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var folders, files []place
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(strings.ToLower(name), strings.ToLower(begins)) || strings.HasPrefix(name, ".") && !strings.HasPrefix(begins, ".") {
			continue
		}
		p := place{Name: name, Path: filepath.Join(folder, name), Folder: isFolder(folder, e)}
		switch {
		case p.Folder:
			folders = append(folders, p)
		case hasEnding(name, endings):
			files = append(files, p)
		}
	}
	if up := filepath.Dir(folder); begins == "" && up != folder {
		folders = slices.Insert(folders, 0, place{Name: "..", Path: up, Folder: true})
	}
	return append(folders, files...)
}

// splitTyped divides a path into the folder whose content is listed and what
// its names must begin with.
func splitTyped(typed string) (folder, begins string) {
	if typed == "" {
		return string(filepath.Separator), ""
	}
	folder, begins = filepath.Split(typed)
	if folder == "" {
		folder = "."
	}
	return filepath.Clean(folder), begins
}

// startsAnew is a whole path that was pasted behind a folder that stood there, as
// in "/home/ana//data/survey.csv" or "/home/ana/~/survey.csv", home being the
// person's own folder; found is false where there is none.
func startsAnew(typed, home string) (path string, found bool) {
	for at := len(typed) - 1; at > 0; at-- {
		switch {
		case typed[at-1] != '/':
		case typed[at] == '/':
			return typed[at:], true
		case strings.HasPrefix(typed[at:], "~/") && home != "":
			return home + typed[at+1:], true
		}
	}
	return "", false
}

// isFolder reports whether an entry is a folder, or a link to one.
func isFolder(folder string, e os.DirEntry) bool {
	if e.Type()&os.ModeSymlink == 0 {
		return e.IsDir()
	}
	target, err := os.Stat(filepath.Join(folder, e.Name()))
	return err == nil && target.IsDir()
}

// hasEnding reports whether a file's name ends in one of the endings, as in
// ".csv"; without endings every file does.
func hasEnding(name string, endings []string) bool {
	return len(endings) == 0 || slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// withEnding adds the first ending to a name that has none of them.
func withEnding(path string, endings []string) string {
	if hasEnding(path, endings) {
		return path
	}
	return path + endings[0]
}

// fileName makes a name that can stand for a file out of a project's name.
func fileName(name string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(name)), ". ")
}
