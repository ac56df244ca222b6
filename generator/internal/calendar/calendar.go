// Package calendar writes calendars (iCalendar, RFC 5545, with the name of RFC 7986): days that matter, for the calendar
// programs of readers.
//
// In come the texts, days and addresses of a calendar, as strings; out goes one document with lines of at most 75 octets
// that end in CRLF. An event takes a whole day and nobody's time. What the format cannot hold becomes the replacement
// character, so a calendar can be read whatever the texts are; a day that is none is an error.
package calendar

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar is a list of events; all its texts but the descriptions of the events are in one language.
type Calendar struct {
	Lang        string
	Name        string
	Description string
	Events      []Event
}

// Event is what is on one day. Days are given as 2030-06-30.
type Event struct {
	UID         string // never changes
	Day         string
	Stamp       string // the day on which the event was last told
	Summary     string
	Description string
	Category    string
	URL         string // absolute, or empty
}

// Write writes the document.
func (c *Calendar) Write(w io.Writer) error {
	var d document
	lang := ";LANGUAGE=" + c.Lang
	d.line("BEGIN", "VCALENDAR")
	d.line("VERSION", "2.0")
	d.line("PRODID", "-//Minh Bach//Calendar//"+strings.ToUpper(c.Lang))
	d.line("CALSCALE", "GREGORIAN")
	d.line("NAME"+lang, escape(c.Name))
	d.line("X-WR-CALNAME", escape(c.Name))
	d.line("DESCRIPTION"+lang, escape(c.Description))
	for _, e := range c.Events {
		if err := d.event(e, lang); err != nil {
			return err
		}
	}
	d.line("END", "VCALENDAR")
	_, err := io.WriteString(w, d.String())
	return err
}

// document is the lines so far.
type document struct{ strings.Builder }

func (d *document) event(e Event, lang string) error {
	day, err := time.Parse(time.DateOnly, e.Day)
	if err != nil {
		return fmt.Errorf("event %q: %w", e.Summary, err)
	}
	told, err := time.Parse(time.DateOnly, e.Stamp)
	if err != nil {
		return fmt.Errorf("event %q: %w", e.Summary, err)
	}
	const date, moment = "20060102", "20060102T150405Z"
	d.line("BEGIN", "VEVENT")
	d.line("UID", escape(e.UID))
	d.line("DTSTAMP", told.Format(moment))
	d.line("LAST-MODIFIED", told.Format(moment))
	d.line("DTSTART;VALUE=DATE", day.Format(date))
	d.line("DTEND;VALUE=DATE", day.AddDate(0, 0, 1).Format(date))
	d.line("TRANSP", "TRANSPARENT")
	d.line("SUMMARY"+lang, escape(e.Summary))
	d.line("DESCRIPTION", escape(e.Description))
	d.line("CATEGORIES"+lang, escape(e.Category))
	if e.URL != "" {
		d.line("URL", clean(e.URL))
	}
	d.line("END", "VEVENT")
	return nil
}

// octets is how long a line may be without its end.
const octets = 75

// line adds a line, folded between letters where it is too long: what follows begins with a space.
func (d *document) line(name, value string) {
	room := octets
	for _, letter := range name + ":" + value {
		size := utf8.RuneLen(letter)
		if size > room {
			d.WriteString("\r\n ")
			room = octets - 1
		}
		d.WriteRune(letter)
		room -= size
	}
	d.WriteString("\r\n")
}

var special = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

// escape is a text as the value of a line.
func escape(text string) string { return clean(special.Replace(text)) }

// clean has the replacement character for what no line may hold.
func clean(value string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return utf8.RuneError
		}
		return r
	}, value)
}
