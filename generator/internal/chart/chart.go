// Package chart describes the chart of an indicator once, in one language, and draws the description twice: SVG at
// build time, and an ECharts option for the reader who asks for an interactive chart. Both drawings and the HTML table
// read the description and nothing else; colours are names of tokens (--ink, --data, …) until the page gives them.
//
// What comes in is an indicator's result as of one period. What goes out never flatters and never guesses: a gap is a
// slot with the word for what is missing; figures that do not judge the target stand apart, outlined or hollow, and
// are joined to nothing; the axis always holds the target; a target that cannot be drawn is said in words. Every row
// of Table is one slot of the drawing, in the same order, and every slot has exactly one mark or one gap word
// (in SVG a <g data-row="n">).
//
// Bad input (no figure, all zero, a name of 250 characters, a rank beyond the last) is drawn or said; nothing panics.
package chart

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// Kind is the form of a chart.
type Kind string

// The forms.
const (
	Columns Kind = "columns" // percentages, scores and absolute numbers: a column a period
	Ladder  Kind = "ladder"  // ranks: a ladder a year, 1 at the top
	Tiers   Kind = "tiers"   // tiers of a publisher: a row a tier, the worst at the bottom
	Lines   Kind = "lines"   // what is measured year by year: points that are joined
	Tiles   Kind = "tiles"   // existence, yes or no: a tile a period
	Bars    Kind = "bars"    // parts of the whole: a horizontal bar a part
)

// Chart is everything that the drawings and the table of one indicator show.
type Chart struct {
	Kind        Kind
	ID          string // begins every id in the drawings; unique in a page
	Lang        plan.Lang
	Title       string // the finding
	Subtitle    string // measure, unit, place, time
	Statement   string // targets that the drawing cannot show, in words
	Axis        Axis
	Targets     []Line
	Zone        *Zone
	Slots       []Slot // from left to right
	Links       []Link // of ladders and lines
	Breaks      []Break
	Table       Table // a row for each slot
	Context     Table // breakdowns, not drawn; empty without any
	Description string
	Source      string
	Notes       []string // what the drawing cannot say of itself: why a line is broken
}

// Axis is the axis of values. Of a ladder it runs downwards from 1; of tiers it counts them from 1, the worst.
type Axis struct {
	Min, Max float64
	Down     bool
	Ticks    []Tick
	Word     string // over the axis: which end is the best
}

// Tick is a marked place of the axis.
type Tick struct {
	At    float64
	Label string
}

// Line is a target's edge, drawn from one slot to another.
type Line struct {
	At       float64
	From, To int
	Label    string
}

// Zone is where the target holds: between two values, from one slot to another.
type Zone struct {
	Low, High float64
	From, To  int
	Word      string // empty where the label of the line says it
}

// Slot is a place for one figure.
type Slot struct {
	Key         string // the period's id, or the reference as written
	Label       string
	Sub         string // under the label: the day of the figure, the part that a year plays
	Mark        Mark
	Value       float64 // where the mark stands; without meaning for a gap
	Text        string  // the value beside the mark
	Second      string  // under Text, of a tile
	Gap         string  // the word in place of a mark
	Last        float64 // of a ladder: the last place; 0 when unknown
	Apart       bool    // a figure that does not judge, away from the others
	Strong      bool    // the newest figure, or the plan's year
	Sample      bool
	Aim         *float64 // of a bar: its own target; nil without one
	AimText     string
	Was         *Was // of a corrected figure; nil without a correction
	Provisional bool
	Tip         string // period, value, target and source, in lines
}

// Mark is how a figure is drawn.
type Mark string

// The marks.
const (
	Bar     Mark = "bar"
	Outline Mark = "outline" // a bar that does not judge
	Point   Mark = "point"
	Hollow  Mark = "hollow" // a point that does not judge
	Yes     Mark = "yes"
	No      Mark = "no"
	Gap     Mark = "gap"
)

// Link joins the points of two neighbouring slots.
type Link struct {
	From, To int
	Dotted   bool
}

// Break is a break in series before a slot.
type Break struct {
	Before int
	Reason string
}

// Table is a table of texts; Status is that of the period, empty where none is judged.
type Table struct {
	Caption string
	Head    []string
	Rows    []Row
}

// Row is a row of a table.
type Row struct {
	Cells  []string
	Was    string // the result before it was corrected; empty without a correction
	Status derive.Status
	Strong bool
}
