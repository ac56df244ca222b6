package raster

import (
	"encoding/xml"
	"errors"
	"math"
)

// stripes are a pattern: bars of one colour from the lower left to the upper right. Lengths are those of the drawing.
type stripes struct {
	step, from, width float64 // across the bars: how far they lie apart, where the first has its middle, how wide they are
	colour            rgb
}

var errPattern = errors.New("a <pattern> that is not one upright line turned by 45° is not painted")

// pattern reads a pattern: a square tile with one line from its top to its bottom.
func (r *reader) pattern(e *element) error {
	e.is("patternUnits", "userSpaceOnUse")
	e.is("patternTransform", "rotate(45)")
	s := stripes{step: e.number("width")}
	for {
		switch t, err := r.xml.Token(); t := t.(type) {
		case nil:
			return err
		case xml.EndElement:
			if t.Name.Local == "pattern" {
				r.patterns["#"+e.attrs["id"]] = s
				return e.err
			}
		case xml.StartElement:
			line := newElement(t)
			upright := line.attrs["x1"] == line.attrs["x2"] && line.number("y1") == 0 && line.number("y2") == s.step
			if line.name != "line" || !upright || s.width > 0 || s.step <= 0 || e.attrs["height"] != e.attrs["width"] || len(e.attrs) != 5 {
				return errPattern
			}
			s.from, s.width = line.number("x1"), line.numberOr("stroke-width", 1)
			s.colour, _ = line.colour("stroke")
			e.err = errors.Join(e.err, line.check(), line.err)
		}
	}
}

// over are the stripes over the pixels of a shape. Turned by 45°, a bar is where x + y keeps within a range.
func (p stripes) over(v view, s shape) shape {
	x0, y0, x1, y1 := s.bounds()
	turned := math.Sqrt2 * v.scale
	least, most := float64(x0+y0)-(v.x+v.y), float64(x1+y1)-(v.x+v.y)
	half := round(p.width / 2 * turned * unit)
	var all shape
	for k := math.Floor(least/turned/p.step) - 1; ; k++ {
		at := p.from + float64(k*p.step)
		if (at-p.width)*turned > most {
			return all
		}
		middle := round((v.x + v.y + float64(at*turned)) * unit)
		top, bottom := y0*unit, y1*unit
		all = append(all, []point{{middle - half - top, top}, {middle + half - top, top}, {middle + half - bottom, bottom}, {middle - half - bottom, bottom}})
	}
}
