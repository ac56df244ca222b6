package difference

import (
	"slices"

	"minhbach/generator/internal/ledger"
)

// heights tell how far up a status or verdict stands; one that is not here is not known, or stands beside the ladder.
var heights = map[string]int{
	"missed": 1, "behind": 2, "not_yet_met": 2, "on_track": 3, "met": 4,
	"overdue": 1, "not_started": 2, "due_this_period": 3, "in_progress": 3, "done_late": 4, "done_date_not_stated": 4, "done_on_time": 4,
}

// unknown are those of which nothing was reported or found.
var unknown = []string{"not_reported", "no_public_figure", "no_public_document"}

// course tells how a row went. An open row that became missed or overdue did not move: its day came.
func course(before, after string) Course {
	was, is := heights[before], heights[after]
	switch {
	case was > 0 && slices.Contains(unknown, after):
		return Unknown
	case was == 0 && is > 0:
		return Known
	case was == 0 || is == 0 || was == is:
		return Other
	case is > was:
		return Rose
	case after == "overdue" && was < 4, after == "missed" && was == 2:
		return Expired
	}
	return Fell
}

// statuses are the indicators whose status as of the newer period is another than as of the older.
func (c *comparison) statuses() []Standing {
	return c.standings("statuses", "indicator", "status")
}

func (c *comparison) verdicts() []Standing { return c.standings("task_reports", "task", "verdict") }

func (c *comparison) standings(table, column, cell string) []Standing {
	before := map[string]string{}
	for _, r := range c.from.rows(table) {
		if r["period"] == c.from.side.Period {
			before[r[column]] = r[cell]
		}
	}
	var all []Standing
	for _, r := range c.to.rows(table) {
		was, known := before[r[column]]
		if r["period"] != c.to.side.Period || !known || was == r[cell] {
			continue
		}
		went := course(was, r[cell])
		all = append(all, Standing{c.row(r["indicator"], r["task"]), was, r[cell], went, textOf(r, "explanation"), c.reason(r["indicator"], r["task"], went)})
	}
	return all
}

// reason is what the newer side says about a row: the note at its figure or the reason of a declared gap of the
// period, a correction, or a changed definition. Why an earlier figure was wrong does not say why there is none now, unless
// it was withdrawn, nor why the new one is better.
func (c *comparison) reason(indicator, task string, went Course) Text {
	is := func(r ledger.Row) bool { return r["indicator"] == indicator && r["task"] == task }
	for _, r := range c.to.rows("observations") {
		if r["period"] != c.to.side.Period || r["indicator"] != indicator {
			continue
		}
		for _, column := range []string{"note", "reason"} {
			if t := textOf(r, column); !t.empty() {
				return t
			}
		}
	}
	for _, table := range []string{"revisions", "definition_changes"} {
		for _, r := range c.to.rows(table) {
			whole := r["indicator"] == "" && r["task"] == ""
			beside := table == "revisions" && (went == Rose || went == Unknown && r["to"] != "")
			if c.since[r["release"]] && (is(r) || whole) && !beside {
				return textOf(r, "reason")
			}
		}
	}
	return Text{}
}

// reporting is how each agency reported in the newer period.
func (c *comparison) reporting() []Reporting {
	before := ledger.Index(c.from.rows("compliance"), "agency", "period")
	var all []Reporting
	for _, r := range c.to.rows("compliance") {
		if r["period"] != c.to.side.Period {
			continue
		}
		was := ledger.Row{"agency": r["agency"], "period": c.from.side.Period}
		all = append(all, Reporting{r["agency"], c.to.text("agencies", "agency", r["agency"], "name"), r["verdict"], before[was.Key("agency", "period")]["verdict"],
			r["days_late"], r["rows_due"], r["rows_reported"]})
	}
	return all
}
