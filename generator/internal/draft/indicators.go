package draft

import (
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// observations has an entry for each figure that is due.
func (d *draft) observations() {
	due, others := d.due()
	if len(due) > 0 {
		d.note("\n## Số liệu. reference là thời gian mà số liệu nói tới.", "\n## The figures. reference is the time that a figure speaks of.")
		d.line("#observations:")
	}
	for _, r := range due {
		d.indicator(r)
	}
	if len(others) > 0 {
		d.note("## Không phải báo cáo trong kỳ này: %s", "## Nothing is due of: %s", strings.Join(others, ", "))
	}
	if len(due) > 0 && !d.plan.Compiled() {
		d.note("\n## Cơ quan nói rõ là chưa có số liệu thì ghi lý do, thay cho số liệu ở trên.", "\n## Where an agency says that there is no figure, the reason stands here in place of a figure.")
		d.line("#not_reported:\n#  - {indicator: %s, reason: {vi: \"\", en: \"\"}}", plan.Quoted(string(due[0].Indicator.ID)))
	}
}

// due splits the measured indicators into those of which a figure is due and the ids of the others. Before the plan, in
// a baseline period, nothing is judged and any figure may be known.
func (d *draft) due() (due []*derive.IndicatorResult, others []string) {
	a := d.world.Period(d.period.ID)
	for _, i := range d.plan.Indicators {
		switch r := (&derive.IndicatorResult{Indicator: i}); {
		case !i.Measured():
		case a == nil && (i.Publisher == "" || len(d.references(r)) > 0):
			due = append(due, r)
		case a == nil:
		default:
			r = a.Indicator(i.ID)
			if d.expected(r) {
				due = append(due, r)
			} else {
				others = append(others, string(i.ID))
			}
		}
	}
	return due, others
}

// expected tells whether a figure of an indicator is due in a judged period.
func (d *draft) expected(r *derive.IndicatorResult) bool {
	if r.Indicator.Publisher != "" {
		return len(d.references(r)) > 0
	}
	return r.Status != derive.NoTarget && r.Status != derive.NotYetDue && !r.Settled()
}

// indicator explains a row and has an entry for each time that is spoken of, and each part of the whole that its targets
// are set for.
func (d *draft) indicator(r *derive.IndicatorResult) {
	i := r.Indicator
	d.line("## %s", strings.Join(d.known(r), " · "))
	for _, reference := range d.references(r) {
		for _, of := range parties(r) {
			if of != "" {
				of = "breakdown: " + of + ", "
			}
			d.line("#  - {indicator: %s, reference: %s, %s%s, comparable: full, source: %s}", plan.Quoted(string(i.ID)), reference, of, blanks[i.Value], d.source)
		}
	}
}

// parties are what figures are asked of: the parts of the whole that a target is set for; the whole, whose id is empty,
// where there is no target.
func parties(r *derive.IndicatorResult) []plan.BreakdownID {
	var all []plan.BreakdownID
	for _, t := range r.Targets {
		if len(t.Target.EachOf) == 0 {
			all = append(all, t.Target.Scope)
		}
		all = append(all, t.Target.EachOf...)
	}
	if len(all) == 0 {
		return []plan.BreakdownID{""}
	}
	var once []plan.BreakdownID
	for _, of := range all {
		if !slices.Contains(once, of) {
			once = append(once, of)
		}
	}
	return once
}

// blanks are what is to be completed in a figure of each kind.
var blanks = map[plan.ValueKind]string{
	plan.Percent: "value: ", plan.Quantity: "value: ", plan.Score: "value: ", plan.UnitCount: "value: ",
	plan.RankValue: "rank: {place: , of: }", plan.TierValue: "tier: ", plan.YesNo: "yes: ",
}

// known is what whoever fills in a row has to know: which it is, its unit, what is aimed at, what was known last, and
// who answers for it.
func (d *draft) known(r *derive.IndicatorResult) []string {
	i := r.Indicator
	all := []string{string(i.ID) + ". " + i.Short.In(d.lang)}
	say := func(vi, en, what string) {
		if what != "" {
			all = append(all, d.pick(vi, en)+": "+what)
		}
	}
	say("đơn vị", "unit", d.unit(i))
	for _, t := range r.Targets {
		if t.Target.Kind != plan.NoTarget {
			all = append(all, d.pick("mục tiêu: ", "target: ")+d.words.Target(i, *t.Target)+d.pick(", hạn ", ", due ")+lang.Date(d.lang, t.Target.Due))
		}
	}
	say("gần nhất", "last", d.last(i))
	monitoring, _ := d.plan.Answering(i)
	say("báo cáo", "reports", d.agencies(monitoring))
	say("kết quả do bên ngoài công bố", "published by", d.publisher(i))
	return all
}

func (d *draft) unit(i *plan.Indicator) string {
	switch i.Value {
	case plan.Percent:
		return "%"
	case plan.YesNo:
		return "true / false"
	case plan.TierValue:
		var tiers []string
		for _, t := range i.Tiers {
			tiers = append(tiers, string(t.ID))
		}
		return strings.Join(tiers, " / ")
	}
	return i.Unit.In(d.lang)
}

// last is the figure of the whole that was known last, with its time; empty when there was none.
func (d *draft) last(i *plan.Indicator) string {
	figures := slices.Concat(d.world.Earlier(i.ID, d.period.Cutoff), d.world.Observations(i.ID, d.period.Cutoff))
	for _, o := range slices.Backward(figures) {
		if o.Breakdown == "" && (o.Measure == "" || o.Measure == i.Measure) {
			return d.words.Value(i, &o) + " (" + d.words.AsOf(&o) + ")"
		}
	}
	return ""
}

func (d *draft) publisher(i *plan.Indicator) string {
	for _, p := range d.plan.Publishers {
		if p.ID == i.Publisher {
			return p.Name.In(d.lang)
		}
	}
	return ""
}

// references are the times that the figures of the period would speak of: those of the results that a publisher brought
// out since the period before, else the period's own.
func (d *draft) references(r *derive.IndicatorResult) []string {
	if r.Indicator.Publisher == "" {
		return []string{d.reference(r.Indicator)}
	}
	var all []string
	for _, p := range d.plan.Publishers {
		for _, x := range p.Releases {
			if p.ID == r.Indicator.Publisher && x.Date.After(d.before()) && !x.Date.After(d.period.Cutoff) {
				all = append(all, d.past(x.Reference))
			}
		}
	}
	for _, t := range r.Targets { // a result whose day is not known may be out once its time is over
		ref := t.Target.Reference
		if known := d.plan.ReleaseDate(r.Indicator.Publisher, ref); !known.Known() && !t.Settled(d.period.ID) && ref.To.Known() && !ref.To.After(d.period.Cutoff) {
			all = append(all, ref.String())
		}
	}
	return all
}

// past is a time as far as it is over by the cut-off: a result may come out before its year has ended.
func (d *draft) past(r plan.Reference) string {
	if r.To.After(d.period.Cutoff) {
		return d.period.Cutoff.String()
	}
	return r.String()
}

// before is the cut-off of the period before; unknown for the first.
func (d *draft) before() plan.Date {
	var before plan.Date
	for _, p := range d.plan.Periods {
		if d.period.Cutoff.After(p.Cutoff) {
			before = p.Cutoff
		}
	}
	return before
}

// reference is the time of the period: from the beginning of its plan for what adds up, or its last day.
func (d *draft) reference(i *plan.Indicator) string {
	from, to := d.period.Start, d.period.Cutoff
	if d.period.End.Known() && !d.period.End.After(to) {
		to = d.period.End
	}
	switch i.Measure {
	case plan.Cumulative:
		if !d.period.Cumulative || !from.Known() {
			from = d.plan.Start
		}
	case plan.PeriodAlone, plan.Increment:
		if d.period.Cumulative || !from.Known() {
			from = d.afterPrevious()
		}
	default:
		return to.String()
	}
	if !from.Known() || from.After(to) {
		return to.String()
	}
	return from.String() + ".." + to.String()
}

// afterPrevious is the day after the end of the report before; the beginning of the plan for the first.
func (d *draft) afterPrevious() plan.Date {
	from := d.plan.Start
	for _, p := range d.plan.Periods {
		if p.Kind != plan.Baseline && d.period.Cutoff.After(p.Cutoff) {
			end := p.Cutoff
			if p.End.Known() {
				end = p.End
			}
			from = end.Next()
		}
	}
	return from
}
