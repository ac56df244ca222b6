package intake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/plan"
)

// rule is what may be written into a cell: a number in a range, a day in a range, or a word of a list. Numbers of a share and
// days are asked about rather than refused: a share may be above 100, and not every Excel reads 26/6 as a day.
type rule struct {
	least, most string
	whole, soft bool
	from, until plan.Date
	list        []choice
}

// ruleOf is the rule for a figure.
func ruleOf(f Figure) *rule {
	switch f.Indicator.Value {
	case plan.Percent:
		return &rule{least: "0", most: "100", soft: true}
	case plan.UnitCount:
		return &rule{least: "0", most: "1000000", whole: true}
	case plan.RankValue:
		return &rule{least: "1", most: "10000", whole: true}
	}
	if f.mayFall() {
		return &rule{least: "-" + largest, most: largest}
	}
	return &rule{least: "0", most: largest, soft: true}
}

// largest is a number that nothing in a plan reaches.
const largest = "1000000000000000"

// mayFall tells a figure that is below zero at times: its targets are, or it was.
func (f Figure) mayFall() bool {
	negative := func(n plan.Number) bool { return n.Known() && n.Cmp(plan.Whole(0)) < 0 }
	return f.Held != nil && negative(f.Held.Value) || f.Last != nil && negative(f.Last.Value) ||
		slices.ContainsFunc(f.Indicator.Targets, func(t plan.Target) bool {
			return negative(t.Value) || negative(t.Upper) || t.Baseline != nil && negative(t.Baseline.Value)
		})
}

// daysOf are the first and the last day that a column of days may hold: figures are of the time of the plan, tasks and their
// documents may be older.
func daysOf(k key, p *plan.Plan, period plan.Period) (from, last plan.Date) {
	if from = p.Start; k != until {
		from = plan.Date{Year: from.Year - decade, Month: 1, Day: 1}
	}
	return from, period.Cutoff
}

// decade is how many years are near enough to be meant.
const decade = 10

// validate lets a program for spreadsheets check what is written into a cell.
func (b *book) validate(sheet, cell string, r *rule) {
	v := excelize.NewDataValidation(true)
	v.Sqref = cell
	style, message := excelize.DataValidationErrorStyleStop, ""
	switch {
	case r.list != nil:
		v.SetSqrefDropList(b.list(r.list))
		message = "Chọn một mục trong danh sách.\nChoose from the list."
	case r.until.Known():
		b.keep(v.SetRange(serial(r.from), serial(r.until), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
		style = excelize.DataValidationErrorStyleWarning
		message = fmt.Sprintf("Ngày từ %[1]s đến %[2]s, viết ngày/tháng/năm.\nA day from %[1]s to %[2]s, as day/month/year.", slashed(r.from), slashed(r.until))
	default:
		kind := excelize.DataValidationTypeDecimal
		if r.whole {
			kind = excelize.DataValidationTypeWhole
		}
		b.keep(v.SetRange(r.least, r.most, kind, excelize.DataValidationOperatorBetween))
		if r.soft {
			style = excelize.DataValidationErrorStyleWarning
		}
		message = fmt.Sprintf("Một con số từ %[1]s đến %[2]s, không kèm đơn vị.\nA number from %[1]s to %[2]s, without its unit.", r.least, r.most)
	}
	v.SetError(style, "minhbach", message)
	b.keep(b.AddDataValidation(sheet, v))
}

// list is where the words of a list stand in the hidden sheet, written there when they are first needed.
func (b *book) list(choices []choice) string {
	var words []string
	for _, c := range choices {
		words = append(words, c.shown())
	}
	key := strings.Join(words, "\n")
	if b.lists[key] == "" {
		b.listed++
		letter, err := excelize.ColumnNumberToName(firstList + b.listed)
		b.keep(err)
		for n, word := range words {
			b.put(hiddenSheet, firstList+b.listed, n+1, word, b.styles.locked)
		}
		b.lists[key] = fmt.Sprintf("%s!$%s$1:$%[2]s$%d", hiddenSheet, letter, len(words))
	}
	return b.lists[key]
}

// firstList is the column of the hidden sheet behind which the lists stand.
const firstList = 3

// protect locks what is not white, without a password: against slips, not against people.
func (b *book) protect(sheet string) {
	b.keep(b.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, EditScenarios: true}))
}

// paper sets a sheet for A4 landscape, one page wide, with its form at the head of each page, and locks it.
func (b *book) paper(sheet string, title plan.Text, table bool) {
	size, landscape, wide, long, yes := 9, "landscape", 1, 0, true
	b.keep(b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &long}))
	b.keep(b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	side, end, edge := 0.4, 0.6, 0.3
	b.keep(b.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &edge, Footer: &edge}))
	escape := strings.NewReplacer("&", "&&").Replace
	b.keep(b.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + clip(escape(b.form.title().VI), 200),
		OddFooter: "&L" + escape(title.VI) + "&R&P / &N",
	}))
	if table {
		b.keep(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}))
	}
	b.protect(sheet)
}

// clip shortens a text to so many letters.
func clip(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}
