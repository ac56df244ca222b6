package check

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Published data is never altered to be safe, so a text that a spreadsheet would run is refused.

var (
	// runs is the beginning of a formula: spreadsheets of East Asia take the wide signs for the plain ones.
	runs = regexp.MustCompile(`^[=+\-@\t\r＝＋－＠]`)
	// inside is one behind what a spreadsheet of another language takes for the end of a cell.
	inside = regexp.MustCompile(`[;\t\n]\s*[=@＝＠]`)
	// listMark is how annexes print the rows of a list, or that nothing is set: “- Sở Nội vụ”, “-”.
	listMark = regexp.MustCompile(`^[-+]($|\s+)`)
	// harmful is what can be worked out or run behind a list mark: bare arithmetic, a call, another sheet or program.
	harmful = regexp.MustCompile(`^[0-9\s.,%()*/^&<>=+-]*$|[A-Za-z0-9._]\(|[|!]`)
)

func (r *review) noFormula(file string, at *step, text string) {
	if sign := runs.FindString(text); sign != "" {
		r.formula(file, at.String(), sign)
	} else if sign := inside.FindString(text); sign != "" {
		last, _ := utf8.DecodeLastRuneInString(sign)
		r.fail(file, at.String(), "formula",
			diag.Say("sau dấu chấm phẩy, Tab hoặc xuống dòng có “%c”, bảng tính có thể hiểu là công thức", "“%c” stands behind a semicolon, a tab or a line end, where a spreadsheet may take it for a formula", last),
			formulaHint)
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
	if rest := text[len(mark):]; rest != "" && harmful.MatchString(rest) {
		pr.fail(file, at.String(), "formula",
			diag.Say("sau “%s” là thứ mà bảng tính sẽ tính", "what follows “%s” would be worked out by a spreadsheet", mark[:1]),
			diag.Say("thay dấu gạch đầu dòng bằng dấu – dài", "write the list mark as a long dash: –"))
	}
}
