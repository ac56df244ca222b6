package ledger

import (
	"strconv"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// once reports a problem that several releases show in the same place the first time only; about tells apart problems
// that have no place of their own.
func (c *comparison) once(file, path, about, rule string, message, hint diag.Text) {
	key := file + "\x00" + path + "\x00" + about
	if c.said == nil {
		c.said = map[string]bool{}
	}
	if !c.said[key] {
		c.said[key] = true
		c.fail(file, path, rule, message, hint)
	}
}

// snapshot is the file of a period; of the release's own where a row names none.
func (c *comparison) snapshot(period string) string {
	if period == "" {
		period = c.release.Period
	}
	return "plans/" + c.plan.ID + "/snapshots/" + period + ".yaml"
}

// figure is the place of a field of the figure that a row of observations shows: its newest correction by the release,
// or where it was first brought.
func (c *comparison) figure(r Row, f plan.Field) (file, path string) {
	as := plan.Correction{Indicator: plan.IndicatorID(r["indicator"]), Breakdown: plan.BreakdownID(r["breakdown"]), Measure: plan.Measure(r["measure"])}
	_ = as.Reference.UnmarshalText([]byte(r["reference"])) // a row of ours has one that can be read
	i := c.plan.Indicator(as.Indicator)
	file, path = c.snapshot(r["period"]), "observations"
	for _, s := range c.plan.Snapshots {
		for n, o := range s.Observations {
			if string(s.Period) == r["period"] && i != nil && as.Fits(&o, i.Measure) {
				path = entry("observations", n) + "." + string(f)
			}
		}
		for n, x := range s.Corrections {
			o := plan.Observation{Indicator: x.Indicator, Reference: x.Reference, Breakdown: x.Breakdown, Measure: x.Measure}
			if string(x.Period) == r["period"] && x.Field == f && i != nil && as.Fits(&o, i.Measure) {
				file, path = c.snapshot(string(s.Period)), entry("corrections", n)+".to"
			}
		}
		if string(s.Period) == c.release.Period {
			break
		}
	}
	return file, path
}

// report is the data path of the task report that a row shows.
func (c *comparison) report(r Row) string {
	for _, s := range c.plan.Snapshots {
		for n, x := range s.TaskReports {
			if string(s.Period) == r["reported_in"] && string(x.Task) == r["task"] && x.Milestone == "" {
				return entry("task_reports", n)
			}
		}
	}
	return "task_reports"
}

// part is the place of the newest report of a part of a task by the release; where there is none any more, the snapshot
// that the row was released with.
func (c *comparison) part(r Row, id string) (file, path string) {
	file, path = c.snapshot(r["reported_in"]), "task_reports"
	for _, s := range c.plan.Snapshots {
		for n, x := range s.TaskReports {
			if string(x.Task) == r["task"] && x.Milestone == id {
				file, path = c.snapshot(string(s.Period)), entry("task_reports", n)
			}
		}
		if string(s.Period) == c.release.Period {
			break
		}
	}
	return file, path
}

// target is the data path of a key of a target.
func (c *comparison) target(indicator, target, key string) string {
	if i := c.plan.Indicator(plan.IndicatorID(indicator)); i != nil {
		for n, t := range i.Targets {
			if string(t.ID) == target {
				return entry("targets", n) + "." + key
			}
		}
	}
	return "targets"
}

func entry(list string, n int) string { return list + "[" + strconv.Itoa(n) + "]" }

// of is a cell of the first row whose column holds an id.
func of(rows []Row, column, id, cell string) string {
	for _, r := range rows {
		if r[column] == id {
			return r[cell]
		}
	}
	return ""
}

func quoted(cell string) string {
	if cell == "" {
		return "null"
	}
	return "“" + cell + "”"
}
