package chart

import (
	"math"
	"math/big"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// amounts is the axis of columns. It holds zero, every figure and every target. Percentages end at the next ten above,
// at 100 unless something lies beyond it.
func (s *subject) amounts(c *Chart) Axis {
	a := s.scale(c)
	if z := c.Zone; z != nil { // it ends where the axis does
		if z.Low, z.High = max(z.Low, a.Min), min(z.High, a.Max); z.Low >= z.High {
			c.Zone = nil
		}
	}
	return a
}

func (s *subject) scale(c *Chart) Axis {
	low, high, empty := 0.0, 0.0, true
	hold := func(v float64) { low, high, empty = min(low, v), max(high, v), false }
	for _, slot := range c.Slots {
		if slot.Mark != Gap {
			hold(slot.Value)
		}
		if slot.Was != nil {
			hold(slot.Was.Value)
		}
	}
	for _, t := range c.Targets {
		hold(t.At)
	}
	for _, slot := range c.Slots {
		if slot.Aim != nil {
			hold(*slot.Aim)
		}
	}
	if s.indicator.Value == plan.Percent && low == 0 && high <= 100 {
		top := min(100, 10*(math.Floor(high/10)+1))
		if empty {
			top = 100
		}
		return s.ticks(0, top, percentStep(top))
	}
	if high == 0 && low == 0 {
		high = 1
	}
	step := niceStep((high - low) / 4)
	return s.ticks(step*math.Floor(low/step), step*math.Ceil(high/step), step)
}

func percentStep(top float64) float64 {
	switch {
	case top <= 20:
		return 5
	case top == 80 || top == 100:
		return 20
	}
	return 10
}

// niceStep is the smallest of 1, 2, 5, 10, … that is not below a step.
func niceStep(v float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if v <= m*ten*(1+1e-9) {
			return m * ten
		}
	}
	return 10 * ten
}

func (s *subject) ticks(low, high, step float64) Axis {
	a := Axis{Min: low, Max: high}
	decimals := max(0, -int(math.Floor(math.Log10(step)+1e-9)))
	for n := 0; low+float64(n)*step <= high+step/2; n++ {
		at := low + float64(n)*step
		a.Max = at
		if !s.small {
			a.Ticks = append(a.Ticks, Tick{at, lang.Number(s.Lang, rounded(at, decimals))})
		}
	}
	return a
}

func rounded(v float64, decimals int) plan.Number {
	r := new(big.Rat).SetFloat64(v)
	if r == nil {
		return plan.Number{}
	}
	if n := plan.Rounded(r, decimals); n.Sign() != 0 {
		return n
	}
	return plan.Whole(0)
}

// places is the axis of a ladder: 1 at the top, the last place at the bottom.
func (s *subject) places(c *Chart) Axis {
	a := Axis{Min: 1, Max: 1, Down: true, Ticks: []Tick{{1, lang.Int(s.Lang, 1)}}, Word: s.say("Hạng 1 là tốt nhất", "1st is the best")}
	for _, slot := range c.Slots {
		a.Max = max(a.Max, slot.Last)
		if slot.Mark != Gap {
			a.Max = max(a.Max, slot.Value)
		}
	}
	for _, t := range c.Targets {
		a.Max = max(a.Max, t.At)
	}
	step := max(1, niceStep((a.Max-1)/4))
	if a.Max > 40 && a.Max <= 100 {
		step = 20
	}
	for at := step; at <= a.Max; at += step {
		if at > 1 {
			a.Ticks = append(a.Ticks, Tick{at, lang.Int(s.Lang, int(at))})
		}
	}
	a.Max = max(a.Max, 2) // nothing known, or a ranking of one
	return a
}
