// Package trial makes plans out of bytes, for tests: any bytes give a plan that a loader could have read, the same bytes
// the same plan, and few bytes already one with targets of any kind, replaced, scoped and of several years, figures on
// every side of them, tasks with moved deadlines and reports. Nothing in it means anything.
package trial

import (
	"fmt"

	"minhbach/generator/internal/plan"
)

// dice deals numbers out of bytes; zero once they are used up.
type dice struct{ left []byte }

func (d *dice) roll(n int) int {
	if len(d.left) == 0 {
		return 0
	}
	b := d.left[0]
	d.left = d.left[1:]
	return int(b) % n
}

func pick[T any](d *dice, all ...T) T { return all[d.roll(len(all))] }

// Plan makes a plan of the year 2030 with a baseline, three reports and a period after the plan.
func Plan(id string, bytes []byte) *plan.Plan {
	d := &dice{bytes}
	p := &plan.Plan{ID: id, Start: plan.MustDate("2030-01-01"), End: plan.MustDate("2031-12-31"),
		CompiledFrom: pick(d, plan.CompiledFrom(""), "public-sources"), Pace: pick(d, plan.Pace(""), "linear")}
	for n, cutoff := range []string{"2029-12-31", "2030-03-31", "2030-06-30", "2030-12-31", "2031-12-31"} {
		q := plan.Period{ID: plan.PeriodID(fmt.Sprint("p", n)), Kind: plan.Report, Cutoff: plan.MustDate(cutoff)}
		if n == 0 {
			q.Kind = plan.Baseline
		}
		if d.roll(2) > 0 {
			q.Due = pick(d, q.Cutoff, plan.MustDate("2031-01-15"))
		}
		p.Periods = append(p.Periods, q)
		s := &plan.Snapshot{Period: q.ID, Cutoff: q.Cutoff, Status: pick(d, plan.Final, plan.Provisional, plan.Sample), Released: q.Cutoff,
			Sources: map[plan.SourceID]plan.Source{"s": {}}}
		if d.roll(9) == 8 {
			s.Released = plan.Date{}
		}
		p.Snapshots = append(p.Snapshots, s)
	}
	index := plan.Publisher{ID: "index"}
	if d.roll(2) > 0 {
		index.Releases = []plan.Release{{Reference: plan.MustReference("2030"), Date: pick(d, plan.MustDate("2030-12-31"), plan.MustDate("2031-01-01"))}}
	}
	p.Publishers = []plan.Publisher{index}
	p.Indicators = []*plan.Indicator{d.indicator(p)}
	p.Tasks = []*plan.Task{d.task(p)}
	return p
}

func (d *dice) number() plan.Number {
	return pick(d, plan.MustNumber("0"), plan.MustNumber("1"), plan.MustNumber("35"), plan.MustNumber("35.0"), plan.MustNumber("34.99"), plan.MustNumber("40"),
		plan.MustNumber("-5"), plan.MustNumber("99.96"), plan.MustNumber("100"), plan.MustNumber("120.5"), plan.MustNumber("17.3"), plan.MustNumber("3"))
}

func (d *dice) reference() plan.Reference {
	return plan.MustReference(pick(d, "2030", "2030-Q1", "2030-03", "2030-06-26", "2030-12-31", "2031", "2029", "..2030-06-30", "2030-01-01..2030-12-31", "2030-05-01.."))
}

func (d *dice) breakdown() plan.BreakdownID { return pick(d, plan.BreakdownID(""), "", "a", "b") }

func (d *dice) indicator(p *plan.Plan) *plan.Indicator {
	i := &plan.Indicator{ID: "1", Level: plan.IndicatorLevel,
		Value:     pick(d, plan.Percent, plan.Quantity, plan.Score, plan.RankValue, plan.TierValue, plan.YesNo, plan.UnitCount),
		Direction: pick(d, plan.Up, plan.Down, plan.NoDirection),
		Measure:   pick(d, plan.LevelMeasure, plan.Cumulative, plan.PeriodAlone, plan.Increment),
		Publisher: pick(d, plan.PublisherID(""), "", "index"),
		Tiers:     []plan.Tier{{ID: "low", Name: plan.Text{VI: "Thấp", EN: "Low"}}, {ID: "good", Name: plan.Text{VI: "Tốt", EN: "Good"}}}}
	for n := range d.roll(3) + 1 {
		i.Targets = append(i.Targets, d.target(n))
	}
	if d.roll(4) == 3 {
		i.Breaks = []plan.Break{{At: d.reference()}}
	}
	for _, s := range p.Snapshots {
		d.observe(i, s)
	}
	return i
}

func (d *dice) target(n int) plan.Target {
	t := plan.Target{ID: plan.TargetID(pick(d, "t1", fmt.Sprint("t", n+1))), Value: d.number(), Upper: plan.MustNumber("100"), Tier: "good",
		Words:     plan.Text{VI: "hiện đại", EN: "modern"},
		Kind:      plan.TargetKind(pick(d, plan.TargetKind("").Allowed()...)),
		Reference: plan.MustReference(pick(d, "2030", "2030", "2031", "2030-Q1", "2029-07-01..2030-06-30")),
		Due:       plan.MustDate(pick(d, "2030-12-31", "2030-06-30", "2031-12-31")),
		ValidFrom: plan.MustDate(pick(d, "2029-12-20", "2030-05-01"))}
	if d.roll(2) > 0 {
		t.Baseline = &plan.BaselineSpec{Reference: plan.MustReference(pick(d, "2029", "2030-Q1"))}
		if d.roll(2) > 0 {
			t.Baseline.Value = d.number()
		}
	}
	switch d.roll(6) {
	case 1:
		t.Path = []plan.PathPoint{{By: plan.MustDate("2030-03-31"), Value: d.number()}, {By: plan.MustDate("2030-12-31"), Value: d.number()}}
	case 2:
		t.EachOf = []plan.BreakdownID{"a", "b"}
	case 3:
		t.Scope = "a"
	case 4:
		t.By = d.number()
	case 5:
		t.CannotJudge = pick(d, plan.Text{}, plan.Text{VI: "vì", EN: "because"})
	}
	return t
}

// observe adds up to three figures to a snapshot, no two of one key.
func (d *dice) observe(i *plan.Indicator, s *plan.Snapshot) {
	seen := map[string]bool{}
	for range d.roll(4) {
		o := plan.Observation{Indicator: i.ID, Reference: d.reference(), Breakdown: d.breakdown(), Comparable: pick(d, plan.Fully, plan.Fully, plan.Fully, plan.Partly),
			Measure: pick(d, plan.Measure(""), "", "", i.Measure, plan.Forecast, plan.PeriodAlone), Source: "s"}
		switch measure := pick(d, i.Value, i.Value, plan.Score); measure {
		case plan.RankValue:
			o.Rank = &plan.Rank{Place: d.roll(60) + 1, Of: 63}
		case plan.TierValue:
			o.Tier = pick(d, plan.TierID("low"), "good", "")
		case plan.YesNo:
			yes := d.roll(2) > 0
			o.Yes = &yes
		default:
			o.Value = d.number()
		}
		if d.roll(8) == 7 {
			o.Suppressed, o.Value, o.Rank, o.Tier, o.Yes = plan.SmallCount, plan.Number{}, nil, "", nil
		}
		measure := o.Measure
		if measure == "" {
			measure = i.Measure
		}
		if key := fmt.Sprint(o.Reference, o.Breakdown, measure); !seen[key] {
			seen[key] = true
			s.Observations = append(s.Observations, o)
		}
	}
}

func (d *dice) day() plan.Date {
	return plan.MustDate(pick(d, "2030-03-31", "2030-04-01", "2030-06-30", "2030-12-31", "2030-02-01", "2031-06-30"))
}

func (d *dice) task(p *plan.Plan) *plan.Task {
	t := &plan.Task{ID: "1", Level: plan.TaskLevel}
	for n := range d.roll(3) {
		m := plan.Milestone{ID: fmt.Sprint("m", n+1), Due: d.day()}
		if d.roll(3) == 2 {
			m.Moved = []plan.Move{{Due: d.day(), ValidFrom: plan.MustDate(pick(d, "2030-03-31", "2030-07-01")),
				Reason: plan.Text{VI: "vì mưa", EN: "because of rain"}}}
		}
		t.Milestones = append(t.Milestones, m)
	}
	for _, s := range p.Snapshots {
		if d.roll(2) == 0 {
			continue
		}
		r := plan.TaskReport{Task: "1", State: pick(d, plan.NotStarted, plan.InProgress, plan.Done, plan.Done, plan.Cancelled, plan.Replaced)}
		if r.State == plan.Done && d.roll(3) > 0 {
			r.Completed = d.day()
		}
		if len(t.Milestones) > 0 && d.roll(2) > 0 {
			r.Milestone = t.Milestones[d.roll(len(t.Milestones))].ID
		}
		s.TaskReports = append(s.TaskReports, r)
	}
	return t
}
