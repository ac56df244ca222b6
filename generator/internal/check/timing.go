package check

import (
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// timing: a figure stands in the snapshot whose cut-off is the first on or after the time it speaks of; the result of
// an outside publisher, in the first on or after its publication. Too early is an error, except for a forecast; so
// is too late for a figure that judges, because a later period would be judged by it. A figure that came to light late
// is added to its own snapshot.
func timing(pr *planReview) {
	pr.eachObservation(func(file string, s *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		if !s.Cutoff.Known() || o.Measure == plan.Forecast {
			return
		}
		spoken := o.Reference.To
		if !spoken.Known() {
			spoken = o.Reference.From
		}
		if spoken.After(s.Cutoff) {
			pr.fail(file, item("observations", n, "reference"), "wrong-snapshot",
				diag.Say("số liệu nói về %s, sau ngày chốt %s", "the figure speaks of %s, after the cut-off %s", o.Reference, s.Cutoff),
				diag.Say("chuyển sang kỳ sau, hoặc sửa reference", "move it to a later snapshot, or correct the reference"))
			return
		}
		switch {
		case i == nil:
		case i.Publisher != "":
			pr.belongs(pr.warn, file, s, n, pr.published(s, o, i.Publisher))
		case judged(i, o): // it would judge a later period than the one it speaks of
			pr.belongs(pr.fail, file, s, n, spoken)
		default:
			pr.belongs(pr.warn, file, s, n, spoken)
		}
	})
}

// belongs says when an earlier snapshot would have been the first to know a figure.
func (pr *planReview) belongs(say func(file, path, rule string, message, hint diag.Text), file string, s *plan.Snapshot, n int, day plan.Date) {
	if !day.Known() {
		return
	}
	if day.After(s.Cutoff) {
		pr.fail(file, item("observations", n), "wrong-snapshot",
			diag.Say("kết quả này công bố ngày %s, sau ngày chốt %s", "this result came out on %s, after the cut-off %s", day, s.Cutoff),
			diag.Say("chuyển sang kỳ sau, hoặc ghi published: ngày công bố đầu tiên", "move it to a later snapshot, or give published: the day it first came out"))
		return
	}
	for _, x := range pr.plan.Periods {
		if x.Cutoff.Known() && !day.After(x.Cutoff) {
			if s.Cutoff.After(x.Cutoff) && x.ID != s.Period {
				say(file, item("observations", n), "late-figure",
					diag.Say("số liệu này đã có từ %s, thuộc kỳ “%s”", "this figure was there on %s and belongs to period “%s”", day, x.ID),
					diag.Say("chuyển sang kỳ đó", "move it to that snapshot"))
			}
			return
		}
	}
}

// published is the day on which a publisher's result came out: the figure's own, the publisher's for that reference,
// or the source's.
func (pr *planReview) published(s *plan.Snapshot, o *plan.Observation, id plan.PublisherID) plan.Date {
	if o.Published.Known() {
		return o.Published
	}
	if day := pr.plan.ReleaseDate(id, o.Reference); day.Known() {
		return day
	}
	return s.Sources[o.Source].Published.Date
}

// judgedOnce: at most one figure of an indicator, breakdown and period judges a target; all others are context.
func judgedOnce(pr *planReview) {
	type key struct {
		indicator plan.IndicatorID
		target    plan.TargetID
		breakdown plan.BreakdownID
	}
	first, of := map[key]plan.Reference{}, (*plan.Snapshot)(nil)
	pr.eachObservation(func(file string, s *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		if i == nil || o.Suppressed != "" {
			return
		}
		if s != of {
			of = s
			clear(first)
		}
		for x := range i.Targets {
			t := &i.Targets[x]
			if !judges(i, t, o) {
				continue
			}
			k := key{i.ID, t.ID, o.Breakdown}
			earlier, twice := first[k]
			if !twice || earlier.Same(o.Reference) {
				first[k] = o.Reference
				continue
			}
			pr.fail(file, item("observations", n), "judged-twice",
				diag.Say("kỳ này có hai số liệu cùng được dùng để đánh giá chỉ tiêu “%s”: %s và %s", "two figures of this snapshot would judge indicator “%s”: %s and %s", i.ID, earlier, o.Reference),
				diag.Say("ghi comparable: partly, measure hoặc breakdown cho số liệu chỉ để tham khảo", "give the one that is context comparable: partly, a measure or a breakdown"))
			return
		}
	})
}

// judged tells whether an observation judges its indicator by any target.
func judged(i *plan.Indicator, o *plan.Observation) bool {
	for n := range i.Targets {
		if judges(i, &i.Targets[n], o) {
			return true
		}
	}
	return false
}

// judges tells whether an observation judges a target: of its scope or units, fully comparable, of the indicator's own
// measure, with a reference that ends within the target's.
func judges(i *plan.Indicator, t *plan.Target, o *plan.Observation) bool {
	party := o.Breakdown == t.Scope && len(t.EachOf) == 0 || slices.Contains(t.EachOf, o.Breakdown)
	measure := (o.Measure == "" || o.Measure == i.Measure) && i.Measure != plan.Forecast
	return t.Kind != plan.NoTarget && party && measure && o.Comparable == plan.Fully && o.Reference.EndsWithin(t.Reference)
}
