package derive

import (
	"minhbach/generator/internal/plan"
)

// readingOrder lists the statuses as readers meet them: what is known first, then what is awaited, then what is not
// known or cannot be judged.
var readingOrder = []Status{Met, Missed, OnTrack, Behind, NotYetMet, NotYetDue, Awaiting, NoPublicFigure, NotReported, NotAssessable, NoTarget}

// Statuses lists the statuses that a plan can reach, in reading order.
func Statuses(p *plan.Plan) []Status {
	var reach []Status
	for _, s := range readingOrder {
		switch s {
		case NoPublicFigure:
			if !p.Compiled() {
				continue
			}
		case NotReported, NotYetDue:
			if p.Compiled() {
				continue
			}
		case OnTrack, Behind:
			if p.Pace == "" {
				continue
			}
		}
		reach = append(reach, s)
	}
	return reach
}

var verdictOrder = []Verdict{DoneOnTime, DoneLate, DoneDateNotStated, InProgressVerdict, DueThisPeriod, Overdue, NotStartedVerdict,
	NotReportedTask, NoPublicDocument, NoDeadline, ReplacedVerdict, CancelledVerdict}

// Verdicts lists the verdicts that a plan can reach, in reading order.
func Verdicts(p *plan.Plan) []Verdict {
	var reach []Verdict
	for _, v := range verdictOrder {
		switch v {
		case NoPublicDocument:
			if !p.Compiled() {
				continue
			}
		case Overdue, NotStartedVerdict, NotReportedTask:
			if p.Compiled() {
				continue
			}
		}
		reach = append(reach, v)
	}
	return reach
}

// CountIndicators counts indicators by status.
func (a *AsOf) CountIndicators() map[Status]int {
	n := map[Status]int{}
	for _, r := range a.Indicators {
		n[r.Status]++
	}
	return n
}

// CountTasks counts the rows of a level (task or subtask) by verdict.
func (a *AsOf) CountTasks(l plan.Level) map[Verdict]int {
	n := map[Verdict]int{}
	for _, r := range a.Tasks {
		if r.Task.Level == l {
			n[r.Verdict]++
		}
	}
	return n
}
