package page

import (
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Choice is something by which a list can be narrowed down: a select of the form that find.js shows. Without the script
// the same rows are reached through the prebuilt lists.
type Choice struct {
	Name, Label string // of the select; the rows carry "name-value"
	All         string // the option that chooses nothing
	Options     []Option
}

// Option is a value of a choice.
type Option struct{ Value, Text string }

// The names of the choices, short because every row carries them.
const (
	byStatus = "s"
	byArea   = "a"
	byAgency = "g"
	byKind   = "k"
	byTime   = "t"
)

// few rows are taken in at a glance: there is nothing to choose among them.
const few = 6

// choices make the choices that tell some rows apart; each row is the list of what it holds, as "name-value".
func choices(all []Choice, rows []string) []Choice {
	if len(rows) <= few {
		return nil
	}
	held := map[string]bool{}
	for _, row := range rows {
		for _, one := range strings.Fields(row) {
			held[one] = true
		}
	}
	var useful []Choice
	for _, c := range all {
		c.Options = slices.DeleteFunc(c.Options, func(o Option) bool { return !held[c.Name+"-"+o.Value] })
		if len(c.Options) > 1 {
			useful = append(useful, c)
		}
	}
	return useful
}

// narrowed loads the script for a list in which there is something to choose.
func (f *Frame) narrowed(by []Choice) {
	if len(by) > 0 {
		f.Script = f.asset(f.scope.assets.Find)
	}
}

// indicatorChoices are the choices of a list of indicators; where there are any, the rows are told what they hold.
func (s *scope) indicatorChoices(sections Sections, results []*derive.IndicatorResult) []Choice {
	within := map[string]string{}
	var rows []string
	for _, r := range results {
		i := r.Indicator
		monitoring, executing := s.world.Plan.Answering(i)
		row := held(string(r.Status), i.Area, monitoring, executing) + " " + byKind + "-" + string(i.Value)
		within[string(i.ID)] = row
		rows = append(rows, row)
	}
	status := Choice{Name: byStatus, Label: s.say("find.status"), All: s.say("find.status.all")}
	for _, x := range derive.Statuses(s.world.Plan) {
		status.Options = append(status.Options, Option{string(x), wording.Status(s.lang, x)})
	}
	kind := Choice{Name: byKind, Label: s.say("find.kind"), All: s.say("find.kind.all")}
	for _, k := range kinds() {
		kind.Options = append(kind.Options, Option{string(k), s.say("kind." + string(k))})
	}
	useful := choices([]Choice{status, s.areaChoice(), s.agencyChoice(), kind}, rows)
	if len(useful) == 0 {
		return nil
	}
	for _, section := range sections {
		for n := range section.Rows {
			section.Rows[n].Within = within[section.Rows[n].Number]
		}
	}
	return useful
}

// taskChoices are the choices of a list of tasks; where there are any, the rows are told what they hold.
func (s *scope) taskChoices(time Timeline, results []*derive.TaskResult) []Choice {
	within := map[string]string{}
	var rows []string
	for _, r := range results {
		t := r.Task
		row := held(string(r.Verdict), t.Area, t.Lead, t.Coordinating)
		for _, slot := range time.Slots {
			if due([]*plan.Task{t}, slot, s.now.Period.Cutoff) > 0 {
				row += " " + byTime + "-" + slot.ID
			}
		}
		within[string(t.ID)] = row
		rows = append(rows, row)
	}
	status := Choice{Name: byStatus, Label: s.say("find.status"), All: s.say("find.status.all")}
	for _, v := range derive.Verdicts(s.world.Plan) {
		status.Options = append(status.Options, Option{string(v), wording.Verdict(s.lang, v)})
	}
	deadline := Choice{Name: byTime, Label: s.say("find.time"), All: s.say("find.time.all")}
	for _, slot := range time.Slots {
		deadline.Options = append(deadline.Options, Option{slot.ID, slot.Name})
	}
	useful := choices([]Choice{status, s.areaChoice(), s.agencyChoice(), deadline}, rows)
	if len(useful) == 0 {
		return nil
	}
	for _, section := range time.Sections {
		for n := range section.Rows {
			section.Rows[n].Within = within[section.Rows[n].Number]
		}
	}
	return useful
}

func held(status string, area plan.AreaID, agencies ...[]plan.AgencyID) string {
	row := byStatus + "-" + status + " " + byArea + "-" + string(area)
	var seen []plan.AgencyID
	for _, id := range slices.Concat(agencies...) {
		if !slices.Contains(seen, id) {
			seen = append(seen, id)
			row += " " + byAgency + "-" + string(id)
		}
	}
	return row
}

func (s *scope) areaChoice() Choice {
	c := Choice{Name: byArea, Label: s.say("find.area"), All: s.say("find.area.all")}
	for n := range s.world.Plan.Areas {
		area := &s.world.Plan.Areas[n]
		c.Options = append(c.Options, Option{string(area.ID), s.areaName(area)})
	}
	return c
}

func (s *scope) agencyChoice() Choice {
	c := Choice{Name: byAgency, Label: s.say("find.agency"), All: s.say("find.agency.all")}
	for n := range s.site.Agencies {
		a := &s.site.Agencies[n]
		c.Options = append(c.Options, Option{string(a.ID), s.names([]plan.AgencyID{a.ID})[0]})
	}
	lang.Sort(s.lang, c.Options, func(o Option) string { return o.Text })
	return c
}

// kinds are the kinds of value, in the order in which the schema lists them.
func kinds() []plan.ValueKind {
	var all []plan.ValueKind
	for _, k := range plan.ValueKind("").Allowed() {
		all = append(all, plan.ValueKind(k))
	}
	return all
}
