package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Published data is never altered to be safe, so a text that a spreadsheet would run is refused.

// A cell of a spreadsheet, and the name of a function.
const (
	cell     = `\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`
	function = `[A-Za-z][A-Za-z0-9._]*`
	// runs begins a formula: spreadsheets of East Asia take the wide signs for the plain ones.
	runs = "=+-@\t\r＝＋－＠"
)

var (
	// inside is one behind what a spreadsheet of another language takes for the end of a cell.
	inside = regexp.MustCompile(`[;\t\n]\s*[=@＝＠]`)
	// signed is what stands behind such an end and a plus or minus, up to the next one: an entry of a list, or a formula.
	signed = regexp.MustCompile(`[;\t\n][\s\p{Zs}]*([+\-＋－])([^;\t\n]*)`)
	// listMark is how annexes print the rows of a list, or that nothing is set: “- Sở Nội vụ”, “-”.
	listMark = regexp.MustCompile(`^[-+]($|\s+)`)
	// quantity is a number alone, which is worked out to itself.
	quantity = regexp.MustCompile(`^[0-9][0-9.,\s]*%?$`)
	// harmful is what can be worked out or run behind a sign: nothing but numbers, cells and quoted text; another sign; a
	// call; another sheet or program. Names before a bracket are calls, but for words of a list, as in “- UBND (cấp xã)”:
	// with a blank between, they are one where a function that reaches outside is named, or the bracket begins as arguments do.
	harmful = lazily(`^(?:"[^"]*"|` + cell + `|[0-9\s.,%()*/^&<>=:@{}+-])*$` +
		`|^[=@]` +
		`|[A-Za-z0-9._]\(` +
		`|(?i:hyperlink|webservice|indirect|filterxml|import[a-z]+|dde|rtd)\s+\(` +
		`|(?:^|[-+*/^&<>=(,:])\s*` + function + `\s+\([\s(+@-]*(?:"|\)|` + cell + `(?:[\s),:*/^&<>=+-]|$)|` + function + `\s*\()` +
		`|[|!]`)
)

func worksOut(text string) bool {
	text = strings.TrimSpace(norm.NFKC.String(text))
	return text != "" && harmful().MatchString(text)
}

func (r *review) noFormula(file string, at *step, text string) {
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, blank)); strings.ContainsRune(runs, first) {
		r.formula(file, at.String(), string(first))
	} else {
		r.noFormulaInside(file, at, text)
	}
}

// noFormulaInside looks behind what may end a cell. An entry of a list may stand there, and a number.
func (r *review) noFormulaInside(file string, at *step, text string) {
	if !signBehind(text) {
		return
	}
	sign := inside.FindString(text)
	for _, found := range signed.FindAllStringSubmatch(text, -1) {
		if sign == "" && worksOut(found[2]) && !quantity.MatchString(strings.TrimSpace(found[2])) {
			sign = found[1]
		}
	}
	if sign != "" {
		last, _ := utf8.DecodeLastRuneInString(sign)
		r.fail(file, at.String(), "formula",
			diag.Say("sau dấu chấm phẩy, Tab hoặc xuống dòng có “%c”, bảng tính có thể hiểu là công thức", "“%c” stands behind a semicolon, a tab or a line end, where a spreadsheet may take it for a formula", last),
			formulaHint)
	}
}

// signBehind tells that a sign stands behind what may end a cell, with or without blanks between.
func signBehind(text string) bool {
	if !strings.Contains(text, ";") && !strings.Contains(text, "\t") && !strings.Contains(text, "\n") { // most texts, and sooner told
		return false
	}
	for {
		end := strings.IndexAny(text, ";\t\n")
		if end < 0 {
			return false
		}
		text = strings.TrimLeftFunc(text[end+1:], unicode.IsSpace)
		if first, _ := utf8.DecodeRuneInString(text); strings.ContainsRune("=@+-＝＠＋－", first) {
			return true
		}
	}
}

var formulaHint = diag.Say("bắt đầu bằng một chữ, một số hoặc dấu ngoặc kép", "begin with a letter, a digit or a quotation mark")

func (r *review) formula(file, path, sign string) {
	r.fail(file, path, "formula",
		diag.Say("văn bản bắt đầu bằng “%s”, bảng tính sẽ hiểu là công thức", "the text begins with “%s”, which a spreadsheet takes for a formula", sign), formulaHint)
}

// printedCells looks at the printed rows, which are verbatim: a list mark in front is left as printed, where what
// follows cannot be worked out.
func printedCells(pr *planReview) {
	file := printedFile(pr.plan)
	for n, row := range pr.plan.Printed {
		cells := []string{row.Number, row.Name, row.Target, row.Time, row.Responsible, row.Taking}
		for c, text := range cells {
			at := &step{up: &step{index: n}, key: plan.PrintedColumns[len(plan.PrintedColumns)-len(cells)+c]}
			pr.printedCell(file, at, text)
			if c > 0 {
				pr.personal(file, at, text)
			}
		}
	}
}

func (pr *planReview) printedCell(file string, at *step, text string) {
	text = strings.TrimLeft(text, " ")
	mark := listMark.FindString(text)
	if mark == "" {
		pr.noFormula(file, at, text)
		return
	}
	rest, _, _ := strings.Cut(text[len(mark):], ";")
	if !worksOut(rest) {
		pr.noFormulaInside(file, at, text)
		return
	}
	pr.fail(file, at.String(), "formula",
		diag.Say("sau “%s” là thứ mà bảng tính sẽ tính", "what follows “%s” would be worked out by a spreadsheet", mark[:1]),
		diag.Say("thay dấu gạch đầu dòng bằng dấu – dài", "write the list mark as a long dash: –"))
}
