package page

import (
	"html/template"
	"math"
	"path"
	"strings"
	"unicode"
)

// Emblem is the site's own picture in the masthead, in place of the mark, and the icon of its pages. It is decoration:
// the name stands beside it.
type Emblem struct {
	Href, Type    string
	Width, Height int // in pixels, so that nothing moves when it comes
}

// emblemHeight is how high an emblem stands in the masthead, in pixels; frame.css says so too.
const emblemHeight = 30

func (s *scope) emblem(from string) *Emblem {
	e := s.site.Emblem
	if e == nil || s.assets.Emblem == "" {
		return nil
	}
	of := &Emblem{Href: Rel(from, AssetPath(s.assets.Emblem)), Type: "image/svg+xml", Height: emblemHeight}
	if path.Ext(s.assets.Emblem) == ".png" {
		of.Type = "image/png"
	}
	of.Width = max(1, int(math.Round(emblemHeight*e.Width/e.Height)))
	return of
}

// ContactLine is one way to reach the publisher; Href is empty for what is not a link.
type ContactLine struct {
	Label string
	Text  template.HTML
	Href  template.URL
}

// contact lists the ways to reach the publisher that the settings name. The check of the content holds that they are
// what they say.
func (s *scope) contact() []ContactLine {
	c := s.site.Settings.Contact
	if c == nil {
		return nil
	}
	var lines []ContactLine
	if !c.Address.Empty() {
		lines = append(lines, ContactLine{s.say("footer.address"), s.html(c.Address), ""})
	}
	add := func(label, text, href string) {
		if text != "" {
			lines = append(lines, ContactLine{label, template.HTML(template.HTMLEscapeString(text)), template.URL(href)})
		}
	}
	add(s.say("footer.phone"), c.Phone, "tel:"+dialled(c.Phone))
	add(s.say("footer.email"), c.Email, "mailto:"+c.Email)
	add(s.say("footer.web"), strings.Trim(c.URL[strings.Index(c.URL, ":")+1:], "/"), c.URL)
	return lines
}

// dialled is a telephone number without what only the eye needs.
func dialled(phone string) string {
	if strings.HasPrefix(phone, "+") { // the zero in brackets is for calls within the country
		phone = strings.Replace(phone, "(0)", "", 1)
	}
	return strings.Map(func(c rune) rune {
		if c == '+' || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, phone)
}
