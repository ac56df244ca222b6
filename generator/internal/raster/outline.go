package raster

import (
	"math"
	"slices"
)

// path is a line through places, open or closed.
type path struct {
	points []point
	closed bool
}

// to adds a place, unless the path is there.
func (p *path) to(at point) {
	if n := len(p.points); n == 0 || p.points[n-1] != at {
		p.points = append(p.points, at)
	}
}

// close ends an outline: its last place is not its first over again.
func (p *path) close() {
	if n := len(p.points); n > 1 && p.points[n-1] == p.points[0] {
		p.points = p.points[:n-1]
	}
}

// quad adds a curve with one control point, in whole numbers: so many pieces that none is longer than a few pixels.
func (p *path) quad(control, end point) {
	a := p.points[len(p.points)-1]
	n := steps(a, control, end)
	for i := int64(1); i <= n; i++ {
		x, y, z := (n-i)*(n-i), 2*i*(n-i), i*i
		at := func(a, b, c int) int { return ratio(x*int64(a)+y*int64(b)+z*int64(c), n*n) }
		p.to(point{at(a.x, control.x, end.x), at(a.y, control.y, end.y)})
	}
}

// cubic adds a curve with two control points.
func (p *path) cubic(c, d, end point) {
	a := p.points[len(p.points)-1]
	n := steps(a, c, d, end)
	for i := int64(1); i <= n; i++ {
		w, x, y, z := (n-i)*(n-i)*(n-i), 3*i*(n-i)*(n-i), 3*i*i*(n-i), i*i*i
		at := func(a, b, c, d int) int {
			return ratio(w*int64(a)+x*int64(b)+y*int64(c)+z*int64(d), n*n*n)
		}
		p.to(point{at(a.x, c.x, d.x, end.x), at(a.y, c.y, d.y, end.y)})
	}
}

// steps is in how many straight pieces a curve is drawn: one for each second pixel of the way over its control points,
// 2 to 24.
func steps(way ...point) int64 {
	far := 0
	for n := 1; n < len(way); n++ {
		far += abs(way[n].x-way[n-1].x) + abs(way[n].y-way[n-1].y)
	}
	return int64(min(2+far/(2*unit), 24))
}

// ratio is a/b to the nearest whole number, for b over 0.
func ratio(a, b int64) int {
	if a < 0 {
		return int(-((-a + b/2) / b))
	}
	return int((a + b/2) / b)
}

func abs(n int) int { return max(n, -n) }

// oval is the corner of a circle: how far a curve's control points lie from its ends, in thousandths of the radius.
const oval = 552

// disc is a circle.
func disc(at point, r int) []point {
	p := path{points: []point{{at.x + r, at.y}}}
	k := ratio(int64(r)*oval, 1000)
	p.cubic(point{at.x + r, at.y + k}, point{at.x + k, at.y + r}, point{at.x, at.y + r})
	p.cubic(point{at.x - k, at.y + r}, point{at.x - r, at.y + k}, point{at.x - r, at.y})
	p.cubic(point{at.x - r, at.y - k}, point{at.x - k, at.y - r}, point{at.x, at.y - r})
	p.cubic(point{at.x + k, at.y - r}, point{at.x + r, at.y - k}, point{at.x + r, at.y})
	return p.points
}

// rectangle is a box between two corners, its own corners rounded by r.
func rectangle(a, b point, r int) []point {
	r = min(r, (b.x-a.x)/2, (b.y-a.y)/2)
	if r <= 0 {
		return []point{a, {b.x, a.y}, b, {a.x, b.y}}
	}
	k := r - ratio(int64(r)*oval, 1000)
	p := path{points: []point{{a.x + r, a.y}, {b.x - r, a.y}}}
	p.cubic(point{b.x - k, a.y}, point{b.x, a.y + k}, point{b.x, a.y + r})
	p.to(point{b.x, b.y - r})
	p.cubic(point{b.x, b.y - k}, point{b.x - k, b.y}, point{b.x - r, b.y})
	p.to(point{a.x + r, b.y})
	p.cubic(point{a.x + k, b.y}, point{a.x, b.y - k}, point{a.x, b.y - r})
	p.to(point{a.x, a.y + r})
	p.cubic(point{a.x, a.y + k}, point{a.x + k, a.y}, point{a.x + r, a.y})
	return p.points
}

// clockwise turns an outline so that it paints, whichever way it ran.
func clockwise(outline []point) []point {
	if twice(outline) < 0 {
		slices.Reverse(outline)
	}
	return outline
}

// twice is double the area of an outline, negative when it runs against the clock.
func twice(outline []point) int64 {
	sum := int64(0)
	for n, a := range outline {
		b := outline[(n+1)%len(outline)]
		sum += cross(a, b)
	}
	return sum
}

// cross is the area between two ways from the same place, positive when the second lies to the right.
func cross(a, b point) int64 { return int64(a.x)*int64(b.y) - int64(b.x)*int64(a.y) }

// distance is how far two places lie apart.
func distance(a, b point) float64 {
	x, y := int64(b.x-a.x), int64(b.y-a.y)
	return math.Sqrt(float64(x*x + y*y))
}
