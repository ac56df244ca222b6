package cli

import (
	"fmt"
	"path/filepath"
	"strconv"
	"unicode/utf8"

	"minhbach/generator/internal/check"
	"minhbach/generator/internal/content"
)

// printParity says on standard output how much of the content is translated, in columns, and then what is not, each with
// its place and field.
func (c *call) printParity(shares []check.Share, places *content.Places) {
	total := check.Share{Of: text{"tổng cộng", "total"}.in(c.lang)}
	for _, s := range shares {
		total.All += s.All
		total.Missing = append(total.Missing, s.Missing...)
	}
	fmt.Fprintln(c.env.Stdout, text{"Bản dịch tiếng Anh: đã dịch / tất cả", "Translated into English / all"}.in(c.lang))
	c.printColumns(append(shares, total))
	for n, m := range total.Missing {
		if n == 0 {
			fmt.Fprintln(c.env.Stdout)
		}
		line, col := m.Line, 0
		if m.Path != "" {
			line, col = places.At(m.File, m.Path)
		}
		field := m.Field
		if field == "" {
			field = text{"phần văn bản", "the text"}.in(c.lang)
		}
		fmt.Fprintf(c.env.Stdout, "%s:%d:%d: %s\n", filepath.ToSlash(filepath.Join(c.content, m.File)), max(line, 1), max(col, 1), field)
	}
}

func (c *call) printColumns(shares []check.Share) {
	name, digits := 0, 0
	for _, s := range shares {
		name, digits = max(name, utf8.RuneCountInString(s.Of)), max(digits, len(strconv.Itoa(s.All)))
	}
	for _, s := range shares {
		done := s.All - len(s.Missing)
		fmt.Fprintf(c.env.Stdout, "%-*s  %*d / %*d  %4s\n", name, s.Of, digits, done, digits, s.All, percent(done, s.All))
	}
}

// percent is never rounded up, so that 100% is all of it, and what there is never reads as nothing.
func percent(done, all int) string {
	whole := 100
	if all > 0 {
		whole = 100 * done / all
	}
	if whole == 0 && done > 0 {
		return "<1%"
	}
	return strconv.Itoa(whole) + "%"
}
