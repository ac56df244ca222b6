package chart

import (
	"bytes"
	"slices"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/wording"
)

// A sparkline is 96 by 28 pixels.
const (
	sparkWide = 96.0
	sparkTall = 28.0
)

// Course draws the course of an indicator as of a period as Spark does its chart.
func Course(w wording.Words, world *derive.World, a *derive.AsOf, r *derive.IndicatorResult) string {
	s := newSubject(w, world, a, r)
	s.small = true
	return Spark(s.form())
}

// Spark draws the course of an indicator small, for a cell of a table beside its value: a bar or a point a slot, dots where
// a figure is missing, and the targets' lines. It says nothing by itself and is hidden from screen readers. Empty where
// no slot has a figure. The page gives the classes their colours.
func Spark(c Chart) string {
	c.onlyPeriods()
	if best(&c) < 0 {
		return ""
	}
	s := spark{c: &c, slot: sparkWide / float64(len(c.Slots))}
	s.WriteString(`<svg class="spark" width="96" height="28" viewBox="0 0 96 28" aria-hidden="true">`)
	s.path("k", s.marks)
	s.path("g", s.gaps)
	s.path("a", s.targets)
	s.WriteString("</svg>")
	return s.String()
}

// onlyPeriods leaves out the figures that stand apart: small, nothing would tell them from those that judge.
func (c *Chart) onlyPeriods() {
	apart := func(s Slot) bool { return s.Apart }
	if !slices.ContainsFunc(c.Slots, apart) {
		return
	}
	first := max(slices.IndexFunc(c.Slots, func(s Slot) bool { return !s.Apart }), 0)
	c.Slots = slices.DeleteFunc(slices.Clone(c.Slots), apart)
	c.Targets = slices.Clone(c.Targets)
	for n := range c.Targets {
		c.Targets[n].From -= first
		c.Targets[n].To -= first
	}
}

type spark struct {
	bytes.Buffer
	c    *Chart
	slot float64
}

// path is a path of what is drawn; without anything there is none.
func (s *spark) path(class string, draw func()) {
	before := s.Len()
	s.WriteString(`<path class="` + class + `" d="`)
	begun := s.Len()
	if draw(); s.Len() == begun {
		s.Truncate(before)
		return
	}
	s.WriteString(`"/>`)
}

// to goes on to a length, by a letter.
func (s *spark) to(letter byte, v float64) {
	s.WriteByte(letter)
	s.Write(short(s.AvailableBuffer(), v))
}

// y is the height of a value; at both ends is left a pixel, or the half of a point.
func (s *spark) y(v float64) float64 {
	a := s.c.Axis
	share := (v - a.Min) / (a.Max - a.Min)
	if !a.Down {
		share = 1 - share
	}
	end := 1.0
	if s.c.Kind != Columns && s.c.Kind != Bars {
		end = 3
	}
	return end + min(max(share, 0), 1)*(sparkTall-2*end)
}

// bar is the outline of a mark: from zero for what is counted, else a square about its value.
func (s *spark) bar(n int, slot Slot) box {
	x, half := (float64(n)+0.5)*s.slot, min(0.3*s.slot, 7)
	switch s.c.Kind {
	case Columns, Bars:
		return box{x - half, min(s.y(slot.Value), s.y(0)-1), x + half, max(s.y(slot.Value), s.y(0))}
	case Tiles:
		if slot.Mark == No {
			return box{x - half, sparkTall/2 - 1, x + half, sparkTall/2 + 1}
		}
		return box{x - half, sparkTall/2 - half, x + half, sparkTall/2 + half}
	}
	return round(x, s.y(slot.Value), min(half, 2.5))
}

func (s *spark) marks() {
	for n, slot := range s.c.Slots {
		if slot.Mark != Gap {
			b := s.bar(n, slot)
			s.to('M', b.x0)
			s.to(' ', b.y0)
			s.to('H', b.x1)
			s.to('V', b.y1)
			s.to('H', b.x0)
			s.WriteByte('Z')
		}
	}
}

func (s *spark) gaps() {
	for n, slot := range s.c.Slots {
		if slot.Mark == Gap {
			s.to('M', (float64(n)+0.2)*s.slot)
			s.to(' ', 27)
			s.to('H', (float64(n)+0.8)*s.slot)
		}
	}
}

func (s *spark) targets() {
	for _, t := range s.c.Targets {
		if t.From >= 0 {
			s.to('M', float64(t.From)*s.slot)
			s.to(' ', s.y(t.At))
			s.to('H', float64(t.To+1)*s.slot)
		}
	}
}

// short appends a length with one decimal at most.
func short(b []byte, v float64) []byte {
	return bytes.TrimSuffix(strconv.AppendFloat(b, v, 'f', 1, 64), []byte(".0"))
}
