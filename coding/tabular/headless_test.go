package tabular_test

import (
	"testing"

	"concord/coding/tabular"
)

func TestATableWithoutAHeaderIsKnownByWhatCountsOn(t *testing.T) {
	for _, test := range []struct {
		name, in string
		headers  int
	}{
		{"names that count on", "R1;I felt heard\nR2;It was too long\nR4;Fine\n", 0},
		{"with zeros before", "P-001,fine\nP-002,long\nP-003,dull\n", 0},
		{"numbers from the first row on", "1,fine\n2,long\n3,dull\n", 0},
		{"in a column further on", "fine,R7\nlong,R3\ndull,R5\n", 0},
		{"a header above names", "ID,text\nR1,fine\nR2,long\nR3,dull\n", 1},
		{"a header with a number", "Q1,Q2\nyes,no\nno,no\nno,yes\n", 1},
		{"codes of answers under a code", "A1,text\nA2,fine\nA1,long\nA2,dull\n", 1},
		{"numbers further on may be years", "ward,2019\nA,2020\nB,2021\nC,2022\n", 1},
		{"a year above its counts", "2019,ward\n14,A\n20,B\n7,C\n", 1},
		{"other letters", "ID0,text\nR1,fine\nR2,long\nR3,dull\n", 1},
		{"two rows tell too little", "R1,fine\nR2,long\n", 1},
		{"a number twice", "R1,fine\nR2,long\nR2,dull\n", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			table, err := open(t, "f.csv", test.in, tabular.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if table.Form.HeaderRows != test.headers {
				t.Errorf("%d header rows, want %d; %s", table.Form.HeaderRows, test.headers, table.Form)
			}
		})
	}
}
