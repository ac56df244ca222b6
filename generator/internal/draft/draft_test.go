package draft_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/generator/demo"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/draft"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

// TestEveryPeriod: of every period of every plan, in both languages, the file loads as it is and is a draft; so it does
// with all of its sections uncommented and their gaps filled in, once the figures that were known are taken away.
func TestEveryPeriod(t *testing.T) {
	for name, folder := range map[string]fs.FS{"demo": demo.FS(), "shipped": os.DirFS("../../../content"),
		"skeleton": demo.Empty(), "goals": os.DirFS("../../demo/testplans/sdg"), "tasks": os.DirFS("../../demo/testplans/open-government")} {
		s, _, found := content.Load(folder)
		if found.Failed() {
			t.Fatal(name, found.Sorted())
		}
		for _, p := range s.Plans {
			for _, period := range p.Periods {
				for _, l := range plan.Langs {
					t.Run(fmt.Sprint(name, "/", p.ID, "/", period.ID, "/", l), func(t *testing.T) {
						try(t, folder, p.ID, period.ID, l)
					})
				}
			}
		}
	}
}

func try(t *testing.T, folder fs.FS, id string, period plan.PeriodID, l plan.Lang) {
	before := trial.InMemory(t, folder)
	for name := range before { // what came to be known in the period, and later, is taken away
		if strings.HasPrefix(name, "plans/"+id+"/snapshots/") || strings.Contains(name, "/narrative/") || strings.HasPrefix(name, "ledger") {
			delete(before, name)
		}
	}
	s, _, _ := content.Load(before)
	p := planOf(s, id)
	var of plan.Period
	for _, x := range p.Periods {
		if x.ID == period {
			of = x
		}
	}
	file := "plans/" + id + "/snapshots/" + string(period) + ".yaml"
	text := draft.Snapshot(s, p, of, l)
	before[file] = &fstest.MapFile{Data: text}
	if loaded := errorFree(t, before, file); len(planOf(loaded, id).Snapshots) != 1 || planOf(loaded, id).Snapshots[0].Released.Known() {
		t.Error("no draft")
	}
	before[file] = &fstest.MapFile{Data: filledIn(p, of, text)}
	full := planOf(errorFree(t, before, file), id).Snapshots[0]
	if entries := strings.Count(string(text), "\n#  - {"); entries == 0 || len(full.Observations)+len(full.TaskReports)+len(full.Reports)+strings.Count(string(text), "\n#not_reported:") != entries {
		t.Errorf("%d entries are not all there in\n%s", entries, before[file].Data)
	}
}

func planOf(s *plan.Site, id string) *plan.Plan {
	for _, p := range s.Plans {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// errorFree loads a folder in which the file has no errors.
func errorFree(t *testing.T, folder fs.FS, file string) *plan.Site {
	t.Helper()
	s, _, found := content.Load(folder)
	for _, d := range found.Sorted() {
		if d.File == file && d.Severity == "error" {
			body, _ := fs.ReadFile(folder, file)
			t.Fatalf("%s\n%s", d.Format("en"), body)
		}
	}
	return s
}

var (
	single  = regexp.MustCompile(`(?m)^#([^# ]|  )`)
	tierRow = regexp.MustCompile(`indicator: "([^"]+)"(.*)tier: ,`)
	hidden  = regexp.MustCompile(`(?m)^not_reported:\n.*\n`)
)

// filledIn uncomments every section, as an editor does, and fills every gap in.
func filledIn(p *plan.Plan, period plan.Period, text []byte) []byte {
	s := single.ReplaceAllString(string(text), "$1")
	s = hidden.ReplaceAllString(s, "") // a row cannot have both
	s = tierRow.ReplaceAllStringFunc(s, func(row string) string {
		m := tierRow.FindStringSubmatch(row)
		return `indicator: "` + m[1] + `"` + m[2] + "tier: " + string(p.Indicator(plan.IndicatorID(m[1])).Tiers[0].ID) + ","
	})
	return []byte(strings.NewReplacer("value: ,", "value: 20,", "{place: , of: }", "{place: 2, of: 9}", "yes: ,", "yes: true,",
		"state: ,", "state: in_progress,", "received: }", "received: "+period.Cutoff.String()+"}", "released: \n", "",
		`title: ""`, `title: "T"`, `vi: "", en: ""`, `vi: "V", en: "E"`, "url: \n", "url: https://example.org/\n", "confidence: \n", "confidence: primary\n").Replace(s))
}
