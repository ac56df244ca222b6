package content_test

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"minhbach/generator/demo"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/trial"
)

// cells are what others may rest on in a snapshot.
var cells = regexp.MustCompile(`(value|state|reference|completed): [^,}\n]+`)

// TestBrokenFile: a file that cannot be read, and a snapshot of which a day, a value or a state cannot, is the one problem;
// nothing is said of good files that rest on it.
func TestBrokenFile(t *testing.T) {
	whole := trial.InMemory(t, demo.FS())
	_, _, list := content.Load(whole)
	before := map[string]bool{}
	for _, d := range list.Sorted() {
		before[d.Format("en")] = true
	}
	for name, file := range whole {
		breaks := map[string]string{"a line that is no YAML": broken(string(file.Data))}
		if path.Base(path.Dir(name)) == "snapshots" {
			breaks["no day"] = regexp.MustCompile(`(?m)^cutoff: .*$`).ReplaceAllString(string(file.Data), "cutoff: 30/6/2032")
		}
		for _, at := range cells.FindAllStringIndex(string(file.Data), -1) {
			if path.Base(path.Dir(name)) == "snapshots" {
				text := string(file.Data)
				breaks[text[at[0]:at[1]]+"x"] = text[:at[1]] + "x" + text[at[1]:]
			}
		}
		for how, text := range breaks {
			if path.Ext(name) != ".yaml" {
				continue
			}
			_, _, list := content.Load(content.Instead(whole, name, []byte(text)))
			told := false
			for _, d := range list.Sorted() {
				if d.File != name && !before[d.Format("en")] {
					t.Errorf("%s in %s: %s", how, name, d.Format("en"))
				}
				told = told || d.File == name
			}
			if !told {
				t.Errorf("%s in %s is not told", how, name)
			}
		}
	}
}

func broken(text string) string {
	lines := strings.SplitAfter(text, "\n")
	return strings.Join(append(lines[:3:3], append([]string{"bad line\n"}, lines[3:]...)...), "")
}
