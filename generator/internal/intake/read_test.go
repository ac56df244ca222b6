package intake

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/diag"
)

func TestTypedNumber(t *testing.T) {
	for text, want := range map[string]string{
		"42,79": "42.79", "42.79": "42.79", " 42,79 ": "42.79", "-0,4": "-0.4", "−0.4": "-0.4", "+3": "3", "1234": "1234", "0,123": "0.123", "0.123": "0.123",
		"1.234.567": "1234567", "1,234,567": "1234567", "1.234,5": "1234.5", "1,234.5": "1234.5", "1 234,5": "1234.5", "1\u00a0234\u202f567": "1234567",
		"1 234,567": "1234.567", "1234,567": "1234.567", "35.0": "35.0", "12,3456": "12.3456",
	} {
		if n, how := typedNumber(text); how != read || n.String() != want {
			t.Errorf("%q: %s (%d), not %s", text, n, how, want)
		}
	}
	for text, want := range map[string]reading{
		"1.234": ambiguous, "1,234": ambiguous, "-12.345": ambiguous, "": unreadable, "khoảng 5": unreadable, "24 phút": unreadable, "1.23.4": unreadable, "1,2,3": unreadable,
		"1.234.56": unreadable, "1e5": unreadable, "0x1f": unreadable, "NaN": unreadable, "1.234,5,6": unreadable, "12 34": unreadable, "--1": unreadable, "5/9": unreadable,
		"007": unreadable, "1234567890123456": tooLong, "-1234567890123456,5": tooLong, "0,1234567891": tooFine, "٣": unreadable,
	} {
		if n, how := typedNumber(text); how != want {
			t.Errorf("%q: %s (%d), not %d", text, n, how, want)
		}
	}
}

func TestCountedNumber(t *testing.T) {
	for _, c := range []struct {
		text    string
		percent bool
		want    string
	}{
		{"42.79", false, "42.79"}, {"42.789999999999999", false, "42.79"}, {"0.42790000000000000", true, "42.79"}, {"1", true, "100"}, {"4.2789999999999999E-1", true, "42.79"},
		{"0", false, "0"}, {"-0.0", false, "0"}, {"1E+15", false, ""}, {"100", false, "100"}, {"0.30000000000000004", false, "0.3"}, {"3.3333333333333335", false, ""}, {"abc", false, ""}, {"NaN", false, ""}, {"Inf", false, ""},
		{"123456789012345", false, "123456789012345"},
	} {
		n, how := countedNumber(c.text, c.percent)
		if n.String() != c.want || (how == read) != (c.want != "") {
			t.Errorf("%s: %q (%d), not %q", c.text, n, how, c.want)
		}
	}
}

// TestTooLong holds that a number with too many digits is told as such, however it came.
func TestTooLong(t *testing.T) {
	for _, text := range []string{"1E+15", "1234567890123456"} {
		if _, how := countedNumber(text, false); how != tooLong {
			t.Errorf("%s: %d", text, how)
		}
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"26/6/2031": "2031-06-26", "26-06-2031": "2031-06-26", "2031-06-26": "2031-06-26", "26.6.2031": "2031-06-26", "2031/6/26": "2031-06-26", " 01/02/2031 ": "2031-02-01",
		"ngày 26 tháng 6 năm 2031": "2031-06-26", "26 tháng 6 năm 2031": "2031-06-26", "2031-06-26 00:00:00": "2031-06-26", "2031-06-26T00:00:00": "2031-06-26",
		"6/26/2031": "", "29/2/2031": "", "26/6/31": "", "26/6": "", "hôm qua": "", "": "", "2031": "", "26/6/2031 12:00": "",
	} {
		if day, ok := typedDay(text); day.String() != want && ok || ok != (want != "") {
			t.Errorf("%q: %s %v, not %s", text, day, ok, want)
		}
	}
	for text, want := range map[string]string{"48025": "2031-06-26", "48025.5": "", "0": "", "60": "", "61": "1900-03-01", "2958466": "", "x": "", "1e400": ""} {
		if day, ok := countedDay(text, dayZero); day.String() != want && ok || ok != (want != "") {
			t.Errorf("%q: %s %v, not %s", text, day, ok, want)
		}
	}
	if day, _ := countedDay("46563", dayZeroMac); day.String() != "2031-06-26" {
		t.Errorf("from 1904: %s", day)
	}
}

// TestMoved holds that columns and rows are found wherever they stand.
func TestMoved(t *testing.T) {
	d := year(t)
	filled := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 19.5}, filling{"indicators/2.4", value, 21})
	_, _, want := d.take(filled)
	moved := d.change(filled, func(x *excelize.File) {
		rows, err := x.GetRows("Chỉ tiêu", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			cells := make([]any, len(rows[0]))
			for m := range cells {
				if m >= len(row) {
					continue
				}
				cells[len(cells)-1-m] = row[m] // the last column first
				if n, err := strconv.ParseFloat(row[m], 64); err == nil {
					cells[len(cells)-1-m] = n
				}
			}
			at := 20 - n // the last row first
			if n == 0 {
				at = 10
			}
			cell, _ := excelize.CoordinatesToCellName(4, at)
			if err := x.SetSheetRow("Moved", cell, &cells); err != nil {
				if _, err := x.NewSheet("Moved"); err != nil {
					t.Fatal(err)
				}
				_ = x.SetSheetRow("Moved", cell, &cells)
			}
		}
		_ = x.DeleteSheet("Chỉ tiêu")
	})
	if words, problems, have := d.take(moved); have != want {
		t.Errorf("%v, %v", words, failures(problems))
	}
}

// csvOf is a sheet of a form as a CSV file.
func csvOf(d *desktop, f File, comma rune, point string) string {
	return csvOfSheet(d, f, "Chỉ tiêu", comma, point)
}

func csvOfSheet(d *desktop, f File, sheet string, comma rune, point string) string {
	var b bytes.Buffer
	d.change(f, func(x *excelize.File) {
		rows, err := x.GetRows(sheet)
		if err != nil {
			d.Fatal(err)
		}
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = comma, true
		for _, row := range rows {
			if len(row) > 7 && point == "," {
				row[7] = string(bytes.ReplaceAll([]byte(row[7]), []byte("."), []byte(",")))
			}
			if err := w.Write(row); err != nil {
				d.Fatal(err)
			}
		}
		w.Flush()
	})
	return b.String()
}

// TestCSV holds that a sheet saved as CSV says what the form says, in the encodings and with the marks of all programs.
func TestCSV(t *testing.T) {
	d := year(t)
	filled := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, 19.5}, filling{"indicators/2.4", value, 21.25})
	_, _, want := d.take(filled)
	for _, c := range []struct {
		name   string
		comma  rune
		point  string
		encode func(string) ([]byte, error)
	}{
		{"UTF-8", ',', ".", func(s string) ([]byte, error) { return []byte(s), nil }},
		{"UTF-8 with a mark", ';', ",", func(s string) ([]byte, error) { return []byte("\ufeff" + s), nil }},
		{"letters taken apart", ',', ",", func(s string) ([]byte, error) { return norm.NFD.Bytes([]byte(s)), nil }},
		{"UTF-16 little-endian", '\t', ",", func(s string) ([]byte, error) {
			return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
		}},
		{"UTF-16 big-endian", '\t', ".", func(s string) ([]byte, error) {
			return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(s))
		}},
		{"Windows-1258", ';', ",", func(s string) ([]byte, error) { return charmap.Windows1258.NewEncoder().Bytes(taken(s)) }},
		{"Windows-1258 with letters lost", ';', ".", func(s string) ([]byte, error) { return lossy(s), nil }},
	} {
		text, err := c.encode(csvOf(d, filled, c.comma, c.point))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if words, problems, have := d.take(File{"gửi lại.csv", text}); have != want {
			t.Errorf("%s: %v, %v", c.name, words, problems)
		}
	}
}

// TestAllSheetsAsCSV holds that the sheets without rows are no problem where all were saved.
func TestAllSheetsAsCSV(t *testing.T) {
	d := year(t)
	filled := d.fill(d.form("so-ngan-sach"), filling{"indicators/4.1", value, 19}, filling{"tasks/5", state, "Đang thực hiện"})
	_, _, want := d.take(filled)
	var files []File
	for _, sheet := range []string{"Hướng dẫn", "Chỉ tiêu", "Nhiệm vụ", "minhbach"} {
		files = append(files, File{sheet + ".csv", []byte(csvOfSheet(d, filled, sheet, ';', "."))})
	}
	if _, problems, have := d.take(files...); have != want || len(failures(problems)) > 0 || slices.ContainsFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == "sheet-missing" }) {
		t.Error(problems)
	}
}

// taken are the letters of a text as Windows-1258 has them: some marks stand by themselves.
func taken(s string) []byte {
	var b bytes.Buffer
	for _, r := range strings.NewReplacer("≤", "?", "≥", "?").Replace(s) {
		if _, err := charmap.Windows1258.NewEncoder().String(string(r)); err == nil {
			b.WriteRune(r)
			continue
		}
		apart := []rune(norm.NFD.String(string(r)))
		last := apart[len(apart)-1]
		if len(apart) == 3 && (apart[1] == 0x323) { // the dot below comes before the hat
			apart[1], apart[2] = apart[2], apart[1]
			last = apart[2]
		}
		b.WriteString(norm.NFC.String(string(apart[:len(apart)-1])))
		b.WriteRune(last)
	}
	return b.Bytes()
}

// lossy writes a question mark for each letter that Windows-1258 has not in one piece.
func lossy(s string) []byte {
	var b bytes.Buffer
	for _, r := range s {
		if c, ok := charmap.Windows1258.EncodeRune(r); ok {
			b.WriteByte(c)
		} else {
			b.WriteByte('?')
		}
	}
	return b.Bytes()
}

// without writes a question mark for each letter above one.
func without(s string, last rune) []byte {
	return []byte(strings.Map(func(r rune) rune {
		if r > last {
			return '?'
		}
		return r
	}, s))
}

// TestLettersLost holds that a note that has lost its letters is not published.
func TestLettersLost(t *testing.T) {
	d := year(t)
	filled := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.4", value, 21}, filling{"indicators/2.4", note, "Chậm vì mưa kéo dài suốt tuần"})
	text := csvOf(d, filled, ';', ",")
	for name, raw := range map[string][]byte{"Windows-1258": lossy(text), "ASCII": without(text, 0x7f), "Windows-1252, then UTF-8": without(text, 0xff)} {
		_, problems, _ := d.take(File{"gửi lại.csv", raw})
		if have := failures(problems); len(have) != 1 || have[0] != " letters-lost" || problems[0].Line < 4 {
			t.Errorf("%s: %v", name, problems)
		}
	}
	asked := d.fill(filled, filling{"indicators/2.4", note, "Vì sao? Mưa"})
	if _, problems, _ := d.take(File{"gửi lại.csv", []byte(csvOf(d, asked, ';', ","))}); len(failures(problems)) > 0 {
		t.Errorf("a question: %v", problems)
	}
}
