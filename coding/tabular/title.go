package tabular

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mostTitles is how many rows a title above the header may have.
const mostTitles = 10

// titleRows says how many of the first rows, of which none is blank, are a title:
// what stands alone in its row, above a header that is as wide as the answers. It
// is 0 where that isn't clear, as in a column of answers with commas in them.
func titleRows(rows [][]string) int {
	n := 0
	for n < len(rows) && n < mostTitles && standsAlone(rows[n]) {
		n++
	}
	if n == 0 || n == len(rows) || slices.ContainsFunc(rows[:n], namesColumn) || !headsRows(trimRow(rows[n]), rows[n+1:]) {
		return 0
	}
	return n
}

// titlesAmong says how many of the n rows above the answers are a title, where
// somebody says that n are: those that stand alone above a row that doesn't.
func titlesAmong(rows [][]string, n int) int {
	titles := 0
	for titles < n-1 && standsAlone(rows[titles]) {
		titles++
	}
	if titles == n-1 && standsAlone(rows[titles]) {
		return 0
	}
	return titles
}

// standsAlone reports whether the first cell of a row is the only one with anything in it.
func standsAlone(row []string) bool {
	return len(row) > 0 && strings.TrimSpace(row[0]) != "" && blank(row[1:])
}

// namesColumn reports whether what stands alone is known as the header of a column.
func namesColumn(row []string) bool {
	name := fold(row[0])
	return knownHeader(name) || slices.Contains(textHeaders(), name)
}

func knownHeader(folded string) bool {
	return slices.Contains(respondentHeaders(), folded) || slices.Contains(clockHeaders(), folded) || slices.Contains(personalHeaders(), folded)
}

// headsRows reports whether the cells can be nothing but the header of the rows:
// two or more names, different from each other and from the answers, as wide as
// the rows are, of which one at least is of another kind than what stands under it.
func headsRows(header []string, rows [][]string) bool {
	const few = 2
	if len(header) < 2 || len(rows) < few {
		return false
	}
	names := map[string]bool{}
	for _, h := range header {
		_, counts := number(pointed(h))
		if name := fold(h); name == "" || names[name] || counts || isDate(h) || h[0] == ' ' {
			return false
		}
		names[fold(h)] = true
	}
	wide, fitting := 0, 0
	for _, row := range rows {
		switch n := len(trimRow(row)); {
		case n == len(header):
			wide++
			fitting++
		case n < len(header):
			fitting++
		}
	}
	if wide == 0 || fitting*50 < len(rows)*49 {
		return false
	}
	tells := false
	for i, h := range header {
		var under []string
		for _, row := range rows {
			if i < len(row) && strings.TrimSpace(row[i]) != "" {
				under = append(under, strings.TrimSpace(row[i]))
			}
		}
		if slices.ContainsFunc(under, func(v string) bool { return fold(v) == fold(h) }) {
			return false
		}
		tells = tells || unlike(h, under)
	}
	return tells
}

// unlike reports whether a name is of another kind than the values under it.
func unlike(name string, values []string) bool {
	if knownHeader(fold(name)) || asksForText(Column{Name: name, Question: name}) == asksPlainly {
		return true
	}
	numbers, dates, runes := 0, 0, 0
	for _, v := range values {
		if _, ok := number(pointed(v)); ok {
			numbers++
		}
		if isDate(v) {
			dates++
		}
		runes += utf8.RuneCountInString(v)
	}
	n := len(values)
	return n > 0 && (numbers == n || dates == n || runes >= 20*n && runes >= 4*n*utf8.RuneCountInString(name))
}

// trimRow is a row without the empty cells at its end.
func trimRow(row []string) []string {
	for len(row) > 0 && strings.TrimSpace(row[len(row)-1]) == "" {
		row = row[:len(row)-1]
	}
	return row
}
