package derive_test

import (
	"slices"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

var offices = []plan.Agency{
	{ID: "old", Level: plan.Province, ValidTo: plan.MustDate("2030-06-30"), Successor: "new"},
	{ID: "group", Level: plan.Group},
	{ID: "new", Level: plan.Province},
}

// complying is a plan of one indicator and one task, both of the office that becomes another after q2.
func complying() *world {
	w := taskWorld("2030-12-31")
	w.indicator.Monitoring = []plan.AgencyID{"old"}
	w.plan.Tasks[0].Lead = []plan.AgencyID{"old", "group"}
	return w
}

func (w *world) received(period string, agency plan.AgencyID, day string) {
	s := w.snapshot(period)
	s.Reports = append(s.Reports, plan.AgencyReport{Agency: agency, Received: plan.MustDate(day)})
}

func TestCompliance(t *testing.T) {
	both := func(w *world) { w.value("q1", "2030-03", "30"); w.report("q1", working) }
	for _, c := range []struct {
		name           string
		agency         plan.AgencyID
		set            func(*world)
		want           derive.ComplianceVerdict
		of, have, late int
	}{
		{"nothing came", "old", func(*world) {}, derive.ReportMissing, 2, 0, 0},
		{"a report without rows", "old", func(w *world) { w.received("q1", "old", "2030-03-31") }, derive.ReportedPartial, 2, 0, 0},
		{"one of two", "old", func(w *world) { w.report("q1", working) }, derive.ReportedPartial, 2, 1, 0},
		{"on the due day", "old", func(w *world) { both(w); w.received("q1", "old", "2030-03-31") }, derive.ReportedOnTime, 2, 2, 0},
		{"a day late", "old", func(w *world) { both(w); w.received("q1", "old", "2030-04-01") }, derive.ReportedLate, 2, 2, 1},
		{"no day noted", "old", both, derive.ReportedOnTime, 2, 2, 0},
		{"a group is a group", "group", both, derive.ReportedOnTime, 1, 1, 0},
		{"a figure of the part that the target is set for", "old", func(w *world) {
			w.target().Scope = "part"
			w.report("q1", working)
			w.observe("q1", "2030-03", func(o *plan.Observation) { o.Value, o.Breakdown = plan.MustNumber("40"), "part" })
		}, derive.ReportedOnTime, 2, 2, 0},
		{"a target whose time has not begun asks for nothing", "old", func(w *world) {
			w.target().Reference, w.target().Due = plan.MustReference("2031"), plan.MustDate("2031-12-31")
			w.report("q1", working)
		}, derive.ReportedOnTime, 1, 1, 0},
		{"a forecast is no figure", "group", func(w *world) {
			w.plan.Tasks[0].Lead, w.indicator.Monitoring = nil, []plan.AgencyID{"group"}
			w.observe("q1", "2030-12", func(o *plan.Observation) { o.Value, o.Measure = plan.MustNumber("40"), plan.Forecast })
		}, derive.ReportMissing, 1, 0, 0},
		{"a final figure asks for no other, whatever target is still to come", "old", func(w *world) {
			next := *w.target()
			next.ID, next.Reference, next.Due = "t2", plan.MustReference("2031"), plan.MustDate("2031-12-31")
			w.target().Reference, w.target().Due = plan.MustReference("2029-12-01..2029-12-31"), plan.MustDate("2029-12-31")
			w.indicator.Targets = append(w.indicator.Targets, next)
			w.value("base", "2029-12-31", "40")
			w.report("q1", working)
		}, derive.ReportedOnTime, 1, 1, 0},
	} {
		w := complying()
		c.set(w)
		found := false
		for _, r := range derive.Judge(w.plan).Compliance(offices) {
			if r.Agency != c.agency || r.Period.ID != "q1" {
				continue
			}
			found = true
			if r.Verdict != c.want || r.RowsDue != c.of || r.RowsReported != c.have || r.DaysLate != c.late {
				t.Errorf("%s: %s, %d of %d, %d days", c.name, r.Verdict, r.RowsReported, r.RowsDue, r.DaysLate)
			}
		}
		if !found {
			t.Errorf("%s: no result", c.name)
		}
	}
}

// TestComplianceRows: after its end the successor answers; what was settled is not due again; compiled plans have none.
func TestComplianceRows(t *testing.T) {
	w := complying()
	w.report("q1", done("2030-03-15"))
	due := map[plan.PeriodID]map[plan.AgencyID]int{}
	for _, r := range derive.Judge(w.plan).Compliance(offices) {
		if due[r.Period.ID] == nil {
			due[r.Period.ID] = map[plan.AgencyID]int{}
		}
		due[r.Period.ID][r.Agency] = r.RowsDue
	}
	if due["q1"]["old"] != 2 || due["q2"]["old"] != 1 || due["fy"]["old"] != 0 || due["fy"]["new"] != 1 || due["q2"]["group"] != 0 {
		t.Errorf("rows due: %v", due)
	}
	w.plan.CompiledFrom = "public-sources"
	if n := len(derive.Judge(w.plan).Compliance(offices)); n != 0 {
		t.Errorf("a compiled plan has %d results", n)
	}
}

// TestAskedBeforeTheReportIsDue holds that a row is asked for in a period whose reports come in after its cut-off.
func TestAskedBeforeTheReportIsDue(t *testing.T) {
	w := complying()
	w.plan.Periods = slices.Clone(w.plan.Periods)
	for n := range w.plan.Periods {
		w.plan.Periods[n].Due = plan.MustDate("2031-12-31")
	}
	asked := derive.AskedIn(&plan.Site{Agencies: offices, Plans: []*plan.Plan{w.plan}}, w.plan, "q1")
	if len(asked) != 2 || len(asked[0].Indicators) != 1 || len(asked[0].Tasks) != 1 {
		t.Errorf("asked: %+v", asked)
	}
}
