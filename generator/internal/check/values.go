package check

import (
	"cmp"
	"fmt"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

var hundred, zero = plan.Whole(100), plan.Whole(0)

// place is where a figure or report stands: an entry of a list, and the key of it that answers for all others, if one does.
type place struct {
	list   string
	index  int
	answer string
}

// key is the data path of one of its keys.
func (p place) key(name string) string { return item(p.list, p.index, cmp.Or(p.answer, name)) }

// ranges: a figure lies inside its unit's range, and agrees with its numerator and denominator.
func ranges(pr *planReview) {
	pr.eachObservation(func(file string, _ *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		pr.inRange(file, place{list: "observations", index: n}, o, i)
	})
}

// inRange holds for what an observation brings and for what a correction makes of it. More than 100 % is real at times,
// hence a warning.
func (pr *planReview) inRange(file string, at place, o *plan.Observation, i *plan.Indicator) {
	if r := o.Rank; r != nil && r.Place < 1 {
		pr.outside(file, at.key("rank.place"), fmt.Sprintf("%d/%d", r.Place, r.Of))
	} else if r != nil && r.Place > r.Of {
		pr.outside(file, at.key("rank.of"), fmt.Sprintf("%d/%d", r.Place, r.Of))
	}
	if i != nil && o.Value.Known() {
		pr.value(file, at, o, i)
	}
	if o.Numerator.Known() && o.Numerator.Sign() < 0 {
		pr.outside(file, at.key("numerator"), o.Numerator.String())
	}
	if o.Denominator.Known() && o.Denominator.Sign() < 0 {
		pr.outside(file, at.key("denominator"), o.Denominator.String())
	}
	if o.Numerator.Known() && o.Denominator.Known() {
		pr.ratio(file, at, o, i)
	}
}

func (pr *planReview) value(file string, at place, o *plan.Observation, i *plan.Indicator) {
	switch {
	case (i.Value == plan.Percent || i.Value == plan.UnitCount) && o.Value.Sign() < 0:
		pr.outside(file, at.key("value"), o.Value.String())
	case i.Value == plan.UnitCount && !o.Value.Rat().IsInt():
		pr.fail(file, at.key("value"), "out-of-range",
			diag.Say("%s không phải là số đếm", "%s is not a count", o.Value),
			diag.Say("viết số nguyên các đơn vị", "write the whole number of units"))
	case i.Value == plan.Percent && o.Value.Cmp(hundred) > 0:
		pr.warn(file, at.key("value"), "over-100",
			diag.Say("%s %% lớn hơn 100 %%", "%s %% is more than 100 %%", o.Value),
			diag.Say("kiểm tra lại dấu thập phân; nếu nguồn in như vậy thì giữ nguyên", "check the decimal point; leave it if the source says so"))
	}
}

func (pr *planReview) outside(file, path, value string) {
	pr.fail(file, path, "out-of-range",
		diag.Say("giá trị %s nằm ngoài khoảng có thể có", "the value %s lies outside what its unit allows", value),
		diag.Say("so lại với nguồn", "compare it with the source"))
}

// ratio: a figure is what its numerator and denominator make, rounded half away from zero to as many decimals as are
// written. None of none is no figure at all.
func (pr *planReview) ratio(file string, at place, o *plan.Observation, i *plan.Indicator) {
	if o.Denominator.Sign() == 0 {
		pr.noCases(file, at.key("denominator"), o)
		return
	}
	want, ok := worked(i, o)
	if ok && o.Value.Known() && o.Value.Cmp(want) != 0 {
		pr.fail(file, at.key("value"), "ratio",
			diag.Say("giá trị %s không khớp với %s/%s, tức %s", "the value %s does not agree with %s of %s, which is %s", o.Value, o.Numerator, o.Denominator, want),
			diag.Say("so lại cả ba số với nguồn", "compare all three numbers with the source"))
	}
}

func (pr *planReview) noCases(file, path string, o *plan.Observation) {
	if o.Numerator.Sign() != 0 {
		pr.fail(file, path, "ratio",
			diag.Say("không thể có %s trong tổng số 0", "%s of 0 is impossible", o.Numerator),
			diag.Say("so lại với nguồn", "compare with the source"))
		return
	}
	pr.fail(file, path, "no-cases",
		diag.Say("0 trong tổng số 0 là không phát sinh, không phải 100 %%", "0 of 0 is no cases, not 100 %%"),
		diag.Say("bỏ số liệu này và nói điều đó ở note của chỉ tiêu hoặc ở phần thuyết minh", "drop this figure and say so in the indicator's note or in the narrative"))
}

// worked is the figure that numerator and denominator make, for the kinds of value that are made of them.
func worked(i *plan.Indicator, o *plan.Observation) (plan.Number, bool) {
	if i == nil {
		return plan.Number{}, false
	}
	switch i.Value {
	case plan.Percent:
		return plan.Percentage(o.Numerator, o.Denominator, o.Value.Decimals()), true
	case plan.UnitCount:
		return o.Numerator, true
	}
	return plan.Number{}, false
}
