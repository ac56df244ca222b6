package ledger_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/ledger"
)

// TestDiffering: a table is the released one byte for byte, beside the rows of other plans, or as a newer program says the
// same; any other is told.
func TestDiffering(t *testing.T) {
	records, err := ledger.Records(os.DirFS(folder(t, []string{"q1"})))
	if err != nil || len(records) != 1 {
		t.Fatalf("%d records, %v", len(records), err)
	}
	r := records[0]
	z, err := zip.NewReader(bytes.NewReader(r.Zip), int64(len(r.Zip)))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		table string
		edit  func(string) string
		want  []string
	}{
		"as released":        {"statuses", func(s string) string { return s }, nil},
		"another plan's row": {"areas", func(s string) string { return strings.Replace(s, "\r\n", "\r\n2029,x,\"y\r\nz\",z,1\r\n", 1) }, nil},
		"a new column":       {"areas", func(s string) string { return strings.ReplaceAll(s, "\r\n", ",more\r\n") }, nil},
		"other words":        {"statuses", reworded, nil},
		"a row edited":       {"statuses", func(s string) string { return strings.Replace(s, ",met,", ",missed,", 1) }, []string{"statuses"}},
		"a row taken out":    {"areas", func(s string) string { return s[:strings.LastIndex(strings.TrimSpace(s), "\r\n")+2] }, []string{"areas"}},
		"no table":           {"areas", func(string) string { return "<html>\"" }, []string{"areas"}},
	} {
		site := map[string][]byte{}
		for table := range r.Tables {
			if site[table], err = fs.ReadFile(z, "data/"+table+".csv"); err != nil {
				t.Fatal(err)
			}
		}
		before := string(site[c.table])
		site[c.table] = []byte(c.edit(before))
		if name != "as released" && string(site[c.table]) == before {
			t.Errorf("%s: nothing was edited in\n%s", name, before)
		}
		if got := r.Differing(site); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	if got := r.Differing(nil); len(got) != len(r.Tables) {
		t.Errorf("a site without tables lacks %d, want %d", len(got), len(r.Tables))
	}
}

// reworded is a table whose explanations are others.
func reworded(table string) string {
	for _, row := range ledger.Rows([]byte(table)) {
		table = strings.Replace(table, row["explanation_en"], strings.ToUpper(row["explanation_en"]), 1)
	}
	return table
}
