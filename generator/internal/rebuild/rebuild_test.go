package rebuild_test

import (
	"crypto/sha256"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/site"
	"minhbach/generator/internal/trial"
	"minhbach/layouts"
	"minhbach/static"
)

// contents are the plans that the program ships.
var contents = []string{"../../../content", "../../demo/content", "../../demo/testplans/open-government", "../../demo/testplans/sdg"}

// TestRows: whatever figure changes, the files of rows whose digest is as it was are as they were, byte by byte; and so is
// every file when all digests are.
func TestRows(t *testing.T) {
	assets, err := static.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range contents {
		t.Run(filepath.Base(filepath.Dir(folder))+"/"+filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			before := made(t, trial.InMemory(t, os.DirFS(folder)), assets)
			if before == nil {
				t.Fatal("the content as it is has errors")
			}
			r := rand.New(rand.NewPCG(7, 11))
			good, kept, touched := 0, 0, 0
			for range 60 {
				fsys := trial.InMemory(t, os.DirFS(folder))
				edit(r, fsys, before.kin)
				after := made(t, fsys, assets)
				if after == nil {
					continue
				}
				good++
				for name, was := range before.files {
					if !was.same(before, after) {
						touched++
					} else if now, there := after.files[name]; !there || now.sum != was.sum {
						t.Fatalf("%s changed, and the digests of %q did not", name, was.rows)
					} else {
						kept++
					}
				}
			}
			if good < 12 || kept == 0 || touched == 0 {
				t.Errorf("of 60 edits %d could be built, %d files were kept and %d touched: they try nothing", good, kept, touched)
			}
		})
	}
}

// TestWays: ways by which a figure reaches a file that is not of its row.
func TestWays(t *testing.T) {
	assets, err := static.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range []struct {
		name string
		as   [][3]string // file, what stands there, what is there instead
		then [3]string
	}{
		{"the rows of a body that has ended are its successor's", [][3]string{
			{"agencies.yaml", "valid_to: 2031-12-31", "valid_to: 2031-07-31"}, {"agencies.yaml", "valid_from: 2032-01-01", "valid_from: 2031-08-01"},
		}, [3]string{"plans/2031/snapshots/2031-q3.yaml", `  - {task: "7", state: in_progress, source: bc-2031-q3}`, "  # nothing of 7"}},
		{"a term of the glossary has a figure in its name", [][3]string{
			{"pages/thuat-ngu.vi.md", "\n### Không đánh giá được\n", "\n### Mức chờ {{value:4}}\n\nMột con số.\n\n### Không đánh giá được\n"},
			{"plans/2031/narrative/muc-dich.vi.md", "\nTỉnh này ", "\nMức chờ 16\u202fphút, mức chờ 16\u00a0phút, mức chờ 16 phút.\n\nTỉnh này "},
		}, [3]string{"plans/2032/snapshots/2032-q2.yaml", `{indicator: "4", reference: 2032-06-30, value: 16`, `{indicator: "4", reference: 2032-06-30, value: 15`}},
	} {
		t.Run(way.name, func(t *testing.T) {
			fsys := trial.InMemory(t, os.DirFS("../../demo/content"))
			for _, edit := range append(way.as, way.then) {
				if !strings.Contains(string(fsys[edit[0]].Data), edit[1]) {
					t.Fatalf("%s has no %q", edit[0], edit[1])
				}
			}
			for _, edit := range way.as {
				fsys[edit[0]].Data = []byte(strings.ReplaceAll(string(fsys[edit[0]].Data), edit[1], edit[2]))
			}
			before := made(t, fsys, assets)
			fsys[way.then[0]].Data = []byte(strings.ReplaceAll(string(fsys[way.then[0]].Data), way.then[1], way.then[2]))
			after := made(t, fsys, assets)
			if before == nil || after == nil {
				t.Fatal("the content has errors")
			}
			for name, was := range before.files {
				if was.same(before, after) && after.files[name].sum != was.sum {
					t.Errorf("%s would stay as it was", name)
				}
			}
		})
	}
}

type rowsFile struct {
	rows []string
	sum  [32]byte
}

// same tells whether the file would be taken over.
func (f rowsFile) same(before, after *madeOf) bool {
	return before.rest == after.rest && !slices.ContainsFunc(f.rows, func(row string) bool { return before.rows[plan.RowID(row)] != after.rows[plan.RowID(row)] })
}

type madeOf struct {
	rest  string
	kin   map[plan.RowID]plan.RowID
	rows  map[plan.RowID]string
	files map[string]rowsFile // those that say of which rows they are
}

// made is what a content folder makes; nil when it has errors.
func made(t *testing.T, fsys fs.FS, assets *static.Assets) *madeOf {
	t.Helper()
	sums, err := content.Sum(fsys)
	if err != nil {
		t.Fatal(err)
	}
	s, _, found := content.Load(fsys)
	if found.Failed() {
		return nil
	}
	files, err := site.Files(s, site.Judge(s), layouts.FS, assets)
	if err != nil {
		t.Fatal(err)
	}
	m := &madeOf{kin: s.Kin(), files: map[string]rowsFile{}}
	var ok bool
	if m.rest, m.rows, ok = sums.Rows(s); !ok {
		t.Fatal("a snapshot was not summed")
	}
	for _, f := range files {
		if f.Rows != nil {
			m.files[f.Path] = rowsFile{f.Rows, written(t, f)}
		}
	}
	return m
}

func written(t *testing.T, f output.File) [32]byte {
	t.Helper()
	var b strings.Builder
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256([]byte(b.String()))
}

var (
	figure = regexp.MustCompile(`(value|numerator|place): [0-9]+`)
	said   = regexp.MustCompile(`vi: "[^"]`)
	state  = regexp.MustCompile(`state: (not_started|in_progress|done)`)
)

// edit changes one thing in one snapshot: a figure, a text or a state of an entry, or the entry goes. Every other time it
// is an entry of a row that has kin.
func edit(r *rand.Rand, fsys fstest.MapFS, kin map[plan.RowID]plan.RowID) {
	var names, rows []string
	for name := range fsys {
		if ok, _ := path.Match("plans/*/snapshots/*.yaml", name); ok {
			names = append(names, name)
		}
	}
	for row, head := range kin {
		if row != head {
			rows = append(rows, string(row), string(head))
		}
	}
	slices.Sort(names)
	slices.Sort(rows)
	name, of := names[r.IntN(len(names))], regexp.MustCompile(``)
	if len(rows) > 0 && r.IntN(2) == 0 {
		row := strings.Split(rows[r.IntN(len(rows))], "/")
		names = slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, "plans/"+row[0]+"/") })
		name, of = names[r.IntN(len(names))], regexp.MustCompile(`(task|indicator): "?`+regexp.QuoteMeta(row[2])+`"?[,}\n]`)
	}
	entries := strings.SplitAfter(string(fsys[name].Data), "\n  - ")
	var these []int
	for n := 1; n < len(entries)-1; n++ {
		if of.MatchString(entries[n]) {
			these = append(these, n)
		}
	}
	if len(these) > 0 {
		n := these[r.IntN(len(these))]
		entries[n] = changed(r, entries[n])
		fsys[name].Data = []byte(strings.Join(entries, ""))
	}
}

func changed(r *rand.Rand, entry string) string {
	states := []string{"not_started", "in_progress", "done"}
	changes := []struct {
		what *regexp.Regexp
		by   string
	}{{figure, "${0}" + string(rune('0'+r.IntN(10)))}, {state, "state: " + states[r.IntN(3)]}, {said, "${0}Ấ"}}
	for _, c := range changes {
		if r.IntN(3) == 0 && c.what.MatchString(entry) {
			return c.what.ReplaceAllString(entry, c.by)
		}
	}
	return ""
}
