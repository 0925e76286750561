package sample

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// study is study.json: which column is what, and which rounds there were.
type study struct {
	Name       string   `json:"name"`
	File       string   `json:"file"`
	Respondent string   `json:"respondent"`
	Where      string   `json:"where"`
	Questions  []column `json:"questions"`
	Attributes []string `json:"attributes"`
	Items      []string `json:"items"`
	Agreeing   []string `json:"agreeing"`
	Scale      []string `json:"scale"`
	LeaveOut   []string `json:"leave_out"`
	Rounds     []round  `json:"rounds"`
}

type column struct {
	Key    string `json:"key"`
	Column string `json:"column"`
}

type round struct {
	Name      string `json:"name"`
	Codings   string `json:"codings"`
	Decisions string `json:"decisions"`
	Sample    []struct {
		Respondent string `json:"respondent"`
		Question   string `json:"question"`
	} `json:"sample"`
}

// book is codebook.json.
type book struct {
	Themes  []entry  `json:"themes"`
	Changes []change `json:"changes"`
}

type entry struct {
	Name       string    `json:"name"`
	Color      string    `json:"color"`
	Shortcut   int       `json:"shortcut"`
	Definition string    `json:"definition"`
	Include    string    `json:"include"`
	Exclude    string    `json:"exclude"`
	Examples   []example `json:"examples"`
	Codes      []entry   `json:"codes"`
}

type example struct {
	Kind       string `json:"kind"`
	Respondent string `json:"respondent"`
	Question   string `json:"question"`
	Quote      string `json:"quote"`
}

// change is an edit of the codebook between two rounds.
type change struct {
	After string `json:"after"`
	Code  string `json:"code"`
	Field string `json:"field"`
	Was   string `json:"was"`
	Now   string `json:"now"`
	Why   string `json:"why"`
}

// people is coders.json.
type people struct {
	Coders []struct {
		Key   string `json:"key"`
		Name  string `json:"name"`
		Role  string `json:"role"`
		Color string `json:"color"`
	} `json:"coders"`
}

func readJSON[T any](files fs.FS, name string) (T, error) {
	var v T
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return v, fmt.Errorf("sample study: %w", err)
	}
	if err := json.Unmarshal(data, &v); err != nil {
		return v, fmt.Errorf("sample study: %s: %w", name, err)
	}
	return v, nil
}

// row is a line of a CSV file, by its column's name.
type row map[string]string

func readRows(files fs.FS, name string) ([]row, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("sample study: %w", err)
	}
	lines, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("sample study: %s: %w", name, err)
	}
	var rows []row
	for _, line := range lines[1:] {
		r := row{}
		for i, cell := range line {
			r[lines[0][i]] = cell
		}
		rows = append(rows, r)
	}
	return rows, nil
}
