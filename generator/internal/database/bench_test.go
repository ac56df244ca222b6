package database_test

import (
	"fmt"
	"io"
	"strconv"
	"testing"

	"minhbach/generator/internal/database"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/trial"
)

// many gives the table of observations so many rows of figures, with what they refer to; every cell is filled.
func many(all []export.Table, rows int) []export.Table {
	var plan, period, source string
	for n, t := range all {
		switch t.Name {
		case "sources":
			for row := range t.Rows {
				plan, period, source = row[0], row[1], row[2]
			}
		case "indicators":
			all[n].Rows = func(yield func([]string) bool) {
				for i := range rows / 20 {
					row := make([]string, len(t.Columns))
					row[0], row[1], row[3] = plan, fmt.Sprintf("x.%d", i), "Chỉ tiêu"
					if !yield(row) {
						return
					}
				}
			}
		case "observations":
			all[n].Rows = func(yield func([]string) bool) {
				for i := range rows {
					if !yield([]string{plan, fmt.Sprintf("x.%d", i/20), period, "", strconv.Itoa(i) + ".25", "%", "12", "63", "", "1200", "3400",
						fmt.Sprintf("2031-%02d-%02d", i%12+1, i%20+1), "2031-02-03", "final", "true", "", "", "Theo báo cáo tháng", "From the monthly report",
						source, "https://example.org/a/long/address/of/a/source/" + strconv.Itoa(i), "level", "full", "true", "primary",
						"Tỷ lệ hồ sơ giải quyết đúng hạn đạt " + strconv.Itoa(i) + " phần trăm.", "Văn phòng Ủy ban nhân dân tỉnh", "Office of the People’s Committee"}) {
						return
					}
				}
			}
		case "targets", "tiers", "statuses", "revisions":
			all[n].Rows = func(func([]string) bool) {}
		}
	}
	return all
}

func BenchmarkWrite(b *testing.B) {
	shipped := tables(b, folders[0])
	w := export.Words(trial.Codebook(b))
	for _, size := range []struct {
		name string
		all  []export.Table
	}{{"shipped", shipped}, {"100000 observations", many(tables(b, folders[0]), 100_000)}} {
		b.Run(size.name, func(b *testing.B) {
			for b.Loop() {
				if err := database.Write(io.Discard, colophon, w, size.all); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
