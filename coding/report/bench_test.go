package report_test

import (
	"fmt"
	"io"
	"testing"

	"concord/coding/report"
)

// BenchmarkWriteExcerpts writes 100,000 excerpts in each format that suits so many.
func BenchmarkWriteExcerpts(b *testing.B) {
	found := excerpts()
	row := found.Rows[0]
	found.Rows = nil
	for i := range 100_000 {
		row.Source = fmt.Sprintf("R-%06d", i)
		found.Rows = append(found.Rows, row)
	}
	for _, f := range []report.Format{report.CSV, report.HTML, report.XLSX, report.DOCX} {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := report.Write(b.Context(), io.Discard, f, found); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
