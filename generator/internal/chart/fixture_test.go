package chart

import (
	"testing"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// fixture is a compiled plan of 2030 with a baseline, four reporting periods and one later, of one indicator.
type fixture struct {
	plan      *plan.Plan
	indicator *plan.Indicator
	years     []int // of the figures of whole years
}

func both(vi, en string) plan.Text { return plan.Text{VI: vi, EN: en} }

func newFixture() *fixture {
	i := &plan.Indicator{ID: "7.5.b", Level: plan.IndicatorLevel, Short: both("Thanh toán trực tuyến", "Online payment"),
		Value: plan.Percent, Direction: plan.Up, Measure: plan.Cumulative,
		Targets: []plan.Target{{ID: "t1", Kind: plan.AtLeast, Value: plan.MustNumber("35"), Reference: plan.MustReference("2030"),
			Due: plan.MustDate("2030-12-31"), ValidFrom: plan.MustDate("2029-12-20")}}}
	p := &plan.Plan{ID: "2030", Place: both("Tỉnh Thí Dụ", "Example Province"), CompiledFrom: "public-sources", Looked: plan.MustDate("2031-11-24"),
		Start: plan.MustDate("2030-01-01"), End: plan.MustDate("2030-12-31"), Indicators: []*plan.Indicator{i},
		Breakdowns: []plan.Breakdown{{ID: "district", Dimension: both("Cấp", "Level"), Name: both("Cấp huyện", "District")}}}
	for _, q := range []struct {
		id, vi, en, cutoff string
		kind               plan.PeriodKind
	}{
		{"base", "Mốc 2029", "2029 baseline", "2029-12-31", plan.Baseline}, {"q1", "Quý I", "Q1", "2030-03-31", plan.Report},
		{"h1", "6 tháng", "6 months", "2030-06-30", plan.Report}, {"q3", "Quý III", "Q3 alone", "2030-09-30", plan.Report},
		{"fy", "Năm", "Full year", "2030-12-31", plan.Report}, {"late", "Công bố sau năm kế hoạch", "Published after the plan year", "2031-11-24", plan.Late},
	} {
		cutoff := plan.MustDate(q.cutoff)
		p.Periods = append(p.Periods, plan.Period{ID: plan.PeriodID(q.id), Name: both(q.vi, q.en), Kind: q.kind, Cutoff: cutoff, Due: cutoff})
		p.Snapshots = append(p.Snapshots, &plan.Snapshot{Period: plan.PeriodID(q.id), Cutoff: cutoff, Status: plan.Final, Released: cutoff,
			Sources: map[plan.SourceID]plan.Source{"news": {Publisher: both("Báo Thí Dụ", "Example News"), Confidence: "newspaper", Published: plan.Published{Date: cutoff}}}})
	}
	return &fixture{p, i, []int{2027, 2028, 2029, 2030}}
}

func (f *fixture) observe(period, reference string, change func(*plan.Observation)) *fixture {
	o := plan.Observation{Indicator: f.indicator.ID, Reference: plan.MustReference(reference), Comparable: plan.Fully, Source: "news"}
	change(&o)
	for _, s := range f.plan.Snapshots {
		if s.Period == plan.PeriodID(period) {
			s.Observations = append(s.Observations, o)
		}
	}
	return f
}

func (f *fixture) value(period, reference, value string) *fixture {
	return f.observe(period, reference, func(o *plan.Observation) { o.Value = plan.MustNumber(value) })
}

// alone is the figure of a month, which never stands for the year.
func (f *fixture) alone(period, reference, value string) *fixture {
	return f.observe(period, reference, func(o *plan.Observation) {
		o.Value, o.Measure, o.Comparable = plan.MustNumber(value), plan.PeriodAlone, plan.Partly
	})
}

func (f *fixture) rank(period, reference string, place, of int, c plan.Comparable) *fixture {
	return f.observe(period, reference, func(o *plan.Observation) { o.Rank, o.Comparable = &plan.Rank{Place: place, Of: of}, c })
}

func (f *fixture) target() *plan.Target { return &f.indicator.Targets[0] }

func (f *fixture) aim(k plan.TargetKind, value string) *fixture {
	f.target().Kind, f.target().Value = k, plan.MustNumber(value)
	return f
}

// ranked makes the indicator an index whose place is to be better than in 2029, out in the spring of the year after.
func (f *fixture) ranked() *fixture {
	f.indicator.Value, f.indicator.Direction, f.indicator.Measure, f.indicator.Publisher = plan.RankValue, plan.Down, plan.LevelMeasure, "index"
	f.target().Kind, f.target().Value = plan.BetterRank, plan.Number{}
	f.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
	f.publish()
	return f
}

func (f *fixture) publish() {
	index := plan.Publisher{ID: "index"}
	for _, r := range [][2]string{{"2029", "2030-04-12"}, {"2030", "2031-04-02"}} {
		index.Releases = append(index.Releases, plan.Release{Reference: plan.MustReference(r[0]), Date: plan.MustDate(r[1])})
	}
	f.plan.Publishers = []plan.Publisher{index}
}

func (f *fixture) papi() *fixture {
	return f.ranked().rank("base", "2027", 22, 63, plan.Partly).rank("base", "2028", 37, 60, plan.Partly).rank("h1", "2029", 38, 61, plan.Fully).
		rank("late", "2030", 19, 61, plan.Fully).rank("late", "2031", 33, 61, plan.Partly)
}

func (f *fixture) tiered() *fixture {
	f.indicator.Value, f.indicator.Measure, f.indicator.Publisher = plan.TierValue, plan.LevelMeasure, "index"
	f.indicator.Tiers = []plan.Tier{{ID: "tb", Name: both("Trung bình", "Average")}, {ID: "kha", Name: both("Khá", "Fairly good")}, {ID: "tot", Name: both("Tốt", "Good")}}
	f.target().Kind, f.target().Value, f.target().Tier = plan.TierAtLeast, plan.Number{}, "tot"
	f.publish()
	return f
}

func (f *fixture) tier(period, reference string, id plan.TierID) *fixture {
	return f.observe(period, reference, func(o *plan.Observation) { o.Tier, o.Comparable = id, plan.Partly })
}

func (f *fixture) existing() *fixture {
	f.indicator.Value, f.indicator.Unit, f.indicator.Measure = plan.UnitCount, both("đơn vị", "units"), plan.LevelMeasure
	f.indicator.Short = both("Đơn vị tăng mức độ tự chủ", "Units gaining autonomy")
	return f.aim(plan.Exists, "0")
}

func (f *fixture) number(unitVI, unitEN string) *fixture {
	f.indicator.Value, f.indicator.Unit = plan.Quantity, both(unitVI, unitEN)
	return f
}

// yearly makes the figures those of whole years.
func (f *fixture) yearly() *fixture {
	f.indicator.Measure = plan.LevelMeasure
	return f
}

// correct gives a snapshot a correction of a value that an earlier one brought.
func (f *fixture) correct(in, period, reference, from, to string) *fixture {
	for _, s := range f.plan.Snapshots {
		if s.Period == plan.PeriodID(in) {
			s.Corrections = append(s.Corrections, plan.Correction{Indicator: f.indicator.ID, Period: plan.PeriodID(period), Reference: plan.MustReference(reference),
				Field: plan.ValueField, From: plan.Scalar(from), To: plan.Scalar(to), Reason: both("Gõ nhầm", "Typing error")})
		}
	}
	return f
}

// parted gives the plan three levels of government, the target set for each of them or for one.
func (f *fixture) parted(scope plan.BreakdownID) *fixture {
	f.plan.Breakdowns = nil
	for _, b := range [][3]string{{"province", "Cấp tỉnh", "Provincial level"}, {"district", "Cấp huyện", "District level"}, {"commune", "Cấp xã", "Commune level"}} {
		f.plan.Breakdowns = append(f.plan.Breakdowns, plan.Breakdown{ID: plan.BreakdownID(b[0]), Dimension: both("Cấp chính quyền", "Level of government"), Name: both(b[1], b[2])})
		if scope == "" {
			f.target().EachOf = append(f.target().EachOf, plan.BreakdownID(b[0]))
		}
	}
	f.target().Scope = scope
	return f
}

func (f *fixture) of(part plan.BreakdownID, period, reference, value string) *fixture {
	return f.observe(period, reference, func(o *plan.Observation) { o.Breakdown, o.Value = part, plan.MustNumber(value) })
}

// at describes the chart as of a period.
func (f *fixture) at(l plan.Lang, period string) Chart { return Describe(f.judged(l, period)) }

func (f *fixture) judged(l plan.Lang, period string) (wording.Words, *derive.World, *derive.AsOf, *derive.IndicatorResult) {
	world := derive.Judge(f.plan)
	a := world.Period(plan.PeriodID(period))
	return wording.In(l, f.plan), world, a, a.Indicator(f.indicator.ID)
}

// sample is a kind of chart in a case, for the tests that hold for all. One without a kind shows something of its own.
type sample struct {
	kind, name, period string
	fixture            *fixture
}

// own makes a sample without a kind.
func own(name, period string, f *fixture) sample { return sample{"", name, period, f} }

// further are charts of which something particular is tested.
func further() []sample {
	long := newFixture().value("h1", "2030-06-26", "42.79")
	long.plan.Periods[2].Name = both(hostile, hostile)
	long.indicator.Short = both(hostile, hostile)
	many := newFixture()
	for n := range 60 {
		day := plan.Date{Year: 2030, Month: int8(1 + n/5), Day: int8(2 + 5*(n%5))}
		id := plan.PeriodID("w" + day.String())
		many.plan.Periods = append(many.plan.Periods[:1+n], plan.Period{ID: id, Name: both("Tuần "+day.String()[5:], "Week "+day.String()[5:]), Kind: plan.Report, Cutoff: day})
		many.plan.Snapshots = append(many.plan.Snapshots[:1+n], &plan.Snapshot{Period: id, Cutoff: day, Status: plan.Final, Released: day})
		if n%7 != 3 {
			many.value(string(id), day.String(), plan.Whole(n).String())
		}
	}
	return []sample{
		own("lines over years", "late", newFixture().yearly().value("base", "2027", "20").value("base", "2028", "26").value("base", "2029", "31").value("fy", "2030", "34.9")),
		own("lines with a break", "late", func() *fixture {
			f := newFixture().yearly().value("base", "2028", "52").value("base", "2029", "61").value("fy", "2030", "34.9")
			f.indicator.Breaks = []plan.Break{{At: plan.MustReference("2030"), Reason: both("Từ năm 2030 đổi cách tính.", "Computed otherwise from 2030.")}}
			return f
		}()),
		own("revised", "fy", newFixture().value("h1", "2030-06-26", "42.79").value("fy", "2030-12-31", "44").correct("fy", "h1", "2030-06-26", "42.79", "31.5")),
		own("provisional", "fy", newFixture().value("h1", "2030-06-26", "20").observe("fy", "2030-12-31", func(o *plan.Observation) { o.Value, o.DataStatus = plan.MustNumber("37"), plan.Provisional })),
		own("target step", "fy", func() *fixture {
			f := newFixture().value("q1", "2030-03-31", "12").value("h1", "2030-06-30", "31").value("fy", "2030-12-31", "52")
			later := *f.target()
			later.Value, later.ValidFrom = plan.MustNumber("50"), plan.MustDate("2030-07-12")
			f.indicator.Targets = append(f.indicator.Targets, later)
			return f
		}()),
		own("growth", "fy", func() *fixture {
			f := newFixture().number("nghìn tỷ đồng", "trillion đồng").value("base", "2029", "100").value("h1", "2030-06-30", "48").value("fy", "2030", "107.5").aim(plan.GrowthLeast, "8")
			f.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
			return f
		}()),
		own("parts, each with the target", "fy", newFixture().parted("").of("province", "fy", "2030-12-31", "82").of("district", "fy", "2030-12-31", "34.9")),
		own("parts, one with the target", "fy", newFixture().parted("commune").of("commune", "fy", "2030-12-31", "12.5")),
		own("parts, nothing known", "fy", newFixture().parted("")),
		own("parts below zero", "fy", newFixture().number("tỷ đồng", "billion đồng").parted("").of("province", "fy", "2030-12-31", "-12").of("commune", "fy", "2030-12-31", "40").aim(plan.AtMost, "-5")),
		own("percent", "late", newFixture().value("h1", "2030-06-26", "42.79").alone("fy", "2030-10", "71.2")),
		own("percent half way", "h1", newFixture().value("q1", "2030-03-31", "12.5").value("h1", "2030-06-26", "34.28").aim(plan.AtLeast, "100")),
		own("percent all met", "fy", newFixture().value("q1", "2030-03-31", "100").value("h1", "2030-06-30", "100").value("q3", "2030-09-30", "100").value("fy", "2030-12-31", "100").aim(plan.AtLeast, "100")),
		own("percent at target", "fy", newFixture().value("q3", "2030-09-30", "34.28").value("fy", "2030-12-31", "34.9")),
		own("percent nothing known", "late", newFixture()),
		own("percent beyond 100", "fy", newFixture().value("fy", "2030-12-31", "112.5").aim(plan.AtLeast, "100")),
		own("percent zero, target zero", "fy", newFixture().value("fy", "2030-12-31", "0").aim(plan.AtMost, "0")),
		own("percent between", "fy", func() *fixture {
			f := newFixture().value("fy", "2030-12-31", "37").aim(plan.Between, "35")
			f.target().Upper = plan.MustNumber("40")
			return f
		}()),
		own("no target", "late", newFixture().aim(plan.NoTarget, "0")),
		own("in words", "late", func() *fixture {
			f := newFixture().value("h1", "2030-06-26", "42.79").aim(plan.InWords, "0")
			f.target().Words = both("tiên tiến, hiện đại và phù hợp với điều kiện thực tế của địa phương", "advanced, modern and fit for local conditions")
			return f
		}()),
		own("number", "fy", newFixture().number("nghìn lượt hồ sơ trực tuyến mỗi quý (lũy kế)", "thousand applications").value("q1", "2030-03-31", "1234.5").value("fy", "2030-12-31", "4321987.25").aim(plan.AtLeast, "5000000")),
		own("negative", "fy", newFixture().number("tỷ đồng", "billion đồng").value("q1", "2030-03-31", "-3.25").value("fy", "2030-12-31", "2").aim(plan.AtLeast, "-1")),
		own("sample data", "h1", newFixture().value("q1", "2030-03-31", "28").observe("h1", "2030-06-30", func(o *plan.Observation) { o.Value, o.DataStatus = plan.MustNumber("31"), plan.Sample })),
		own("sixty periods", "w2030-12-22", many),
		own("hostile", "late", long),
		own("rank", "late", newFixture().papi()),
		own("rank awaiting", "fy", newFixture().papi()),
		own("rank unknown", "late", newFixture().ranked()),
		own("rank early", "q1", newFixture().ranked().rank("base", "2028", 37, 60, plan.Partly)),
		own("rank to beat 2", "late", newFixture().ranked().rank("h1", "2029", 2, 63, plan.Fully).rank("late", "2030", 1, 63, plan.Fully)),
		own("rank to beat 1", "fy", newFixture().ranked().rank("h1", "2029", 1, 63, plan.Fully)),
		own("rank with a break", "late", func() *fixture {
			f := newFixture().papi()
			f.indicator.Breaks = []plan.Break{{At: plan.MustReference("2028"), Reason: both("Từ năm 2028 đổi cách tính.", "Computed otherwise from 2028.")}}
			return f
		}()),
		own("tier", "late", newFixture().tiered().tier("base", "2028", "tot").tier("h1", "2029", "")),
		own("tier unknown", "q1", newFixture().tiered()),
		own("exists", "fy", newFixture().existing().value("h1", "2030-06-30", "0").value("fy", "2030-12-31", "3")),
		own("exists unknown", "h1", newFixture().existing()),
	}
}

const hostile = `Tỷ lệ </script><b>&"']]> hồ sơ thủ tục hành chính được số hóa và giải quyết đúng hạn tại bộ phận tiếp nhận và trả kết quả, ` +
	`{a|b} không-có-khoảng-trắng-nào-trong-cái-tên-rất-dài-này-để-ngắt-dòng-cho-vừa và còn nữa, cho đủ hai trăm năm mươi chữ của tên chỉ tiêu này.`

func each(t *testing.T, check func(t *testing.T, c Chart)) {
	for _, s := range samples() {
		for _, l := range plan.Langs {
			t.Run(s.name+" "+string(l), func(t *testing.T) { check(t, s.fixture.at(l, s.period)) })
		}
	}
}
