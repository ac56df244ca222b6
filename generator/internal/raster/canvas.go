package raster

// rgb is a colour as 0xrrggbb.
type rgb uint32

// canvas is a picture that is painted on, and the masks that are used over and over.
type canvas struct {
	w, h       int
	pixels     []rgb
	painted    map[rgb]bool // the colours that were used, apart from their mixtures
	mask, clip mask
	line, cut  []uint8
}

func newCanvas(w, h int) *canvas {
	c := &canvas{w: w, h: h, pixels: make([]rgb, w*h), painted: map[rgb]bool{}, line: make([]uint8, w), cut: make([]uint8, w)}
	for n := range c.pixels {
		c.pixels[n] = 0xffffff
	}
	return c
}

// paint paints a shape in one colour.
func (c *canvas) paint(s shape, colour rgb) {
	c.mask.fill(s, c.w, c.h)
	for y := range c.mask.h {
		c.mask.row(y, c.line)
		c.blend(c.mask.x0, c.mask.y0+y, c.line[:c.mask.w], colour)
	}
}

// paintWithin paints the part of a shape that lies within another.
func (c *canvas) paintWithin(s, within shape, colour rgb) {
	c.mask.fill(within, c.w, c.h)
	c.clip.fill(s, c.w, c.h)
	m, k := &c.mask, &c.clip
	for y := max(m.y0, k.y0); y < min(m.y0+m.h, k.y0+k.h); y++ {
		m.row(y-m.y0, c.line)
		k.row(y-k.y0, c.cut)
		x0, x1 := max(m.x0, k.x0), min(m.x0+m.w, k.x0+k.w)
		for x := x0; x < x1; x++ {
			c.line[x-m.x0] = uint8(int(c.line[x-m.x0]) * int(c.cut[x-k.x0]) / 255)
		}
		if x0 < x1 {
			c.blend(x0, y, c.line[x0-m.x0:x1-m.x0], colour)
		}
	}
}

// blend lays a colour over a row of pixels.
func (c *canvas) blend(x, y int, cover []uint8, colour rgb) {
	c.painted[colour] = true
	row := c.pixels[y*c.w+x:]
	for n, a := range cover {
		switch a {
		case 0:
		case 255:
			row[n] = colour
		default:
			row[n] = mix(row[n], colour, uint32(a))
		}
	}
}

// mix lays so many 255ths of a colour over another.
func mix(under, over rgb, a uint32) rgb {
	var out rgb
	for shift := 0; shift <= 16; shift += 8 {
		u, o := uint32(under>>shift)&0xff, uint32(over>>shift)&0xff
		out |= rgb((u*(255-a)+o*a+127)/255) << shift
	}
	return out
}
