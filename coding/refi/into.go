package refi

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"concord/coding"
)

// Import is what a codebook brings into a project.
type Import struct {
	// Label names the step, Changes are what it is made of; with none of them
	// the project has everything already.
	Label   string
	Changes []coding.Change
	// Added codes are new; Filled ones lacked something that the file has;
	// Unchanged ones are as they were.
	Added, Filled, Unchanged int
	// Differences are places where project and file both say something, and not
	// the same. The project's word stands.
	Differences []Difference
	// Lost says in sentences what didn't come in, or came in otherwise.
	Lost []string
}

// Difference is one part of a code's entry that differs between project and file.
type Difference struct {
	Path     string `json:"path"`
	Part     string `json:"part"`
	Present  string `json:"present"`
	Incoming string `json:"incoming"`
}

// Into works out what the codebook changes in a project. Codes are the same
// where their paths are: the same name, case ignored, under the same code. Such
// a code is kept, and takes from the file what it lacks. The others are added
// behind those that are there, with the GUID of the file where that is a GUID
// and free: an equal GUID alone doesn't prove that two codes are the same, since
// some programs make it from the name.
func (b *Codebook) Into(ctx context.Context, r coding.Reader, mint *coding.Mint) (*Import, error) {
	codes, err := r.Codes(ctx)
	if err != nil {
		return nil, fmt.Errorf("import %s: %w", b.File, err)
	}
	m := &importer{
		from: b, mint: mint, present: coding.NewCodebook(codes), taken: map[string]string{}, total: len(codes),
		made: &Import{Label: fmt.Sprintf("import codebook “%s”", filepath.Base(b.File)), Lost: append([]string{}, b.Lost...)},
	}
	for _, c := range codes {
		m.taken[plainGUID(string(c.ID))] = m.present.Path(c.ID)
	}
	if m.texts, err = readTexts(ctx, r, m.named(b.Codes)); err != nil {
		return nil, fmt.Errorf("import %s: read the texts of examples: %w", b.File, err)
	}
	m.level(b.Codes, "", "")
	if len(m.filled.Now) > 0 {
		m.made.Changes = append(m.made.Changes, m.filled)
	}
	if len(m.added) > 0 {
		m.made.Changes = append(m.made.Changes, coding.Add(m.added...))
	}
	m.made.Added, m.made.Filled = len(m.added), len(m.filled.Now)
	return m.made, nil
}

// importer matches a file's codes with a project's.
type importer struct {
	from    *Codebook
	mint    *coding.Mint
	present *coding.Codebook
	texts   map[coding.SourceID]string
	// taken are the GUIDs in use, with the path of the code that has it.
	taken  map[string]string
	total  int // of codes, those added included
	added  []coding.Code
	filled coding.Edit[coding.Code]
	made   *Import
}

// level takes in codes that lie under one parent, whose path is above.
func (m *importer) level(codes []Code, parent coding.CodeID, above string) {
	siblings := map[string]coding.Code{}
	order := 0
	for _, c := range m.present.Children(parent) {
		siblings[strings.ToLower(c.Name)] = c
		order = max(order, c.Order+1)
	}
	seen := map[string]bool{}
	for _, c := range codes {
		name := m.name(c, seen)
		seen[strings.ToLower(name)] = true
		path := strings.TrimPrefix(above+coding.PathSeparator+name, coding.PathSeparator)
		there, matched := siblings[strings.ToLower(name)]
		if matched {
			path = m.present.Path(there.ID)
			m.meet(c, there, path)
		} else {
			there = m.add(c, name, path, parent, order)
			order++
		}
		m.level(c.Codes, there.ID, path)
	}
}

// name makes the code's name fit for a project. A change is listed.
func (m *importer) name(c Code, seen map[string]bool) string {
	const longest, cut = 1000, 200 // bytes, letters
	name := strings.NewReplacer("\n", " ", "\r", " ", coding.PathSeparator, "-").Replace(c.Name)
	if !m.from.byConcord() {
		name = strings.TrimSpace(name)
	}
	if strings.TrimSpace(name) == "" {
		name = "Unnamed code"
	}
	if len(name) > longest {
		name = string([]rune(name)[:cut]) + "…"
	}
	single := name
	for n := 2; seen[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)", single, n)
	}
	if name != c.Name {
		m.lose("the name %q (line %d) is %q here: a name is one line, has no %q, and is the only one of its kind under its theme",
			c.Name, c.Line, name, coding.PathSeparator)
	}
	return name
}

func (m *importer) lose(format string, args ...any) {
	m.made.Lost = append(m.made.Lost, fmt.Sprintf(format, args...))
}

// add brings in a code that the project doesn't have.
func (m *importer) add(c Code, name, path string, parent coding.CodeID, order int) coding.Code {
	d, examples, rest := m.read(c)
	code := coding.Code{
		ID: m.identity(c, path), Parent: parent, Name: name, Order: order, Color: m.color(c, path),
		Definition: withRest(d.Definition, rest), Include: d.Include, Exclude: d.Exclude, Examples: examples,
	}
	if len(rest) > 0 {
		m.lose("%s of %q: this project doesn't have the text, so the words stand in the definition", counted(len(rest), "example"), path)
	}
	if code.Color == "" {
		palette := coding.Palette()
		code.Color = palette[m.total%len(palette)]
	}
	if !c.Codable {
		if code.Retired = m.from.byConcord(); !code.Retired {
			m.lose("%q is a folder there, which can't be coded with; here it is a code like any other", path)
		}
	}
	m.total++
	m.added = append(m.added, code)
	return code
}

// meet compares a code of the file with that of the project, fills what the
// latter lacks and lists where they differ.
func (m *importer) meet(c Code, there coding.Code, path string) {
	d, examples, rest := m.read(c)
	now := there
	part := func(name string, present *string, incoming, same string) {
		switch {
		case incoming == "" || *present == incoming || *present == same:
		case *present == "":
			*present = same
		default:
			m.made.Differences = append(m.made.Differences, Difference{path, name, *present, incoming})
		}
	}
	part("definition", &now.Definition, d.Definition, withRest(d.Definition, rest))
	part("use when", &now.Include, d.Include, d.Include)
	part("not when", &now.Exclude, d.Exclude, d.Exclude)
	if color := m.color(c, path); !strings.EqualFold(color, now.Color) {
		part("color", &now.Color, color, color)
	}
	if len(there.Examples) == 0 {
		now.Examples = examples
	} else if missing := unlike(examples, there.Examples); missing > 0 {
		m.made.Differences = append(m.made.Differences, Difference{
			path, "examples", counted(len(there.Examples), "example"), counted(missing, "other example"),
		})
	}
	if now.Definition == there.Definition && len(rest) > 0 && !strings.HasSuffix(there.Definition, withRest("", rest)) {
		m.lose("%s of %q: this project doesn't have the text", counted(len(rest), "example"), path)
	}
	if now.Definition == there.Definition && now.Include == there.Include && now.Exclude == there.Exclude &&
		now.Color == there.Color && len(now.Examples) == len(there.Examples) {
		m.made.Unchanged++
		return
	}
	m.filled.Was = append(m.filled.Was, there)
	m.filled.Now = append(m.filled.Now, now)
}

// identity is the file's GUID if it is one and free, else a new one.
func (m *importer) identity(c Code, path string) coding.CodeID {
	id := coding.CodeID(strings.TrimSpace(c.GUID))
	if other, taken := m.taken[plainGUID(string(id))]; !validGUID(string(id)) || taken {
		if taken {
			m.lose("%q (line %d) has the GUID of %q: it came in as a code of its own, with a new one", path, c.Line, other)
		} else {
			m.lose("the identity %q of %q (line %d) is no GUID: it has a new one", c.GUID, path, c.Line)
		}
		id = coding.NewID[coding.CodeID](m.mint)
	}
	m.taken[plainGUID(string(id))] = path
	return id
}

// color is the file's colour as #rrggbb, or nothing.
func (m *importer) color(c Code, path string) string {
	color := strings.TrimSpace(c.Color)
	if len(color) == 4 && color[0] == '#' {
		color = "#" + strings.Repeat(color[1:2], 2) + strings.Repeat(color[2:3], 2) + strings.Repeat(color[3:4], 2)
	}
	if color != "" && (coding.Code{Name: "color", Color: color}).Validate() != nil {
		m.lose("the color %q of %q (line %d) isn't of the form #rrggbb", c.Color, path, c.Line)
		return ""
	}
	return color
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
