package check

import (
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// A correction revises what an earlier snapshot brought. The snapshots are gone through in order with the newest
// vintage of every row at hand, so that a chain of corrections is held link by link.
//
// Whether a figure tells of too few persons is asked of the vintage that stands in the end: a small count that a later
// snapshot withdraws needs no edit of what was released.

// corrections: each speaks of one released row, starts from its newest vintage, changes it, and gives a value that the
// field can hold.
func corrections(pr *planReview) {
	v, drafting := &vintages{planReview: pr}, false
	for _, s := range pr.plan.Snapshots {
		if draft := !s.Released.Known(); draft != drafting {
			if drafting = draft; drafting {
				v.published = slices.Clone(v.figures)
			}
		}
		revised := map[*figure]int{}
		for n := range s.Corrections {
			if f := v.correct(s, n, &s.Corrections[n]); f != nil {
				revised[f] = n
			}
		}
		v.sound(s, revised)
		v.openByCorrection(s)
		v.learn(s)
		if drafting {
			v.draft(s, revised)
		}
	}
	if !drafting {
		v.published = v.figures
	}
	standing := slices.Concat(v.published, v.drafts)
	for n := range standing {
		v.smallCount(&standing[n])
	}
	v.derivable(standing)
}

// draft keeps what a draft brings and revises beside what it would replace, which stands until the draft is released.
func (v *vintages) draft(s *plan.Snapshot, revised map[*figure]int) {
	for k := range v.figures {
		f := &v.figures[k]
		if _, touched := revised[f]; touched {
			v.drafts = append(v.drafts, *f)
		}
	}
	v.drafts = append(v.drafts, v.brought(s, &suppressHint)...)
}

// brought are the figures that a snapshot brings.
func (v *vintages) brought(s *plan.Snapshot, hint *diag.Text) []figure {
	all, file := make([]figure, len(s.Observations)), snapshotFile(v.plan, s)
	for n := range s.Observations {
		all[n] = figure{&s.Observations[n], s.Period, file, place{list: "observations", index: n}, hint}
	}
	return all
}

// openByCorrection: a correction leaves no task done over a part of the same snapshot that is not.
func (v *vintages) openByCorrection(s *plan.Snapshot) {
	for n, c := range s.Corrections {
		if c.Task == "" {
			continue
		}
		var reports []plan.TaskReport
		for _, r := range v.reports {
			if r.period == c.Period {
				reports = append(reports, r.TaskReport)
			}
		}
		if k := plan.OpenPart(reports); k >= 0 && reports[k].Task == c.Task {
			v.openPart(snapshotFile(v.plan, s), item("corrections", n, "to"), reports[k])
			return
		}
	}
}

// sound: what the corrections of a snapshot together make of a figure is one that could have been reported. The last of
// them answers for it.
func (v *vintages) sound(s *plan.Snapshot, revised map[*figure]int) {
	for k := range v.figures {
		f := &v.figures[k]
		if n, touched := revised[f]; touched {
			file, at := snapshotFile(v.plan, s), place{"corrections", n, "to"}
			v.inRange(file, at, f.Observation, v.rows[f.Indicator])
			v.foreign(file, at, f.Observation, v.rows[f.Indicator])
			f.file, f.at, f.hint = file, at, &withdrawHint
		}
	}
}

// vintages are the rows of the snapshots so far, in their newest vintage.
type vintages struct {
	*planReview
	figures   []figure
	published []figure // without the corrections of drafts
	drafts    []figure // what drafts would bring
	reports   []report
}

// figure is an observation, the period that brought it, where its newest vintage stands, and how it is mended when it tells
// of too few persons.
type figure struct {
	*plan.Observation // as the snapshot has it, or as a correction left it
	period            plan.PeriodID
	file              string
	at                place
	hint              *diag.Text
}

type report struct {
	plan.TaskReport
	period plan.PeriodID
}

func (v *vintages) learn(s *plan.Snapshot) {
	if !s.Released.Known() {
		return
	}
	v.figures = append(v.figures, v.brought(s, &releasedHint)...)
	for _, r := range s.TaskReports {
		v.reports = append(v.reports, report{r, s.Period})
	}
}

// correct gives the figure that a correction revised; nil when it was none, or the correction has a problem.
func (v *vintages) correct(s *plan.Snapshot, n int, c *plan.Correction) *figure {
	file := snapshotFile(v.plan, s)
	at := func(key string) string { return item("corrections", n, key) }
	v.refer(file, at("period"), string(c.Period), v.periods)
	switch {
	case (c.Indicator == "") == (c.Task == ""):
		v.fail(file, item("corrections", n), "correction",
			diag.Say("một đính chính nói về một chỉ tiêu hoặc một nhiệm vụ", "a correction speaks of one indicator or one task"),
			diag.Say("ghi indicator và reference, hoặc task", "write indicator and reference, or task"))
	case c.Indicator != "":
		v.referMeasured(file, at("indicator"), c.Indicator)
		return v.correctFigure(file, s, n, c)
	default:
		v.refer(file, at("task"), string(c.Task), v.tasks)
		v.correctReport(file, s, n, c)
	}
	return nil
}

func (v *vintages) correctFigure(file string, s *plan.Snapshot, n int, c *plan.Correction) *figure {
	i := v.rows[c.Indicator]
	if i == nil || !v.periods.has[string(c.Period)] {
		return nil
	}
	for k := range v.figures {
		f := &v.figures[k]
		if f.period != c.Period || !c.Fits(f.Observation, i.Measure) {
			continue
		}
		if f.Suppressed != "" {
			v.suppressedCorrected(file, n)
			return nil
		}
		revised, err := f.With(c.Field, c.To)
		if !v.chained(file, n, c, f.Field(c.Field), err) {
			return nil
		}
		v.withinKind(file, n, c, i)
		f.Observation = &revised
		return f
	}
	v.neverReleased(file, s, n, c)
	return nil
}

// suppressedCorrected: what was kept back has nothing to correct.
func (v *vintages) suppressedCorrected(file string, n int) {
	v.fail(file, item("corrections", n), "correction",
		diag.Say("số liệu này được giữ kín, không có giá trị nào để đính chính", "this figure is suppressed and has no value to correct"),
		diag.Say("bỏ mục này; số liệu mới thì ghi vào observations", "drop the entry; a new figure belongs in observations"))
}

// withinKind: a tier is one of the indicator's.
func (v *vintages) withinKind(file string, n int, c *plan.Correction, i *plan.Indicator) {
	if c.Field == plan.TierField {
		tiers := newRegister(tierNoun, ids(i.Tiers, func(t plan.Tier) string { return string(t.ID) })).strict(true)
		v.refer(file, item("corrections", n, "to"), string(c.To), tiers)
	}
}

func (v *vintages) correctReport(file string, s *plan.Snapshot, n int, c *plan.Correction) {
	if v.work[c.Task] == nil || !v.periods.has[string(c.Period)] {
		return
	}
	for k := range v.reports {
		r := &v.reports[k]
		if r.period != c.Period || !c.FitsReport(&r.TaskReport) {
			continue
		}
		revised, err := r.With(c.Field, c.To)
		if !v.chained(file, n, c, r.Field(c.Field), err) {
			return
		}
		v.coherent(file, place{"corrections", n, "to"}, s.Cutoff, revised)
		r.TaskReport = revised
		return
	}
	v.neverReleased(file, s, n, c)
}

// chained tells whether a correction follows on the newest vintage, and what it makes of it.
func (v *vintages) chained(file string, n int, c *plan.Correction, newest plan.Scalar, unfit error) bool {
	switch {
	case unfit != nil:
		v.fail(file, item("corrections", n, "to"), "correction",
			diag.Say("“%s” không ghi được vào %s", "“%s” cannot stand in %s", c.To, c.Field),
			diag.Say("viết như ở chỗ được sửa, ví dụ 42.79, 19/61, done, 2030-06-30; null để rút lại", "write it as where it is corrected, such as 42.79, 19/61, done, 2030-06-30; null withdraws"))
	case c.From != newest:
		v.fromChain(file, item("corrections", n, "from"), "correction-from",
			diag.Say("from ghi %s, còn giá trị mới nhất đã công bố là %s", "from says %s, the newest released value is %s", shown(c.From), shown(newest)),
			diag.Say("viết from: %s", "write from: %s", shown(newest)))
	case c.To == newest:
		v.fail(file, item("corrections", n, "to"), "correction",
			diag.Say("đính chính không thay đổi gì: cả hai đều là %s", "the correction changes nothing: both are %s", shown(c.To)),
			diag.Say("ghi giá trị mới, hoặc bỏ mục này", "write the new value, or drop the entry"))
	default:
		return true
	}
	return false
}

func shown(s plan.Scalar) string {
	if s == "" {
		return "null"
	}
	return string(s)
}

// neverReleased: only what an earlier snapshot brought can be corrected.
func (v *vintages) neverReleased(file string, s *plan.Snapshot, n int, c *plan.Correction) {
	v.fromChain(file, item("corrections", n), "correction-unknown",
		diag.Say("trước kỳ “%s” chưa từng công bố giá trị này ở kỳ “%s”", "no such value of period “%[2]s” was released before “%[1]s”", s.Period, c.Period),
		diag.Say("sửa cho đúng kỳ, reference, breakdown, measure hoặc milestone đã công bố; giá trị mới thì ghi vào observations", "give the period, reference, breakdown, measure or milestone as released; a new value belongs in observations"))
}
