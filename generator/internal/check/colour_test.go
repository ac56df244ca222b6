package check

import (
	"math"
	"testing"
)

func TestContrastOnWhite(t *testing.T) {
	for text, want := range map[string]float64{
		"#000000": 21, "#ffffff": 1, "#767676": 4.54, "#777777": 4.48, "#7a1f1f": 10.28, "#ff0000": 4.00, "#0000ff": 8.59, "#12263f": 15.28,
	} {
		c, ok := hex(text)
		if have := c.onWhite(); !ok || math.Abs(have-want) > 0.005 {
			t.Errorf("white on %s has %.3f, want %.2f", text, have, want)
		}
	}
	for _, text := range []string{"", "#", "#fff", "#ggg000", "#+12345", "7a1f1f0", "#7a1f1f0", "# 12345"} {
		if _, ok := hex(text); ok {
			t.Errorf("%q is a colour", text)
		}
	}
}

func TestOKLab(t *testing.T) {
	white, red := rgb{255, 255, 255}.oklab(), rgb{255, 0, 0}.oklab()
	for n, pair := range [][2]float64{{white[0], 1}, {white[1], 0}, {white[2], 0}, {red[0], 0.628}, {red[1], 0.225}, {red[2], 0.126}} {
		if math.Abs(pair[0]-pair[1]) > 0.0005 {
			t.Errorf("part %d is %f, want %f", n, pair[0], pair[1])
		}
	}
	for n := range 1 << 12 {
		c := rgb{uint8(n >> 8 * 17), uint8(n >> 4 & 15 * 17), uint8(n & 15 * 17)}
		if back, ok := c.oklab().rgb(); back != c || !ok {
			t.Fatalf("%s comes back as %s", c, back)
		}
	}
}

// TestLegible tries every colour of a screen: none that passes, of the same hue and of no more chroma, is nearer than
// the one that is named, but for what the steps between two colours of a screen are wide.
func TestLegible(t *testing.T) {
	const step = 0.004
	wanted := []string{"#e0a000", "#00cc00", "#ff8080", "#ffffff", "#888888", "#00ffff", "#ff00ff", "#ffff00", "#787878", "#f04a3a", "#5b8def"}
	from, nearest := make([]oklab, len(wanted)), make([]float64, len(wanted))
	for n, text := range wanted {
		c, _ := hex(text)
		from[n], nearest[n] = c.oklab(), math.Inf(1)
	}
	for c := range edge {
		to := c.oklab()
		for n, f := range from {
			if sameHue(f, to) {
				nearest[n] = min(nearest[n], f.distance(to))
			}
		}
	}
	for n, f := range wanted {
		c, _ := hex(f)
		named := c.legible(enough)
		if have := from[n].distance(named.oklab()); named.onWhite() < enough || have > nearest[n]+step {
			t.Errorf("%s: %s (%.3f:1) at %.4f, the nearest is at %.4f", f, named, named.onWhite(), have, nearest[n])
		}
	}
}

// edge gives the colours of a screen that just pass: the nearest is among them.
func edge(yield func(rgb) bool) {
	var light [256][3]float64
	for n := range light {
		light[n] = rgb{uint8(n), uint8(n), uint8(n)}.linear()
	}
	for n := range 1 << 24 {
		c := rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}
		have := 1.05 / (0.2126*light[c[0]][0] + 0.7152*light[c[1]][1] + 0.0722*light[c[2]][2] + 0.05)
		if have >= enough && have < enough+0.1 && !yield(c) {
			return
		}
	}
}

// sameHue tells colours of a hue, within a degree; what is nearly grey has none.
func sameHue(a, b oklab) bool {
	ca, cb := math.Hypot(a[1], a[2]), math.Hypot(b[1], b[2])
	if ca < 0.005 {
		return cb < 0.005
	}
	if cb > ca+0.005 {
		return false
	}
	return cb < 0.005 || math.Abs(math.Remainder(math.Atan2(a[2], a[1])-math.Atan2(b[2], b[1]), 2*math.Pi)) < math.Pi/180
}
