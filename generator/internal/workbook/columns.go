package workbook

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// column is a column of a sheet: one of the table's, or the names of what it stands for in one language.
type column struct {
	header string
	kind   export.Type
	from   int       // the column of the table
	words  naming    // nil for the table's own
	lang   plan.Lang // of words
	leads  bool      // says which row it is, and so stays in sight
	named  bool      // says so in words
	plain  bool      // an address, which would break anywhere into many lines
	width  float64   // in characters
}

// cell is what a row has in the column, as CSV would write it.
func (c *column) cell(row []string) string {
	if c.words == nil || row[c.from] == "" {
		return row[c.from]
	}
	return c.words(row).In(c.lang)
}

// columns are the columns of a table's sheet; two of the same header would break the marked table.
func (b *book) columns(t export.Table) ([]column, error) {
	var all []column
	seen := map[string]string{}
	for n, c := range t.Columns {
		for _, have := range b.withNames(t.Schema, n) {
			folded := strings.ToLower(have.header)
			if other, twice := seen[folded]; twice {
				return nil, fmt.Errorf("workbook: codebook.json gives the columns %s and %s of %s the same title %q", other, c.Name, t.Name, have.header)
			}
			seen[folded] = c.Name
			all = append(all, have)
		}
	}
	fit(all, t)
	return all, nil
}

// withNames is a column of a table, and behind it, where it holds ids or codes, their names in both languages.
func (b *book) withNames(s export.Schema, n int) []column {
	c, title, words := s.Columns[n], b.words.Title(s.Name, s.Columns[n].Name), b.naming(s, n)
	leads := identifies(s, c.Name)
	all := []column{{header: header(title), kind: c.Type, from: n, leads: leads || c.Name == "name_vi", named: c.Name == "name_vi", plain: strings.HasSuffix(c.Name, "_url")}}
	if words == nil {
		return all
	}
	for _, l := range plan.Langs {
		kind := b.words["workbook name "+string(l)]
		named := plan.Text{VI: title.VI + " – " + kind.VI, EN: title.EN + " – " + kind.EN}
		all = append(all, column{header: header(named), kind: export.Text, from: n, words: words, lang: l, leads: leads && l == plan.VI, named: l == plan.VI})
	}
	return all
}

// identifies tells whether a column says which row it is: it is of the key, or refers to another row where there is none.
func identifies(s export.Schema, name string) bool {
	known := s.Key
	if len(known) == 0 && len(s.References) > 0 {
		known = s.References[0].Columns
	}
	for _, k := range known {
		if k == name {
			return true
		}
	}
	return false
}

func header(t plan.Text) string { return t.VI + "\n" + t.EN }

// The measures of columns, in characters; of rows, in lines.
const (
	narrow    = 9  // the filter's button has room
	headed    = 24 // no header makes its column wider
	wide      = 36 // what a column of names takes at most
	widest    = 80 // what a column of sentences takes
	sentences = 120
	addressed = 24
	tallest   = 4
	inSight   = 64 // columns that stay in sight leave room for others
	sample    = 1000
)

// perWidth is how many letters of a text stand on the width of one digit, by which columns are measured; a little less
// than on the average, as lines break between words.
const perWidth = 1.25

// fit measures columns by their headers and their first cells: a table may be too long to be gone through for this.
func fit(columns []column, t export.Table) {
	longest, rows := make([]int, len(columns)), 0
	for row := range t.Rows {
		for n := range columns {
			longest[n] = max(longest[n], utf8.RuneCountInString(columns[n].cell(row)))
		}
		if rows++; rows == sample {
			break
		}
	}
	for n := range columns {
		c := &columns[n]
		c.width = max(narrow, min(headed, longestLine(c.header)/perWidth+4), c.widthOf(longest[n]))
	}
}

// widthOf is the width of a column whose longest cell has so many letters.
func (c *column) widthOf(longest int) float64 {
	switch {
	case c.plain:
		return addressed
	case longest > sentences:
		return widest
	}
	return min(wide, float64(longest)/perWidth+2)
}

func longestLine(s string) float64 {
	longest := 0
	for line := range strings.SplitSeq(s, "\n") {
		longest = max(longest, utf8.RuneCountInString(line))
	}
	return float64(longest)
}

// lines is about how many lines a text takes on a width.
func lines(width float64, text string) int {
	if float64(len(text)) < width && !strings.Contains(text, "\n") {
		return 1
	}
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))/(width*perWidth))
	}
	return n
}

// inSightOf is how many columns stay in sight: those that say which row it is, up to the first that says it in words.
func inSightOf(columns []column) int {
	width := 0.0
	for n, c := range columns {
		width += c.width
		if !c.leads || width > inSight {
			return n
		}
		if c.named {
			return n + 1
		}
	}
	return len(columns)
}
