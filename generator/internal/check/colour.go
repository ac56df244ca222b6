package check

import (
	"fmt"
	"math"
	"strconv"
)

// rgb is a colour of the screen, each part from 0 to 255.
type rgb [3]uint8

// hex reads "#rrggbb".
func hex(s string) (rgb, bool) {
	n, err := strconv.ParseUint(s[min(len(s), 1):], 16, 32)
	return rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}, err == nil && len(s) == len("#rrggbb") && s[0] == '#'
}

func (c rgb) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// linear is the light of each part, from 0 to 1.
func (c rgb) linear() (l [3]float64) {
	for n, part := range c {
		v := float64(part) / 255
		if l[n] = v / 12.92; v > 0.04045 {
			l[n] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return l
}

// onWhite is the contrast between a colour and white, from 1 to 21, as WCAG 2.2 defines it.
func (c rgb) onWhite() float64 {
	l := c.linear()
	return 1.05 / (0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] + 0.05)
}

// oklab is a colour in the space OKLab, where equal distances look equally different: lightness, and two axes whose
// angle is the hue and whose length is the chroma.
type oklab [3]float64

func (c rgb) oklab() oklab {
	l := c.linear()
	lms := [3]float64{
		math.Cbrt(0.4122214708*l[0] + 0.5363325363*l[1] + 0.0514459929*l[2]),
		math.Cbrt(0.2119034982*l[0] + 0.6806995451*l[1] + 0.1073969566*l[2]),
		math.Cbrt(0.0883024619*l[0] + 0.2817188376*l[1] + 0.6299787005*l[2]),
	}
	return oklab{
		0.2104542553*lms[0] + 0.7936177850*lms[1] - 0.0040720468*lms[2],
		1.9779984951*lms[0] - 2.4285922050*lms[1] + 0.4505937099*lms[2],
		0.0259040371*lms[0] + 0.7827717662*lms[1] - 0.8086757660*lms[2],
	}
}

// rgb is the nearest colour of a screen; ok is false for what no screen shows.
func (o oklab) rgb() (c rgb, ok bool) {
	l := math.Pow(o[0]+0.3963377774*o[1]+0.2158037573*o[2], 3)
	m := math.Pow(o[0]-0.1055613458*o[1]-0.0638541728*o[2], 3)
	s := math.Pow(o[0]-0.0894841775*o[1]-1.2914855480*o[2], 3)
	ok = true
	for n, v := range [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	} {
		if v > 0.0031308 {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		} else {
			v *= 12.92
		}
		v = math.Round(v * 255)
		ok = ok && v >= 0 && v <= 255
		c[n] = uint8(max(0, min(255, v)))
	}
	return c, ok
}

func (o oklab) distance(p oklab) float64 {
	return math.Hypot(math.Hypot(o[0]-p[0], o[1]-p[1]), o[2]-p[2])
}

// legible is the nearest colour of the same hue, and of no more chroma, on which white letters have a contrast.
func (c rgb) legible(contrast float64) rgb {
	const steps = 400
	from := c.oklab()
	best, least := rgb{}, math.Inf(1)
	for dark := range steps + 1 {
		for grey := range steps + 1 {
			l, chroma := 1-float64(dark)/steps, 1-float64(grey)/steps
			to, shown := oklab{from[0] * l, from[1] * chroma, from[2] * chroma}.rgb()
			if d := from.distance(to.oklab()); shown && d < least && to.onWhite() >= contrast {
				best, least = to, d
			}
		}
	}
	return best
}
