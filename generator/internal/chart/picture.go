package chart

// Alone draws a chart without its title and source, in light colours, for pictures that say these in their own way. The
// drawing is as wide as its size says; height is in pixels.
func Alone(c Chart, size Size) (svg string, height float64) {
	body := pen{paint: light, id: c.ID + "-p"}
	height = draw(&body, &c, size)
	p := pen{paint: light}
	p.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	p.size(float64(size), height)
	p.WriteByte('>')
	p.WriteString(body.String())
	p.WriteString("</svg>")
	return p.String(), height
}
