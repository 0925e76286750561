package tabular

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"concord/coding"
)

// A workbook's cells are read as what they hold and not as they are displayed:
// a day under the format mmm-yy shows its month alone, a share under 0% is
// rounded. To that end the formats are exchanged before any cell is read: excelize
// applies them cell by cell, and doesn't tell a cell's format while rows stream.
const (
	timeMark = "\x1f" // which no cell can hold: it tells a date from a number and from text
	// timeFormat is cheap, as it takes no day apart: that is done once, here.
	timeFormat  = `"` + timeMark + `"0.0000000000`
	plainFormat = -1 // of no format, so that the number stays as it is
)

// exchangeFormats marks dates and makes plain numbers of numbers. It returns the
// first of the days that the workbook counts.
func exchangeFormats(file *excelize.File) (time.Time, error) {
	properties, err := file.GetWorkbookProps()
	if err != nil {
		return time.Time{}, coding.Unfit("the workbook's properties can't be read: %w", err)
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if properties.Date1904 != nil && *properties.Date1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return first, exchangeIn(file)
}

func exchangeIn(file *excelize.File) error {
	const none = -1
	if _, err := file.GetStyle(none); err != nil && (file.Styles == nil || file.Styles.CellXfs == nil) {
		return nil // they are read by now, and there are none
	}
	marked := timeFormat
	made, err := file.NewStyle(&excelize.Style{CustomNumFmt: &marked})
	if err != nil {
		return coding.Unfit("the workbook's formats can't be read: %w", err)
	}
	s := file.Styles
	own := map[int]string{}
	if s.NumFmts != nil {
		for _, f := range s.NumFmts.NumFmt {
			own[f.NumFmtID] = f.FormatCode
		}
	}
	times, numbers := s.CellXfs.Xf[made].NumFmtID, plainFormat
	for i := range s.CellXfs.Xf {
		id := s.CellXfs.Xf[i].NumFmtID
		switch {
		case id == nil || i == made:
		case ofTime(*id, own):
			s.CellXfs.Xf[i].NumFmtID = times
		case ofNumber(*id, own):
			s.CellXfs.Xf[i].NumFmtID = &numbers
		}
	}
	return nil
}

// ofTime reports whether the format with this identity is one of dates or times
// (ECMA-376, part 1, 18.8.30 lists those that are built in).
func ofTime(id int, own map[int]string) bool {
	if code, custom := own[id]; custom {
		return holdsTime(code)
	}
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id == 45 || id == 47 || id >= 50 && id <= 58
}

func ofNumber(id int, own map[int]string) bool {
	if code, custom := own[id]; custom {
		return holdsNumber(code)
	}
	return id >= 0 && id <= 13 || id >= 37 && id <= 44 || id == 48
}

// bare is the first section of a format, in lower case, without what is quoted,
// escaped, or stands in brackets.
func bare(code string) string {
	var b strings.Builder
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch c := code[i]; c {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return strings.ToLower(b.String())
			}
			i += end + 1
		default:
			b.WriteByte(c)
		}
	}
	return strings.ToLower(b.String())
}

// holdsTime recognises a format of dates or times. One of elapsed time, as in
// [h]:mm, isn't among them: it measures, and may go beyond a day.
func holdsTime(code string) bool {
	elapsed := strings.NewReplacer("[h", "", "[m", "", "[s", "").Replace(strings.ToLower(code)) != strings.ToLower(code)
	letters := strings.NewReplacer("general", "", "e+", "", "e-", "").Replace(bare(code))
	return !elapsed && strings.ContainsAny(letters, "ymdhs")
}

// holdsNumber recognises a format of numbers. Among them aren't those that make
// a name of a number: 00000 fills it up with zeros, [=1]"yes" and "yes";"no" put
// words in its place. Such cells are read as they are displayed.
func holdsNumber(code string) bool {
	plain := bare(code)
	if strings.Contains(plain, "general") {
		return true
	}
	whole, _, _ := strings.Cut(plain, ".")
	whole, _, _ = strings.Cut(whole, "e")
	return strings.ContainsAny(plain, "0#?") && !strings.Contains(whole, "00") && !strings.ContainsAny(code, "<=>")
}

// iso is the date that a marked cell holds: its day, its time where there is one,
// or its time alone where it is within no day.
func (w *workbook) iso(marked string) string {
	const second, day, lastDay = 1.0 / 86400, 86400, 2958465
	number := strings.Replace(marked, timeMark, "", 1)
	serial, err := strconv.ParseFloat(number, 64)
	switch {
	case err != nil:
		return number
	case serial < 0 || serial > lastDay+1:
		return plain(serial) // which is no date
	}
	seconds := int64(math.Round(serial / second))
	at := w.first.Add(time.Duration(seconds%day) * time.Second)
	if seconds > 0 && seconds < day {
		return at.Format(time.TimeOnly)
	}
	days := int(seconds / day)
	if days < 60 && w.first.Year() < 1900 {
		days++ // Excel counts the 29th of February 1900, which there wasn't
	}
	at = at.AddDate(0, 0, days)
	if seconds%day == 0 {
		return at.Format(time.DateOnly)
	}
	return at.Format(time.DateTime)
}
