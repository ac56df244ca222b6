package ledger_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
)

// TestStoppedRelease walks the writes of a release: wherever it is stopped, the content is whole and says so, what was
// left is taken away, wherever that is stopped, and the next release ends as the undisturbed one.
func TestStoppedRelease(t *testing.T) {
	for name, before := range map[string][]string{"the first": nil, "the second": {"q1"}} {
		t.Run(name, func(t *testing.T) {
			period := map[int]string{0: "q1", 1: "fy"}[len(before)]
			want, start := folder(t, before), folder(t, before)
			frozen, err := release(t, start, period)
			if err != nil {
				t.Fatal(err)
			}
			take(t, frozen.Steps(want))
			for stopped := range len(frozen.Steps(want)) + 1 {
				undone := 1
				for undo := 0; undo <= undone; undo++ {
					dir := t.TempDir()
					copyInto(t, dir, files(t, start))
					take(t, frozen.Steps(dir)[:stopped])
					steps := ledger.Undo(dir)
					undone = len(steps)
					take(t, steps[:min(undo, undone)])
					whole(t, dir, want, start)
					take(t, ledger.Undo(dir))
					again(t, dir, period)
					if got := files(t, dir); !maps.Equal(got, files(t, want)) {
						t.Fatalf("stopped after %d, undone %d: the folder ends another: %v", stopped, undo, diffOf(got, files(t, want)))
					}
				}
			}
		})
	}
}

// folder is a copy of the small plan with two released snapshots, of which some periods are recorded.
func folder(t *testing.T, recorded []string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "nội dung")
	if err := os.CopyFS(dir, os.DirFS("../cli/testdata/small")); err != nil {
		t.Fatal(err)
	}
	fy := "cutoff: 2030-12-31\nstatus: final\nreleased: 2031-01-10\nsigned_off: {by: Lê Văn Tám, on: 2031-01-08}\n"
	if err := os.WriteFile(filepath.Join(dir, "plans/2030/snapshots/fy.yaml"), []byte(fy), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, period := range recorded {
		take(t, prepare(t, dir, period))
	}
	return dir
}

func load(t *testing.T, dir string) (*plan.Site, []diag.Diagnostic) {
	t.Helper()
	folder := os.DirFS(dir)
	s, places, found := content.Load(folder)
	s.Recorded = ledger.Recorded(folder)
	addresses := func() ([]string, error) { return site.Addresses(s, site.Judge(s), layouts.FS) }
	problems, err := ledger.Problems(folder, s, addresses, places.At)
	if err != nil {
		t.Fatal(err)
	}
	found.Add(problems...)
	return s, found.Sorted()
}

// days are those on which the periods of the folder were released.
var days = map[string]plan.Date{"q1": plan.MustDate("2030-04-10"), "fy": plan.MustDate("2031-01-10")}

func release(t *testing.T, dir, period string) (ledger.Frozen, error) {
	t.Helper()
	s, _ := load(t, dir)
	addresses, err := site.Addresses(s, site.Judge(s), layouts.FS)
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Release(os.DirFS(dir), s, ledger.Notice{Plan: "2030", Period: plan.PeriodID(period), Date: days[period], Content: "c", Addresses: addresses})
}

func prepare(t *testing.T, dir, period string) []func() error {
	t.Helper()
	f, err := release(t, dir, period)
	if err != nil {
		t.Fatal(err)
	}
	return f.Steps(dir)
}

// again releases what is not released yet.
func again(t *testing.T, dir, period string) {
	t.Helper()
	f, err := release(t, dir, period)
	if errors.Is(err, ledger.ErrReleased) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	take(t, f.Steps(dir))
}

func take(t *testing.T, steps []func() error) {
	t.Helper()
	for _, step := range steps {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
}

// whole holds that the content has no error, and that its ledger is that of before or after.
func whole(t *testing.T, dir, after, before string) {
	t.Helper()
	if _, problems := load(t, dir); len(problems) > 1 {
		t.Errorf("%v", problems)
	} else if len(problems) == 1 && problems[0].Severity == diag.Error {
		t.Errorf("%v", problems)
	}
	const name = "ledger/2030.jsonl"
	if have := files(t, dir); have[name] != files(t, before)[name] && have[name] != files(t, after)[name] {
		t.Errorf("the ledger is %q", have[name])
	}
}

// files are those of a folder that are read, by path.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		body, err := os.ReadFile(filepath.Join(dir, path))
		all[path] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func copyInto(t *testing.T, dir string, all map[string]string) {
	t.Helper()
	for path, body := range all {
		to := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func diffOf(got, want map[string]string) []string {
	var all []string
	for path := range got {
		if got[path] != want[path] {
			all = append(all, path)
		}
	}
	for path := range want {
		if _, there := got[path]; !there {
			all = append(all, path)
		}
	}
	return all
}

// TestSignedOff: who signed off, and when, stands in the line beside the digests.
func TestSignedOff(t *testing.T) {
	f, err := release(t, folder(t, nil), "fy")
	if err != nil {
		t.Fatal(err)
	}
	if f.Line.SignedOff == nil || *f.Line.SignedOff != (ledger.SignOff{By: "Lê Văn Tám", On: "2031-01-08"}) {
		t.Errorf("%+v", f.Line.SignedOff)
	}
}
