package plan

import "strings"

// Theme is the face that a site gives itself in the masthead.
type Theme struct {
	Emblem string `yaml:"emblem,omitempty"` // an SVG or PNG beside site.yaml, in place of the mark, and the icon of the pages
	Accent string `yaml:"accent,omitempty"` // the ground of the masthead, under white letters: "#24502b"
}

// Contact is how to reach the publisher; the footer shows what is there.
type Contact struct {
	Address Text   `yaml:"address,omitempty"`
	Phone   string `yaml:"phone,omitempty"`
	Email   string `yaml:"email,omitempty"`
	URL     string `yaml:"url,omitempty"`
}

// Emblem is a picture of the content folder. Width and Height are in units of its own; only their ratio means something.
type Emblem struct {
	File          string
	Body          []byte
	Width, Height float64
}

// Accent is the theme's accent as "#rrggbb" in small letters; empty without one.
func (s *Settings) Accent() string {
	if s.Theme == nil {
		return ""
	}
	accent := strings.ToLower(s.Theme.Accent)
	if len(accent) == len("#rgb") && accent[0] == '#' {
		r, g, b := accent[1:2], accent[2:3], accent[3:4]
		return "#" + r + r + g + g + b + b
	}
	return accent
}

// EmblemFile is the name that the theme gives for the emblem; empty without one.
func (s *Settings) EmblemFile() string {
	if s.Theme == nil {
		return ""
	}
	return s.Theme.Emblem
}
