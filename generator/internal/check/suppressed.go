package check

import (
	"maps"
	"math/big"
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Of very few persons somebody is recognised. A figure of them is kept back and marked, never written as zero; no message
// repeats it.

// smallestCounts: the least number of persons is one that protects somebody, of an indicator that can count them.
func smallestCounts(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		switch countable := slices.Contains([]plan.ValueKind{plan.Percent, plan.Quantity, plan.UnitCount}, i.Value); {
		case i.SmallestCount == 0:
		case !countable && i.Value != "":
			pr.fail(indicatorFile(pr.plan, i), "smallest_count", "smallest-count",
				diag.Say("giá trị kiểu %s không đếm người", "values of kind %s count no persons", i.Value),
				diag.Say("bỏ smallest_count", "drop smallest_count"))
		case i.SmallestCount < 2:
			pr.fail(indicatorFile(pr.plan, i), "smallest_count", "smallest-count",
				diag.Say("smallest_count: %d không bảo vệ ai", "smallest_count: %d protects nobody", i.SmallestCount),
				diag.Say("viết số nguyên từ 2 trở lên, ví dụ 5", "write a whole number of 2 or more, such as 5"))
		}
	}
}

// smallCounts: no figure of an indicator that counts persons tells of too few, and what is kept back tells nothing.
func smallCounts(pr *planReview) {
	pr.eachObservation(func(file string, _ *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		at := func(key string) string { return item("observations", n, key) }
		pr.tellsNothing(file, at, o)
		if key := tooFew(i, o); key != "" {
			pr.smallCount(file, at(key), i,
				diag.Say("ghi suppressed: small_count thay cho value, numerator, denominator và quote", "write suppressed: small_count in place of value, numerator, denominator and quote"))
		}
	})
}

func (pr *planReview) smallCount(file, path string, i *plan.Indicator, hint diag.Text) {
	pr.fail(file, path, "small-count",
		diag.Say("số người quá ít để công bố: lớn hơn 0 và nhỏ hơn %d", "too few persons to be published: more than 0 and fewer than %d", i.SmallestCount), hint)
}

// tellsNothing: a figure that is kept back has no value of any kind, nor the sentence that would say it.
func (pr *planReview) tellsNothing(file string, at place, o *plan.Observation) {
	if o.Suppressed == "" {
		return
	}
	for _, x := range []struct {
		key   string
		there bool
	}{{"value", o.Value.Known()}, {"rank", o.Rank != nil}, {"tier", o.Tier != ""}, {"yes", o.Yes != nil},
		{"numerator", o.Numerator.Known()}, {"denominator", o.Denominator.Known()}, {"quote", o.Quote != ""}} {
		if x.there {
			pr.fail(file, at(x.key), "suppressed",
				diag.Say("số liệu được giữ kín mà vẫn ghi %s", "the figure is suppressed and %s is written all the same", x.key),
				diag.Say("bỏ %s, hoặc bỏ suppressed", "drop %s, or drop suppressed", x.key))
		}
	}
}

// tooFew is the key of the number of a figure that tells of too few persons: those counted, or those of the whole that are
// not. Empty when none does.
func tooFew(i *plan.Indicator, o *plan.Observation) string {
	if i == nil || i.SmallestCount == 0 {
		return ""
	}
	few := func(r *big.Rat) bool { return r.Sign() > 0 && r.Cmp(big.NewRat(int64(i.SmallestCount), 1)) < 0 }
	whole := o.Numerator.Known() && o.Denominator.Known()
	switch {
	case i.Value != plan.Percent && !o.Numerator.Known() && few(o.Value.Rat()):
		return "value"
	case few(o.Numerator.Rat()):
		return "numerator"
	case few(o.Denominator.Rat()), whole && few(new(big.Rat).Sub(o.Denominator.Rat(), o.Numerator.Rat())):
		return "denominator"
	}
	return ""
}

// derivable: of a whole and its parts, more than one is kept back, because a single one can be worked out from the others;
// and what those that are kept back come to is not too few persons itself.
func derivable(pr *planReview) {
	for _, s := range pr.plan.Snapshots {
		if !slices.ContainsFunc(s.Observations, func(o plan.Observation) bool { return o.Suppressed != "" }) {
			continue
		}
		for n := range s.Observations {
			if o := &s.Observations[n]; o.Suppressed != "" && pr.rows[o.Indicator] != nil {
				pr.workedOut(snapshotFile(pr.plan, s), item("observations", n, "suppressed"), o, pr.given(s, o))
			}
		}
	}
}

// given are the figures beside one that is kept back that come with their counts, by breakdown; the whole has none.
func (pr *planReview) given(s *plan.Snapshot, kept *plan.Observation) map[plan.BreakdownID]*plan.Observation {
	all := map[plan.BreakdownID]*plan.Observation{}
	for n := range s.Observations {
		if o := &s.Observations[n]; pr.beside(o, kept) && counted(pr.rows[o.Indicator], o) {
			all[o.Breakdown] = o
		}
	}
	return all
}

func (pr *planReview) workedOut(file, path string, kept *plan.Observation, given map[plan.BreakdownID]*plan.Observation) {
	hint := diag.Say("giữ kín thêm một số khác của cùng cách chia, tốt nhất là số nhỏ nhất còn lại", "suppress another one of the same dimension too, best the smallest of the others")
	dimensions := pr.partsOf(kept.Indicator)
	for _, dimension := range slices.Sorted(maps.Keys(dimensions)) {
		parts := dimensions[dimension]
		others := slices.DeleteFunc(append([]plan.BreakdownID{""}, parts...), func(id plan.BreakdownID) bool { return given[id] != nil })
		switch i := pr.rows[kept.Indicator]; {
		case len(parts) < 2 || !slices.Contains(others, kept.Breakdown):
		case len(others) == 1:
			pr.fail(file, path, "small-count-derivable",
				diag.Say("số được giữ kín này tính ra được từ số chung và các phần còn lại", "this suppressed figure can be worked out from the whole and the other parts"), hint)
		case given[""] != nil && tooFew(i, leftOver(given, parts)) != "":
			pr.fail(file, path, "small-count-derivable",
				diag.Say("số chung trừ các phần đã công bố chỉ còn quá ít người cho các phần được giữ kín", "the whole less the published parts leaves too few persons for the suppressed ones"), hint)
		}
	}
}

// leftOver is the whole less those of its parts that are given.
func leftOver(given map[plan.BreakdownID]*plan.Observation, parts []plan.BreakdownID) *plan.Observation {
	rest := *given[""]
	for _, id := range parts {
		if o := given[id]; o != nil {
			rest.Value, rest.Numerator, rest.Denominator = less(rest.Value, o.Value), less(rest.Numerator, o.Numerator), less(rest.Denominator, o.Denominator)
		}
	}
	return &rest
}

// less is a less b; unknown when either is.
func less(a, b plan.Number) plan.Number {
	if !a.Known() || !b.Known() {
		return plan.Number{}
	}
	return plan.Rounded(new(big.Rat).Sub(a.Rat(), b.Rat()), max(a.Decimals(), b.Decimals()))
}

// beside tells figures of the same indicator, time and measure.
func (pr *planReview) beside(o, kept *plan.Observation) bool {
	own := pr.rows[kept.Indicator].Measure
	of := func(m plan.Measure) plan.Measure {
		if m == "" {
			return own
		}
		return m
	}
	return o.Indicator == kept.Indicator && o.Reference.Same(kept.Reference) && of(o.Measure) == of(kept.Measure)
}

// counted tells a figure whose count is given, so that it can be added up.
func counted(i *plan.Indicator, o *plan.Observation) bool {
	return o.Numerator.Known() || o.Value.Known() && (i.Value == plan.UnitCount || i.Value == plan.Quantity)
}

// partsOf are the breakdowns of each dimension for which the plan has figures of an indicator.
func (pr *planReview) partsOf(id plan.IndicatorID) map[string][]plan.BreakdownID {
	used := map[plan.BreakdownID]bool{}
	for _, s := range pr.plan.Snapshots {
		for _, o := range s.Observations {
			used[o.Breakdown] = used[o.Breakdown] || o.Indicator == id
		}
	}
	parts := map[string][]plan.BreakdownID{}
	for _, b := range pr.plan.Breakdowns {
		if used[b.ID] {
			parts[b.Dimension.VI] = append(parts[b.Dimension.VI], b.ID)
		}
	}
	return parts
}
