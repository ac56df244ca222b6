// Package raster paints the drawings of the site as PNG, with fonts of its own, so that a picture needs neither a browser
// nor the fonts of a machine.
//
// In comes SVG as the rooms chart and preview write it; out goes a PNG. What is read of SVG is small and closed: svg, g
// (translate and scale), rect, line, circle, path, text, and a pattern of one upright stripe; colours are #rrggbb. Any
// other element, attribute or value is an error that names it, so that nothing is ever left out of a picture silently.
// title and desc are not painted.
//
// Letters are Liberation Sans, regular and bold, whose advances are those of Arial; it has every letter of Vietnamese. A
// letter that it has not is painted as the font's empty box.
//
// The same SVG gives the same bytes on every machine and any number of cores: coverage is computed in whole numbers, in
// 256ths of a pixel, and the few operations on fractions before that are written so that no processor may join them.
package raster

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"math"
	"sync"
)

// most is the greatest width and height of a picture, in pixels.
const most = 10_000

// PNG paints an SVG document; scale is how many pixels of the picture a unit of the drawing takes.
func PNG(w io.Writer, svg []byte, scale float64) error {
	r := &reader{xml: xml.NewDecoder(bytes.NewReader(svg)), view: view{scale: scale}}
	if err := r.document(); err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	return encoder.Encode(w, r.canvas.paletted())
}

var encoder = png.Encoder{CompressionLevel: png.DefaultCompression, BufferPool: new(pool)}

// pool lends the encoder its buffers, which are large.
type pool struct{ sync.Pool }

func (p *pool) Get() *png.EncoderBuffer {
	b, _ := p.Pool.Get().(*png.EncoderBuffer)
	return b
}

func (p *pool) Put(b *png.EncoderBuffer) { p.Pool.Put(b) }

// view is where a group of the drawing lies in the picture.
type view struct{ scale, x, y float64 }

// length is a length of the drawing in 256ths of a pixel, at least one where it is not nothing.
func (v view) length(d float64) int {
	n := int(math.Round(d * v.scale * unit))
	if n == 0 && d > 0 {
		return 1
	}
	return n
}

// at is a place of the drawing in the picture.
func (v view) at(x, y float64) point {
	return point{int(math.Round(float64(v.px(x)) * unit)), int(math.Round(float64(v.py(y)) * unit))}
}

func (v view) px(x float64) float64 { return v.x + float64(x*v.scale) }

func (v view) py(y float64) float64 { return v.y + float64(y*v.scale) }
