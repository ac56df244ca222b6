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

// CountIndicators counts by status the indicators whose result rests on no sample, and apart from them those whose
// result does: facts and samples are never added up.
func (a *AsOf) CountIndicators() (real map[Status]int, samples int) {
	real = map[Status]int{}
	for _, r := range a.Indicators {
		if r.Lowered == plan.Sample {
			samples++
			continue
		}
		real[r.Status]++
	}
	return real, samples
}

// CountTasks counts the rows of a level (task or subtask) by verdict, with the samples apart.
func (a *AsOf) CountTasks(l plan.Level) (real map[Verdict]int, samples int) {
	real = map[Verdict]int{}
	for _, r := range a.Tasks {
		switch {
		case r.Task.Level != l:
		case r.Lowered == plan.Sample:
			samples++
		default:
			real[r.Verdict]++
		}
	}
	return real, samples
}
