package chart

import (
	"bytes"
	"testing"

	"minhbach/generator/internal/raster"
)

// TestWidthsHoldForPictures: no letter of the pictures' font is wider than the table of widths says, so what has room in
// a drawing has room in its picture.
func TestWidthsHoldForPictures(t *testing.T) {
	for _, c := range classes {
		for _, r := range c.letters {
			for _, bold := range []bool{false, true} {
				if painted, room := raster.Width(string(r), 1000, bold), width(string(r), 1000, bold); painted > room+0.5 {
					t.Errorf("%q (bold %v) is painted %.0f wide, the table says %.0f", r, bold, painted, room)
				}
			}
		}
	}
}

// TestEveryFormIsPainted: each drawing, as a file and alone, holds nothing that a picture would have to leave out.
func TestEveryFormIsPainted(t *testing.T) {
	each(t, func(t *testing.T, c Chart) {
		if err := raster.PNG(new(bytes.Buffer), File(c, c.Source, "https://example.org/"), 0.5); err != nil {
			t.Error(err)
		}
		for _, size := range []Size{Narrow, Wide} {
			svg, height := Alone(c, size)
			if err := raster.PNG(new(bytes.Buffer), []byte(svg), 0.5); err != nil || height <= 0 {
				t.Error(height, err)
			}
		}
	})
}
