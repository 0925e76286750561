package assets_test

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sayers are the functions to which the domain hands what people read; forms
// stand among their arguments.
func sayers() []string {
	return []string{
		"say", "Say", "word", "counted", "plural", "part", // whatever is read
		"invalid", "notFound", "refuse", "fault", "undefined", "Unfit", // errors and reasons
		"warn", "lose", "skip", "differs", "out", // what an import or a table gives rise to
		"Make", "do", // labels of steps
	}
}

// readNames are fields, constants and variables that hold what people read.
func readNames() []string {
	return []string{"Why", "why", "Label", "label", "Reason", "reason", "Lost", "lost", "Note", "note"}
}

// wordy are the functions that return what people read.
var wordy = regexp.MustCompile(`(Reason|Words|reason|^Words|^label|^named|^brief|^bookkeeping|^landisKoch|^notText|^fault|^definitions|^kinds)$`)

// nouns are the words of the glossary that stand in forms by themselves.
func nouns() []string {
	return []string{
		"attribute", "case", "character", "code", "coder", "coding", "comment", "continuum", "decision", "document", "done", "excerpt", "excerpts",
		"memo", "paragraph", "project", "respondent", "respondents", "round", "saved search", "search", "sentence", "source", "sources", "version",
		"yes", "no",
	}
}

// unread are the files whose English goes where no translation comes: the
// methods paragraph is English by design, the conformance suite is no part of
// the program, and what nobody but the command line reads stays English too.
var unread = regexp.MustCompile(`_test\.go$|/storetest/|/compare/(methods|works)|/cli/|/agreement/read(ratings|segments)|/app/ui/`)

func TestEnglishHasEverySentenceOfTheDomain(t *testing.T) {
	said := sentences(t)
	if *update {
		rewrite(t, "sentences/en.json", said)
	}
	known := wordsIn(t, "sentences/en.json")
	for _, w := range said {
		if _, found := known[w.key]; !found {
			t.Errorf("%s: %q isn't in sentences/en.json; run go test ./assets -update", w.at, w.key)
		}
	}
	for key := range known {
		if !slices.ContainsFunc(said, func(w word) bool { return w.key == key }) {
			t.Errorf("sentences/en.json: nothing says %q any more; run go test ./assets -update", key)
		}
	}
}

// sentences finds the forms of all that the domain says to people.
func sentences(t *testing.T) []word {
	t.Helper()
	var words []word
	say := func(at token.Position, texts []string) {
		for _, text := range texts {
			text = strings.ReplaceAll(strings.TrimPrefix(text, "%w: "), "%w", "%s")
			if speaks(text) {
				words = append(words, word{key: text, text: text, at: at})
			}
		}
	}
	parseAll(t, []string{"coding", "index", "app"}, func(path string, files *token.FileSet, file *ast.File) {
		if unread.MatchString("/" + path) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if wordy.MatchString(n.Name.Name) && !strings.HasPrefix(path, "../app/") || n.Name.Name == "Title" {
					say(files.Position(n.Pos()), returned(n))
				}
			case *ast.CallExpr:
				if nameOf(n.Fun) == "counted" {
					say(files.Position(n.Pos()), counts(n))
				} else if says(n) {
					for _, arg := range n.Args {
						say(files.Position(arg.Pos()), forms(arg))
					}
				}
			case *ast.KeyValueExpr:
				if text, ok := literal(n.Value); ok && nameOf(n.Key) == "words" {
					say(files.Position(n.Pos()), []string{"1 " + strings.TrimSpace(strings.Replace(text+" ", "s ", " ", 1)), "%d " + text})
				}
				if name, ok := n.Key.(*ast.Ident); ok && (slices.Contains(readNames(), name.Name) || name.Name == "Text" && !strings.HasPrefix(path, "../app/")) {
					say(files.Position(n.Pos()), forms(n.Value))
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if i < len(n.Rhs) && slices.Contains(readNames(), nameOf(left)) {
						say(files.Position(n.Pos()), forms(n.Rhs[i]))
					}
				}
			case *ast.ValueSpec:
				if kind, ok := n.Type.(*ast.Ident); ok && kind.Name == "Problem" || strings.HasPrefix(n.Names[0].Name, "reason") {
					for _, value := range n.Values {
						say(files.Position(n.Pos()), forms(value))
					}
				}
			}
			return true
		})
	})
	for _, noun := range append(nouns(), numberForm) {
		words = append(words, word{key: noun, text: noun})
	}
	return words
}

// returned are the forms that a function returns.
func returned(f *ast.FuncDecl) []string {
	var all []string
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			ast.Inspect(n, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok {
					text, _ := literal(lit)
					all = append(all, text)
				}
				return true
			})
		case *ast.CallExpr:
			if nameOf(n.Fun) == "append" {
				all = append(all, forms(n)...)
			}
		}
		return true
	})
	return all
}

// counts are the forms of a number and what it counts: for one, and for several.
func counts(call *ast.CallExpr) []string {
	var nouns []string
	for _, arg := range call.Args {
		if noun, ok := literal(arg); ok {
			nouns = append(nouns, noun)
		}
	}
	switch len(nouns) {
	case 1:
		return []string{"1 " + nouns[0], "%d " + nouns[0] + "s"}
	case 2:
		return []string{"1 " + nouns[0], "%d " + nouns[1]}
	}
	return nil
}

// numberForm shows how numbers are written.
const numberForm = "8,412.5"

// says reports whether a call says something to people: one of the sayers, or an
// error that stands behind one of the domain's sentinels.
func says(call *ast.CallExpr) bool {
	name := nameOf(call.Fun)
	if name == "Errorf" && len(call.Args) > 1 {
		format, _ := literal(call.Args[0])
		return strings.HasPrefix(format, "%w: ") && strings.HasPrefix(nameOf(call.Args[1]), "Err")
	}
	if from, ok := call.Fun.(*ast.SelectorExpr); ok && nameOf(from.X) == "lang" {
		return false
	}
	return slices.Contains(sayers(), name)
}

// nameOf is the last name of an expression such as coding.ErrInvalid.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// forms are the forms in an expression: a literal, or that of a Sprintf or an append.
func forms(e ast.Expr) []string {
	if text, ok := literal(e); ok {
		return []string{text}
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return nil
	}
	var all []string
	switch nameOf(call.Fun) {
	case "Sprintf":
		return forms(call.Args[0])
	case "append":
		for _, arg := range call.Args[1:] {
			all = append(all, forms(arg)...)
		}
	}
	return all
}

// speaks reports whether a text has words in it, and isn't a name of something.
func speaks(text string) bool {
	bare := regexp.MustCompile(`%(\[\d+\])?[-+# 0]*\d*(\.\d+)?[a-zA-Z%]`).ReplaceAllString(text, "")
	return regexp.MustCompile(`\pL\pL`).MatchString(bare)
}
