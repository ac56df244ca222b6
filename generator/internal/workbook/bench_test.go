package workbook_test

import (
	"io"
	"slices"
	"strconv"
	"testing"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/trial"
	"minhbach/generator/internal/workbook"
)

// BenchmarkShipped writes the workbook of the shipped plan.
func BenchmarkShipped(b *testing.B) {
	all, w := tables(b, "../../../content"), export.Words(trial.Codebook(b))
	for b.Loop() {
		if err := workbook.Write(io.Discard, colophon, w, all); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLarge writes a hundred thousand observations, every cell of them filled.
func BenchmarkLarge(b *testing.B) {
	all, w := tables(b, "../../../content"), export.Words(trial.Codebook(b))
	n := slices.IndexFunc(all, func(t export.Table) bool { return t.Name == "observations" })
	all[n] = repeated(all[n], 100_000)
	for b.Loop() {
		if err := workbook.Write(io.Discard, colophon, w, all); err != nil {
			b.Fatal(err)
		}
	}
}

// repeated is a table with its own rows over and over, each with another value and with no cell empty.
func repeated(t export.Table, rows int) export.Table {
	own := slices.Collect(t.Rows)
	for _, row := range own {
		for n := range row {
			if row[n] == "" && t.Columns[n].Type == export.Text {
				row[n] = "Theo báo cáo của cơ quan, tính đến ngày chốt"
			}
		}
	}
	value := slices.IndexFunc(t.Columns, func(c export.Column) bool { return c.Type == export.Value })
	t.Rows = func(yield func([]string) bool) {
		for n := range rows {
			row := own[n%len(own)]
			row[value] = strconv.Itoa(n) + ".25"
			if !yield(row) {
				return
			}
		}
	}
	return t
}
