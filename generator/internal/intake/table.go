package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// table reads a CSV file, with the separator by which it has a form's header.
func table(f File) ([]*grid, error) {
	text, narrow, err := decoded(f.Bytes)
	if err != nil {
		return nil, err
	}
	var first *grid
	for _, separator := range []rune{',', ';', '\t'} {
		g, err := separated(f.Name, text, separator)
		if err != nil {
			return []*grid{g}, err
		}
		g.narrow = narrow
		if first == nil {
			first = g
		}
		if g.header() >= 0 {
			return []*grid{g}, nil
		}
	}
	return []*grid{first}, nil
}

// decoded is a text in UTF-8, composed; narrow where it came in the old Vietnamese encoding of Windows.
func decoded(raw []byte) (text string, narrow bool, err error) {
	from := encoding.Encoding(encoding.Nop)
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.IndexByte(raw, 0) == 1:
		from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.IndexByte(raw, 0) == 0:
		from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case !utf8.Valid(raw):
		from, narrow = charmap.Windows1258, true
	}
	plain, err := from.NewDecoder().Bytes(raw)
	if bytes.IndexByte(plain, 0) >= 0 {
		err = errNoWorkbook
	}
	return norm.NFC.String(strings.TrimPrefix(string(plain), "\ufeff")), narrow, err
}

// separated reads a text with a separator; what is no CSV has no header.
func separated(name, text string, separator rune) (*grid, error) {
	g := &grid{file: name, dayZero: dayZero}
	lines := strings.Split(text, "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator, -1, true
	for {
		fields, err := r.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF), errors.As(err, &broken):
			return g, nil
		case err != nil:
			return nil, err
		case len(g.records) == mostRows || len(fields) > mostColumns:
			line, _ := r.FieldPos(0)
			return g, outside{place{file: name, line: line, col: 1}}
		}
		g.add(r, fields, lines)
	}
}

// add adds a record, unless all its fields are empty.
func (g *grid) add(r *csv.Reader, fields []string, lines []string) {
	line, _ := r.FieldPos(0)
	record := record{line, map[int]cell{}}
	for n, text := range fields {
		if strings.TrimSpace(text) != "" {
			line, column := r.FieldPos(n)
			whole := lines[min(line, len(lines))-1]
			record.fields[n+1] = cell{textual, text, format{}, line, utf8.RuneCountInString(whole[:min(column-1, len(whole))]) + 1}
		}
	}
	if len(record.fields) > 0 {
		g.records = append(g.records, record)
	}
}
