package lang

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/plan"
)

// Sort orders items by a text in the language's alphabet (a ă â b … d đ e ê …); equal texts keep their order.
func Sort[T any](l plan.Lang, items []T, text func(T) string) {
	c := collate.New(language.MustParse(string(l)))
	var buf collate.Buffer
	keys := make(map[string][]byte, len(items))
	for _, it := range items {
		keys[text(it)] = slices.Clone(c.KeyFromString(&buf, text(it)))
		buf.Reset()
	}
	slices.SortStableFunc(items, func(a, b T) int { return slices.Compare(keys[text(a)], keys[text(b)]) })
}

// Fold makes a text comparable without diacritics and case: "Thủ tục Điện tử" becomes "thu tuc dien tu".
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r >= 0x300 && r <= 0x36f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
