// Package diag collects what is wrong with the content: position, severity, rule and a text in both languages, with
// a hint that says what to do. A list is printed in a total order, so that the same content gives the same lines.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Text is a message in Vietnamese and English.
type Text struct{ VI, EN string }

// In gives the text in language "vi" or "en".
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.VI
}

// Say makes a Text from two formats that take the same arguments.
func Say(vi, en string, args ...any) Text {
	return Text{fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...)}
}

// Severity tells a problem that stops the build from one that does not.
type Severity string

// The severities, printed as they are in every language.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Diagnostic is one problem. Line and Col count from 1, Col in characters; 0 means the file as a whole.
type Diagnostic struct {
	File      string
	Line, Col int
	Cell      string // of a spreadsheet: "sheet!B3", told in place of line and column
	Severity  Severity
	Rule      string // machine id, such as "unknown-key"
	Message   Text
	Hint      Text // what to do
}

// Format is "file:line:col: error: what is wrong (what to do)", or "file: sheet!cell: error: …" for a spreadsheet.
func (d Diagnostic) Format(lang string) string {
	if d.Cell != "" {
		return fmt.Sprintf("%s: %s: %s: %s (%s)", d.File, d.Cell, d.Severity, d.Message.In(lang), d.Hint.In(lang))
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s (%s)", d.File, max(d.Line, 1), max(d.Col, 1), d.Severity, d.Message.In(lang), d.Hint.In(lang))
}

// List is a collection of diagnostics. The zero value is empty and ready.
type List struct{ all []Diagnostic }

// Add appends diagnostics.
func (l *List) Add(d ...Diagnostic) { l.all = append(l.all, d...) }

// Failed tells whether there is an error among them.
func (l *List) Failed() bool {
	return slices.ContainsFunc(l.all, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted gives the diagnostics by file, place, severity, rule and text, without repetitions.
func (l *List) Sorted() []Diagnostic {
	s := slices.Clone(l.all)
	slices.SortFunc(s, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(sheet(a.Cell), sheet(b.Cell)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message.EN, b.Message.EN),
			cmp.Compare(a.Message.VI, b.Message.VI), cmp.Compare(a.Hint.EN, b.Hint.EN),
		)
	})
	return slices.Compact(s)
}

// sheet is the sheet of a cell.
func sheet(cell string) string {
	name, _, _ := strings.Cut(cell, "!")
	return name
}
