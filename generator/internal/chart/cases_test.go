package chart

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"minhbach/generator/internal/plan"
)

// samples are the charts of which every test holds, and which the gallery shows: each kind in each case, then charts of
// their own.
func samples() []sample {
	var all []sample
	for _, k := range kinds() {
		for _, c := range cases {
			if k.without[c.name] == "" {
				f := c.of(k)
				all = append(all, sample{k.name, k.name + ", " + c.name, k.newest(f), f})
			}
		}
	}
	return append(all, further()...)
}

// kind is a form of chart: a row without a figure, how its n-th figure is put, and four ordinary figures. Without says
// why a case makes no sense for it.
type kind struct {
	name    string
	bare    func() *fixture
	put     func(f *fixture, n int, v string)
	figures [4]string
	aim     func(f *fixture, v string) // sets a target of the kind's own sort
	beyond  string                     // a target beyond all figures
	without map[string]string
}

// kinds are all forms.
func kinds() []kind {
	number := kind{put: byPeriod, figures: [4]string{"9", "21.5", "30", "42.79"}, aim: aimAt, beyond: "100"}
	with := func(name string, bare func() *fixture, change ...func(*kind)) kind {
		k := number
		k.name, k.bare = name, bare
		for _, c := range change {
			c(&k)
		}
		return k
	}
	unitless := func(k *kind) {
		k.without = map[string]string{"a unit of 40 characters": "per cent has no unit of its own"}
	}
	amount := func(figures ...string) func(*kind) {
		return func(k *kind) { k.figures, k.beyond = [4]string(figures), "5000000" }
	}
	yearly := func(k *kind) { k.put = byYear }
	return []kind{
		with("percent", newFixture, unitless),
		with("a period alone", func() *fixture { return newFixture().quarterly() }, unitless, func(k *kind) { k.put = byQuarter }),
		with("number", func() *fixture {
			return newFixture().number("nghìn hồ sơ", "thousand files").aim(plan.AtLeast, "3500")
		}, amount("860", "1234.5", "2310", "4321.75")),
		with("score", func() *fixture { return newFixture().scored() }, amount("61.4", "70", "74.25", "81.6")),
		with("units", func() *fixture { return newFixture().units().aim(plan.AtLeast, "11") }, amount("2", "5", "8", "12")),
		with("growth", func() *fixture { return newFixture().growing() }, amount("24", "51", "79", "107.5")),
		with("falling", func() *fixture {
			f := newFixture().aim(plan.AtMost, "10")
			f.indicator.Direction = plan.Down
			return f
		}, unitless, func(k *kind) { k.figures, k.beyond = [4]string{"22", "17.5", "12", "9.4"}, "100" }),
		with("between", func() *fixture { return newFixture().between("35", "40") }, unitless, func(k *kind) { k.aim = aimBetween }),
		with("exactly", func() *fixture { return newFixture().aim(plan.Exactly, "35") }, unitless),
		with("target step", func() *fixture { return newFixture().stepped("50") }, unitless, func(k *kind) { k.aim = aimSteps }),
		with("revised", newFixture, unitless, func(k *kind) { k.put = byPeriodRevised }),
		with("provisional", newFixture, unitless, func(k *kind) { k.put = byPeriodProvisional }),
		with("lines", func() *fixture { return newFixture().yearly() }, unitless, yearly),
		with("lines with a break", func() *fixture { return newFixture().yearly().broken("2029") }, unitless, yearly),
		with("parts", func() *fixture { return newFixture().parted("") }, unitless, func(k *kind) {
			k.put = byPart
			k.without["unequal gaps"] = "parts are of one time"
		}),
		ladders(), tierRows(), yesNo(), existence(),
	}
}

func ladders() kind {
	return kind{name: "rank", bare: func() *fixture { return newFixture().ranked() }, figures: [4]string{"22", "37", "38", "19"}, put: byRank,
		aim: func(f *fixture, v string) { f.target().Baseline.Reference = plan.MustReference("2027") }, beyond: "2027",
		without: map[string]string{
			"all zero": "there is no place 0; the check refuses it", "negative": "there is no place below 1; the check refuses it",
			"target zero": "the target is another year's place", "a unit of 40 characters": "places have no unit",
		}}
}

func tierRows() kind {
	return kind{name: "tier", bare: func() *fixture { return newFixture().tiered() }, figures: [4]string{"tb", "kha", "kha", "tot"}, put: byTier,
		aim: func(f *fixture, v string) { f.target().Tier = plan.TierID(v) }, beyond: "tot",
		without: map[string]string{
			"one outlier": "a tier is not an amount", "negative": "a tier is not an amount", "over 100 %": "a tier is not an amount",
		}}
}

func yesNo() kind {
	return kind{name: "yes or no", bare: func() *fixture { return newFixture().answered() }, figures: [4]string{"0", "0", "1", "1"}, put: byAnswer,
		without: map[string]string{
			"one outlier": "yes is not an amount", "negative": "yes is not an amount", "over 100 %": "yes is not an amount",
			"target above all": "that is the case all zero", "target zero": "the target is yes", "a unit of 40 characters": "yes has no unit",
		}}
}

func existence() kind {
	return kind{name: "existence", bare: func() *fixture { return newFixture().existing() }, figures: [4]string{"0", "1", "1", "3"}, put: byPeriod,
		without: map[string]string{
			"negative": "the check refuses a count below zero", "over 100 %": "a count has no end",
			"target above all": "that is the case all zero", "target zero": "existence is one or more",
		}}
}

// badCase is a sort of input, made of any kind.
type badCase struct {
	name string
	of   func(k kind) *fixture
}

// cases are an ordinary input and all the bad ones.
var cases = []badCase{
	{"ordinary", func(k kind) *fixture { return k.with(k.figures[:]...) }},
	{"no observation", func(k kind) *fixture { return k.bare() }},
	{"one observation", func(k kind) *fixture { return k.with("", k.figures[1]) }},
	{"all zero", func(k kind) *fixture { return k.with(k.lowest(), k.lowest(), k.lowest(), k.lowest()) }},
	{"one outlier", func(k kind) *fixture { return k.with(k.figures[0], k.figures[1], "41000", k.figures[3]) }},
	{"negative", func(k kind) *fixture { return k.with("-3.25", "-12", "2", "-1") }},
	{"over 100 %", func(k kind) *fixture { return k.with("80", "112.5", "140", "250") }},
	{"target above all", func(k kind) *fixture {
		f := k.with(k.figures[0], k.figures[1], k.figures[1], k.figures[2])
		k.aim(f, k.beyond)
		return f
	}},
	{"target zero", func(k kind) *fixture {
		f := k.with(k.figures[:]...)
		k.aim(f, k.lowest())
		return f
	}},
	{"sixty periods", func(k kind) *fixture {
		f := k.bare().sixty()
		for n := range 60 {
			if n%7 != 1 {
				k.put(f, n, k.course(n))
			}
		}
		return f
	}},
	{"unequal gaps", func(k kind) *fixture {
		f := k.bare().uneven()
		for n, v := range k.figures {
			k.put(f, n, v)
		}
		return f
	}},
	{"a unit of 40 characters", func(k kind) *fixture { return k.with(k.figures[:]...).longUnit() }},
	{"a name of 250 characters", func(k kind) *fixture { return k.with(k.figures[:]...).called(longestName) }},
	{"</script> and ]]> in a name", func(k kind) *fixture { return k.with(k.figures[:]...).called(hostile) }},
	{"sample", func(k kind) *fixture { return k.with(k.figures[:]...).sampled() }},
}

// with is the kind with some figures; an empty one is left out.
func (k kind) with(figures ...string) *fixture {
	f := k.bare()
	for n, v := range figures {
		if v != "" {
			k.put(f, n, v)
		}
	}
	return f
}

// newest is the period as of which a chart is drawn: figures of parts judge in the period that brought them.
func (k kind) newest(f *fixture) string {
	if k.name == "parts" {
		all := f.reports()
		return string(all[len(all)-1].ID)
	}
	return "late"
}

// lowest is zero, or the lowest tier.
func (k kind) lowest() string {
	if k.name == "tier" {
		return k.figures[0]
	}
	return "0"
}

// course is the n-th of many figures, which rise and then stay.
func (k kind) course(n int) string {
	switch k.name {
	case "tier", "yes or no", "existence":
		return k.figures[n*4/60]
	case "rank":
		return plan.Whole(60 - n*n/70).String()
	}
	return plan.Whole(n - n*n/90).String()
}

// Names that are too long, and one that tries to break out of the page.
var (
	longestName = strings.Repeat("Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn tại các cơ quan ", 3) + "chuyên môn của tỉnh, huyện, và xã."
	longUnit    = both("nghìn lượt hồ sơ trực tuyến ở mỗi đơn vị", "thousands of online filings per district")
)

// Ways to put the n-th figure.

func byPeriod(f *fixture, n int, v string) {
	p := f.reports()[n]
	f.value(string(p.ID), p.Cutoff.String(), v)
}

func byPeriodRevised(f *fixture, n int, v string) {
	p := f.reports()[n]
	if before := plan.Whole(60); n%2 == 1 && before.String() != v {
		f.value(string(p.ID), p.Cutoff.String(), before.String()).correct("late", string(p.ID), p.Cutoff.String(), before.String(), v)
		return
	}
	byPeriod(f, n, v)
}

func byPeriodProvisional(f *fixture, n int, v string) {
	p := f.reports()[n]
	f.observe(string(p.ID), p.Cutoff.String(), func(o *plan.Observation) {
		if o.Value = plan.MustNumber(v); n > 1 {
			o.DataStatus = plan.Provisional
		}
	})
}

// byQuarter speaks of the days since the period before.
func byQuarter(f *fixture, n int, v string) {
	p, from := f.reports()[n], f.plan.Start
	if n > 0 {
		from = f.reports()[n-1].Cutoff
	}
	f.value(string(p.ID), from.String()+".."+p.Cutoff.String(), v)
}

func byYear(f *fixture, n int, v string) {
	period, year := f.year(n)
	f.value(period, year, v)
}

func byRank(f *fixture, n int, v string) {
	period, year := f.year(n)
	of := 63
	if len(v) > 4 && !strings.Contains(v, ".") {
		of = 50000
	}
	f.rank(period, year, int(plan.MustNumber(v).Float()), of, plan.Fully)
}

func byTier(f *fixture, n int, v string) {
	period, year := f.year(n)
	f.observe(period, year, func(o *plan.Observation) { o.Tier = plan.TierID(v) })
}

func byPart(f *fixture, n int, v string) {
	for len(f.plan.Breakdowns) <= n {
		f.part("Đơn vị số ", "Unit ")
	}
	all := f.reports()
	last := all[len(all)-1]
	f.of(f.plan.Breakdowns[n].ID, string(last.ID), last.Cutoff.String(), v)
}

func byAnswer(f *fixture, n int, v string) {
	p, yes := f.reports()[n], v == "1"
	f.observe(string(p.ID), p.Cutoff.String(), func(o *plan.Observation) { o.Yes = &yes })
}

// Ways to set a target.

func aimAt(f *fixture, v string) { f.target().Value = plan.MustNumber(v) }

func aimBetween(f *fixture, v string) {
	aimAt(f, v)
	f.target().Upper = plan.Whole(int(f.target().Value.Float()) + 5)
}

func aimSteps(f *fixture, v string) {
	aimAt(f, v)
	f.indicator.Targets[1].Value = plan.Whole(int(f.target().Value.Float()) + 5)
}

// TestCases: what is left out is one of the cases, and the long texts are as long as they say.
func TestCases(t *testing.T) {
	for _, k := range kinds() {
		for name := range k.without {
			if !slices.ContainsFunc(cases, func(c badCase) bool { return c.name == name }) {
				t.Errorf("%s leaves out %q, which is no case", k.name, name)
			}
		}
	}
	for text, length := range map[string]int{longestName: 250, longUnit.VI: 40, longUnit.EN: 40} {
		if n := utf8.RuneCountInString(text); n != length {
			t.Errorf("%q has %d characters, want %d", text, n, length)
		}
	}
}
