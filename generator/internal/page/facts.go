package page

import (
	"html/template"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// FactRow is a figure with its time, what is to be known about it and where it comes from.
type FactRow struct {
	Value, When string
	Role        string // of a figure that judges or is compared with; empty for context
	Published   string
	Note        template.HTML
	Source      Link
}

// AlsoSetRow is a figure that another document set for the row without amending the plan.
type AlsoSetRow struct {
	Target, SetBy string
	Source        *Link
}

// facts lists the figures of an indicator: those that judge it or that a target is compared with, of parts of the whole
// too, and the headline ones that are context.
func (s *scope) facts(r *derive.IndicatorResult) (used, context []FactRow) {
	i := r.Indicator
	all := s.world.Observations(i.ID, s.now.Period.Cutoff)
	used = make([]FactRow, 0, len(all))
	for n := range all {
		o := &all[n]
		judges := derive.Judges(i, o)
		if o.Breakdown != "" && !judges {
			continue
		}
		row := s.fact(i, o)
		switch {
		case judges:
			row.Role = s.say("fact.judges")
		case isBaseline(r, o):
			row.Role = s.say("fact.baseline")
		default:
			context = append(context, row)
			continue
		}
		used = append(used, row)
	}
	return used, context
}

// fact is a figure with its time, note and source; what part it plays is the caller's to say.
func (s *scope) fact(i *plan.Indicator, o *derive.Observation) FactRow {
	row := FactRow{Value: s.factValue(i, o), When: s.words.AsOf(o), Note: s.html(o.Note), Source: Link{o.Source.Publisher.In(s.lang), o.Source.URL}}
	if o.Breakdown != "" {
		row.When = s.words.Breakdown(o.Breakdown) + ", " + row.When
	}
	if o.Published.Known() {
		row.Published = s.say("fact.published", s.date(o.Published))
	}
	return row
}

func isBaseline(r *derive.IndicatorResult, o *derive.Observation) bool {
	for _, t := range r.Targets {
		if b := t.Baseline; b != nil && b.Period == o.Period && b.Reference.Same(o.Reference) && b.Measure == o.Measure {
			return true
		}
	}
	return false
}

// factValue is a figure as it was published: the value, and the place among others where there is one.
func (s *scope) factValue(i *plan.Indicator, o *derive.Observation) string {
	value := s.words.ValueShort(i, o)
	if o.Suppressed != "" {
		return s.words.SuppressedWhy()
	}
	if value == "—" && o.Value.Known() {
		value = lang.Number(s.lang, o.Value)
	}
	if o.Rank != nil && i.Value != plan.RankValue {
		value += " (" + lang.Rank(s.lang, *o.Rank) + ")"
	}
	return value
}

func (s *scope) alsoSet(i *plan.Indicator) []AlsoSetRow {
	var rows []AlsoSetRow
	for _, a := range i.AlsoSet {
		row := AlsoSetRow{Target: s.words.AlsoSet(i, a), SetBy: a.SetBy.In(s.lang)}
		if source, ok := s.source(a.Source); ok {
			row.Source = &Link{source.Publisher.In(s.lang), source.URL}
		}
		rows = append(rows, row)
	}
	return rows
}
