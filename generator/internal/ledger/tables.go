package ledger

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// tables are the CSV files of one plan as of the cut-off of a period, by name.
func tables(s *plan.Site, p *plan.Plan, cutoff plan.Date) (map[string][]byte, error) {
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

// pack puts tables into a zip: the same tables give the same bytes.
func pack(names []string, tables map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: "data/" + name + ".csv", Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(tables[name])
		}
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

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
		all[name], err = io.ReadAll(r)
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// row is a row of a table, cell by column.
type row map[string]string

// rows reads a table; one that cannot be read has none.
func rows(file []byte) []row {
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil || len(records) == 0 {
		return nil
	}
	var all []row
	for _, record := range records[1:] {
		r := row{}
		for n, name := range records[0] {
			r[name] = record[n]
		}
		all = append(all, r)
	}
	return all
}

// key joins some cells of a row.
func (r row) key(columns ...string) string {
	var b strings.Builder
	for _, c := range columns {
		b.WriteString(r[c] + "\x00")
	}
	return b.String()
}

// index finds rows by some of their cells.
func index(rows []row, columns ...string) map[string]row {
	all := make(map[string]row, len(rows))
	for _, r := range rows {
		all[r.key(columns...)] = r
	}
	return all
}
