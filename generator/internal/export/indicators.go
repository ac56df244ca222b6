package export

import (
	"fmt"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func (d source) indicators() Table {
	return Table{"indicators", columns("plan", "indicator", "number_printed", "name_vi", "name_en", "area", "parent", "unit", "direction", "target_printed",
		"monitoring:list", "executing:list", "source_clause", "level", "short_vi", "short_en", "value_kind", "measure", "tiers:list", "publisher",
		"expected_release:date", "name_printed"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				for _, i := range w.Plan.Indicators {
					if !yield(indicatorRow(w.Plan, i)) {
						return
					}
				}
			}
		}}
}

func indicatorRow(p *plan.Plan, i *plan.Indicator) []string {
	monitoring, executing := p.Answering(i)
	var tiers []plan.TierID
	for _, t := range i.Tiers {
		tiers = append(tiers, t.ID)
	}
	unit := i.Unit.VI
	if i.Value == plan.Percent {
		unit = "%"
	}
	return []string{p.ID, string(i.ID), i.Printed.Number, i.Name.VI, i.Name.EN, string(i.Area), string(i.Parent), unit, string(i.Direction), i.Printed.Target,
		list(monitoring), list(executing), i.Clause, string(i.Level), i.Short.VI, i.Short.EN, string(i.Value), string(i.Measure), list(tiers),
		string(i.Publisher), expected(p, i).String(), i.Printed.Name}
}

// expected is the day on which the outside result for the first target's reference came out, when that is known.
func expected(p *plan.Plan, i *plan.Indicator) plan.Date {
	if i.Publisher == "" || len(i.Targets) == 0 {
		return plan.Date{}
	}
	for _, pub := range p.Publishers {
		for _, r := range pub.Releases {
			if pub.ID == i.Publisher && r.Reference.String() == i.Targets[0].Reference.String() {
				return r.Date
			}
		}
	}
	return plan.Date{}
}

func (d source) targets() Table {
	return Table{"targets", columns("plan", "indicator", "target", "kind", "value:number", "upper:number", "baseline_value:number", "baseline_period", "due:date",
		"valid_from:date", "set_by", "reference", "scope", "tier", "role", "cannot_judge_vi", "cannot_judge_en"),
		func(yield func([]string) bool) {
			for _, w := range d.worlds {
				for _, i := range w.Plan.Indicators {
					for _, row := range targetRows(w, i) {
						if !yield(row) {
							return
						}
					}
				}
			}
		}}
}

func targetRows(w *derive.World, i *plan.Indicator) [][]string {
	var rows [][]string
	id := []string{w.Plan.ID, string(i.ID)}
	for _, t := range i.Targets {
		value, period := "", ""
		if t.Baseline != nil {
			value, period = baselineOf(w, i, t), t.Baseline.Reference.String()
		}
		rows = append(rows, append(id[:2:2], string(t.ID), string(t.Kind), t.Value.String(), t.Upper.String(), value, period, t.Due.String(),
			t.ValidFrom.String(), t.SetBy, t.Reference.String(), "", string(t.Tier), "judged", t.CannotJudge.VI, t.CannotJudge.EN))
	}
	for n, a := range i.AlsoSet {
		rows = append(rows, append(id[:2:2], fmt.Sprintf("also-%d", n+1), string(a.Kind), a.Value.String(), a.Upper.String(), "", "", "",
			a.ValidFrom.String(), a.SetBy.VI, "", "", string(a.Tier), "also_set", "", ""))
	}
	return rows
}

// baselineOf is the newest known baseline of a target as a number: a rank's place, or a value.
func baselineOf(w *derive.World, i *plan.Indicator, t plan.Target) string {
	if a := w.Newest(); a != nil {
		for _, r := range a.Indicator(i.ID).Targets {
			if r.Target.ID == t.ID && r.Baseline != nil {
				return comparedValue(i, r.Baseline)
			}
		}
	}
	return t.Baseline.Value.String()
}

// comparedValue is what a target compares: a rank's place, a tier, yes or no, or the value.
func comparedValue(i *plan.Indicator, o *derive.Observation) string {
	switch {
	case o == nil:
		return ""
	case i.Value == plan.RankValue && o.Rank != nil:
		return strconv.Itoa(o.Rank.Place)
	case i.Value == plan.TierValue && o.Tier != "":
		return string(o.Tier)
	case o.Yes != nil:
		return strconv.FormatBool(*o.Yes)
	}
	return o.Value.String()
}
