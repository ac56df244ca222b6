package export_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

// TestRecomputation writes the tables of many plans of every shape and has .ci/recompute.mjs derive every result from
// them again: two programs in two languages that were told the same rules.
func TestRecomputation(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("the recomputation needs node:", err)
	}
	r := rand.New(rand.NewPCG(3, 2030))
	site := &plan.Site{}
	for n := range 1500 {
		data := make([]byte, 160)
		for k := range data {
			data[k] = byte(r.Uint32())
		}
		p := trial.Plan(fmt.Sprint("plan-", n), data)
		if n%3 == 2 {
			p.Indicators[0].Continues = fmt.Sprintf("plan-%d/1", n-1)
		}
		site.Plans = append(site.Plans, p)
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "data"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, table := range export.From(site, derive.JudgeAll(site.Plans)).Tables() {
		out, err := os.Create(filepath.Join(dir, "data", table.Name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if err := table.CSV(out); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command(node, "../../../.ci/recompute.mjs", dir).CombinedOutput(); err != nil {
		t.Errorf("%v\n%.3000s", err, out)
	} else {
		t.Logf("%s", out)
	}
}
