package raster

// unit is a pixel's side: places are whole numbers of 256ths of a pixel.
const unit = 256

// point is a place in the picture, in 256ths of a pixel.
type point struct{ x, y int }

// shape is closed outlines. What lies within an outline that runs clockwise on the screen is painted; one that runs the
// other way cuts a hole. Outlines that run the same way may overlap.
type shape [][]point

// bounds are the pixels that a shape touches: from x0, y0 to before x1, y1.
func (s shape) bounds() (x0, y0, x1, y1 int) {
	first := true
	for _, outline := range s {
		for _, p := range outline {
			if first {
				x0, y0, x1, y1, first = p.x, p.y, p.x, p.y, false
			}
			x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
		}
	}
	return floor(x0), floor(y0), floor(x1) + 1, floor(y1) + 1
}

// floor is the pixel in which a coordinate lies.
func floor(v int) int { return v >> 8 }

// mask is how much of each pixel a shape covers. While a shape is drawn into it, a pixel holds what the edges through
// it change: cover is their height, area twice the part of the pixel to the left of them, in squared 256ths.
type mask struct {
	x0, y0, w, h int
	cells        []cell // w+1 a row: the last takes what lies to the right
}

type cell struct{ cover, area int32 }

// fill makes the mask of a shape within a picture of a size.
func (m *mask) fill(s shape, width, height int) {
	x0, y0, x1, y1 := s.bounds()
	m.x0, m.y0 = max(x0, 0), max(y0, 0)
	m.w, m.h = max(min(x1, width)-m.x0, 0), max(min(y1, height)-m.y0, 0)
	if m.w == 0 {
		m.h = 0
	}
	n := (m.w + 1) * m.h
	if cap(m.cells) < n {
		m.cells = make([]cell, n)
	}
	m.cells = m.cells[:n]
	clear(m.cells)
	for _, outline := range s {
		for n, p := range outline {
			m.edge(p, outline[(n+1)%len(outline)])
		}
	}
}

// edge adds an edge, row by row.
func (m *mask) edge(a, b point) {
	a, b = point{a.x - m.x0*unit, a.y - m.y0*unit}, point{b.x - m.x0*unit, b.y - m.y0*unit}
	sign := 1
	if a.y > b.y {
		a, b, sign = b, a, -1
	}
	for row := max(floor(a.y), 0); row < m.h && row*unit < b.y; row++ {
		from, to := max(a.y, row*unit), min(b.y, (row+1)*unit)
		if from < to {
			m.inRow(row, point{a.x + part(from-a.y, b.x-a.x, b.y-a.y), from}, point{a.x + part(to-a.y, b.x-a.x, b.y-a.y), to}, sign)
		}
	}
}

// part is of·share/whole, rounded down.
func part(share, of, whole int) int {
	n, by := int64(share)*int64(of), int64(whole)
	if n < 0 {
		return int(-((-n + by - 1) / by))
	}
	return int(n / by)
}

// inRow adds the piece of an edge that lies in one row of pixels, pixel by pixel.
func (m *mask) inRow(row int, a, b point, sign int) {
	cells := m.cells[row*(m.w+1) : (row+1)*(m.w+1)]
	if a.x > b.x { // from left to right, the height turned round
		a.x, b.x = b.x, a.x
	}
	height, done := b.y-a.y, 0
	for x := a.x; ; {
		col := floor(x)
		end := min((col+1)*unit, b.x)
		reached := height
		if end < b.x {
			reached = part(end-a.x, height, b.x-a.x)
		}
		add(cells, col, sign*(reached-done), x-col*unit+end-col*unit)
		if end == b.x {
			return
		}
		x, done = end, reached
	}
}

// add adds a height at twice a mean distance from the pixel's left side. What lies left of the picture covers all of a
// row, what lies right of it nothing.
func add(cells []cell, col, height, twice int) {
	switch {
	case col < 0:
		col, twice = 0, 0
	case col >= len(cells)-1:
		return
	}
	cells[col].cover += int32(height)
	cells[col].area += int32(height * twice)
}

// row gives what is covered of each pixel of a row, 0 to 255.
func (m *mask) row(y int, out []uint8) {
	sum := int32(0)
	for n, c := range m.cells[y*(m.w+1) : y*(m.w+1)+m.w] {
		sum += c.cover
		a := (sum*2*unit - c.area) >> 9
		if a < 0 {
			a = -a
		}
		out[n] = uint8(min(a, 255))
	}
}
