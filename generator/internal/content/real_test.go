package content_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/trial"
)

// shipped is the real content, in memory, to be spoilt.
func shipped(t testing.TB) fstest.MapFS {
	return trial.InMemory(t, os.DirFS("../../../content"))
}

func TestShipped(t *testing.T) {
	site, list := load(t, shipped(t))
	if found := lines(t, list); list.Failed() {
		t.Fatalf("the shipped content has problems:\n%s", found)
	}
	for _, p := range site.Plans {
		if p.ID == "2023" && (len(p.Indicators) != 37 || len(p.Tasks) != 31 || len(p.Areas) != 7 || len(p.Periods) != 6) {
			t.Errorf("%d indicators, %d tasks, %d areas, %d periods", len(p.Indicators), len(p.Tasks), len(p.Areas), len(p.Periods))
		}
	}
}

// TestShippedSpoilt takes one thing away from the real content, or changes one word: each alone is an error that names
// the place.
func TestShippedSpoilt(t *testing.T) {
	const plan = "plans/2023/"
	for name, c := range map[string]struct {
		spoil func(fstest.MapFS)
		want  string
	}{
		"an indicator's printed row removed": {dropLine(plan+"printed.csv", "indicators,7.5.b,"), plan + "indicators/7.5.b.yaml:1:1: error"},
		"a task's printed row removed":       {dropLine(plan+"printed.csv", "tasks,21,"), plan + "tasks/21.yaml:1:1: error"},
		"a word of a printed name changed": {
			replace(plan+"printed.csv", "Chỉ số Chuyển đổi số cấp tỉnh", "Chỉ số chuyển đổi số cấp tỉnh"), plan + "printed.csv:1:1: error"},
		"an indicator's file removed": {remove(plan + "indicators/3.4.a.yaml"), `row “3.4.a” has no file indicators/3.4.a.yaml`},
		"a task's file removed":       {remove(plan + "tasks/10.1.yaml"), `row “10.1” has no file tasks/10.1.yaml`},
		"a language removed": {
			replace(plan+"indicators/7.5.c.yaml", ", en: \"Procedures payable online\"", ""), plan + "indicators/7.5.c.yaml:8:1: error: short has no English"},
		"a narrative's language removed": {remove(plan + "narrative/muc-tieu.en.md"), plan + "narrative/muc-tieu.vi.md:1:1: error"},
	} {
		t.Run(name, func(t *testing.T) {
			files := shipped(t)
			c.spoil(files)
			_, _, list := content.Load(files)
			if found := lines(t, list); !list.Failed() || !strings.Contains(found, c.want) {
				t.Errorf("found\n%swant %s", found, c.want)
			}
		})
	}
}

func remove(name string) func(fstest.MapFS) {
	return func(files fstest.MapFS) { delete(files, name) }
}

func replace(name, old, new string) func(fstest.MapFS) {
	return func(files fstest.MapFS) {
		files[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(old), []byte(new), 1)}
	}
}

func dropLine(name, begins string) func(fstest.MapFS) {
	return func(files fstest.MapFS) {
		var kept []byte
		for line := range bytes.Lines(files[name].Data) {
			if !bytes.HasPrefix(line, []byte(begins)) {
				kept = append(kept, line...)
			}
		}
		files[name] = &fstest.MapFile{Data: kept}
	}
}
