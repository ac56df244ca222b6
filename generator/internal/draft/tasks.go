package draft

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// tasks has an entry for each task that was not settled before, or for each of its parts that is open.
func (d *draft) tasks() {
	a := d.world.Period(d.period.ID)
	if a == nil {
		return
	}
	begun := false
	for _, r := range a.Tasks {
		if settled(r.State) {
			continue
		}
		if !begun {
			d.states()
			begun = true
		}
		d.task(r)
	}
}

func settled(s plan.TaskState) bool {
	return s == plan.Done || s == plan.Cancelled || s == plan.Replaced
}

// states begins the section with the words for the states.
func (d *draft) states() {
	var words []string
	for _, s := range plan.Done.Allowed() {
		words = append(words, s+" ("+wording.State(d.lang, plan.TaskState(s))+")")
	}
	d.note("\n## Nhiệm vụ. state là một trong: %s.\n## done thì thêm completed: ngày hoàn thành; done, cancelled, replaced thêm document: {number: \"…\", date: …}.",
		"\n## The tasks. state is one of: %s.\n## With done add completed: the day; with done, cancelled, replaced add document: {number: \"…\", date: …}.", strings.Join(words, ", "))
	d.line("#task_reports:")
}

// task explains a row and has an entry for it, or one for each open part where there are several.
func (d *draft) task(r *derive.TaskResult) {
	t := r.Task
	known := []string{string(t.ID) + ". " + t.Short.In(d.lang)}
	if len(t.Milestones) == 1 {
		known = append(known, d.pick("hạn ", "due ")+lang.Date(d.lang, r.Due))
	}
	if r.State != "" {
		known = append(known, d.pick("gần nhất: ", "last: ")+wording.State(d.lang, r.State))
	}
	d.line("## %s", strings.Join(append(known, d.pick("chủ trì: ", "lead: ")+d.agencies(t.Lead)), " · "))
	if len(t.Milestones) < 2 {
		d.line("#  - {task: %s, state: , source: %s}", plan.Quoted(string(t.ID)), d.source)
		return
	}
	for _, part := range r.Parts {
		if !settled(part.State) {
			d.line("#  - {task: %s, milestone: %s, state: , source: %s} # %s", plan.Quoted(string(t.ID)), plan.Quoted(part.ID), d.source, d.pick("hạn ", "due ")+lang.Date(d.lang, part.Due))
		}
	}
}

// reports has an entry for each agency that answers for a row of the period.
func (d *draft) reports() {
	begun := false
	for _, r := range d.world.Compliance(d.site.Agencies) {
		if r.Period.ID != d.period.ID {
			continue
		}
		if !begun {
			d.note("\n## Ngày nhận được báo cáo của từng cơ quan.", "\n## The day on which the report of each agency came in.")
			d.line("#reports:")
			begun = true
		}
		d.line("#  - {agency: %s, received: } # %s", r.Agency, d.agency(r.Agency))
	}
}
