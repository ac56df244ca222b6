package check

import (
	"math/big"
	"slices"
	"strings"
	"unicode"

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
		pr.statedBaselines(i)
	}
}

// statedBaselines: a baseline that a target states is published like a figure.
func (pr *planReview) statedBaselines(i *plan.Indicator) {
	for n, t := range i.Targets {
		if t.Baseline == nil {
			continue
		}
		if key, _ := tooFew(i, &plan.Observation{Value: t.Baseline.Value}); key != "" {
			pr.fail(indicatorFile(pr.plan, i), item("targets", n, "baseline", "value"), "small-count",
				diag.Say("mốc có số người quá ít để công bố: lớn hơn 0 và nhỏ hơn %d", "the baseline has too few persons to be published: more than 0 and fewer than %d", i.SmallestCount),
				diag.Say("bỏ value; ghi số liệu mốc vào snapshots với suppressed: small_count", "drop value; put the baseline into a snapshot, with suppressed: small_count"))
		}
	}
}

// keptBack: only what an indicator protects is kept back, and what is kept back tells nothing.
func keptBack(pr *planReview) {
	pr.eachObservation(func(file string, _ *plan.Snapshot, n int, o *plan.Observation, i *plan.Indicator) {
		if o.Suppressed == "" {
			return
		}
		at := place{list: "observations", index: n}
		pr.tellsNothing(file, at, o)
		if i != nil && i.SmallestCount == 0 {
			pr.fail(file, at.key("suppressed"), "suppressed",
				diag.Say("chỉ tiêu “%s” không có smallest_count, nên số liệu của nó không được giữ kín", "indicator “%s” has no smallest_count, so none of its figures is kept back", i.ID),
				diag.Say("ghi số liệu; nếu chỉ tiêu đếm người thì thêm smallest_count vào tệp của nó", "write the figure; if the indicator counts persons, add smallest_count to its file"))
		}
	})
}

// smallCount: a figure tells of too few persons in its newest vintage. One that was withdrawn tells nothing any more.
func (v *vintages) smallCount(f *figure) {
	i := v.rows[f.Indicator]
	if i == nil || f.Withdrawn(i.Value) {
		return
	}
	key, left := tooFew(i, f.Observation)
	if key == "" {
		return
	}
	message := diag.Say("số người quá ít để công bố: lớn hơn 0 và nhỏ hơn %d", "too few persons to be published: more than 0 and fewer than %d", i.SmallestCount)
	if left {
		message = diag.Say("tổng số người, hoặc số người còn lại ngoài số được đếm, quá ít để công bố: lớn hơn 0 và nhỏ hơn %d",
			"the whole, or those of it who are not counted, are too few persons to be published: more than 0 and fewer than %d", i.SmallestCount)
	}
	v.fail(f.file, f.at.key(key), "small-count", message, *f.hint)
}

var (
	suppressHint = diag.Say("ghi suppressed: small_count thay cho value, numerator, denominator và quote", "write suppressed: small_count in place of value, numerator, denominator and quote")
	releasedHint = diag.Say("ghi suppressed: small_count thay cho value, numerator, denominator và quote; nếu đã công bố thì giữ nguyên ở đây và rút lại bằng một đính chính ở kỳ sau (field: value, to: null)",
		"write suppressed: small_count in place of value, numerator, denominator and quote; if it was published already, leave it here and withdraw it with a correction of a later period (field: value, to: null)")
	withdrawHint = diag.Say("viết field: value và to: null để rút lại", "write field: value and to: null to withdraw it")
)

// tellsNothing: a figure that is kept back has no value of any kind, nor the sentence that would say it, nor a note with
// a number.
func (pr *planReview) tellsNothing(file string, at place, o *plan.Observation) {
	for _, x := range []struct {
		key   string
		there bool
	}{{"value", o.Value.Known()}, {"rank", o.Rank != nil}, {"tier", o.Tier != ""}, {"yes", o.Yes != nil},
		{"numerator", o.Numerator.Known()}, {"denominator", o.Denominator.Known()}, {"quote", o.Quote != ""}} {
		if x.there {
			pr.fail(file, at.key(x.key), "suppressed",
				diag.Say("số liệu được giữ kín mà vẫn ghi %s", "the figure is suppressed and %s is written all the same", x.key),
				diag.Say("bỏ %s, hoặc bỏ suppressed", "drop %s, or drop suppressed", x.key))
		}
	}
	for _, lang := range plan.Langs {
		if strings.ContainsFunc(o.Note.In(lang), unicode.IsNumber) {
			pr.fail(file, at.key("note."+string(lang)), "suppressed",
				diag.Say("số liệu được giữ kín mà ghi chú của nó có con số", "the figure is suppressed and its note has a number"),
				diag.Say("viết ghi chú không có chữ số, hoặc bỏ ghi chú", "write the note without digits, or drop it"))
		}
	}
}

// tooFew is the key of the number of a figure that tells of too few persons: those counted, or, left, the whole or those of it
// that are not. Empty when none does.
func tooFew(i *plan.Indicator, o *plan.Observation) (key string, left bool) {
	if i.SmallestCount == 0 {
		return "", false
	}
	counted, left := personsOf(i, o).tooFew(i.SmallestCount)
	switch rate := o.Numerator.Known() && o.Denominator.Known(); {
	case i.Value != plan.Percent && !rate && few(o.Value, i.SmallestCount):
		return "value", false
	case counted:
		return given("numerator", o.Numerator), false
	case left:
		return given("denominator", o.Denominator), true
	}
	return "", false
}

// given is the key of a number, or that of the value where the number only follows from it.
func given(key string, n plan.Number) string {
	if n.Known() {
		return key
	}
	return "value"
}

// persons are those counted and the whole that they are of; either may be unknown.
type persons struct{ counted, of plan.Number }

// personsOf are the persons of a figure, as far as they are given or follow: a share of a whole is so many of it.
func personsOf(i *plan.Indicator, o *plan.Observation) persons {
	p := persons{o.Numerator, o.Denominator}
	switch share := i.Value == plan.Percent; {
	case !share && !p.counted.Known():
		p.counted = o.Value
	case share && o.Value.Known() && p.of.Known() && !p.counted.Known():
		n := new(big.Rat).Mul(o.Value.Rat(), p.of.Rat())
		p.counted = plan.Rounded(n.Quo(n, hundred.Rat()), 0)
	case share && o.Value.Known() && o.Value.Sign() > 0 && p.counted.Known() && !p.of.Known():
		n := new(big.Rat).Mul(p.counted.Rat(), hundred.Rat())
		p.of = plan.Rounded(n.Quo(n, o.Value.Rat()), 0)
	}
	return p
}

// tooFew tells whether those counted are too few to be published, and whether the whole is or those who are left of it.
func (p persons) tooFew(least int) (counted, left bool) {
	return few(p.counted, least), few(p.of, least) || few(less(p.of, p.counted), least)
}

func few(n plan.Number, least int) bool { return n.Sign() > 0 && n.Cmp(plan.Whole(least)) < 0 }
