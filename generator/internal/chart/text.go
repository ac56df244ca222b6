package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Nothing measures text at build time, so widths are taken from a table: for each class of letters the widest advance
// among Roboto, Arial's metrics, Liberation Sans and Noto Sans, in thousandths of the size, regular and bold. Too wide is safe: a label
// is wrapped a word early, never cut.
var classes = []struct {
	letters       string
	regular, bold uint16
}{
	{" ilj.,:;'!|()[]/\\-‘’·ìíĩỉịÌÍĨỈỊI", 340, 390},
	{"ftr“”", 413, 500},
	{"cksvxyzJỳýỵỷỹ{}*\"", 550, 620},
	{"0123456789aeăâàáạảãấầẩẫậắằẳẵặèéẹẻẽêếềểễệ+=<>≥≤?", 584, 611},
	{"−", 838, 838}, // a font without one borrows it, often from DejaVu Sans
	{"bdghnopquđòóọỏõôốồổỗộùúụủũ", 618, 657},
	{"ơớờởỡợ", 656, 711},
	{"ưứừửữự", 674, 760},
	{"AÀÁẠẢÃĂẮẰẲẴẶÂẤẦẨẪẬBEÈÉẸẺẼÊẾỀỂỄỆFKLPSTVXYÝỲỴỶỸZ", 670, 722},
	{"CDĐGHNRUÙÚỤỦŨOÒÓỌỎÕÔỐỒỔỖỘQw", 786, 856},
	{"ƠỚỜỞỠỢƯỨỪỬỮỰ", 857, 885},
	{"mMW%", 944, 982},
	{"@", 1015, 1015},
}

type advance struct{ regular, bold uint16 }

// other letters, of scripts that the table does not know, are a square.
var otherAdvance = advance{1000, 1000}

var latin, latinMore = advances()

// advances makes the table, for letters below 0x180 by their number and for the rest by letter.
func advances() (table [0x180]advance, more map[rune]advance) {
	more = map[rune]advance{}
	for n := range table {
		table[n] = otherAdvance
	}
	for _, c := range classes {
		for _, r := range c.letters {
			if r < 0x180 {
				table[r] = advance{c.regular, c.bold}
			} else {
				more[r] = advance{c.regular, c.bold}
			}
		}
	}
	return table, more
}

// width is the width of a text in pixels, rather too wide than too narrow.
func width(s string, size float64, bold bool) float64 {
	return float64(units(s, bold)) * size / 1000
}

// units is the width of a text in thousandths of its size: that of two texts one behind the other is the sum.
func units(s string, bold bool) int {
	sum := 0
	for _, r := range s {
		a, known := otherAdvance, true
		if r < 0x180 {
			a = latin[r]
		} else if a, known = latinMore[r]; !known {
			a = otherAdvance
			if r >= 0x300 && r <= 0x36f { // a combining mark stands over its letter
				continue
			}
		}
		if bold {
			sum += int(a.bold)
		} else {
			sum += int(a.regular)
		}
	}
	return sum
}

// wrap breaks a text into lines at the borders of words; a word that is wider than a line is broken inside, as the
// last resort. Nothing is left out.
func wrap(s string, size float64, bold bool, room float64) []string {
	if !isTidy(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	var lines []string
	from, to, long := 0, 0, 0 // the line so far, and its units
	blank := units(" ", bold)
	fits := func(wide int) bool { return float64(wide)*size/1000 <= room }
	for at := 0; at < len(s); {
		end := wordEnd(s, at)
		word := s[at:end]
		wide := units(word, bold)
		switch {
		case from == to && fits(wide):
			from, to, long = at, end, wide
		case from < to && fits(long+blank+wide):
			to, long = end, long+blank+wide
		default:
			if from < to {
				lines = append(lines, s[from:to])
			}
			for word != "" && width(word, size, bold) > room {
				cut := fitting(word, size, bold, room)
				lines, word = append(lines, word[:cut]), word[cut:]
			}
			from, to, long = end-len(word), end, units(word, bold)
		}
		at = end + 1
	}
	if from < to {
		lines = append(lines, s[from:to])
	}
	return lines
}

// isTidy tells a text with single spaces between its words and none around them.
func isTidy(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || r != ' ' && unicode.IsSpace(r) {
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

// wordEnd is where the word ends that begins at a byte of a tidy text, together with the number after a sign.
func wordEnd(s string, at int) int {
	for from := at; ; {
		n := strings.IndexByte(s[from:], ' ')
		if n < 0 {
			return len(s)
		}
		if !isSign(s[from : from+n]) {
			return from + n
		}
		from += n + 1
	}
}

// isSign tells a word that is not parted from the number after it.
func isSign(word string) bool { return word == "≥" || word == "≤" || word == ">" || word == "<" }

// fitting is the number of bytes at the beginning of a word that fit a line, at least one letter's, to the last hyphen or
// stroke where there is one.
func fitting(s string, size float64, bold bool, room float64) int {
	end := 0
	for end < len(s) {
		_, n := utf8.DecodeRuneInString(s[end:])
		if end > 0 && width(s[:end+n], size, bold) > room {
			break
		}
		end += n
	}
	if hyphen := strings.LastIndexAny(s[:end], "-/") + 1; end < len(s) && hyphen > 1 {
		return hyphen
	}
	return end
}

// widest is the width of the widest of some lines.
func widest(lines []string, size float64, bold bool) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, width(l, size, bold))
	}
	return w
}
