package intake

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// The sheets beside those of rows. The last is hidden.
const (
	guideSheet  = "Hướng dẫn"
	hiddenSheet = "minhbach"
)

// book is a form in the making.
type book struct {
	*excelize.File
	form   Form
	words  wording.Words
	styles styles
	lists  map[string]string // where a list of words stands in the hidden sheet, by its words
	listed int
	made   []identity // of the sheets of rows
	err    error
}

// Write writes a form as a workbook.
func Write(w io.Writer, f Form) (err error) {
	b := &book{File: excelize.NewFile(), form: f, words: wording.In(plan.VI, f.Plan), lists: map[string]string{}}
	defer func() { err = cmp.Or(err, b.Close()) }()
	b.prepare()
	b.guide()
	b.figures()
	b.states()
	b.conceal()
	if b.err != nil {
		return b.err
	}
	_, err = b.WriteTo(w)
	return err
}

// keep keeps the first error.
func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) prepare() {
	b.keep(b.SetDefaultFont(font))
	b.keep(b.SetSheetName(b.GetSheetName(0), guideSheet))
	day := b.form.Period.Cutoff.String() + "T00:00:00Z"
	b.keep(b.SetDocProps(&excelize.DocProperties{Title: b.form.title().VI, Creator: b.form.Site.Settings.Publisher.VI,
		LastModifiedBy: b.form.Site.Settings.Publisher.VI, Language: string(plan.VI), Created: day, Modified: day}))
	for _, name := range []string{figureLayout.sheet, stateLayout.sheet, hiddenSheet} {
		_, err := b.NewSheet(name)
		b.keep(err)
	}
	var err error
	b.styles, err = newStyles(b.File)
	b.keep(err)
}

// title is what a form is called.
func (f Form) title() plan.Text {
	return plan.Text{
		VI: fmt.Sprintf("Biểu báo cáo %s – %s – %s", f.Period.Name.VI, f.Plan.Short.VI, f.Agency.Name.VI),
		EN: fmt.Sprintf("Report form %s – %s – %s", f.Period.Name.In(plan.EN), f.Plan.Short.In(plan.EN), f.Agency.Name.In(plan.EN)),
	}
}

// field is a cell of a row: what stands in it, and what may be written into it.
type field struct {
	value any // nil: an empty cell
	style int
	open  bool // white, where its column is
	rule  *rule
}

// row is a row of a sheet, cell by cell behind the hidden columns.
type row struct {
	id     string
	fields []field
}

// figures writes the sheet of indicators.
func (b *book) figures() {
	var rows []row
	for _, f := range b.form.Figures {
		rows = append(rows, row{f.id(), b.figure(f)})
	}
	b.sheet(figureLayout, rows)
}

// figure are the cells of a figure, in the order of the columns.
func (b *book) figure(f Figure) []field {
	i, s := f.Indicator, b.styles
	name := i.Name.VI
	if f.Breakdown != "" {
		name += " – " + b.words.Breakdown(f.Breakdown)
	}
	o := plan.Observation{}
	if f.Held != nil {
		o = *f.Held
	}
	why := field{style: s.note, open: f.Breakdown == ""}
	if f.Gap != nil {
		why.value = f.Gap.Reason.VI
	}
	last := ""
	if f.Last != nil {
		last = b.words.ValueShort(i, f.Last) + " (" + slashed(f.Last.Reference.To) + ")"
	}
	return []field{
		{value: i.Printed.Number, style: s.locked}, {value: name, style: s.locked}, {value: b.unit(i), style: s.locked},
		{value: b.targets(f), style: s.locked}, {value: last, style: s.locked},
		b.result(f, o), b.count(o.Numerator, kindCounted(i)), b.of(i, o), b.day(until, f.Reference.To),
		{value: blank(o.Note.VI), style: s.note, open: true}, why, b.mark(f.Held != nil || f.Gap != nil),
	}
}

// mark is the hidden cell that tells whether the snapshot had something of a row.
func (b *book) mark(held bool) field {
	f := field{style: b.styles.locked}
	if held {
		f.value = "x"
	}
	return f
}

func (b *book) unit(i *plan.Indicator) string {
	switch {
	case !i.Unit.Empty():
		return i.Unit.VI
	case i.Value == plan.Percent:
		return "%"
	case i.Value == plan.RankValue:
		return "hạng"
	}
	return ""
}

func (b *book) targets(f Figure) string {
	var all []string
	for _, t := range f.Targets {
		all = append(all, b.words.TargetShort(f.Indicator, *t))
	}
	return strings.Join(all, "\n")
}

// kindCounted tells the kinds of value that are worked out of two numbers.
func kindCounted(i *plan.Indicator) bool {
	return i.Value != plan.RankValue && i.Value != plan.TierValue && i.Value != plan.YesNo
}

// result is the cell of the figure itself.
func (b *book) result(of Figure, o plan.Observation) field {
	i := of.Indicator
	f := field{style: b.styles.number, open: o.Suppressed == "", rule: ruleOf(of)}
	switch {
	case i.Value == plan.TierValue || i.Value == plan.YesNo:
		f.style, f.rule = b.styles.choice, &rule{list: choicesOf(i)}
		if c, ok := chosen(choicesOf(i), codeOf(i, o)); ok {
			f.value = c.shown()
		}
	case i.Value == plan.RankValue && o.Rank != nil:
		f.value = o.Rank.Place
	case o.Value.Known():
		f.value = b.digits(o.Value)
	}
	return f
}

// choicesOf are the words that a figure of an indicator is one of.
func choicesOf(i *plan.Indicator) []choice {
	if i.Value == plan.YesNo {
		return yesNo
	}
	var all []choice
	for _, t := range i.Tiers {
		all = append(all, choice{string(t.ID), plan.Text{VI: t.Name.VI, EN: t.Name.In(plan.EN)}})
	}
	return all
}

// codeOf is the code of the choice that a figure is; empty where there is none.
func codeOf(i *plan.Indicator, o plan.Observation) string {
	if i.Value == plan.YesNo && o.Yes != nil {
		return strconv.FormatBool(*o.Yes)
	}
	return string(o.Tier)
}

func (b *book) count(n plan.Number, open bool) field {
	f := field{style: b.styles.number, open: open, rule: &rule{least: "0", most: largest}}
	if n.Known() {
		f.value = b.digits(n)
	}
	return f
}

// of is the cell of what a figure is a share of, or among how many it is ranked.
func (b *book) of(i *plan.Indicator, o plan.Observation) field {
	f := b.count(o.Denominator, kindCounted(i))
	if i.Value == plan.RankValue {
		f.open = true
		if o.Rank != nil {
			f.value = o.Rank.Of
		}
	}
	return f
}

// digitsKept is how many digits of a number Excel keeps.
const digitsKept = 15

// digits is a number as a cell keeps it: what has more digits than Excel keeps is a text that reads one way only.
func (b *book) digits(n plan.Number) any {
	text := n.String()
	if f, err := strconv.ParseFloat(text, 64); err == nil && strings.Count(text, "")-1 <= digitsKept {
		return f
	}
	if n.Decimals() == 3 {
		text += "0"
	}
	return strings.Replace(text, ".", ",", 1)
}

// day is the cell of a day.
func (b *book) day(k key, d plan.Date) field {
	from, last := daysOf(k, b.form.Plan, b.form.Period)
	f := field{style: b.styles.day, open: true, rule: &rule{from: from, until: last}}
	if d.Known() {
		f.value = serial(d)
	}
	return f
}

// states writes the sheet of tasks.
func (b *book) states() {
	var rows []row
	for _, s := range b.form.States {
		rows = append(rows, row{s.id(), b.state(s)})
	}
	b.sheet(stateLayout, rows)
}

// state are the cells of a task, in the order of the columns.
func (b *book) state(r State) []field {
	s, t := b.styles, r.Task
	name, held := t.Name.VI, plan.TaskReport{}
	if r.Milestone != "" {
		name += " – " + milestoneName(t, r.Milestone).VI
	}
	if r.Held != nil {
		held = *r.Held
	}
	var document plan.Document
	if held.Document != nil {
		document = *held.Document
	}
	due, last := t.NoDeadline.VI, ""
	if r.Due.Known() {
		due = slashed(r.Due)
	}
	if r.Last != nil {
		last = wording.Upper(wording.State(plan.VI, r.Last.State))
	}
	what := field{style: s.choice, open: true, rule: &rule{list: taskStates()}}
	if c, ok := chosen(taskStates(), string(held.State)); ok {
		what.value = c.shown()
	}
	return []field{
		{value: t.Printed.Number, style: s.locked}, {value: name, style: s.locked}, {value: t.Product.VI, style: s.locked},
		{value: due, style: s.locked}, {value: last, style: s.locked},
		what, b.day(completed, held.Completed), {value: blank(document.Number), style: s.note, open: true}, b.day(dated, document.Date),
		{value: blank(cmp.Or(held.Reason.VI, held.Note.VI)), style: s.note, open: true}, b.mark(r.Held != nil),
	}
}

// milestoneName is what a part of a task is called; its id where it has no name.
func milestoneName(t *plan.Task, id string) plan.Text {
	for _, m := range t.Milestones {
		if m.ID == id && !m.Name.Empty() {
			return m.Name
		}
	}
	return plan.Text{VI: id, EN: id}
}

// breakdownName is what a part of the whole is called; its id where the plan has no such part.
func breakdownName(p *plan.Plan, id string) plan.Text {
	for _, b := range p.Breakdowns {
		if string(b.ID) == id {
			return b.Name
		}
	}
	return plan.Text{VI: id, EN: id}
}

func taskStates() []choice {
	var all []choice
	for _, s := range plan.TaskState("").Allowed() {
		text := func(l plan.Lang) string { return wording.Upper(wording.State(l, plan.TaskState(s))) }
		all = append(all, choice{s, plan.Text{VI: text(plan.VI), EN: text(plan.EN)}})
	}
	return all
}

// blank is a text, or no cell.
func blank(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// sheet writes a sheet of rows, or hides it where there is none.
func (b *book) sheet(l layout, rows []row) {
	if len(rows) == 0 {
		b.keep(b.DeleteSheet(l.sheet))
		return
	}
	var ids []string
	for _, r := range rows {
		ids = append(ids, r.id)
	}
	made, high := b.form.identify(ids), 1
	b.made = append(b.made, made)
	for n, c := range l.all() {
		style := b.styles.header
		if c.white {
			style = b.styles.asked
		}
		b.put(l.sheet, n+1, 1, c.title(), style)
		letter, err := excelize.ColumnNumberToName(n + 1)
		b.keep(err)
		b.keep(b.SetColWidth(l.sheet, letter, letter, c.width))
		b.keep(b.SetColVisible(l.sheet, letter, !c.hidden()))
		high = max(high, lines(c.width-bold, c.title()))
	}
	b.keep(b.SetRowHeight(l.sheet, 1, float64(high)*lineHeight+3))
	for n, r := range rows {
		b.row(l, n+2, made.String(), r)
	}
	b.keep(b.SetPanes(l.sheet, &excelize.Panes{Freeze: true, YSplit: 1, XSplit: len(hidden) + 2, TopLeftCell: "E2", ActivePane: "bottomRight"}))
	b.paper(l.sheet, l.title, true)
}

// row writes a row: the ids, and each cell with its style and rule.
func (b *book) row(l layout, at int, form string, r row) {
	b.put(l.sheet, 1, at, r.id, b.styles.locked)
	b.put(l.sheet, 2, at, form, b.styles.locked)
	high := 1
	for n, f := range r.fields {
		c := l.columns[n]
		style := f.style
		if c.white && !f.open {
			style = b.styles.shut
		}
		cell := b.put(l.sheet, len(hidden)+n+1, at, f.value, style)
		if c.white && f.open && f.rule != nil {
			b.validate(l.sheet, cell, f.rule)
		}
		if text, ok := f.value.(string); ok {
			high = max(high, lines(c.width, text))
		}
	}
	b.keep(b.SetRowHeight(l.sheet, at, float64(high)*lineHeight+3))
}

// put fills a cell and gives its name.
func (b *book) put(sheet string, column, row int, value any, style int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.keep(err)
	if value != nil && value != "" {
		b.keep(b.SetCellValue(sheet, cell, value))
	}
	b.keep(b.SetCellStyle(sheet, cell, cell, style))
	return cell
}

// lineHeight is the height of a line in points; perWidth is how many letters stand on the width of one digit, and bold how much
// narrower a column is for bold ones.
const (
	lineHeight = 13.5
	perWidth   = 1.2
	bold       = 2
)

// lines is about how many lines a text takes on a width.
func lines(width float64, text string) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))/(width*perWidth))
	}
	return n
}

// What stands in the hidden sheet before the version of the form, and before the digest of each sheet of rows.
const versionMark, digestMark = "version", "digest"

// conceal writes and hides the sheet with the form's identity; the lists stand there already.
func (b *book) conceal() {
	pairs := [][2]string{{versionMark, version}, {"plan", b.form.Plan.ID}, {"period", string(b.form.Period.ID)}, {"agency", string(b.form.Agency.ID)}}
	for _, made := range b.made {
		pairs = append(pairs, [2]string{digestMark, made.digest})
	}
	for n, pair := range pairs {
		b.put(hiddenSheet, 1, n+1, pair[0], b.styles.locked)
		b.put(hiddenSheet, 2, n+1, pair[1], b.styles.locked)
	}
	b.protect(hiddenSheet)
	b.keep(b.SetSheetVisible(hiddenSheet, false))
}
