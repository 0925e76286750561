package assets_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write translations/en.json anew from the words in the source")

// word is one call of lang.L, lang.X or lang.N: its key, its English text, and
// whether it counts something.
type word struct {
	key, text string
	plural    bool
	at        token.Position
}

// wordsIn are the words of a file as it stands in the source tree.
func wordsIn(t *testing.T, name string) map[string]json.RawMessage {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]json.RawMessage{}
	if err := json.Unmarshal(content, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

func TestEnglishHasEveryWordOfTheWindow(t *testing.T) {
	said := spoken(t)
	if *update {
		rewrite(t, "translations/en.json", said)
	}
	known := wordsIn(t, "translations/en.json")
	used := map[string]bool{}
	for _, w := range said {
		used[w.key] = true
		entry, found := known[w.key]
		switch {
		case !found:
			t.Errorf("%s: %q isn't in translations/en.json; run go test ./assets -update", w.at, w.key)
		case w.plural && !pluralForms(entry):
			t.Errorf("%s: %q counts something: give it forms for one and other in translations/en.json", w.at, w.key)
		}
	}
	for key := range known {
		if !used[key] {
			t.Errorf("translations/en.json: nothing says %q any more; run go test ./assets -update", key)
		}
	}
}

// pluralForms reports whether an entry has its singular: one that differs, or a
// description that says why it doesn't.
func pluralForms(entry json.RawMessage) bool {
	var forms struct{ One, Other, Description string }
	return json.Unmarshal(entry, &forms) == nil && forms.One != "" && forms.Other != "" && (forms.One != forms.Other || forms.Description != "")
}

// spoken finds all calls of package lang in the window's source.
func spoken(t *testing.T) []word {
	t.Helper()
	var words []word
	parseAll(t, []string{"app"}, func(_ string, files *token.FileSet, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if w, ok := wordOf(t, files, call); ok {
					words = append(words, w)
				}
			}
			return true
		})
	})
	return words
}

// parseAll reads the source in some folders, without its tests.
func parseAll(t *testing.T, folders []string, read func(path string, files *token.FileSet, file *ast.File)) {
	t.Helper()
	files := token.NewFileSet()
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("..", folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, 0)
			if err == nil {
				read(filepath.ToSlash(path), files, file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// wordOf reads one call of package lang.
func wordOf(t *testing.T, files *token.FileSet, call *ast.CallExpr) (word, bool) {
	t.Helper()
	name, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return word{}, false
	}
	if from, ok := name.X.(*ast.Ident); !ok || from.Name != "lang" {
		return word{}, false
	}
	w := word{at: files.Position(call.Pos()), plural: strings.Contains(name.Sel.Name, "N")}
	texts := 1
	switch name.Sel.Name {
	case "L", "N":
	case "X", "XN":
		texts = 2
	default:
		return word{}, false
	}
	for i := range texts {
		text, ok := literal(call.Args[i])
		if !ok {
			t.Errorf("%s: what lang.%s says isn't written out, so it can't be translated", w.at, name.Sel.Name)
			return word{}, false
		}
		if i == 0 {
			w.key = text
		}
		w.text = text
	}
	return w, true
}

// literal is the value of a string literal, or of several added up.
func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, ok := literal(e.X)
		right, also := literal(e.Y)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}

// rewrite writes a file with the words of the source, keeping the forms that were
// given by hand to those that count.
func rewrite(t *testing.T, name string, said []word) {
	t.Helper()
	known := wordsIn(t, name)
	now := map[string]any{}
	for _, w := range said {
		switch {
		case !w.plural:
			now[w.key] = w.text
		case pluralForms(known[w.key]):
			now[w.key] = known[w.key]
		default:
			now[w.key] = map[string]string{"one": w.text, "other": w.text}
		}
	}
	write(t, name, now)
}

// write writes a file of words, a key a line and sorted, so that merging is easy.
func write[T any](t *testing.T, name string, words map[string]T) {
	t.Helper()
	var content bytes.Buffer
	content.WriteString("{")
	for i, key := range slices.Sorted(maps.Keys(words)) {
		if i > 0 {
			content.WriteString(",")
		}
		content.WriteString("\n  " + plain(t, key) + ": " + plain(t, words[key]))
	}
	content.WriteString("\n}\n")
	if err := os.WriteFile(name, content.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// plain is JSON on one line, with < > & as they are.
func plain(t *testing.T, v any) string {
	t.Helper()
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line.String())
}
