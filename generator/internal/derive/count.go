package derive

import (
	"minhbach/generator/internal/plan"
)

// readingOrder lists the statuses as readers meet them: what is known first, then what is awaited, then what is not
// known or cannot be judged.
var readingOrder = []Status{Met, Missed, OnTrack, Behind, NotYetMet, NotYetDue, Awaiting, NoPublicFigure, NotReported, NotAssessable, NoTarget}

// Statuses lists the statuses that a plan can reach, in reading order.
func Statuses(p *plan.Plan) []Status {
	paced := p.Pace != "" || anyTarget(p, func(_ *plan.Indicator, t plan.Target) bool { return len(t.Path) > 0 })
	reach := map[Status]bool{NoPublicFigure: p.Compiled(), NotReported: !p.Compiled(), NotYetDue: !p.Compiled() || waits(p), OnTrack: paced, Behind: paced}
	var list []Status
	for _, s := range readingOrder {
		if can, depends := reach[s]; can || !depends {
			list = append(list, s)
		}
	}
	return list
}

// waits tells a plan with targets whose time begins after the first cut-off, or of which a part of the time says nothing.
func waits(p *plan.Plan) bool {
	first := plan.Date{Year: 9999}
	for _, q := range p.Periods {
		if q.Kind != plan.Baseline && first.After(q.Cutoff) {
			first = q.Cutoff
		}
	}
	return anyTarget(p, func(i *plan.Indicator, t plan.Target) bool {
		return t.Kind != plan.NoTarget && (!begun(t.Reference, first) || wholeOnly(i))
	})
}

func anyTarget(p *plan.Plan, is func(*plan.Indicator, plan.Target) bool) bool {
	for _, i := range p.Indicators {
		for _, t := range i.Targets {
			if is(i, t) {
				return true
			}
		}
	}
	return false
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

// Allowed lists all statuses, in reading order.
func (Status) Allowed() []string { return ids(readingOrder) }

// Allowed lists all verdicts, in reading order.
func (Verdict) Allowed() []string { return ids(verdictOrder) }

// Allowed lists all verdicts on an agency's reporting, the best first.
func (ComplianceVerdict) Allowed() []string {
	return ids([]ComplianceVerdict{ReportedOnTime, ReportedLate, ReportedPartial, ReportMissing})
}

func ids[T ~string](all []T) []string {
	s := make([]string, len(all))
	for n, id := range all {
		s[n] = string(id)
	}
	return s
}
