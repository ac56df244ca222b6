package trial

import (
	"encoding/json"
	"io/fs"
	"testing"

	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

// Codebook are the words of the codebook of the program's own layouts, by key.
func Codebook(t testing.TB) map[string]plan.Text {
	t.Helper()
	raw, err := fs.ReadFile(layouts.FS, "codebook.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]plan.Text
	if err := json.Unmarshal(raw, &words); err != nil {
		t.Fatal(err)
	}
	return words
}
