package site_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/site"
	"minhbach/generator/internal/trial"
	"minhbach/layouts"
	"minhbach/static"
)

const contentDir = "../../../content"

// shipped builds the shipped content in memory, once for all tests of the package.
var shipped = func() func(*testing.T) (built, *plan.Site, []*derive.World) {
	var b built
	var s *plan.Site
	var worlds []*derive.World
	return func(t *testing.T) (built, *plan.Site, []*derive.World) {
		t.Helper()
		if b == nil {
			b, s, worlds = buildAll(t, os.DirFS(contentDir))
		}
		return maps.Clone(b), s, worlds
	}
}()

func buildAll(t *testing.T, fsys fs.FS) (built, *plan.Site, []*derive.World) {
	t.Helper()
	s, _, found := content.Load(fsys)
	for _, d := range found.Sorted() {
		t.Errorf("%s", d.Format("en"))
	}
	if t.Failed() {
		t.FailNow()
	}
	assets, err := static.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	worlds := site.Judge(s)
	for _, d := range site.Problems(s, worlds) {
		t.Errorf("%s", d.Format("en"))
	}
	files, err := site.Files(s, worlds, layouts.FS, assets)
	if err != nil {
		t.Fatal(err)
	}
	all := built{output.ManifestName: []byte("{}")}
	for _, f := range files {
		var buf bytes.Buffer
		if err := f.Write(&buf); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		all[f.Path] = buf.Bytes()
	}
	return all, s, worlds
}

func report(t *testing.T, wrong []string) {
	t.Helper()
	slices.Sort(wrong)
	for n, w := range wrong {
		if n == 20 {
			t.Fatalf("… and %d more", len(wrong)-n)
		}
		t.Error(w)
	}
}

func TestShippedSite(t *testing.T) {
	b, s, _ := shipped(t)
	t.Run("languages", func(t *testing.T) { report(t, judgeLanguages(b)) })
	t.Run("links", func(t *testing.T) { report(t, judgeLinks(b)) })
	t.Run("sources", func(t *testing.T) { report(t, judgeSources(b)) })
	for _, p := range s.Plans {
		t.Run("charts of "+p.ID, func(t *testing.T) { report(t, judgeCharts(b, p)) })
		t.Run("wording of "+p.ID, func(t *testing.T) { report(t, judgeWording(b, p)) })
	}
}

// TestSpoiltSite: each judge notices, alone, the one thing that was spoilt.
func TestSpoiltSite(t *testing.T) {
	whole, s, _ := shipped(t)
	p := s.Plans[0]
	page := "vi/" + p.ID + "/chi-tieu/" + firstMeasured(p) + ".html"
	for _, c := range []struct {
		name  string
		spoil func(built)
		judge func(built) []string
	}{
		{"a page without its chart", func(b built) { b[page] = bytes.Replace(b[page], []byte("<figure"), []byte("<div"), 1) }, func(b built) []string { return judgeCharts(b, p) }},
		{"a drawing that leaves out a row", func(b built) { b[page] = bytes.ReplaceAll(b[page], []byte(`data-row="0"`), []byte(`data-row="x"`)) }, func(b built) []string { return judgeCharts(b, p) }},
		{"a page in one language only", func(b built) { delete(b, "en/"+p.ID+"/indicators/"+firstMeasured(p)+".html") }, judgeLanguages},
		{"the same title in both languages", func(b built) {
			other := "en/" + p.ID + "/indicators/" + firstMeasured(p) + ".html"
			b[other] = bytes.Replace(b[other], []byte(b.title(other)), []byte(b.title(page)), 1)
		}, judgeLanguages},
		{"a word of a printed name", func(b built) {
			name := strings.Fields(p.Printed[1].Name)[1]
			b[page] = bytes.ReplaceAll(b[page], []byte(name), []byte("khác"))
		}, func(b built) []string { return judgeWording(b, p) }},
		{"a page that is gone", func(b built) { delete(b, "vi/"+p.ID+"/nhiem-vu/index.html") }, judgeLinks},
		{"an observation without source", func(b built) {
			b["data/observations.csv"] = bytes.ReplaceAll(b["data/observations.csv"], []byte("http"), []byte("x"))
		}, judgeSources},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := maps.Clone(whole)
			c.spoil(b)
			if len(c.judge(b)) == 0 {
				t.Error("nobody noticed")
			}
		})
	}
}

func firstMeasured(p *plan.Plan) string {
	for _, i := range p.Indicators {
		if i.Measured() {
			return string(i.ID)
		}
	}
	return ""
}

// TestSpoiltContent: the check refuses the shipped content when one thing was taken out or reworded, naming the place.
func TestSpoiltContent(t *testing.T) {
	whole := trial.InMemory(t, os.DirFS(contentDir))
	_, s, _ := shipped(t)
	dir := "plans/" + s.Plans[0].ID + "/"
	edit := func(name string, change func(string) string) func(fstest.MapFS) {
		return func(m fstest.MapFS) { m[name] = &fstest.MapFile{Data: []byte(change(string(m[name].Data)))} }
	}
	remove := func(name string) func(fstest.MapFS) { return func(m fstest.MapFS) { delete(m, name) } }
	for _, c := range []struct {
		name, place string
		spoil       func(fstest.MapFS)
	}{
		{"a row of printed.csv", "printed.csv", edit(dir+"printed.csv", func(s string) string { return cutLine(s, 5) })},
		{"a word of a printed name", "printed.csv", edit(dir+"printed.csv", func(s string) string { return strings.Replace(s, "trực tuyến", "trực tiếp", 1) })},
		{"an indicator's file", "indicators/1.3", remove(dir + "indicators/1.3.yaml")},
		{"a task's file", "tasks/13", remove(dir + "tasks/13.yaml")},
		{"a language of a narrative", "narrative/", remove(firstWith(whole, dir+"narrative/", ".en.md"))},
		{"a language of a name", "plan.yaml:", edit(dir+"plan.yaml", func(s string) string { return strings.Replace(s, `, en: "Leadership and direction"`, "", 1) })},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := maps.Clone(whole)
			c.spoil(m)
			_, _, found := content.Load(m)
			if !found.Failed() {
				t.Fatal("the check passed")
			}
			if !slices.ContainsFunc(found.Sorted(), func(d diag.Diagnostic) bool { return strings.Contains(d.Format("en"), c.place) }) {
				t.Errorf("nobody names %s: %v", c.place, found.Sorted())
			}
		})
	}
}

func cutLine(s string, n int) string {
	lines := strings.SplitAfter(s, "\n")
	return strings.Join(slices.Delete(lines, n, n+1), "")
}

func firstWith(m fstest.MapFS, prefix, suffix string) string {
	for _, name := range slices.Sorted(maps.Keys(m)) {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			return name
		}
	}
	return path.Join(prefix, "none"+suffix)
}

// TestShippedStatuses holds what the rules must say of the shipped plan: indicator, then the status as of each period
// that is not a baseline, and whether the last known figure lies on the target's good side.
func TestShippedStatuses(t *testing.T) {
	_, s, worlds := shipped(t)
	p := s.Plans[0]
	const awaiting, none = "awaiting_publication", "no_public_figure"
	special := map[plan.IndicatorID][5]string{
		"1.1":   {awaiting, awaiting, awaiting, awaiting, none},
		"1.2":   {awaiting, awaiting, awaiting, awaiting, none},
		"1.3":   {awaiting, awaiting, awaiting, awaiting, "met"},
		"1.4":   {awaiting, awaiting, awaiting, awaiting, "not_assessable"},
		"1.5":   {awaiting, awaiting, awaiting, awaiting, none},
		"3.4.a": {"no_target", "no_target", "no_target", "no_target", "no_target"},
		"7.5.b": {none, "met", none + " above", none + " above", none + " above"},
		"7.5.c": {none, none, "met", none + " above", none + " above"},
		"7.5.f": {none, "not_yet_met", none + " below", none + " below", none + " below"},
	}
	w := worlds[0]
	if len(w.Periods) != 5 || len(w.Periods[0].Indicators) != 29 {
		t.Fatalf("%d periods of %d indicators", len(w.Periods), len(w.Periods[0].Indicators))
	}
	for n, a := range w.Periods {
		for _, r := range a.Indicators {
			want := none
			if row, ok := special[r.Indicator.ID]; ok {
				want = row[n]
			}
			got := string(r.Status)
			if r.LastHolds != nil {
				got += map[bool]string{true: " above", false: " below"}[*r.LastHolds]
			}
			if got != want {
				t.Errorf("%s as of %s: %s, want %s", r.Indicator.ID, a.Period.ID, got, want)
			}
		}
	}
	for _, r := range w.Newest().Tasks {
		want := map[plan.TaskID]derive.Verdict{"26": derive.DoneDateNotStated, "14": derive.NoDeadline}[r.Task.ID]
		if want == "" {
			want = derive.NoPublicDocument
		}
		related := slices.Contains([]plan.TaskID{"1.1", "2", "13", "21"}, r.Task.ID)
		if r.Verdict != want || (len(r.Related) > 0) != related {
			t.Errorf("task %s: %s with %d related documents, want %s", r.Task.ID, r.Verdict, len(r.Related), want)
		}
	}
	if totals := w.Newest().StatedTotals; len(totals) != 1 || totals[0].Done != 9 || totals[0].Total != 27 {
		t.Errorf("stated totals %+v, want 9 of 27", totals)
	}
	if len(p.Printed) != 37+31 {
		t.Errorf("%d printed rows", len(p.Printed))
	}
}
