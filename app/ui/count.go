package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// example is a number as the person's language writes it: behind its first digit
// stands what sets thousands apart, before its last what sets decimals off.
func example() string { return lang.L("8,412.5") }

// Decimal gives a number that was written with a point the language's own mark.
func Decimal(number string) string {
	example := example()
	return strings.Replace(number, ".", example[len(example)-2:len(example)-1], 1)
}

// Count writes a number with marks between its thousands, as in 8,412.
func Count(n int) string {
	digits := strconv.Itoa(n)
	if n > -1000 && n < 1000 {
		return digits
	}
	mark, _, _ := strings.Cut(example()[1:], "412")
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}
