package page

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Changes are the rows whose status is another than in the judged period before, worst first.
type Changes struct {
	Heading, Summary string
	Rows             []ChangeRow
}

// ChangeRow is a row before and now.
type ChangeRow struct {
	Link
	Before, Now         Tile
	BeforeWord, NowWord string
	Answer              string

	id rowID
}

// rowID names a row of the plan: an indicator or a task.
type rowID struct {
	indicator plan.IndicatorID
	task      plan.TaskID
}

// judgedBefore is the judged period before; nil for the first.
func (s *scope) judgedBefore(a *derive.AsOf) *derive.AsOf {
	var before *derive.AsOf
	for _, other := range s.world.Periods {
		if other == a {
			break
		}
		before = other
	}
	return before
}

func (s *scope) indicatorLink(f *Frame, i *plan.Indicator) Link {
	return Link{string(i.ID) + " " + i.Short.In(s.lang), s.link(f, IndicatorPath(s.lang, s.world.Plan, i.ID))}
}

func (s *scope) changes(f *Frame, a *derive.AsOf) Changes {
	before := s.judgedBefore(a)
	if before == nil {
		return Changes{Heading: s.say("period.changes.heading"), Summary: s.say("period.changes.first")}
	}
	c := Changes{Heading: s.say("period.changes", s.words.Period(before.Period)), Summary: s.say("period.changes.none")}
	for _, r := range a.Indicators {
		if was := before.Indicator(r.Indicator.ID); was.Status != r.Status {
			c.Rows = append(c.Rows, ChangeRow{
				Link:   s.indicatorLink(f, r.Indicator),
				Before: statusTile(was), BeforeWord: wording.Status(s.lang, was.Status),
				Now: statusTile(r), NowWord: wording.Status(s.lang, r.Status), Answer: s.words.Answer(r), id: rowID{indicator: r.Indicator.ID}})
		}
	}
	for _, r := range a.Tasks {
		if was := before.Task(r.Task.ID); was.Verdict != r.Verdict {
			c.Rows = append(c.Rows, ChangeRow{
				Link:   Link{s.say("task.number", string(r.Task.ID)) + ". " + r.Task.Short.In(s.lang), s.link(f, TaskPath(s.lang, s.world.Plan, r.Task.ID))},
				Before: verdictTile(was), BeforeWord: wording.Verdict(s.lang, was.Verdict),
				Now: verdictTile(r), NowWord: wording.Verdict(s.lang, r.Verdict), Answer: s.words.TaskAnswer(r), id: rowID{task: r.Task.ID}})
		}
	}
	slices.SortStableFunc(c.Rows, func(x, y ChangeRow) int { return x.rank() - y.rank() })
	if len(c.Rows) > 0 {
		c.Summary = s.count("period.changes.count", len(c.Rows))
	}
	return c
}

// rank puts what is amiss first, then what is not known any more, and what was reached last.
func (r ChangeRow) rank() int {
	if at := slices.Index(worst, r.Now.Kind); at >= 0 {
		return at
	}
	if r.Now.Kind == reached {
		return len(worst) + 1
	}
	return len(worst)
}

// The kinds that come first, in this order, and the one that comes last.
var (
	worst = []string{statusKinds[derive.Missed], verdictKinds[derive.Overdue], verdictKinds[derive.DoneLate], statusKinds[derive.Behind],
		statusKinds[derive.NotReported], statusKinds[derive.NoPublicFigure]}
	reached = statusKinds[derive.Met] // which is also that of a task done on time
)
