package content

import (
	"strings"

	"minhbach/generator/internal/diag"
)

// mark is a line and a column, counted from 1 in characters; its zero value stands for the file as a whole.
type mark struct{ line, col int }

// past is the mark after a character.
func (m mark) past(r rune) mark {
	if r == '\n' {
		return mark{m.line + 1, 1}
	}
	return mark{m.line, m.col + 1}
}

// most is how many problems of one file are listed.
const most = 1000

// problems collects what is wrong with one file, and the data paths that are spoilt by it.
type problems struct {
	path   string
	found  []diag.Diagnostic
	spoilt []string
}

// add reports an error at a place. An empty data path spoils the whole file.
func (p *problems) add(at mark, data, rule string, message, hint diag.Text) {
	p.report(at, rule, message, hint)
	p.spoilt = append(p.spoilt, data)
}

// report reports an error that spoils nothing.
func (p *problems) report(at mark, rule string, message, hint diag.Text) {
	switch n := len(p.found); {
	case n < most:
		p.found = append(p.found, diag.Diagnostic{File: p.path, Line: at.line, Col: at.col, Severity: diag.Error, Rule: rule, Message: message, Hint: hint})
	case n == most:
		p.found = append(p.found, diag.Diagnostic{File: p.path, Line: at.line, Col: at.col, Severity: diag.Error, Rule: "too-many",
			Message: diag.Say("tệp này có hơn %d lỗi; phần còn lại không liệt kê", "this file has more than %d problems; the rest are not listed", most),
			Hint:    diag.Say("sửa các lỗi trên rồi kiểm tra lại", "mend those above and check again")})
	}
}

// covered tells whether a data path lies at or below a spoilt one.
func covered(spoilt []string, data string) bool {
	for _, s := range spoilt {
		if s == "" || data == s || strings.HasPrefix(data, s) && strings.ContainsRune(".[", rune(data[len(s)])) {
			return true
		}
	}
	return false
}
