package raster

import "math"

// pen draws along paths: its width and dashes in 256ths of a pixel.
type pen struct {
	width  int
	dashes []int // a dash, a gap, a dash, …; none for an unbroken line
	round  bool  // the ends
}

// stroke is what the pen paints along a path.
func (p pen) stroke(along path) shape {
	var s shape
	for _, piece := range p.pieces(along) {
		s = p.piece(s, piece)
	}
	return s
}

// piece adds an unbroken piece: a bar for each straight part, and what joins it to the next.
func (p pen) piece(s shape, line path) shape {
	n := len(line.points)
	parts := n - 1
	if line.closed {
		parts = n
	}
	for k := range parts {
		a, b := line.points[k], line.points[(k+1)%n]
		if a == b {
			continue
		}
		s = append(s, p.bar(a, b))
		if k+1 < parts || line.closed {
			s = append(s, p.join(a, b, line.points[(k+2)%n]))
		}
	}
	if p.round && !line.closed && n > 0 {
		s = append(s, disc(line.points[0], p.width/2), disc(line.points[n-1], p.width/2))
	}
	return s
}

// bar is the area of a straight part.
func (p pen) bar(a, b point) []point {
	s := p.side(a, b)
	return clockwise([]point{{a.x + s.x, a.y + s.y}, {a.x - s.x, a.y - s.y}, {b.x - s.x, b.y - s.y}, {b.x + s.x, b.y + s.y}})
}

// side is the way from the middle of a straight part to its edge, on the right hand.
func (p pen) side(a, b point) point {
	far := distance(a, b)
	if far == 0 {
		return point{}
	}
	return point{round(float64(int64(a.y-b.y)*int64(p.width)) / (2 * far)), round(float64(int64(b.x-a.x)*int64(p.width)) / (2 * far))}
}

// join fills the outer side between two straight parts: with a disc at a corner; in the bend of a curve, under some 25°, a
// triangle is as good.
func (p pen) join(a, b, c point) []point {
	in, out := point{b.x - a.x, b.y - a.y}, point{c.x - b.x, c.y - b.y}
	dot := int64(in.x)*int64(out.x) + int64(in.y)*int64(out.y)
	if float64(dot) < 0.9*distance(a, b)*distance(b, c) {
		return disc(b, p.width/2)
	}
	s, t := p.side(a, b), p.side(b, c)
	if cross(in, out) > 0 { // to the right: the outer side is the left
		s, t = point{-s.x, -s.y}, point{-t.x, -t.y}
	}
	return clockwise([]point{b, {b.x + s.x, b.y + s.y}, {b.x + t.x, b.y + t.y}})
}

// pieces cuts a path into its dashes.
func (p pen) pieces(along path) []path {
	if len(p.dashes) == 0 {
		return []path{along}
	}
	points := along.points
	if along.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var all []path
	d := dasher{dashes: p.dashes, left: float64(p.dashes[0])}
	for n := 1; n < len(points); n++ {
		all = d.along(all, points[n-1], points[n])
	}
	return all
}

// dasher walks along a path and cuts it.
type dasher struct {
	dashes []int
	at     int     // which dash or gap
	left   float64 // how much of it
	open   bool    // the last piece goes on
}

// least is what is left of a dash when it is over: fractions do not add up to nothing.
const least = 0.5

func (d *dasher) along(all []path, a, b point) []path {
	far := distance(a, b)
	for done := 0.0; done < far; {
		end := min(done+d.left, far)
		if d.at%2 == 0 {
			if !d.open {
				all = append(all, path{points: []point{between(a, b, done/far)}})
			}
			d.open = true
			all[len(all)-1].to(between(a, b, end/far))
		}
		d.left -= end - done
		if done = end; d.left < least {
			d.at = (d.at + 1) % len(d.dashes)
			d.left, d.open = float64(d.dashes[d.at]), false
		}
	}
	return all
}

func between(a, b point, share float64) point {
	return point{a.x + round(float64(b.x-a.x)*share), a.y + round(float64(b.y-a.y)*share)}
}

func round(v float64) int { return int(math.Round(v)) }
