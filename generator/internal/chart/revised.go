package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Was is the value that a correction superseded.
type Was struct {
	Value float64
	Text  string
}

// revised marks a slot whose figure was corrected by the period looked at: the value before the newest correction, and its
// day under the label.
func (s *subject) revised(slot *Slot, o *derive.Observation) {
	revised := plan.Date{}
	for _, r := range s.world.Revisions() {
		fits := r.Field == plan.ValueField && r.Period == o.Period && r.Correction.Fits(o.Observation, s.indicator.Measure)
		if before, err := o.With(plan.ValueField, r.From); fits && err == nil && before.Value.Known() && s.releasedBy(r.Release) {
			slot.Was, revised = &Was{before.Value.Float(), s.number(before.Value)}, r.Revised
		}
	}
	if slot.Was != nil {
		slot.Sub = under(slot.Sub, s.say("sửa ", "revised ")+lang.DateShort(s.Lang, revised))
	}
	if o.Status == plan.Provisional {
		slot.Provisional = true
		slot.Sub = under(slot.Sub, s.say("tạm tính", "provisional"))
	}
}

// releasedBy tells whether a snapshot was there as of the period looked at.
func (s *subject) releasedBy(id plan.PeriodID) bool {
	for _, p := range s.Plan.Periods {
		if p.ID == id {
			return !p.Cutoff.After(s.asOf.Period.Cutoff)
		}
	}
	return false
}

// under adds a remark to those that stand under a label.
func under(sub, remark string) string {
	if sub == "" {
		return remark
	}
	return sub + " · " + remark
}
