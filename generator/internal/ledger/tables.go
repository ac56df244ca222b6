package ledger

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strings"

	"minhbach/generator/internal/archive"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
)

// Tables are the CSV files of one plan as of the cut-off of a period, by name.
func Tables(s *plan.Site, p *plan.Plan, cutoff plan.Date) (map[string][]byte, error) {
	all := map[string][]byte{}
	worlds := derive.JudgeAsOf(s.Plans, cutoff)
	own := slices.DeleteFunc(worlds, func(w *derive.World) bool { return w.Plan.ID != p.ID })
	for _, t := range export.From(s, own).Tables() {
		var b bytes.Buffer
		if err := t.CSV(&b); err != nil {
			return nil, err
		}
		all[t.Name] = b.Bytes()
	}
	return all, nil
}

// pack puts tables into a zip with their manifest: the same tables give the same bytes.
func pack(n Notice, cutoff plan.Date, tables map[string][]byte) ([]byte, error) {
	var files []output.File
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		files = append(files, output.Of(tableFile(name), tables[name]))
	}
	var b bytes.Buffer
	err := archive.Write(&b, n.Date.Time(), files, output.Manifest{Format: 1, Released: n.Date.String(),
		Plans: []output.Stamp{{Plan: n.Plan, Period: string(n.Period), Cutoff: cutoff.String()}}})
	return b.Bytes(), err
}

func tableFile(name string) string { return "data/" + name + ".csv" }

// unpack reads the tables of a zip.
func unpack(file []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		name, isTable := strings.CutSuffix(strings.TrimPrefix(f.Name, "data/"), ".csv")
		if !isTable || strings.Contains(name, "/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		all[name], err = io.ReadAll(io.LimitReader(r, largest))
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Row is a row of a table, cell by column.
type Row map[string]string

// Rows reads a table; one that cannot be read has none.
func Rows(file []byte) []Row {
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil || len(records) == 0 {
		return nil
	}
	var all []Row
	for _, record := range records[1:] {
		r := Row{}
		for n, name := range records[0] {
			r[name] = record[n]
		}
		all = append(all, r)
	}
	return all
}

// Key joins some cells of a row.
func (r Row) Key(columns ...string) string {
	var b strings.Builder
	for _, c := range columns {
		b.WriteString(r[c] + "\x00")
	}
	return b.String()
}

// Index finds rows by some of their cells.
func Index(rows []Row, columns ...string) map[string]Row {
	all := make(map[string]Row, len(rows))
	for _, r := range rows {
		all[r.Key(columns...)] = r
	}
	return all
}
