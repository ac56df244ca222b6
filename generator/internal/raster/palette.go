package raster

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// colours is how many colours a picture has at most: with fewer than 64 the edges of letters begin to look coarse, with
// all 256 a file is a third larger.
const colours = 64

// paletted is the picture in the colours that were painted and those that occur most; a rarer one, of the edge of a letter
// or a line, takes the nearest of them. It is less than a third of the bytes of full colour, and of the time.
func (c *canvas) paletted() *image.Paletted {
	most := c.most()
	p := make(color.Palette, len(most))
	index := make(map[rgb]uint8, len(most))
	for n, v := range most {
		p[n] = color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
		index[v] = uint8(n)
	}
	out := image.NewPaletted(image.Rect(0, 0, c.w, c.h), p)
	last, at := most[0], uint8(0)
	for n, v := range c.pixels {
		if v != last {
			known := false
			if at, known = index[v]; !known {
				at = nearest(most, v)
				index[v] = at
			}
			last = v
		}
		out.Pix[n] = at
	}
	return out
}

// most lists the colours of the picture: those that were painted with first, the rest by how often they occur.
func (c *canvas) most() []rgb {
	count := map[rgb]int{}
	for from := 0; from < len(c.pixels); {
		to := from + 1
		for to < len(c.pixels) && c.pixels[to] == c.pixels[from] {
			to++
		}
		count[c.pixels[from]] += to - from
		from = to
	}
	all := make([]rgb, 0, len(count))
	for v := range count {
		all = append(all, v)
	}
	for v := range c.painted {
		count[v] = len(c.pixels)
	}
	slices.SortFunc(all, func(a, b rgb) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	return all[:min(len(all), colours)]
}

// nearest is the index of the colour that differs least.
func nearest(among []rgb, v rgb) uint8 {
	best, least := 0, 1<<30
	for n, c := range among {
		far := 0
		for shift := 0; shift <= 16; shift += 8 {
			d := int(v>>shift)&0xff - int(c>>shift)&0xff
			far += d * d
		}
		if far < least {
			best, least = n, far
		}
	}
	return uint8(best)
}
