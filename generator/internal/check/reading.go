package check

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text with digits and signs of other widths as the plain ones, each in its place: ０ is read as 0.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf || !unicode.IsDigit(r) && (r < '！' || r > '～') {
			return r
		}
		if plain, size := utf8.DecodeRuneInString(norm.NFKC.String(string(r))); size == 1 {
			return plain
		}
		return r
	}, text)
}

// reading is the text of a page as it will be read, without the marks of Markdown that may stand within a number or an
// address, and where each of its runes stands in the source.
type reading struct {
	text strings.Builder
	at   []int
}

func (r *reading) add(text string, at int) {
	for _, c := range text {
		r.text.WriteRune(c)
		r.at = append(r.at, at)
	}
}

var (
	entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)
	// ownLink is an address that names a person: its signs may be written as %40.
	ownLink = regexp.MustCompile(`(?i:mailto|tel):[^\s<>")]+`)
	percent = regexp.MustCompile(`^%[2-7][0-9A-Fa-f]`)
	encoded = regexp.MustCompile(`%[2-7][0-9A-Fa-f]`)
	// wrapped is the end of a line within a paragraph or a quotation, before digits that begin no entry of a list.
	wrapped   = regexp.MustCompile(`^[ \t]*\n[ \t]*(?:>[ \t]*)*[0-9(]`)
	listEntry = regexp.MustCompile(`^[0-9]{1,9}[.)][ \t]`)
)

// marks are those of emphasis and code; escaped is what a backslash may stand before.
const (
	marks   = "*`~"
	escaped = `.-+()_@*\`
)

func readingOf(body string) *reading {
	r := &reading{}
	links := ownLink.FindAllStringIndex(body, -1)
	for n, at := 0, 0; n < len(body); {
		size, text := pieceAt(body, n, links)
		r.add(text, at)
		at += utf8.RuneCountInString(body[n : n+size])
		n += size
	}
	return r
}

// pieceAt is how many bytes of the source make the next piece, and what is read for them.
func pieceAt(body string, n int, links [][]int) (size int, text string) {
	rest := body[n:]
	c, size := utf8.DecodeRuneInString(rest)
	switch {
	case c == '&':
		if e := entity.FindString(rest); e != "" {
			return len(e), html.UnescapeString(e)
		}
	case c == '%' && percent.MatchString(rest) && within(links, n):
		text, _ = url.PathUnescape(rest[:3])
		return 3, text
	case c == '\\' && len(rest) > 1 && strings.IndexByte(escaped, rest[1]) >= 0:
		return 2, rest[1:2]
	case strings.ContainsRune(marks, c) || c == '_' && atEdge(body, n):
		return size, ""
	case (c == ' ' || c == '\t' || c == '\n') && strings.HasPrefix(strings.TrimLeft(rest, " \t"), "\n"):
		if end := wrapped.FindString(rest); end != "" && !listEntry.MatchString(rest[len(end)-1:]) {
			return len(end) - 1, " "
		}
	}
	return size, rest[:size]
}

func within(spans [][]int, n int) bool {
	for _, s := range spans {
		if s[0] <= n && n < s[1] {
			return true
		}
	}
	return false
}

// atEdge tells an underscore that is not within a word, so that it may be a mark of emphasis.
func atEdge(body string, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(body[:n])
	after, _ := utf8.DecodeRuneInString(body[n+1:])
	return !word(before) || !word(after)
}
