package export_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

var update = flag.Bool("update", false, "write the expected files anew")

// alsoGolden are the files beside the tables of which the exact bytes are kept.
var alsoGolden = []string{
	"data/observations.json", "data/statuses.json", "data/indicators.json", "data/revisions.json",
	"data/2030/indicators/1.1.csv", "data/2030/agencies/nhom.csv", "data/2030/agencies/nhom-tasks.csv", "data/2030/agencies/so-a.csv", "data/2030/periods/h1.csv",
}

// TestGolden compares the files of a tiny site byte by byte; in the archive a CRLF is shown as ␍ and a line end.
func TestGolden(t *testing.T) {
	const name = "testdata/tiny.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	site, want := fstest.MapFS{}, map[string]string{}
	inputs := archive.Files[:0:0]
	for _, f := range archive.Files {
		if path, ok := strings.CutPrefix(f.Name, "content/"); ok {
			site[path] = &fstest.MapFile{Data: f.Data}
			inputs = append(inputs, f)
		} else {
			want[f.Name] = string(f.Data)
		}
	}
	have := withoutExplanations(t, site, files(t, site))
	golden := alsoGolden
	for table := range contract {
		golden = append(golden, "data/"+table+".csv")
	}
	if *update {
		write(t, name, &txtar.Archive{Comment: archive.Comment, Files: inputs}, golden, have)
		return
	}
	for _, path := range golden {
		if got := shown(have[path]); got != want[path] {
			t.Errorf("%s is\n%swant\n%s", path, got, want[path])
		}
	}
}

// withoutExplanations cuts the sentences out: their words are the wording room's.
func withoutExplanations(t *testing.T, site fstest.MapFS, files map[string][]byte) map[string][]byte {
	t.Helper()
	var said []string
	_, worlds := judged(t, site)
	for _, w := range worlds {
		for _, a := range w.Periods {
			for _, l := range plan.Langs {
				for _, r := range a.Indicators {
					said = append(said, wording.In(l, w.Plan).Explanation(r), "…")
				}
				for _, r := range a.Tasks {
					said = append(said, wording.In(l, w.Plan).TaskExplanation(r), "…")
				}
			}
		}
	}
	for path, file := range files {
		shortened := strings.NewReplacer(said...).Replace(string(file))
		files[path] = []byte(strings.ReplaceAll(shortened, `"…"`, "…"))
	}
	return files
}

func shown(file []byte) string { return string(bytes.ReplaceAll(file, []byte("\r"), []byte("␍"))) }

func write(t *testing.T, name string, archive *txtar.Archive, golden []string, have map[string][]byte) {
	t.Helper()
	for _, path := range sorted(golden) {
		archive.Files = append(archive.Files, txtar.File{Name: path, Data: []byte(shown(have[path]))})
	}
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
