package page

import (
	"fmt"
	"io"
	"strings"

	"minhbach/generator/internal/chart"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/preview"
	"minhbach/generator/internal/raster"
)

// Finding is what the preview picture of a page says in place of its title and description: the answer, with the chart.
type Finding struct {
	Tile         Tile
	Name, Answer string
	Chart        *chart.Chart // nil without one
}

// Preview is what a page tells those who show a link to it; Image is nil where the site has no pictures.
type Preview struct {
	Site, Title, Description, Address, Locale string
	Image                                     *PreviewImage
}

// PreviewImage is the picture that is shown with a link.
type PreviewImage struct {
	Address, Alt  string
	Width, Height int
}

// Preview is nil where the site has no base address, from which alone a page and its picture can be asked for.
func (f *Frame) Preview() *Preview {
	s := f.scope
	if f.Canonical == "" {
		return nil
	}
	p := &Preview{Site: f.SiteName, Title: s.sampled(f.Sample, f.Title), Description: f.Description, Address: f.Canonical,
		Locale: pair(s.lang, "vi_VN", "en_GB")}
	if s.site.Settings.Pictures {
		p.Image = &PreviewImage{Address: s.absolute(f.Path, PreviewPath(f.Path)), Alt: p.Title + ". " + f.Description + " " + s.publisherLine(),
			Width: preview.Width, Height: preview.Height}
	}
	return p
}

// previewOf adds the preview picture of a page to the files that stand beside the pages.
func (s *scope) previewOf(address func(plan.Lang) string, view func(*Frame) any) {
	if s.beside == nil || !s.site.Settings.Pictures {
		return
	}
	path := PreviewPath(address(s.lang))
	*s.beside = append(*s.beside, Page{Path: path, Write: func(w io.Writer) error {
		f := s.frame(address)
		if err, failed := view(f).(error); failed {
			return fmt.Errorf("%s: %w", path, err)
		}
		return paint(w, path, s.card(f).SVG(), 1)
	}})
}

// card is what the preview picture of a page says.
func (s *scope) card(f *Frame) preview.Card {
	c := preview.Card{Site: f.SiteName, Plan: f.PlanLine, Row: f.Row, Heading: f.Title, Sentence: f.Description, Foot: s.publisherLine(),
		Ground: s.site.Settings.Accent(), Bare: s.site.Emblem != nil}
	if at := f.Period; at != nil {
		c.Plan += " · " + at.Name + " · " + at.Until
	}
	if f.Sample {
		c.Foot += " " + s.say("picture.sample")
	}
	if of := f.Finding; of != nil {
		c.Mark, c.Heading, c.Sentence, c.Leads = of.Tile.mark(), of.Name, of.Answer, true
		if of.Chart != nil {
			svg, height := chart.Alone(*of.Chart, chart.Narrow)
			c.Drawing, c.Note = &preview.Drawing{SVG: svg, Width: float64(chart.Narrow), Height: height}, of.Chart.Subtitle
		}
		c.Sentence = s.sampled(f.Sample, c.Sentence)
		return c
	}
	c.Heading = s.sampled(f.Sample, c.Heading)
	return c
}

// sampled puts the word for sample before what travels without its page.
func (s *scope) sampled(sample bool, text string) string {
	if !sample {
		return text
	}
	return s.say("embed.sample") + " " + text
}

// chartPictures are the chart of an indicator as a picture, where the site has pictures.
func (s *scope) chartPictures(r *derive.IndicatorResult, d *recentDrawing) []Page {
	if !s.site.Settings.Pictures {
		return nil
	}
	const scale = 2 // for screens of many dots, and for paper
	path := IndicatorPicturePath(s.lang, s.world.Plan, r.Indicator.ID)
	return []Page{{Path: path, Write: func(w io.Writer) error { return paint(w, path, s.chartSVG(r, d), scale) }}}
}

func paint(w io.Writer, path string, svg []byte, scale float64) error {
	if err := raster.PNG(w, svg, scale); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// previewEnding ends the name of the picture beside a page.
const previewEnding = ".social.png"

// PreviewPath is the preview picture of a page, beside it.
func PreviewPath(page string) string { return strings.TrimSuffix(page, ".html") + previewEnding }

// IsPreview tells the path of a preview picture.
func IsPreview(path string) bool { return strings.HasSuffix(path, previewEnding) }
