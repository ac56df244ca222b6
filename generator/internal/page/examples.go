package page

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// statusExample is the first indicator with a status, in the newest period in which there is one; one with a single
// target before one with several.
func (s *scope) statusExample(f *Frame, status derive.Status) *Example {
	if s.world == nil {
		return nil
	}
	for _, a := range slices.Backward(s.world.Periods) {
		var found *derive.IndicatorResult
		for _, r := range a.Indicators {
			if r.Status == status && (found == nil || len(found.Targets) > 1 && len(r.Targets) == 1) {
				found = r
			}
		}
		if found != nil {
			e := s.indicatorExample(f, found.Indicator, s.words.Why(found))
			e.When = s.words.Period(a.Period)
			return e
		}
	}
	return nil
}

func (s *scope) indicatorExample(f *Frame, i *plan.Indicator, steps []string) *Example {
	name := s.say("indicator.number", string(i.ID)) + ", " + i.Short.In(s.lang)
	return &Example{Link: Link{name, s.link(f, IndicatorPath(s.lang, s.world.Plan, i.ID))}, Steps: steps}
}

// verdictExample is the first task with a verdict, in the newest period in which there is one.
func (s *scope) verdictExample(f *Frame, v derive.Verdict) *Example {
	if s.world == nil {
		return nil
	}
	for _, a := range slices.Backward(s.world.Periods) {
		for _, r := range a.Tasks {
			if r.Verdict == v {
				name := s.say("task.number", string(r.Task.ID)) + ", " + r.Task.Short.In(s.lang)
				return &Example{Link: Link{name, s.link(f, TaskPath(s.lang, s.world.Plan, r.Task.ID))}, When: s.words.Period(a.Period), Steps: s.words.TaskWhy(r)}
			}
		}
	}
	return nil
}

// targetExample is the first indicator with a target of a kind, as printed and as read.
func (s *scope) targetExample(f *Frame, kind plan.TargetKind) *Example {
	if s.now == nil {
		return nil
	}
	for _, r := range s.now.Indicators {
		for _, t := range r.Targets {
			if t.Target.Kind == kind {
				read := s.say("method.read", lang.Quote(r.Indicator.Printed.Target), s.words.Target(r.Indicator, *t.Target))
				return s.indicatorExample(f, r.Indicator, []string{read})
			}
		}
	}
	return nil
}

// unused says that the newest plan cannot reach a status; empty when it can.
func (s *scope) unused(status derive.Status) string {
	if s.world == nil || slices.Contains(derive.Statuses(s.world.Plan), status) {
		return ""
	}
	return s.say("method.unused", s.world.Plan.Short.In(s.lang))
}

func (s *scope) unusedVerdict(v derive.Verdict) string {
	if s.world == nil || slices.Contains(derive.Verdicts(s.world.Plan), v) {
		return ""
	}
	return s.say("method.unused", s.world.Plan.Short.In(s.lang))
}
