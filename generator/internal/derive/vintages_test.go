package derive_test

import (
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

func (w *world) snapshot(period string) *plan.Snapshot {
	for _, s := range w.plan.Snapshots {
		if s.Period == plan.PeriodID(period) {
			return s
		}
	}
	return nil
}

// correct revises the value that q1 brought.
func (w *world) correct(in string, field plan.Field, from, to plan.Scalar) {
	s := w.snapshot(in)
	s.Corrections = append(s.Corrections, plan.Correction{Indicator: "1", Period: "q1", Reference: plan.MustReference("2030-03"), Field: field, From: from, To: to,
		Reason: plan.Text{VI: "gõ nhầm", EN: "typing error"}})
}

// TestVintages: as of a period the newest vintage by then is known, and no later one.
func TestVintages(t *testing.T) {
	w := newWorld()
	w.value("q1", "2030-03", "30.1")
	w.correct("q2", plan.ValueField, "30.1", "36")
	w.correct("fy", plan.ValueField, "36", "")
	w.correct("late", plan.ValueField, "", "34")
	j := derive.Judge(w.plan)
	for period, want := range map[plan.PeriodID]string{"q1": "30.1", "q2": "36", "fy": "", "late": "34"} {
		have := ""
		for _, o := range j.Observations("1", j.Period(period).Period.Cutoff) {
			have += o.Value.String()
		}
		if have != want {
			t.Errorf("as of %s the value is %q, want %q", period, have, want)
		}
	}
	if q1 := j.Period("q1").Indicator("1"); q1.Status != derive.NotYetMet {
		t.Errorf("as of q1: %s", q1.Status)
	}
	q2, fy := j.Period("q2").Indicator("1"), j.Period("fy").Indicator("1")
	if q2.Last == nil || q2.LastHolds == nil || !*q2.LastHolds {
		t.Error("as of q2 the last known value, as corrected, should hold the target")
	}
	if fy.Last != nil {
		t.Error("a withdrawn value is still the last known one")
	}
	if fy.Status != derive.NotReported || fy.Declared().EN != "typing error" || !q2.Declared().Empty() {
		t.Errorf("as of fy: %s, explained by %q; as of q2 by %q", fy.Status, fy.Declared().EN, q2.Declared().EN)
	}
	revisions := j.Revisions()
	if len(revisions) != 3 || revisions[1].First != w.snapshot("q2").Released || !revisions[1].Withdraws() || revisions[0].First != w.snapshot("q1").Released {
		t.Errorf("the revisions are %+v", revisions)
	}
}

// TestWithdrawnParts: without its numerator a figure stays, without its value it is gone.
func TestWithdrawnParts(t *testing.T) {
	for field, want := range map[plan.Field]int{plan.NumeratorField: 1, plan.ValueField: 0} {
		w := newWorld()
		w.observe("q1", "2030-03", func(o *plan.Observation) {
			o.Value, o.Numerator, o.Denominator = plan.MustNumber("50"), plan.MustNumber("1"), plan.MustNumber("2")
		})
		w.correct("q2", field, "x", "")
		j := derive.Judge(w.plan)
		if have := len(j.Observations("1", plan.MustDate("2030-12-31"))); have != want {
			t.Errorf("%s withdrawn: %d observations, want %d", field, have, want)
		}
	}
}

func TestTaskVintages(t *testing.T) {
	w := taskWorld("2030-03-31")
	w.report("q1", done("2030-03-15"))
	task := func(in string, field plan.Field, from, to plan.Scalar) {
		s := w.snapshot(in)
		s.Corrections = append(s.Corrections, plan.Correction{Task: "1", Period: "q1", Field: field, From: from, To: to})
	}
	task("q2", plan.CompletedField, "2030-03-15", "2030-04-02")
	task("fy", plan.StateField, "done", "in_progress")
	task("late", plan.StateField, "in_progress", "")
	j := derive.Judge(w.plan)
	for period, want := range map[plan.PeriodID]derive.Verdict{"q1": derive.DoneOnTime, "q2": derive.DoneLate, "fy": derive.Overdue, "late": derive.Overdue} {
		if have := j.Period(period).Task("1").Verdict; have != want {
			t.Errorf("as of %s: %s, want %s", period, have, want)
		}
	}
	if r := j.Period("late").Task("1"); r.Report != nil {
		t.Error("a withdrawn report is still there")
	}
}

func TestFallenBack(t *testing.T) {
	w := taskWorld("2030-03-31")
	w.report("q1", done("2030-03-15"))
	w.report("q2", plan.TaskReport{State: plan.InProgress, Reason: plan.Text{VI: "trả lại", EN: "sent back"}})
	r := derive.Judge(w.plan).Revisions()
	if len(r) != 1 || r[0].From != "done" || r[0].To != "in_progress" || r[0].Period != "q1" || r[0].Release != "q2" || r[0].Reason.EN != "sent back" {
		t.Errorf("the revisions are %+v", r)
	}
}

// TestJudgeAsOf: a view as of an earlier period is what was judged when that period was the newest.
func TestJudgeAsOf(t *testing.T) {
	w := newWorld()
	w.value("q1", "2030-03", "30.1")
	w.correct("q2", plan.ValueField, "30.1", "36")
	w.snapshot("fy").Redefined = []plan.DefinitionChange{{What: "indicators/1 targets.t1.value"}}
	then := derive.JudgeAsOf([]*plan.Plan{w.plan}, plan.MustDate("2030-03-31"))[0]
	if then.Newest().Period.ID != "q1" || len(then.Revisions()) != 0 || len(then.Redefinitions()) != 1 || !then.Past {
		t.Errorf("the view is as of %s with %d revisions and %d redefinitions", then.Newest().Period.ID, len(then.Revisions()), len(then.Redefinitions()))
	}
	if o := then.Observations("1", plan.MustDate("2031-12-31")); len(o) != 1 || o[0].Value.String() != "30.1" {
		t.Errorf("the view knows %+v", o)
	}
}
