// Package feed writes Atom feeds (RFC 4287): what is new, for feed readers and other machines.
//
// In come the texts and addresses of a feed, as strings; out goes one XML document. What XML cannot hold becomes the
// replacement character, so a feed is well-formed whatever the texts are.
package feed

import (
	"encoding/xml"
	"io"

	"minhbach/generator/internal/uuid"
)

// Feed is a list of entries, the newest first.
type Feed struct {
	XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string   `xml:"xml:lang,attr"`
	ID       string   `xml:"id"` // of ID
	Title    string   `xml:"title"`
	Subtitle string   `xml:"subtitle"`
	Updated  string   `xml:"updated"` // of Day
	Author   string   `xml:"author>name"`
	Rights   string   `xml:"rights,omitempty"`
	Links    []Link   `xml:"link"`
	Entries  []Entry  `xml:"entry"`
}

// Entry is one thing that is new.
type Entry struct {
	ID      string `xml:"id"`
	Title   string `xml:"title"`
	Updated string `xml:"updated"`
	Link    Link   `xml:"link"`
	Summary string `xml:"summary"`
}

// Link leads to the page that a feed or an entry is about, or to the feed itself; an address that is not absolute is
// relative to the feed's own.
type Link struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

// Page is the link to a page.
func Page(href string) Link { return Link{"alternate", "text/html", href} }

// Self is the link of a feed to itself.
func Self(href string) Link { return Link{"self", "application/atom+xml", href} }

// Day is the moment that stands for a day, given as 2030-06-30: a day has no time zone, and Atom asks for one.
func Day(day string) string { return day + "T00:00:00Z" }

// ID is the id of a feed or an entry: a name-based UUID of what it is about, so that it stays the same wherever the site
// stands. A name is parts in order, none of which may ever change.
func ID(name ...string) string { return "urn:uuid:" + uuid.Of(name...) }

// Write writes the document.
func (f *Feed) Write(w io.Writer) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
