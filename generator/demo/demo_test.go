package demo_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"minhbach/generator/demo"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
	"minhbach/static"
)

// folders are the demonstration and the plans that serve only as tests.
var folders = map[string]fs.FS{
	"demo":            demo.FS(),
	"open-government": os.DirFS("testplans/open-government"),
	"sdg":             os.DirFS("testplans/sdg"),
}

// unlicensed is the folder without a licence, so that sites without one are tried too.
const unlicensed = "open-government"

// missing lists, in one place, what the rules provide for and these plans do not show yet, because the program cannot
// judge it or the content cannot say it. An entry that begins to occur fails the test, so that it is taken out.
var missing = []string{}

// stage is a content folder that was read and judged.
type stage struct {
	site   *plan.Site
	worlds []*derive.World
}

var load = sync.OnceValues(func() (map[string]stage, []string) {
	all, wrong := map[string]stage{}, []string(nil)
	for name, files := range folders {
		s, _, found := content.Load(files)
		for _, d := range found.Sorted() {
			if d.Rule == "licence" && name == unlicensed {
				continue
			}
			wrong = append(wrong, name+"/"+d.Format("en"))
		}
		worlds := site.Judge(s)
		for _, d := range site.Problems(s, worlds) {
			wrong = append(wrong, name+"/"+d.Format("en"))
		}
		all[name] = stage{s, worlds}
	}
	return all, wrong
})

// stages are all folders; an error or a warning in one of them ends the test.
func stages(t *testing.T) map[string]stage {
	t.Helper()
	all, wrong := load()
	report(t, wrong)
	if t.Failed() {
		t.FailNow()
	}
	return all
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

func TestLoads(t *testing.T) {
	all := stages(t)
	if n := len(all["demo"].site.Plans); n != 2 {
		t.Errorf("%d plan years", n)
	}
	for _, p := range all["demo"].site.Plans {
		if p.Compiled() {
			t.Errorf("plan %s does not report on itself", p.ID)
		}
	}
	p := all["open-government"].site.Plans[0]
	if len(p.Indicators) > 0 || len(p.Tasks) == 0 || p.Start.Month != 7 {
		t.Errorf("%d indicators, %d tasks from %s on; want tasks alone and a fiscal year", len(p.Indicators), len(p.Tasks), p.Start)
	}
	p = all["sdg"].site.Plans[0]
	if len(p.Indicators) == 0 || len(p.Tasks) > 0 || p.End.Year-p.Start.Year < 5 {
		t.Errorf("%d indicators, %d tasks from %s to %s; want indicators alone over several years", len(p.Indicators), len(p.Tasks), p.Start, p.End)
	}
}

// TestEverythingOccurs: every status, verdict, kind of value and kind of target is there, and all that a plan or a
// snapshot may hold.
func TestEverythingOccurs(t *testing.T) {
	wanted, seen := map[string]bool{}, map[string]bool{}
	for _, s := range []derive.Status{derive.NoTarget, derive.Awaiting, derive.NotAssessable, derive.NoPublicFigure, derive.NotReported,
		derive.NotYetDue, derive.Met, derive.Missed, derive.OnTrack, derive.Behind, derive.NotYetMet} {
		wanted["status "+string(s)] = true
	}
	for _, v := range []derive.Verdict{derive.CancelledVerdict, derive.ReplacedVerdict, derive.DoneOnTime, derive.DoneLate, derive.DoneDateNotStated,
		derive.NoPublicDocument, derive.NoDeadline, derive.Overdue, derive.DueThisPeriod, derive.NotReportedTask, derive.InProgressVerdict, derive.NotStartedVerdict} {
		wanted["verdict "+string(v)] = true
	}
	for name, list := range map[string][]string{"target": plan.TargetKind("").Allowed(), "value": plan.ValueKind("").Allowed(),
		"state": plan.TaskState("").Allowed(), "direction": plan.Direction("").Allowed(), "measure": plan.Measure("").Allowed()} {
		for _, v := range list {
			wanted[name+" "+v] = true
		}
	}
	for _, what := range []string{"scope", "each_of", "path", "by", "replaced target", "pace", "moved deadline", "all_year", "milestones", "continues", "break",
		"baseline of zero", "negative value", "more than the whole", "successor", "group lead", "stated total", "related document", "declared gap",
		"report late", "report on time", "report missing", "correction", "chain of corrections", "withdrawal", "correction of a task", "definition change", "breakdown", "contradiction"} {
		wanted[what] = true
	}
	for _, s := range stages(t) {
		for _, w := range s.worlds {
			occursJudged(w, seen)
			occursDeclared(s.site, w.Plan, seen)
		}
	}
	for _, what := range slices.Sorted(maps.Keys(wanted)) {
		switch expected := slices.Contains(missing, what); {
		case !seen[what] && !expected:
			t.Errorf("%s does not occur", what)
		case seen[what] && expected:
			t.Errorf("%s occurs now: take it out of the list of what is missing", what)
		}
	}
}

func occursJudged(w *derive.World, seen map[string]bool) {
	for _, a := range w.Periods {
		for _, r := range a.Indicators {
			seen["status "+string(r.Status)] = true
		}
		for _, r := range a.Tasks {
			seen["verdict "+string(r.Verdict)] = true
		}
	}
}

func occursDeclared(s *plan.Site, p *plan.Plan, seen map[string]bool) {
	note := func(what string, there bool) { seen[what] = seen[what] || there }
	zero := plan.Whole(0)
	note("pace", p.Pace != "")
	for _, a := range s.Agencies {
		note("successor", a.Successor != "")
	}
	for _, i := range p.Indicators {
		note("value "+string(i.Value), i.Measured())
		note("direction "+string(i.Direction), i.Measured())
		note("measure "+string(i.Measure), i.Measured())
		note("continues", i.Continues != "")
		note("break", len(i.Breaks) > 0)
		note("contradiction", len(i.Contradicts) > 0)
		ids := map[plan.TargetID]bool{}
		for _, t := range i.Targets {
			note("target "+string(t.Kind), true)
			note("scope", t.Scope != "")
			note("each_of", len(t.EachOf) > 0)
			note("path", len(t.Path) > 0)
			note("by", t.By.Known())
			note("replaced target", ids[t.ID])
			note("baseline of zero", t.Baseline != nil && t.Baseline.Value.Known() && t.Baseline.Value.Cmp(zero) == 0)
			ids[t.ID] = true
		}
	}
	for _, t := range p.Tasks {
		note("all_year", t.AllYear)
		note("milestones", len(t.Milestones) > 1)
		for _, m := range t.Milestones {
			note("moved deadline", len(m.Moved) > 0)
		}
		for _, lead := range t.Lead {
			note("group lead", s.Agency(lead).Level == plan.Group)
		}
	}
	corrected := map[string]bool{}
	for _, snapshot := range p.Snapshots {
		occursReported(p, snapshot, note, corrected)
	}
}

func occursReported(p *plan.Plan, s *plan.Snapshot, note func(string, bool), corrected map[string]bool) {
	for _, o := range s.Observations {
		note("measure "+string(o.Measure), o.Measure != "")
		note("breakdown", o.Breakdown != "")
		note("negative value", o.Value.Known() && o.Value.Cmp(plan.Whole(0)) < 0)
		note("more than the whole", strings.HasPrefix(p.Indicator(o.Indicator).Unit.VI, "%") && o.Value.Known() && o.Value.Cmp(plan.Whole(100)) > 0)
	}
	for _, r := range s.TaskReports {
		note("state "+string(r.State), true)
	}
	note("stated total", len(s.StatedTotals) > 0)
	note("related document", len(s.Related) > 0)
	note("declared gap", len(s.NotReported) > 0)
	note("definition change", len(s.Redefined) > 0)
	due := plan.Date{}
	for _, period := range p.Periods {
		if period.ID == s.Period {
			due = period.Due
		}
	}
	came := map[plan.AgencyID]bool{}
	for _, r := range s.Reports {
		came[r.Agency] = true
		note("report late", r.Received.After(due))
		note("report on time", !r.Received.After(due))
	}
	for _, i := range p.Indicators {
		for _, a := range i.Monitoring {
			note("report missing", len(s.Reports) > 0 && !came[a])
		}
	}
	for _, c := range s.Corrections {
		key := fmt.Sprint(c.Indicator, c.Task, c.Milestone, c.Period, c.Reference, c.Breakdown, c.Measure, c.Field)
		note("correction", true)
		note("correction of a task", c.Task != "")
		note("chain of corrections", corrected[key])
		note("withdrawal", c.To == "")
		corrected[key] = true
	}
}

// TestLanguages: every page of prose is there in both languages, and the disclaimer too. That texts are is a rule of
// the check, which strict_languages makes an error.
func TestLanguages(t *testing.T) {
	for name, s := range stages(t) {
		if !s.site.Settings.StrictLanguages || s.site.Settings.Disclaimer.VI == "" || s.site.Settings.Disclaimer.EN == "" {
			t.Errorf("%s: languages are not strict, or nothing says in both that it is made up", name)
		}
		pages := slices.Clone(s.site.Pages)
		for _, p := range s.site.Plans {
			pages = append(pages, p.Narrative...)
		}
		count := map[string]int{}
		for _, p := range pages {
			count[path.Dir(p.File)+"/"+p.Slug]++
			if strings.TrimSpace(p.Body) == "" || p.Title == "" {
				t.Errorf("%s: %s is empty", name, p.File)
			}
		}
		for slug, n := range count {
			if n != 2 {
				t.Errorf("%s: %s is there %d times", name, slug, n)
			}
		}
	}
}

// TestSites: each site builds; every page says that it is made up, and every address within the site exists.
func TestSites(t *testing.T) {
	assets, err := static.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range stages(t) {
		t.Run(name, func(t *testing.T) {
			files, err := site.Files(s.site, s.worlds, layouts.FS, assets)
			if err != nil {
				t.Fatal(err)
			}
			built := map[string][]byte{"manifest.json": nil} // written by the publisher
			for _, f := range files {
				var b bytes.Buffer
				if err := f.Write(&b); err != nil {
					t.Fatalf("%s: %v", f.Path, err)
				}
				built[f.Path] = b.Bytes()
			}
			report(t, links(built))
			report(t, silent(built, s.site.Settings.Disclaimer))
		})
	}
}

// TestSpoilt: a page that is gone and a page without the disclaimer are noticed.
func TestSpoilt(t *testing.T) {
	says := plan.Text{VI: "đều là ví dụ", EN: "is an example"}
	built := map[string][]byte{"vi/a.html": []byte(`<a href="b.html#x">b</a> đều là ví dụ`), "vi/b.html": []byte(`<p id="x">đều là ví dụ</p>`)}
	if wrong := append(links(built), silent(built, says)...); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	built["vi/b.html"] = []byte("<p>")
	if len(links(built)) == 0 || len(silent(built, says)) == 0 {
		t.Error("an anchor or a disclaimer is gone and nobody noticed")
	}
	delete(built, "vi/b.html")
	if len(links(built)) == 0 {
		t.Error("a page is gone and nobody noticed")
	}
}

// silent are the pages that do not say, in their language or languages, that place and figures are made up.
func silent(built map[string][]byte, says plan.Text) []string {
	var wrong []string
	for file, body := range built {
		if !strings.HasSuffix(file, ".html") {
			continue
		}
		text := html.UnescapeString(string(body))
		if !strings.HasPrefix(file, "en/") && !strings.Contains(text, says.VI) || !strings.HasPrefix(file, "vi/") && !strings.Contains(text, says.EN) {
			wrong = append(wrong, file+" does not say that it is made up")
		}
	}
	return wrong
}

// links are the addresses within a site that lead nowhere.
func links(built map[string][]byte) []string {
	ids := map[string]map[string]bool{}
	type link struct{ page, to string }
	var all []link
	for file, body := range built {
		if !strings.HasSuffix(file, ".html") {
			continue
		}
		ids[file] = map[string]bool{}
		for z := html.NewTokenizer(bytes.NewReader(body)); z.Next() != html.ErrorToken; {
			for _, a := range z.Token().Attr {
				switch a.Key {
				case "id":
					ids[file][a.Val] = true
				case "href", "src", "data-charts-src":
					all = append(all, link{file, a.Val})
				}
			}
		}
	}
	var wrong []string
	for _, l := range all {
		if l.to == "" || strings.Contains(l.to, "://") || strings.HasPrefix(l.to, "mailto:") || strings.HasPrefix(l.to, "tel:") {
			continue
		}
		file, anchor, _ := strings.Cut(l.to, "#")
		target := path.Join(path.Dir(l.page), file)
		if file == "" {
			target = l.page
		}
		if _, there := built[target]; !there {
			wrong = append(wrong, l.page+" links to "+l.to+", which is not there")
		} else if anchor != "" && ids[target] != nil && !ids[target][anchor] {
			wrong = append(wrong, l.page+" links to "+l.to+", whose anchor is not there")
		}
	}
	return wrong
}
