package page_test

import (
	"strings"
	"testing"

	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

// TestEveryGapHasItsReason: the page of an indicator holds the reason of every declared gap, once the period is past too,
// and says in English whether it is translated.
func TestEveryGapHasItsReason(t *testing.T) {
	p := trial.Plan("2030", nil)
	id := p.Indicators[0].ID
	p.Snapshots[2].NotReported = []plan.NotReported{{Indicator: id, Reason: plan.Text{VI: "Máy <hỏng> & chờ sửa", EN: "Broken <machine> & waiting"}}}
	p.Snapshots[4].NotReported = []plan.NotReported{{Indicator: id, Reason: plan.Text{VI: "Lịch đã đổi", EN: "A new date"}}}
	p.Snapshots[1].NotReported = []plan.NotReported{{Indicator: id, Reason: plan.Text{VI: "Chưa có lịch"}}}
	for _, s := range p.Snapshots {
		s.Observations = nil
	}
	all := renderAll(t, p)
	for l, want := range map[plan.Lang][]string{
		plan.VI: {`<p class="small">Lý do nêu ra: Lịch đã đổi</p>`, "Chưa có số liệu; lý do nêu ra: Máy &lt;hỏng&gt; &amp; chờ sửa", "Chưa có số liệu; lý do nêu ra: Chưa có lịch"},
		plan.EN: {`<p class="small">Reason given: A new date</p>`, "No figure; reason given: Broken &lt;machine&gt; &amp; waiting", `No figure; reason given: <span lang="vi">Chưa có lịch</span>`},
	} {
		body := all[page.IndicatorPath(l, p, id)]
		if strings.Count(body, "Lịch đã đổi")+strings.Count(body, "A new date") != 2 {
			t.Errorf("%s: the reason of the newest period does not stand in the head and in the why alone", l)
		}
		for _, s := range want {
			if strings.Count(body, s) != 1 {
				t.Errorf("%s: %q stands %d times on the page", l, s, strings.Count(body, s))
			}
		}
	}
}

// TestDecisionWithoutTitle: the footer names the decision by its number and day when it has no title.
func TestDecisionWithoutTitle(t *testing.T) {
	p := trial.Plan("2030", nil)
	p.Decision = plan.Document{Number: "1/GL", Date: plan.MustDate("2029-12-31")}
	for l, want := range map[plan.Lang]string{plan.VI: "<p>Số 1/GL, ngày 31/12/2029</p>", plan.EN: "<p>No. 1/GL of 31 December 2029</p>"} {
		if body := renderAll(t, p)[page.PlanPath(l, p)]; !strings.Contains(body, want) {
			_, foot, _ := strings.Cut(body, "<footer")
			t.Errorf("%s: the footer does not say %q: %s", l, want, foot)
		}
	}
}
