package check

import (
	"strings"

	"minhbach/generator/internal/plan"
)

// Share is how much of a file or a folder of the content is there in English, of what is there in Vietnamese. The title
// of a page and its text are one each.
type Share struct {
	Of      string // such as "site.yaml" or "plans/2031/tasks/"
	All     int
	Missing []Untranslated
}

// Untranslated is a text without English. The text of a page has a line in place of a data path, and no field.
type Untranslated struct {
	File, Path string
	Line       int
	Field      string // the data path of the text in both languages, such as "tiers[0].name"
}

// Parity counts what is translated, on the tour that finds what is not. Files and folders without a text are left out.
func Parity(s *plan.Site) []Share {
	c := &parity{}
	tour{texts: c.texts, pages: c.pages}.through(s)
	return c.shares
}

type parity struct{ shares []Share }

// share is the one of a file or folder; they come in order.
func (c *parity) share(of string) *Share {
	if n := len(c.shares); n == 0 || c.shares[n-1].Of != of {
		c.shares = append(c.shares, Share{Of: of})
	}
	return &c.shares[len(c.shares)-1]
}

func (c *parity) texts(of string) visitor {
	return func(file string, at *step, _ bool, value any) {
		if t, ok := value.(plan.Text); ok {
			c.count(of, t.VI, t.EN, Untranslated{File: file, Path: at.String() + ".en", Field: at.String()})
		}
	}
}

func (c *parity) pages(of string, pages []plan.Page) {
	for n := range pages {
		if pages[n].Lang == plan.VI {
			c.page(of, &pages[n], other(pages, &pages[n]))
		}
	}
}

// page counts title and text of a page. What is missing is missing in the English page, or, without one, is what stands
// in the Vietnamese.
func (c *parity) page(of string, vi, en *plan.Page) {
	at := en
	if en == nil {
		at, en = vi, &plan.Page{}
	}
	c.count(of, vi.Title, en.Title, Untranslated{File: at.File, Path: "title", Field: "title"})
	c.count(of, strings.TrimSpace(vi.Body), strings.TrimSpace(en.Body), Untranslated{File: at.File, Line: at.Line})
}

func (c *parity) count(of, vi, en string, missing Untranslated) {
	if vi == "" {
		return
	}
	s := c.share(of)
	s.All++
	if en == "" {
		s.Missing = append(s.Missing, missing)
	}
}
