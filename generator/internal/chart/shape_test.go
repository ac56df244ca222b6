package chart

import "minhbach/generator/internal/plan"

// What the kinds of cases_test.go add to a fixture.

// reports are the reporting periods.
func (f *fixture) reports() []plan.Period {
	var all []plan.Period
	for _, p := range f.plan.Periods {
		if p.Kind == plan.Report {
			all = append(all, p)
		}
	}
	return all
}

// year is the n-th of some years, the last of them the plan's, with the period that brought it.
func (f *fixture) year(n int) (period, year string) {
	y := plan.Whole(f.years[n]).String()
	if f.years[n] < 2030 {
		return "base", y
	}
	return "late", y
}

// quarterly makes the figures those of the periods alone.
func (f *fixture) quarterly() *fixture {
	f.indicator.Measure = plan.PeriodAlone
	for n, name := range []plan.Text{both("Quý I", "Q1"), both("Quý II", "Q2"), both("Quý III", "Q3"), both("Quý IV", "Q4")} {
		f.plan.Periods[n+1].Name = name
	}
	return f
}

func (f *fixture) scored() *fixture {
	f.indicator.Value, f.indicator.Unit, f.indicator.Measure = plan.Score, both("điểm", "points"), plan.LevelMeasure
	f.indicator.Short = both("Chỉ số hài lòng", "Satisfaction index")
	return f.aim(plan.AtLeast, "80")
}

func (f *fixture) units() *fixture {
	f.indicator.Value, f.indicator.Unit = plan.UnitCount, both("đơn vị", "units")
	f.indicator.Short = both("Đơn vị tự chủ tài chính", "Units paying for themselves")
	return f
}

func (f *fixture) growing() *fixture {
	f.number("nghìn tỷ đồng", "trillion đồng").value("base", "2029", "100").aim(plan.GrowthLeast, "8")
	f.target().Baseline = &plan.BaselineSpec{Reference: plan.MustReference("2029")}
	return f
}

func (f *fixture) between(low, high string) *fixture {
	f.aim(plan.Between, low).target().Upper = plan.MustNumber(high)
	return f
}

// stepped gives the row another target from July on.
func (f *fixture) stepped(value string) *fixture {
	later := *f.target()
	later.Value, later.ValidFrom = plan.MustNumber(value), plan.MustDate("2030-07-12")
	f.indicator.Targets = append(f.indicator.Targets, later)
	return f
}

func (f *fixture) broken(at string) *fixture {
	f.indicator.Breaks = []plan.Break{{At: plan.MustReference(at), Reason: both("Từ năm "+at+" đổi cách tính.", "Computed otherwise from "+at+".")}}
	return f
}

// answered makes the figures a yes or a no.
func (f *fixture) answered() *fixture {
	f.indicator.Value, f.indicator.Measure = plan.YesNo, plan.LevelMeasure
	f.indicator.Short = both("Cổng dữ liệu mở", "Open data portal")
	return f.aim(plan.Exists, "0")
}

// part adds a part of the whole, named by its number, for which the target is set too.
func (f *fixture) part(vi, en string) {
	number := plan.Whole(len(f.plan.Breakdowns) + 1).String()
	id := plan.BreakdownID("u" + number)
	f.plan.Breakdowns = append(f.plan.Breakdowns, plan.Breakdown{ID: id, Dimension: f.plan.Breakdowns[0].Dimension, Name: both(vi+number, en+number)})
	f.target().EachOf = append(f.target().EachOf, id)
}

// sixty gives the plan sixty reporting periods and sixty years.
func (f *fixture) sixty() *fixture {
	var days []plan.Date
	f.years = nil
	for n := range 60 {
		days = append(days, plan.Date{Year: 2030, Month: int8(1 + n/5), Day: int8(2 + 5*(n%5))})
		f.years = append(f.years, 1971+n)
	}
	return f.reporting(days)
}

// uneven puts the cut-offs and the years at unequal distances.
func (f *fixture) uneven() *fixture {
	f.years = []int{2019, 2020, 2027, 2030}
	return f.reporting([]plan.Date{{Year: 2030, Month: 1, Day: 7}, {Year: 2030, Month: 1, Day: 9}, {Year: 2030, Month: 8, Day: 31}, {Year: 2030, Month: 12, Day: 31}})
}

// reporting replaces the reporting periods by such with these cut-offs, named by them.
func (f *fixture) reporting(days []plan.Date) *fixture {
	last := len(f.plan.Periods) - 1
	periods, snapshots := f.plan.Periods[:1:1], f.plan.Snapshots[:1:1]
	for n, day := range days {
		id := plan.PeriodID("w" + day.String())
		name := both("Kỳ "+plan.Whole(n+1).String(), "Period "+plan.Whole(n+1).String())
		periods = append(periods, plan.Period{ID: id, Name: name, Kind: plan.Report, Cutoff: day, Due: day})
		snapshots = append(snapshots, &plan.Snapshot{Period: id, Cutoff: day, Status: plan.Final, Released: day, Sources: f.plan.Snapshots[0].Sources})
	}
	f.plan.Periods, f.plan.Snapshots = append(periods, f.plan.Periods[last]), append(snapshots, f.plan.Snapshots[last])
	return f
}

// longUnit gives the row a unit of 40 characters; tiers have theirs as a name.
func (f *fixture) longUnit() *fixture {
	f.indicator.Unit = longUnit
	if n := len(f.indicator.Tiers); n > 0 {
		f.indicator.Tiers[n-1].Name = longUnit
	}
	return f
}

// called gives a name to the row, and to what is named under the plot.
func (f *fixture) called(name string) *fixture {
	f.indicator.Short = both(name, name)
	f.plan.Periods[2].Name = both(name, name)
	if len(f.target().EachOf) > 0 {
		f.plan.Breakdowns[1].Name = both(name, name)
	}
	if n := len(f.indicator.Tiers); n > 0 {
		f.indicator.Tiers[n-1].Name = both(name, name)
	}
	return f
}

// sampled makes all figures samples.
func (f *fixture) sampled() *fixture {
	for _, s := range f.plan.Snapshots {
		for n := range s.Observations {
			s.Observations[n].DataStatus = plan.Sample
		}
	}
	return f
}
