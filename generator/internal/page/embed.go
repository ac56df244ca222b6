package page

import (
	"html"
	"strconv"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// embedView is the figure of an indicator alone, to stand in a frame on another site: it fits any width, says whose it is
// and leads to the page that it comes from.
type embedView struct {
	*Frame
	Heading   string
	Figure    Figure
	Publisher string
	Full      Link
}

func (s *scope) embedPage(r *derive.IndicatorResult, d *recentDrawing) Page {
	address := func(l plan.Lang) string { return EmbedPath(l, s.world.Plan, r.Indicator.ID) }
	return s.alone(address, "pages/embed.html", func(f *Frame) any { return s.embed(f, r, d) })
}

func (s *scope) embed(f *Frame, r *derive.IndicatorResult, d *recentDrawing) any {
	full := IndicatorPath(s.lang, s.world.Plan, r.Indicator.ID)
	v := embedView{Frame: f, Heading: string(r.Indicator.ID) + " " + r.Indicator.Short.In(s.lang), Publisher: s.publisherLine(),
		Full: Link{s.say("embed.full"), s.link(f, full)}}
	f.Sample = r.Lowered == plan.Sample
	f.Title = s.sampled(f.Sample, v.Heading)
	f.Description = s.words.Answer(r) + "."
	if f.Canonical != "" {
		f.Canonical = s.absolute(f.Path, full)
	}
	f.at(s.now)
	f.interactive()
	drawing := s.draw(d, r)
	if drawing.err != nil {
		return drawing.err
	}
	v.Figure = drawing.figure
	return v
}

// frameHeight is the height of a frame that shows a figure with its table's first rows, in pixels; the reader can scroll.
const frameHeight = 620

// embedCode is what another site copies to show the figure; empty without a base address, from which alone it can be
// asked for.
func (s *scope) embedCode(f *Frame, i *plan.Indicator, title string) string {
	if s.site.Settings.BaseURL == "" {
		return ""
	}
	address := s.absolute(f.Path, EmbedPath(s.lang, s.world.Plan, i.ID))
	return `<iframe src="` + address + `" title="` + html.EscapeString(title) + `" width="100%" height="` + strconv.Itoa(frameHeight) + `" loading="lazy"></iframe>`
}
