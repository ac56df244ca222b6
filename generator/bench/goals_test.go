package main

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sample is a comparison in which ours costs a half of Hugo at every size, and Hugo with ECharts ten times it.
func sample(t *testing.T) *measured {
	t.Helper()
	var all []map[string]any
	for peer, factor := range map[string]float64{hugo: 1, hugoSSR: 10, ours: 0.5} {
		for _, size := range []float64{30, 300, 3000} {
			run := func(round float64) map[string]any {
				return map[string]any{"user_s": factor * round * size / 100, "cpu_s": factor * round * size / 50, "peak_bytes": factor * 1e6 * size}
			}
			all = append(all, map[string]any{"peer": peer, "title": peer, "version": "1", "indicators": size, "cold": []any{run(1), run(7), run(2)}, "rebuild": []any{run(0.1), run(0.7), run(1)},
				"site": map[string]any{"Pages": size, "Problems": nil}})
		}
	}
	b, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "peers.json")
	if err := os.WriteFile(file, b, 0o644); err != nil {
		t.Fatal(err)
	}
	peers, err := readComparison(file)
	if err != nil {
		t.Fatal(err)
	}
	return &measured{peers: peers, unchanged: 0.031, shipped: []cost{{CPU: 0.7}}, whole: map[int]wholeRun{30: {60, []cost{{1, 0.6, 5e6}}}}}
}

// TestGoals: ratios are taken round by round, and each goal says whether it was met.
func TestGoals(t *testing.T) {
	table := sample(t).table("A head.")
	for _, want := range []string{
		"A head.\n\n| what |",
		"| 300 indicators with drawn charts / Hugo without | 0.6 | 0.4 | 0.50 | must |\n",
		"| the same / Hugo with ECharts drawn in node | 0.07 | 0.05 | 0.050 | aim |\n",
		"| 30 indicators / Hugo | 0.5 | 0.3 | 0.50 | must |\n",
		"| 3,000 over 300, our own | 7 | 6.3 | 10.0 | **no** |\n",
		"| 300, rebuilt after one changed observation / own cold build | 0.2 | 0.1 | 0.10 | aim |\n",
		"| 300, nothing changed / own cold build | 0.1 | 0.03 | 0.031 | must |\n",
		"| peak memory at 3,000 / Hugo | 0.35 | 0.3 | 0.50 | **no** |\n",
		"| the shipped site with all products, cold | 1 CPU s | 0.6 CPU s | 0.70 CPU s | must |\n",
		"| the same, peak memory | 1000 MB | 600 MB | – MB | not measured |\n",
		"| 3,000 | hugo 1 | 3,000 | 60.0 | 1.00 | 120 | 40.0 | 3000 | 21.0 |\n",
		"| 30 | Minh Bạch, the whole site with all products | 60 | 0.60 |  | 1.00 | 16.7 | 5 |  |\n",
	} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q", want)
		}
	}
	if t.Failed() {
		t.Log(table)
	}
}

// TestGrowth: the chart is sound XML and names each line, with the figure at its end.
func TestGrowth(t *testing.T) {
	svg := string(sample(t).growth())
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{">Hugo<tspan", ">no chart drawn, 60.0 s</tspan>", "Hugo + ECharts in node", "all products, 0.60 s", ">3,000</text>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the chart lacks %q", want)
		}
	}
}

// TestBetween: only what stands between the markers changes, and a document without them is left alone.
func TestBetween(t *testing.T) {
	file := filepath.Join(t.TempDir(), "README.md")
	for _, c := range []struct{ before, after string }{
		{"a\n" + marker + "old\n" + endMarker + "z\n", "a\n" + marker + "new\n" + endMarker + "z\n"},
		{"a\n" + marker + "old\n", ""},
	} {
		if err := os.WriteFile(file, []byte(c.before), 0o644); err != nil {
			t.Fatal(err)
		}
		err := between(file, "new\n")
		got, _ := os.ReadFile(file)
		if c.after == "" && (err == nil || string(got) != c.before) || c.after != "" && (err != nil || string(got) != c.after) {
			t.Errorf("%q became %q, %v", c.before, got, err)
		}
	}
}
