package export

import (
	"fmt"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func (d *Source) indicators() Table {
	return table("indicators", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, i := range j.Plan.Indicators {
				if !yield(j.indicatorRow(i)) {
					return
				}
			}
		}
	})
}

func (j *judged) indicatorRow(i *plan.Indicator) []string {
	var tiers []plan.TierID
	for _, t := range i.Tiers {
		tiers = append(tiers, t.ID)
	}
	var breaks []string
	for _, b := range i.Breaks {
		breaks = append(breaks, b.At.String())
	}
	expected := ""
	if len(i.Targets) > 0 {
		expected = expectedRelease(j.Plan, i, i.Targets[0])
	}
	who := j.answering[i.ID]
	return []string{j.Plan.ID, string(i.ID), i.Printed.Number, i.Name.VI, i.Name.EN, string(i.Area), string(i.Parent), unitOf(i), string(i.Direction),
		i.Printed.Target, list(who.monitoring), list(who.executing), i.Clause, string(i.Level), i.Short.VI, i.Short.EN, string(i.Value), string(i.Measure),
		list(tiers), string(i.Publisher), expected, i.Printed.Name, list(breaks), i.Continues, unitIn(plan.EN, i)}
}

// unitOf is the unit of an observation's value; the value beside a rank or tier is a score without unit.
func unitOf(i *plan.Indicator) string { return unitIn(plan.VI, i) }

func unitIn(l plan.Lang, i *plan.Indicator) string {
	if i.Value == plan.Percent {
		return "%"
	}
	return i.Unit.In(l)
}

// expectedRelease is the day on which the outside result for a target's reference came out, when that is known.
func expectedRelease(p *plan.Plan, i *plan.Indicator, t plan.Target) string {
	if i.Publisher == "" {
		return ""
	}
	return p.ReleaseDate(i.Publisher, t.Reference).String()
}

func (d *Source) tiers() Table {
	return table("tiers", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, i := range j.Plan.Indicators {
				for n, t := range i.Tiers {
					if !yield([]string{j.Plan.ID, string(i.ID), string(t.ID), strconv.Itoa(n + 1), t.Name.VI, t.Name.EN}) {
						return
					}
				}
			}
		}
	})
}

func (d *Source) targets() Table {
	return table("targets", func(yield func([]string) bool) {
		for _, j := range d.all {
			for _, i := range j.Plan.Indicators {
				for _, row := range j.targetRows(i) {
					if !yield(row) {
						return
					}
				}
			}
		}
	})
}

// targetRows are the targets of an indicator, then what other documents set for the same row: also-1, also-2.
func (j *judged) targetRows(i *plan.Indicator) [][]string {
	var rows [][]string
	for _, t := range i.Targets {
		value, period, stated := "", "", ""
		if t.Baseline != nil {
			value, period, stated = j.baselineOf(i, t), t.Baseline.Reference.String(), t.Baseline.Value.String()
		}
		rows = append(rows, []string{j.Plan.ID, string(i.ID), string(t.ID), string(t.Kind), t.Value.String(), t.Upper.String(), value, period, t.Due.String(),
			t.ValidFrom.String(), t.SetBy, t.Reference.String(), string(t.Scope), string(t.Tier), judgedRole, t.CannotJudge.VI, t.CannotJudge.EN,
			t.Words.VI, t.Words.EN, expectedRelease(j.Plan, i, t), stated, t.By.String(), path(t), list(t.EachOf)})
	}
	for n, a := range i.AlsoSet {
		rows = append(rows, []string{j.Plan.ID, string(i.ID), fmt.Sprintf("also-%d", n+1), string(a.Kind), a.Value.String(), a.Upper.String(), "", "", "",
			a.ValidFrom.String(), a.SetBy.VI, "", "", string(a.Tier), alsoSetRole, "", "", a.Words.VI, a.Words.EN, "", "", "", "", ""})
	}
	return rows
}

// baselineOf is the baseline of a target as the newest judged period knows it, as a number: a rank's place, or a value.
func (j *judged) baselineOf(i *plan.Indicator, t plan.Target) string {
	if newest := j.Newest(); newest != nil {
		if r := newest.Indicator(i.ID); r != nil {
			for _, known := range r.Targets {
				if known.Target.ID == t.ID && known.Target.ValidFrom == t.ValidFrom && known.Baseline != nil {
					return compared(i, t.Kind, known.Baseline)
				}
			}
		}
	}
	return t.Baseline.Value.String()
}

// path is the declared path of a target, a day and the value to reach by it: 2030-06-30:20.
func path(t plan.Target) string {
	points := make([]string, len(t.Path))
	for n, q := range t.Path {
		points[n] = q.By.String() + ":" + q.Value.String()
	}
	return list(points)
}

// compared is what a target of a kind compares of an observation: a rank's place, a tier, yes or no, or the value.
func compared(i *plan.Indicator, kind plan.TargetKind, o *derive.Observation) string {
	switch {
	case o == nil:
		return ""
	case kind == plan.BetterRank || i.Value == plan.RankValue && kind != plan.BetterValue:
		if o.Rank == nil {
			return ""
		}
		return strconv.Itoa(o.Rank.Place)
	case kind == plan.TierAtLeast || i.Value == plan.TierValue && !kind.NeedsValue():
		return string(o.Tier)
	case o.Yes != nil:
		return strconv.FormatBool(*o.Yes)
	}
	return o.Value.String()
}
