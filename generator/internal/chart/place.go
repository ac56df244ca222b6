package chart

import "math"

// box is a rectangle of the drawing.
type box struct{ x0, y0, x1, y1 float64 }

// round is the box around a circle.
func round(x, y, r float64) box { return box{x - r, y - r, x + r, y + r} }

// inside is the box without an edge of a width.
func (b box) inside(edge float64) box {
	x0, y0 := b.x0+edge, b.y0+edge
	return box{x0, y0, max(b.x1-edge, x0), max(b.y1-edge, y0)}
}

// overlap is the area that two boxes share.
func (b box) overlap(o box) float64 {
	w, h := min(b.x1, o.x1)-max(b.x0, o.x0), min(b.y1, o.y1)-max(b.y0, o.y0)
	if w <= 0 || h <= 0 {
		return 0
	}
	return w * h
}

// outside is the area of a box that lies outside another.
func (b box) outside(o box) float64 {
	return (b.x1-b.x0)*(b.y1-b.y0) - b.overlap(o)
}

// segment is a line of the drawing that texts keep clear of.
type segment struct{ x1, y1, x2, y2 float64 }

// through is the length of the segment's part inside a box.
func (s segment) through(b box) float64 {
	from, to := 0.0, 1.0
	clip := func(p, q float64) { // p·t ≤ q
		switch {
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		case q < 0:
			to = -1
		}
	}
	dx, dy := s.x2-s.x1, s.y2-s.y1
	clip(-dx, s.x1-b.x0)
	clip(dx, b.x1-s.x1)
	clip(-dy, s.y1-b.y0)
	clip(dy, b.y1-s.y1)
	if to <= from {
		return 0
	}
	return (to - from) * math.Hypot(dx, dy)
}

// room knows what of the drawing is taken.
type room struct {
	area     box
	taken    []box
	segments []segment
}

// spot is a place for a text: its anchor and the baseline of its first line.
type spot struct {
	x, y   float64
	anchor string
}

// cost is how much a box would hide or be hidden; 0 for a free place.
func (r *room) cost(b box) float64 {
	c := 1000 * b.outside(r.area)
	for _, t := range r.taken {
		c += 10 * b.overlap(t)
	}
	for _, s := range r.segments {
		c += 3 * s.through(b)
	}
	return c
}

// find finds the first free spot for lines of text, or the one that costs least.
func (r *room) find(lines []string, f font, spots ...spot) (best spot, least float64) {
	least = math.Inf(1)
	wide := widest(lines, f.size, f.bold)
	for _, s := range spots {
		if c := r.cost(s.around(wide, len(lines), f)); c < least {
			best, least = s, c
		}
		if least == 0 {
			break
		}
	}
	return best, least
}

// box is the room that lines of text take at a spot, with the marks over and under the letters.
func (s spot) box(lines []string, f font) box {
	return s.around(widest(lines, f.size, f.bold), len(lines), f)
}

// around is the box of so many lines, of which the widest is w.
func (s spot) around(w float64, lines int, f font) box {
	b := box{s.x, s.y - 0.95*f.size, s.x + w, s.y + float64(lines-1)*f.leading() + 0.25*f.size}
	switch s.anchor {
	case "middle":
		b.x0, b.x1 = s.x-w/2, s.x+w/2
	case "end":
		b.x0, b.x1 = s.x-w, s.x
	}
	return b
}
