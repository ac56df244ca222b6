package page

import (
	"strings"
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

func testScope(t *testing.T, p *plan.Plan) *scope {
	t.Helper()
	r, err := New(layouts.FS, Assets{})
	if err != nil {
		t.Fatal(err)
	}
	return (&scope{Renderer: r, lang: plan.VI, site: &plan.Site{}}).about(derive.Judge(p))
}

func TestSlots(t *testing.T) {
	day := plan.MustDate
	for _, c := range []struct {
		start, end, cutoff string
		want               string // a stroke is the cut-off
	}{
		{"2030-01-01", "2030-12-31", "2030-06-26", "Quý I, Quý II|, Quý III, Quý IV"},
		{"2030-01-01", "2030-12-31", "2032-01-01", "Quý I, Quý II, Quý III, Quý IV"},
		{"2030-01-01", "2030-12-31", "2029-01-01", "Quý I, Quý II, Quý III, Quý IV"},
		{"2030-07-01", "2031-06-30", "2030-10-01", "Quý III/2030, Quý IV/2030|, Quý I/2031, Quý II/2031"},
		{"2031-01-01", "2035-12-31", "2033-01-01", "2031, 2032, 2033|, 2034, 2035"},
	} {
		s := testScope(t, &plan.Plan{Start: day(c.start), End: day(c.end)})
		var names []string
		for _, slot := range s.slots(day(c.cutoff)) {
			name := slot.Name
			if slot.Cut {
				name += "|"
			}
			names = append(names, name)
		}
		if got := strings.Join(names, ", "); got != c.want {
			t.Errorf("%s to %s at %s: %s, want %s", c.start, c.end, c.cutoff, got, c.want)
		}
	}
}

func TestCells(t *testing.T) {
	day := plan.MustDate
	due := func(days ...string) *plan.Task {
		task := &plan.Task{}
		for _, d := range days {
			task.Milestones = append(task.Milestones, plan.Milestone{Due: day(d)})
		}
		return task
	}
	moved := func(from string) *plan.Task {
		task := due("2030-03-31")
		task.Milestones[0].Moved = []plan.Move{{Due: day("2030-09-30"), ValidFrom: day(from)}}
		return task
	}
	year := due("2030-12-31")
	year.AllYear = true
	for _, c := range []struct {
		name   string
		result derive.TaskResult
		want   string
	}{
		{"due in spring", derive.TaskResult{Task: due("2030-03-31")}, "due past - -"},
		{"moved to autumn", derive.TaskResult{Task: moved("2030-04-15")}, "past past due -"},
		{"moved after the cut-off", derive.TaskResult{Task: moved("2030-07-15")}, "due past - -"},
		{"two parts", derive.TaskResult{Task: due("2030-03-31", "2030-12-31")}, "due past - due"},
		{"all year", derive.TaskResult{Task: year, Due: day("2030-12-31")}, "work work work due"},
		{"no deadline", derive.TaskResult{Task: due()}, "past past - -"},
		{"done late", derive.TaskResult{Task: due("2030-03-31"), Verdict: derive.DoneLate, Completed: day("2030-05-05")}, "due done - -"},
		{"overdue", derive.TaskResult{Task: due("2030-03-31"), Verdict: derive.Overdue, DaysLate: 91}, "due late - -"},
		{"due on the cut-off", derive.TaskResult{Task: due("2030-06-30")}, "past due - -"},
	} {
		s := testScope(t, &plan.Plan{Start: day("2030-01-01"), End: day("2030-12-31")})
		c.result.Period = &plan.Period{Cutoff: day("2030-06-30")}
		var kinds []string
		for _, slot := range s.slots(day("2030-06-30")) {
			kind := s.cell(&c.result, slot).Kind
			if kind == "" {
				kind = "-"
			}
			kinds = append(kinds, kind)
		}
		if got := strings.Join(kinds, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestTileSide: the dot lies where the figure lies, not where it is good.
func TestTileSide(t *testing.T) {
	yes, no := true, false
	for _, c := range []struct {
		kind  plan.TargetKind
		holds *bool
		want  string
	}{
		{plan.AtLeast, &yes, "above"}, {plan.AtLeast, &no, "below"}, {plan.AtMost, &yes, "below"}, {plan.AtMost, &no, "above"},
		{plan.BetterRank, &yes, "above"}, {plan.InWords, nil, "nofigure"},
	} {
		r := &derive.IndicatorResult{Status: derive.NoPublicFigure, Last: &derive.Observation{}, LastHolds: c.holds,
			Targets: []derive.TargetResult{{Target: &plan.Target{Kind: c.kind}}}}
		if got := statusTile(r).Kind; got != c.want {
			t.Errorf("%s: %s, want %s", c.kind, got, c.want)
		}
	}
}

// TestEveryStatusHasATile: a status without a symbol would leave a hole in the strip.
func TestEveryStatusHasATile(t *testing.T) {
	for _, p := range []*plan.Plan{{Pace: "linear"}, {CompiledFrom: "public-sources"}} {
		for _, s := range derive.Statuses(p) {
			if (Tile{Kind: statusKinds[s]}).html() == "" {
				t.Errorf("status %s has no tile", s)
			}
		}
		for _, v := range derive.Verdicts(p) {
			if (Tile{Kind: verdictKinds[v]}).html() == "" {
				t.Errorf("verdict %s has no tile", v)
			}
		}
	}
}
