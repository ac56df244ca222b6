package check

import (
	"maps"
	"math/big"
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// What is kept back may not follow from what is published beside it: of a whole and its parts more than one is kept back,
// because a single one can be worked out from the others, and what those that are kept back come to is not too few persons
// itself. A figure that was withdrawn is held to the second.

// moment is what figures have in common that can be added up, from whichever snapshot they come.
type moment struct {
	indicator plan.IndicatorID
	from, to  plan.Date
	measure   plan.Measure
}

// derivable looks at all figures that stand, in their newest vintage.
func (v *vintages) derivable(all []figure) {
	beside := map[moment]map[plan.BreakdownID]*figure{}
	var order []moment
	for n := range all {
		f := &all[n]
		i := v.rows[f.Indicator]
		if i == nil || i.SmallestCount == 0 {
			continue
		}
		m := moment{f.Indicator, f.Reference.From, f.Reference.To, f.Measure}
		if m.measure == "" {
			m.measure = i.Measure
		}
		if beside[m] == nil {
			beside[m] = map[plan.BreakdownID]*figure{}
			order = append(order, m)
		}
		beside[m][f.Breakdown] = f
	}
	for _, m := range order {
		v.notWorkedOut(v.rows[m.indicator], beside[m])
	}
}

// notWorkedOut looks at the figures of one moment, by breakdown; the whole has none.
func (v *vintages) notWorkedOut(i *plan.Indicator, figures map[plan.BreakdownID]*figure) {
	known := map[plan.BreakdownID]persons{}
	var kept []*figure
	for _, id := range slices.Sorted(maps.Keys(figures)) {
		f := figures[id]
		if p := personsOf(i, f.Observation); f.Suppressed != "" || f.Withdrawn(i.Value) {
			kept = append(kept, f)
		} else if p.counted.Known() {
			known[id] = p
		}
	}
	if len(kept) == 0 {
		return
	}
	dimensions := v.partsOf(i.ID)
	for _, f := range kept {
		v.workedOut(i, f, withWhole(known, f, dimensions), dimensions)
	}
}

// withWhole adds the whole where the parts of another dimension are all known.
func withWhole(known map[plan.BreakdownID]persons, kept *figure, dimensions map[string][]plan.BreakdownID) map[plan.BreakdownID]persons {
	if _, is := known[""]; is || kept.Breakdown == "" {
		return known
	}
	for _, parts := range dimensions {
		if sum, all := sumOf(known, parts); all {
			known = maps.Clone(known)
			known[""] = sum
			return known
		}
	}
	return known
}

func (v *vintages) workedOut(i *plan.Indicator, kept *figure, known map[plan.BreakdownID]persons, dimensions map[string][]plan.BreakdownID) {
	hint := diag.Say("giữ kín thêm một số khác của cùng cách chia, tốt nhất là số nhỏ nhất còn lại", "suppress another one of the same dimension too, best the smallest of the others")
	if kept.Suppressed == "" {
		hint = diag.Say("rút lại thêm một số khác của cùng cách chia, tốt nhất là số nhỏ nhất còn lại", "withdraw another one of the same dimension too, best the smallest of the others")
	}
	for _, dimension := range slices.Sorted(maps.Keys(dimensions)) {
		parts := dimensions[dimension]
		others := slices.DeleteFunc(append([]plan.BreakdownID{""}, parts...), func(id plan.BreakdownID) bool { _, is := known[id]; return is })
		if len(parts) < 2 || !slices.Contains(others, kept.Breakdown) {
			continue
		}
		alone := len(others) == 1
		counted, left := remaining(known, parts).tooFew(i.SmallestCount)
		switch {
		case alone && (kept.Suppressed != "" || counted || left):
			v.fail(kept.file, kept.at.key("suppressed"), "small-count-derivable",
				diag.Say("số không công bố này tính ra được từ số chung và các phần còn lại", "this figure, which is not published, can be worked out from the whole and the other parts"), hint)
		case counted || left:
			v.fail(kept.file, kept.at.key("suppressed"), "small-count-derivable",
				diag.Say("số chung trừ các phần đã công bố chỉ còn quá ít người cho các phần không công bố", "the whole less the published parts leaves too few persons for those that are not"), hint)
		}
	}
}

// remaining is the whole less those of its parts that are known; where the whole is not known, the sum of all parts.
func remaining(known map[plan.BreakdownID]persons, parts []plan.BreakdownID) persons {
	rest, is := known[""]
	if !is {
		sum, _ := sumOf(known, parts)
		return sum
	}
	for _, id := range parts {
		if p, is := known[id]; is {
			rest = persons{less(rest.counted, p.counted), less(rest.of, p.of)}
		}
	}
	return rest
}

// sumOf adds the parts of a dimension up; all is false, and the sum unknown, where one is not known.
func sumOf(known map[plan.BreakdownID]persons, parts []plan.BreakdownID) (sum persons, all bool) {
	sum = persons{zero, zero}
	for _, id := range parts {
		p, is := known[id]
		if !is {
			return persons{}, false
		}
		sum = persons{plus(sum.counted, p.counted), plus(sum.of, p.of)}
	}
	return sum, len(parts) > 1
}

// less is a less b, and plus both together; unknown when either is.
func less(a, b plan.Number) plan.Number { return combine(a, b, (*big.Rat).Sub) }
func plus(a, b plan.Number) plan.Number { return combine(a, b, (*big.Rat).Add) }

func combine(a, b plan.Number, how func(z, x, y *big.Rat) *big.Rat) plan.Number {
	if !a.Known() || !b.Known() {
		return plan.Number{}
	}
	return plan.Rounded(how(new(big.Rat), a.Rat(), b.Rat()), max(a.Decimals(), b.Decimals()))
}

// partsOf are the breakdowns of each dimension for which the plan has figures of an indicator.
func (pr *planReview) partsOf(id plan.IndicatorID) map[string][]plan.BreakdownID {
	used := map[plan.BreakdownID]bool{}
	for _, s := range pr.plan.Snapshots {
		for n := range s.Observations {
			o := &s.Observations[n]
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
