package ledger_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/ledger"
)

// TestFollows: what is published is, plan by plan, the beginning of what is recorded.
func TestFollows(t *testing.T) {
	a, b := chainOf(t, "2030", "q1", "h1", "fy"), chainOf(t, "2031", "q1")
	ours := ledger.Recorded(fstest.MapFS{"ledger/2030.jsonl": {Data: []byte(a)}, "ledger/2031.jsonl": {Data: []byte(b)}})
	first := strings.SplitAfter(a, "\n")[0]
	for name, c := range map[string]struct {
		published string
		bad       int
	}{
		"all of it":           {a + b, 0},
		"nothing":             {"", 0},
		"the first":           {first, 0},
		"one plan":            {b, 0},
		"both begun":          {first + b, 0},
		"as Windows has it":   {strings.ReplaceAll(first, "\n", "\r\n"), 0},
		"one more":            {a + b + strings.SplitAfter(chainOf(t, "2031", "q1", "h1"), "\n")[1], 5},
		"another plan":        {chainOf(t, "2032", "q1"), 1},
		"another day":         {strings.Replace(a, "2030-04-10", "2030-04-11", 1), 1},
		"one left out":        {strings.SplitAfter(a, "\n")[0] + strings.SplitAfter(a, "\n")[2], 2},
		"something else":      {first + "<html>\n", 2},
		"a line without text": {first + "\n", 2},
	} {
		if bad := ledger.Follows(ours, []byte(c.published)); bad != c.bad {
			t.Errorf("%s: line %d, want %d", name, bad, c.bad)
		}
	}
}
