package ledger

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
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

// Manifest says what the zip of a release holds beside it.
type Manifest struct {
	Format int     `json:"format"`
	Plan   string  `json:"plan"`
	Period string  `json:"period"`
	Date   string  `json:"date"`
	Files  []Entry `json:"files"` // by path
}

// Entry is one file of the zip.
type Entry struct {
	Path   string `json:"path"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

const manifestFile = "manifest.json"

// pack puts tables into a zip, after their manifest: the same tables give the same bytes.
func pack(n Notice, tables map[string][]byte) ([]byte, error) {
	m := Manifest{Format: 1, Plan: n.Plan, Period: string(n.Period), Date: n.Date.String()}
	names := slices.Sorted(maps.Keys(tables))
	for _, name := range names {
		m.Files = append(m.Files, Entry{tableFile(name), len(tables[name]), Digest(tables[name])})
	}
	listed, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name string, file []byte) {
		w, failed := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if failed == nil {
			_, failed = w.Write(file)
		}
		err = errors.Join(err, failed)
	}
	add(manifestFile, append(listed, '\n'))
	for _, name := range names {
		add(tableFile(name), tables[name])
	}
	err = errors.Join(err, z.Close())
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
