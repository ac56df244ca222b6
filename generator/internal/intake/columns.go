package intake

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/plan"
)

// key names a column of a form.
type key string

// The columns that are read; all others are for the reader alone.
const (
	rowColumn   key = "row"
	formColumn  key = "form"
	value       key = "value"
	numerator   key = "numerator"
	denominator key = "denominator"
	until       key = "until"
	note        key = "note"
	gap         key = "gap"
	state       key = "state"
	completed   key = "completed"
	number      key = "number"
	dated       key = "dated"
	prefilled   key = "prefilled" // marked in rows that the snapshot had something of when the form was made
)

// column is a column of a sheet.
type column struct {
	key    key
	header plan.Text
	width  float64 // in characters
	white  bool    // filled in by the agency
}

// hidden tells the columns that people do not see.
func (c column) hidden() bool { return c.key == rowColumn || c.key == formColumn || c.key == prefilled }

// title is what stands in the header: Vietnamese, a line end, English.
func (c column) title() string { return c.header.VI + "\n" + c.header.EN }

// is tells whether a header is the column's, also where the letters of Vietnamese were lost on the way.
func (c column) is(header string) bool {
	lines := strings.Split(header, "\n")
	switch have := plainly(header); have {
	case plainly(c.title()), plainly(c.header.VI), plainly(c.header.EN):
		return true
	}
	return plainly(lines[len(lines)-1]) == plainly(c.header.EN)
}

// plainly is a text as it is compared: composed, in small letters, with single blanks.
func plainly(text string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(text))), " ")
}

// hidden are the columns that say which row of which form a row is.
var hidden = []column{
	{rowColumn, plan.Text{VI: "Mã dòng", EN: "Row id"}, 12, false},
	{formColumn, plan.Text{VI: "Mã biểu mẫu", EN: "Form id"}, 12, false},
}

var prefilledColumn = column{prefilled, plan.Text{VI: "Ghi sẵn", EN: "Filled in before"}, 12, false}

// layout is a sheet of rows: its name, and its columns behind the hidden ones.
type layout struct {
	annex   plan.AnnexKind
	sheet   string
	title   plan.Text
	columns []column
}

func (l layout) all() []column { return append(append([]column{}, hidden...), l.columns...) }

var figureLayout = layout{plan.IndicatorAnnex, "Chỉ tiêu", plan.Text{VI: "Chỉ tiêu", EN: "Indicators"}, []column{
	{"printed", plan.Text{VI: "Số", EN: "No."}, 7, false},
	{"name", plan.Text{VI: "Chỉ tiêu", EN: "Indicator"}, 30, false},
	{"unit", plan.Text{VI: "Đơn vị", EN: "Unit"}, 9, false},
	{"target", plan.Text{VI: "Mục tiêu", EN: "Target"}, 14, false},
	{"last", plan.Text{VI: "Số liệu gần nhất", EN: "Last figure"}, 14, false},
	{value, plan.Text{VI: "Kết quả", EN: "Result"}, 11, true},
	{numerator, plan.Text{VI: "Tử số", EN: "Numerator"}, 10, true},
	{denominator, plan.Text{VI: "Mẫu số, hoặc tổng số đơn vị xếp hạng", EN: "Denominator, or how many are ranked"}, 13, true},
	{until, plan.Text{VI: "Tính đến ngày", EN: "As of"}, 12, true},
	{note, plan.Text{VI: "Ghi chú", EN: "Note"}, 18, true},
	{gap, plan.Text{VI: "Lý do chưa có số liệu", EN: "Why there is no figure"}, 18, true},
	prefilledColumn,
}}

var stateLayout = layout{plan.TaskAnnex, "Nhiệm vụ", plan.Text{VI: "Nhiệm vụ", EN: "Tasks"}, []column{
	{"printed", plan.Text{VI: "Số", EN: "No."}, 7, false},
	{"name", plan.Text{VI: "Nhiệm vụ", EN: "Task"}, 34, false},
	{"product", plan.Text{VI: "Sản phẩm", EN: "Product"}, 18, false},
	{"due", plan.Text{VI: "Thời hạn", EN: "Due"}, 12, false},
	{"last", plan.Text{VI: "Trạng thái đã báo cáo", EN: "State last reported"}, 15, false},
	{state, plan.Text{VI: "Trạng thái", EN: "State"}, 16, true},
	{completed, plan.Text{VI: "Ngày hoàn thành", EN: "Completed on"}, 12, true},
	{number, plan.Text{VI: "Số, ký hiệu văn bản", EN: "Number of the document"}, 16, true},
	{dated, plan.Text{VI: "Ngày văn bản", EN: "Date of the document"}, 12, true},
	{note, plan.Text{VI: "Ghi chú, lý do", EN: "Note or reason"}, 24, true},
	prefilledColumn,
}}

var layouts = []layout{figureLayout, stateLayout}

// choice is a word of a list, and what it stands for.
type choice struct {
	code string
	text plan.Text
}

// shown is how a choice stands in a list.
func (c choice) shown() string { return c.text.VI + " / " + c.text.EN }

// chosen finds the choice that a text names, in either language or both, by its code, or by another word for it.
func chosen(choices []choice, text string) (choice, bool) {
	have := toned(text)
	for _, c := range choices {
		for _, word := range append([]string{c.shown(), c.text.VI, c.text.EN, c.code}, otherWords[c.code]...) {
			if have == toned(word) {
				return c, true
			}
		}
	}
	return choice{}, false
}

// toned is a text as words of lists are compared: hủy and huỷ are one word.
func toned(text string) string {
	words := strings.Fields(norm.NFD.String(plainly(text)))
	for n, word := range words {
		var letters, tones strings.Builder
		for _, r := range word {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) {
				tones.WriteRune(r)
			} else {
				letters.WriteRune(r)
			}
		}
		words[n] = letters.String() + tones.String()
	}
	return strings.Join(words, " ")
}

var yesNo = []choice{{"true", plan.Text{VI: "Có", EN: "Yes"}}, {"false", plan.Text{VI: "Chưa", EN: "Not yet"}}}

// otherWords are words that people write for a choice, by its code.
var otherWords = map[string][]string{"true": {"Rồi"}, "false": {"Không", "No"}}
