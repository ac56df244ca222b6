package chart

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Describe describes the chart of an indicator as of a period.
func Describe(w wording.Words, world *derive.World, a *derive.AsOf, r *derive.IndicatorResult) Chart {
	s := newSubject(w, world, a, r)
	c := s.form()
	c.ID, c.Title = "chart-"+plain(string(r.Indicator.ID)), w.Finding(r)
	c.Subtitle = s.subtitle(&c)
	c.Context = s.breakdowns()
	c.Source = s.source()
	c.Description = s.description(&c)
	return c
}

// form is the slots of a chart with all that stands in the drawing, and its table.
func (s *subject) form() Chart {
	c := Chart{Kind: s.kind(), Lang: s.Lang}
	switch c.Kind {
	case Ladder:
		s.ladder(&c)
	case Tiers:
		s.tiers(&c)
	case Tiles:
		s.tiles(&c)
	case Bars:
		s.bars(&c)
	case Lines:
		s.lines(&c)
	default:
		s.columns(&c)
	}
	return c
}

// subject is an indicator as of a period, in one language.
type subject struct {
	wording.Words
	world     *derive.World
	asOf      *derive.AsOf
	result    *derive.IndicatorResult
	indicator *plan.Indicator
	known     []derive.Observation
	shown     []*derive.Observation // the figures that the drawing shows, for the source line
	refs      []plan.Reference      // of the figure in each slot; unknown for a gap
	small     bool                  // a drawing in which nothing is said
}

func newSubject(w wording.Words, world *derive.World, a *derive.AsOf, r *derive.IndicatorResult) *subject {
	return &subject{Words: w, world: world, asOf: a, result: r, indicator: r.Indicator, known: world.Observations(r.Indicator.ID, a.Period.Cutoff)}
}

func (s *subject) kind() Kind {
	if s.ofParts() {
		return Bars
	}
	switch s.indicator.Value {
	case plan.RankValue:
		return Ladder
	case plan.TierValue:
		return Tiers
	case plan.YesNo:
		return Tiles
	case plan.UnitCount:
		if s.target(plan.Exists) != nil {
			return Tiles
		}
	}
	if s.overYears() {
		return Lines
	}
	return Columns
}

// target finds the result of the first target of a kind; nil without one.
func (s *subject) target(k plan.TargetKind) *derive.TargetResult {
	for n := range s.result.Targets {
		if t := &s.result.Targets[n]; t.Target.Kind == k {
			return t
		}
	}
	return nil
}

// say chooses the text of the language.
func (s *subject) say(vi, en string) string {
	if s.Lang == plan.EN {
		return en
	}
	return vi
}

// plain makes a text fit for an id.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, s)
}
