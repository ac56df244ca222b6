package check

import (
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// eachObservation calls a rule's body for every observation of the plan with its indicator, which is nil when unknown.
func (pr *planReview) eachObservation(body func(file string, s *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator)) {
	for _, s := range pr.plan.Snapshots {
		file := snapshotFile(pr.plan, s)
		for n := range s.Observations {
			o := &s.Observations[n]
			body(file, s, n, o, pr.rows[o.Indicator])
		}
	}
}

// observationReferences: everything that an observation names exists, and its row is one that is measured.
func observationReferences(pr *planReview) {
	pr.eachObservation(func(file string, s *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		if !pr.rightObservation(s, o, i) {
			pr.referMeasured(file, item("observations", n, "indicator"), o.Indicator)
			pr.refer(file, item("observations", n, "breakdown"), string(o.Breakdown), pr.breakdowns)
			pr.referSource(file, item("observations", n, "source"), o.Source, known(s))
			if i != nil {
				tiers := newRegister(tierNoun, ids(i.Tiers, func(t plan.Tier) string { return string(t.ID) })).strict(true)
				pr.refer(file, item("observations", n, "tier"), string(o.Tier), tiers)
			}
		}
	})
}

// rightObservation is the short way through for the thousands that are right.
func (pr *planReview) rightObservation(s *plan.Snapshot, o *plan.Observation, i *plan.Indicator) bool {
	_, source := s.Sources[o.Source]
	return i != nil && i.Measured() && source && o.Breakdown == "" && o.Tier == ""
}

func known(s *plan.Snapshot) map[plan.SourceID]bool {
	all := make(map[plan.SourceID]bool, len(s.Sources))
	for id := range s.Sources {
		all[id] = true
	}
	return all
}

// referMeasured checks that an id is that of an indicator, not of a group.
func (pr *planReview) referMeasured(file, path string, id plan.IndicatorID) {
	pr.refer(file, path, string(id), pr.indicators)
	if i := pr.rows[id]; i != nil && heading(i) {
		pr.fail(file, path, "not-measured",
			diag.Say("dòng “%s” là tiêu đề (%s), không có số liệu của mình", "row “%s” is a heading (%s) and has no figures of its own", id, i.Level),
			diag.Say("ghi mã của một chỉ tiêu", "name an indicator"))
	}
}

// referSource checks that a source is declared.
func (pr *planReview) referSource(file, path string, id plan.SourceID, declared map[plan.SourceID]bool) {
	if id == "" || declared[id] {
		return
	}
	pr.refer(file, path, string(id), newRegister(sourceNoun, sorted(declared)).strict(true))
}

// observationKeys: no two figures of a snapshot share indicator, breakdown, reference and measure.
func observationKeys(pr *planReview) {
	type key struct {
		indicator plan.IndicatorID
		breakdown plan.BreakdownID
		from, to  plan.Date
		measure   plan.Measure
	}
	seen, of := map[key]bool{}, (*plan.Snapshot)(nil)
	pr.eachObservation(func(file string, s *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		k := key{o.Indicator, o.Breakdown, o.Reference.From, o.Reference.To, o.Measure}
		if k.measure == "" && i != nil {
			k.measure = i.Measure
		}
		if s != of {
			of = s
			clear(seen)
		}
		if seen[k] && k.indicator != "" && o.Reference.Known() {
			pr.fail(file, item("observations", n, "indicator"), "duplicate-observation",
				diag.Say("chỉ tiêu “%s” có hai số liệu cho cùng %s", "indicator “%s” has two figures for the same %s", o.Indicator, o.Reference),
				diag.Say("giữ một, hoặc phân biệt bằng breakdown, reference hay measure", "keep one, or tell them apart by breakdown, reference or measure"))
		}
		seen[k] = true
	})
}

// observationKinds: a figure is of its indicator's kind. Of an indicator that is judged by a tier, score or rank will
// do: not every publisher prints the tier.
func observationKinds(pr *planReview) {
	pr.eachObservation(func(file string, _ *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		if i == nil {
			return
		}
		if want := wanting(i, o); len(want) > 0 && o.Suppressed == "" {
			pr.fail(file, item("observations", n, want[0]), "value-kind",
				diag.Say("chỉ tiêu “%s” có giá trị kiểu %s, số liệu này không có %s", "values of indicator “%s” are of kind %s; this figure has no %s", i.ID, i.Value, want[0]),
				diag.Say("thêm %s, hoặc sửa value của chỉ tiêu", "add %s, or correct the indicator's value", strings.Join(want, " / ")))
		}
		pr.foreign(file, place{list: "observations", index: n}, o, i)
	})
}

// foreign: a figure that is no yes or no says neither.
func (pr *planReview) foreign(file string, at place, o *plan.Observation, i *plan.Indicator) {
	if i != nil && o.Yes != nil && i.Value != plan.YesNo && i.Value != "" {
		pr.fail(file, at.key("yes"), "value-kind",
			diag.Say("chỉ tiêu “%s” có giá trị kiểu %s, không phải có hoặc không", "values of indicator “%s” are of kind %s, not yes or no", i.ID, i.Value),
			diag.Say("bỏ yes", "drop yes"))
	}
}

// wanted lists the keys of which a figure has one, for each kind of value.
var wanted = map[plan.ValueKind][]string{
	plan.Percent: {"value"}, plan.Quantity: {"value"}, plan.Score: {"value"}, plan.UnitCount: {"value"},
	plan.RankValue: {"rank"}, plan.TierValue: {"tier", "value", "rank"}, plan.YesNo: {"yes"},
}

// wanting lists the keys of which an observation should have had one.
func wanting(i *plan.Indicator, o *plan.Observation) []string {
	keys := wanted[i.Value]
	for _, k := range keys {
		if k == "value" && o.Value.Known() || k == "rank" && o.Rank != nil || k == "tier" && o.Tier != "" || k == "yes" && o.Yes != nil {
			return nil
		}
	}
	return keys
}
