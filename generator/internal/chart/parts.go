package chart

import (
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Parts describes the figures of the parts of the whole (levels of government, regions, units), newest first known, one
// chart a dimension in the order of the plan; none for a dimension that the indicator's own chart shows.
func Parts(w wording.Words, world *derive.World, a *derive.AsOf, r *derive.IndicatorResult) []Chart {
	s := newSubject(w, world, a, r)
	var all []Chart
	for _, dimension := range s.dimensions() {
		c := Chart{Kind: Bars, ID: "chart-" + plain(string(r.Indicator.ID)) + "-by" + string(rune('a'+len(all))), Lang: w.Lang}
		s.shown = nil
		s.contextBars(&c, dimension)
		c.Title = s.extremes(&c, dimension)
		c.Source, c.Description = s.source(), s.description(&c)
		all = append(all, c)
	}
	return all
}

// ofParts tells an indicator whose targets are all set for parts of the whole: its own chart shows the parts.
func (s *subject) ofParts() bool {
	set := false
	for _, t := range s.result.Targets {
		switch {
		case t.Target.Kind == plan.NoTarget:
		case t.Target.Scope == "" && len(t.Target.EachOf) == 0:
			return false
		default:
			set = true
		}
	}
	return set
}

// partOf is a part of the whole with its figure, and the target that it has to hold.
type partOf struct {
	id     plan.BreakdownID
	figure *derive.Observation
	kept   *derive.Observation // without a figure: the one that is kept back
	target *derive.TargetResult
	holds  *bool
}

// judgedParts are the parts that the targets of an indicator are set for, in the order of the plan.
func (s *subject) judgedParts() []partOf {
	found := map[plan.BreakdownID]partOf{}
	for n := range s.result.Targets {
		t := &s.result.Targets[n]
		for _, u := range t.Units {
			p := partOf{u.Unit, u.Judged, u.Withheld, t, nil}
			if u.Known() {
				p.holds = &u.Holds
			}
			found[u.Unit] = p
		}
		if id := t.Target.Scope; id != "" {
			p := partOf{id, t.Judged, t.Withheld, t, nil}
			if t.Judged != nil && t.Reason == "" {
				holds := t.Status == derive.Met
				p.holds = &holds
			}
			found[id] = p
		}
	}
	var all []partOf
	for _, b := range s.Plan.Breakdowns {
		if p, ok := found[b.ID]; ok {
			all = append(all, p)
		}
	}
	return all
}

// bars describes an indicator whose targets are set for parts of the whole.
func (s *subject) bars(c *Chart) {
	parts := s.judgedParts()
	dimension := s.say("Đơn vị", "Unit")
	if len(parts) > 0 {
		_, dimension = s.breakdown(parts[0].id)
	}
	c.Table = Table{Caption: s.caption(), Head: []string{dimension, s.say("Kết quả", "Result"), s.say("Mục tiêu", "Target"), s.say("Tình trạng", "Status")}}
	var undrawn []plan.Target
	for _, p := range parts {
		slot, value := s.bar(p.id, p.figure, s.gapOfPart(p))
		target := s.TargetShort(s.indicator, unscoped(*p.target.Target))
		if low, high, _, ok := s.bounds(aim{Target: unscoped(*p.target.Target), base: p.target.Baseline}); ok && (low == -far || high == far) {
			slot.Aim, slot.AimText = &low, s.say("mục tiêu ", "target ")+target
			if low == -far {
				slot.Aim = &high
			}
		} else if !slices.ContainsFunc(undrawn, func(t plan.Target) bool { return t.ID == p.target.Target.ID }) {
			undrawn = append(undrawn, *p.target.Target)
		}
		slot.Tip = s.tip(p.figure, slot.Label, value, s.aimed(target))
		c.Slots = append(c.Slots, slot)
		c.Table.Rows = append(c.Table.Rows, Row{Cells: []string{slot.Label, value, target, s.held(p)}})
	}
	c.Statement = s.inWords(undrawn)
	c.Axis = s.amounts(c)
}

// unscoped is a target as it is set for a part that the row names itself.
func unscoped(t plan.Target) plan.Target {
	t.Scope, t.EachOf = "", nil
	return t
}

// gapOfPart is the word for the missing figure of a part.
func (s *subject) gapOfPart(p partOf) string {
	if p.kept != nil {
		return s.Suppressed()
	}
	return s.gapWord(p.target.Status)
}

// held says whether a part holds its target.
func (s *subject) held(p partOf) string {
	switch {
	case p.kept != nil:
		return wording.Upper(s.TooFew())
	case p.holds == nil:
		return wording.Upper(s.gapWord(p.target.Status))
	case *p.holds:
		return s.say("Đạt mức mục tiêu", "At the target’s level")
	}
	return s.say("Chưa đến mức mục tiêu", "Short of the target’s level")
}

// bar is the slot of a part, and its value or the word for its absence.
func (s *subject) bar(id plan.BreakdownID, o *derive.Observation, gap string) (Slot, string) {
	name, _ := s.breakdown(id)
	slot := Slot{Key: string(id), Label: name, Mark: Gap, Gap: gap}
	if o != nil && o.Suppressed != "" {
		slot.Gap = s.Suppressed()
	}
	if o == nil || !o.Value.Known() {
		return slot, wording.Upper(slot.Gap)
	}
	slot.Mark, slot.Value, slot.Text, slot.Gap = Bar, o.Value.Float(), s.marked(s.number(o.Value), o.Status), ""
	slot.Sample = o.Status == plan.Sample
	s.shown = append(s.shown, o)
	return slot, s.ValueShort(s.indicator, o)
}

// dimensions are those of which the newest figures are shown beside the indicator's own chart.
func (s *subject) dimensions() []string {
	var all []string
	for _, b := range s.Plan.Breakdowns {
		d := b.Dimension.In(s.Lang)
		if !slices.Contains(all, d) && s.newestOf(d).Known() && !s.showsItself(d) {
			all = append(all, d)
		}
	}
	return all
}

// showsItself tells whether the indicator's own chart is one of the parts of a dimension.
func (s *subject) showsItself(dimension string) bool {
	return s.kind() == Bars && slices.ContainsFunc(s.judgedParts(), func(p partOf) bool {
		_, d := s.breakdown(p.id)
		return d == dimension
	})
}

// newestOf is the newest reference of the figures of a dimension; unknown without any.
func (s *subject) newestOf(dimension string) plan.Reference {
	var newest plan.Reference
	for n := range s.known {
		o := &s.known[n]
		_, d := s.breakdown(o.Breakdown)
		if o.Breakdown != "" && d == dimension && told(o) && s.ownMeasure(o) && (!newest.Known() || o.Reference.To.After(newest.To)) {
			newest = o.Reference
		}
	}
	return newest
}

// contextBars describes the newest figures of a dimension: shown, not judged.
func (s *subject) contextBars(c *Chart, dimension string) {
	ref := s.newestOf(dimension)
	c.Table = Table{Caption: s.caption(), Head: []string{dimension, s.say("Kết quả", "Result"), s.say("Ghi chú", "Note")}}
	for _, b := range s.Plan.Breakdowns {
		if b.Dimension.In(s.Lang) != dimension || !s.everKnown(b.ID) {
			continue
		}
		o := s.partAt(b.ID, ref)
		slot, value := s.bar(b.ID, o, s.gapWord(""))
		note := s.context()
		if o != nil && o.Suppressed != "" {
			note = wording.Upper(s.TooFew())
		}
		slot.Tip = s.tip(o, slot.Label, value, note)
		c.Slots = append(c.Slots, slot)
		c.Table.Rows = append(c.Table.Rows, Row{Cells: []string{slot.Label, value, note}})
	}
	c.Axis = s.amounts(c)
	parts := []string{s.indicator.Short.In(s.Lang)}
	if unit := s.unit(); unit != "" {
		parts = append(parts, unit)
	}
	c.Subtitle = strings.Join(parts, ", ") + s.say(", theo ", ", by ") + wording.Lower(dimension) + " · " + s.Plan.Place.In(s.Lang) + ", " + lang.Reference(s.Lang, ref)
}

func (s *subject) everKnown(id plan.BreakdownID) bool {
	return slices.ContainsFunc(s.known, func(o derive.Observation) bool { return o.Breakdown == id && told(&o) && s.ownMeasure(&o) })
}

// told tells a figure with a value, or one of which it is said that it is kept back.
func told(o *derive.Observation) bool { return o.Value.Known() || o.Suppressed != "" }

// partAt is the figure of a part at a time, in its newest vintage.
func (s *subject) partAt(id plan.BreakdownID, ref plan.Reference) *derive.Observation {
	var found *derive.Observation
	for n := range s.known {
		if o := &s.known[n]; o.Breakdown == id && o.Reference.Same(ref) && s.ownMeasure(o) {
			found = o
		}
	}
	return found
}

// extremes is the finding of a chart of parts: the highest and the lowest, unless one that is kept back may be either.
func (s *subject) extremes(c *Chart, dimension string) string {
	high, low := -1, -1
	for n, slot := range c.Slots {
		if slot.Mark == Gap {
			continue
		}
		if high < 0 || slot.Value > c.Slots[high].Value {
			high = n
		}
		if low < 0 || slot.Value < c.Slots[low].Value {
			low = n
		}
	}
	kept := slices.ContainsFunc(c.Slots, func(slot Slot) bool { return slot.Gap == s.Suppressed() })
	if high < 0 || c.Slots[high].Value == c.Slots[low].Value || anySample(c) || kept {
		return s.say("Theo ", "By ") + wording.Lower(dimension)
	}
	said := func(n int) string { return c.Slots[n].Label + " " + c.Slots[n].Text }
	return s.say("Cao nhất: "+said(high)+"; thấp nhất: "+said(low), "Highest: "+said(high)+"; lowest: "+said(low))
}

func anySample(c *Chart) bool {
	return slices.ContainsFunc(c.Slots, func(slot Slot) bool { return slot.Sample })
}
