package chart

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// gapWord is the word for a figure that is not there; it accuses nobody without evidence.
func (s *subject) gapWord(status derive.Status) string {
	switch status {
	case derive.Awaiting:
		return s.say("chờ công bố", "awaiting")
	case derive.NotReported:
		return s.say("chưa báo cáo", "not reported")
	case derive.NotYetDue:
		return s.say("chưa đến hạn", "not yet due")
	}
	if s.Plan.Compiled() {
		return s.say("chưa tìm thấy số liệu", "no public figure")
	}
	return s.say("chưa có số liệu", "no figure")
}

// later is the word for a period that had not come.
func (s *subject) later() string { return s.say("chưa đến kỳ", "not yet due") }

// gapOf is the word for the missing figure of a year: the target's own status says it, for other years whether the
// publisher's result was out.
func (s *subject) gapOf(ref plan.Reference, t *derive.TargetResult) string {
	switch {
	case s.suppressedAt(ref):
		return s.Suppressed()
	case t != nil && t.Target.Reference.Same(ref):
		return s.gapWord(t.Status)
	case s.indicator.Publisher != "" && !s.out(ref):
		return s.gapWord(derive.Awaiting)
	}
	return s.gapWord("")
}

// suppressed tells a headline figure of the indicator's own measure that is kept back.
func (s *subject) suppressed(o *derive.Observation) bool {
	return o.Suppressed != "" && o.Breakdown == "" && s.ownMeasure(o)
}

func (s *subject) suppressedAt(ref plan.Reference) bool {
	return slices.ContainsFunc(s.known, func(o derive.Observation) bool { return s.suppressed(&o) && o.Reference.Same(ref) })
}

// out tells whether the publisher's result for a reference had come out by the cut-off.
func (s *subject) out(ref plan.Reference) bool {
	day := s.Plan.ReleaseDate(s.indicator.Publisher, ref)
	return day.Known() && !day.After(s.asOf.Period.Cutoff)
}

// ownMeasure tells whether a figure is of the indicator's own measure.
func (s *subject) ownMeasure(o *derive.Observation) bool {
	return o.Measure == "" || o.Measure == s.indicator.Measure
}
