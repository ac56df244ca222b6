package page_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
	"minhbach/layouts"
)

// renderAll makes every page of a plan, and fails where one cannot be made.
func renderAll(t *testing.T, p *plan.Plan) map[string]string {
	t.Helper()
	site := &plan.Site{Settings: plan.Settings{Name: plan.Text{VI: "Trang", EN: "Site"}}, Plans: []*plan.Plan{p}}
	r, err := page.New(layouts.FS, page.Assets{})
	if err != nil {
		t.Fatal(err)
	}
	return render(t, r.Pages(site, derive.JudgeAll(site.Plans)))
}

// TestPagesOfAnyPlan: whatever the plan, every page can be made: targets of units have no single figure to show, ranks
// no value, figures of a part stand beside those of the whole.
func TestPagesOfAnyPlan(t *testing.T) {
	for n := range 60 {
		r := rand.New(rand.NewPCG(uint64(n), 5))
		data := make([]byte, 160)
		for k := range data {
			data[k] = byte(r.Uint32())
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			p := trial.Plan("2030", data)
			p.Areas = []plan.Area{{ID: "i", Number: "I", Name: plan.Text{VI: "Một", EN: "One"}}}
			p.Indicators[0].Area, p.Tasks[0].Area = "i", "i"
			renderAll(t, p)
		})
	}
}

// TestPlansOfOneSort: a plan may have only tasks, or only indicators; nothing is said of what it does not have.
func TestPlansOfOneSort(t *testing.T) {
	for name, spoil := range map[string]func(*plan.Plan){
		"only tasks": func(p *plan.Plan) { p.Indicators = nil }, "only indicators": func(p *plan.Plan) { p.Tasks = nil },
	} {
		t.Run(name, func(t *testing.T) {
			p := trial.Plan("2030", nil)
			spoil(p)
			for _, s := range p.Snapshots {
				s.Observations, s.TaskReports = nil, nil
			}
			for path, body := range renderAll(t, p) {
				for _, zero := range []string{"Of 0 ", "Trong 0 "} {
					if strings.Contains(body, zero) {
						t.Errorf("%s counts nothing: %s", path, body[strings.Index(body, zero):][:60])
					}
				}
			}
		})
	}
}
