package derive

import (
	"iter"
	"slices"

	"minhbach/generator/internal/plan"
)

// Reporting compliance is known of plans that report on themselves alone: which of the rows that an agency answers for
// it reported in a period, and when its report came. An agency answers for the indicators that it monitors, and for the
// tasks that it leads; not for results of outside publishers, indicators without a target or with their final
// figures, or tasks that had been settled before. A collective name answers as the group that it is. Once an agency has ended, its successor answers.
//
// In this order: missing when nothing came, partial when rows are missing, late when the report came after its due
// day, on time. Where no day was noted nothing is called late. The order of the agencies is the registry's: this is no
// league table.

// ComplianceVerdict says how an agency reported.
type ComplianceVerdict string

// The verdicts on reporting, in the order of the codebook.
const (
	ReportedOnTime  ComplianceVerdict = "on_time"
	ReportedLate    ComplianceVerdict = "late"
	ReportedPartial ComplianceVerdict = "partial"
	ReportMissing   ComplianceVerdict = "missing"
)

// ComplianceResult is how an agency reported in a period.
type ComplianceResult struct {
	Agency         plan.AgencyID
	Period         plan.Period
	Received       plan.Date // unknown when none came, or its day was not noted
	RowsDue        int
	RowsReported   int
	DaysLate       int
	Verdict        ComplianceVerdict
	reportReceived bool
}

// Compliance is one result an agency of the registry and judged period in which rows of it were due, period after
// period; none for a plan that was compiled from public sources.
func (w *World) Compliance(registry []plan.Agency) []ComplianceResult {
	if w.Plan.Compiled() {
		return nil
	}
	var all []ComplianceResult
	for n, a := range w.Periods {
		if a.Period.Kind == plan.Late && !a.Period.Due.Known() { // nobody was asked for a report
			continue
		}
		var before *AsOf
		if n > 0 {
			before = w.Periods[n-1]
		}
		rows := w.answers(registry, a, before)
		for _, agency := range registry {
			if r := rows[agency.ID]; r != nil {
				r.judge()
				all = append(all, *r)
			}
		}
	}
	return all
}

// answers counts the rows of each agency as of a period.
func (w *World) answers(registry []plan.Agency, a, before *AsOf) map[plan.AgencyID]*ComplianceResult {
	all := map[plan.AgencyID]*ComplianceResult{}
	for r := range w.due(a, before) {
		for _, id := range then(registry, r.asked, a.Period.Cutoff) {
			if all[id] == nil {
				all[id] = &ComplianceResult{Agency: id, Period: a.Period}
			}
			all[id].RowsDue++
			if r.reported {
				all[id].RowsReported++
			}
		}
	}
	for _, report := range a.Snapshot.Reports {
		for _, id := range then(registry, []plan.AgencyID{report.Agency}, a.Period.Cutoff) {
			if r := all[id]; r != nil { // of several that had become one, the last report completes it
				r.reportReceived = true
				if report.Received.After(r.Received) {
					r.Received = report.Received
				}
			}
		}
	}
	return all
}

// dueRow is a row that was due in a period: an indicator or a task, and those who are asked for it.
type dueRow struct {
	indicator *plan.Indicator
	task      *plan.Task
	asked     []plan.AgencyID
	reported  bool
}

// due are the rows that were due in a period, in printed order, indicators first.
func (w *World) due(a, before *AsOf) iter.Seq[dueRow] {
	return func(yield func(dueRow) bool) {
		figures, reports := figuresOf(a.Snapshot), reportsOf(a.Snapshot)
		for _, r := range a.Indicators {
			reported := brings(figures[r.Indicator.ID], r.Indicator)
			if r.Status != NoTarget && r.Indicator.Publisher == "" && (reported || r.Status != NotYetDue && !r.Settled()) {
				monitoring, _ := w.Plan.Answering(r.Indicator)
				if !yield(dueRow{r.Indicator, nil, monitoring, reported}) {
					return
				}
			}
		}
		for _, r := range a.Tasks {
			if before == nil || !settled(before.Task(r.Task.ID)) {
				if !yield(dueRow{nil, r.Task, r.Task.Lead, reports[r.Task.ID]}) {
					return
				}
			}
		}
	}
}

func (r *ComplianceResult) judge() {
	if r.Period.Due.Known() && r.Received.Known() {
		r.DaysLate = max(r.Received.DaysSince(r.Period.Due), 0)
	}
	switch {
	case r.RowsReported == 0 && !r.reportReceived:
		r.Verdict = ReportMissing
	case r.RowsReported < r.RowsDue:
		r.Verdict = ReportedPartial
	case r.DaysLate > 0:
		r.Verdict = ReportedLate
	default:
		r.Verdict = ReportedOnTime
	}
}

// settled tells a task that needs no further report.
func settled(r *TaskResult) bool {
	return r.State == plan.Done || r.State == plan.Cancelled || r.State == plan.Replaced
}

// figuresOf are the breakdowns of which a snapshot has figures, by indicator; forecasts are none.
func figuresOf(s *plan.Snapshot) map[plan.IndicatorID][]plan.BreakdownID {
	all := map[plan.IndicatorID][]plan.BreakdownID{}
	for n := range s.Observations {
		if o := &s.Observations[n]; o.Measure != plan.Forecast {
			all[o.Indicator] = append(all[o.Indicator], o.Breakdown)
		}
	}
	return all
}

// brings tells whether figures are those of an indicator: of the whole, or of what a target is set for.
func brings(figures []plan.BreakdownID, i *plan.Indicator) bool {
	return slices.ContainsFunc(figures, func(of plan.BreakdownID) bool {
		return of == "" || slices.ContainsFunc(i.Targets, func(t plan.Target) bool { return slices.Contains(parties(t), of) })
	})
}

// reportsOf are the tasks that a snapshot reports on.
func reportsOf(s *plan.Snapshot) map[plan.TaskID]bool {
	all := map[plan.TaskID]bool{}
	for n := range s.TaskReports {
		all[s.TaskReports[n].Task] = true
	}
	return all
}

// then are the agencies that answered on a day: those named, or what each had become part of by then; each once.
func then(registry []plan.Agency, ids []plan.AgencyID, day plan.Date) []plan.AgencyID {
	var all []plan.AgencyID
	for _, id := range ids {
		for range registry { // a chain of successors cannot be longer than the registry
			n := slices.IndexFunc(registry, func(a plan.Agency) bool { return a.ID == id })
			if n < 0 || registry[n].Successor == "" || !registry[n].ValidTo.Known() || !day.After(registry[n].ValidTo) {
				break
			}
			id = registry[n].Successor
		}
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}
