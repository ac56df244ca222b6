package content

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// header is the first line of printed.csv.
var header = plan.PrintedColumns

// printed is printed.csv: its rows with their places, and the digest of the normalised text.
type printed struct {
	rows   []printedRow
	sha256 string
	whole  bool // header and every row could be read
}

type printedRow struct {
	plan.PrintedRow
	at mark // of the id
}

// rows reads printed.csv. Cells are kept as they stand.
func (p *problems) rows(text []byte, into *printed) {
	sum := sha256.Sum256(text)
	into.sha256 = hex.EncodeToString(sum[:])
	if len(bytes.TrimSpace(text)) == 0 {
		p.add(mark{}, "", "empty-file", diag.Say("tệp trống", "the file is empty"), headerHint)
		return
	}
	t := &table{problems: p, text: text, lines: lineStarts(text), reader: csv.NewReader(bytes.NewReader(text)), seen: map[plan.PrintedRow]bool{}}
	t.reader.FieldsPerRecord = -1
	if !t.header() {
		return
	}
	for {
		cells, err := t.reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.broken(err)
			continue
		}
		if row, ok := t.row(cells); ok {
			into.rows = append(into.rows, row)
		}
	}
	into.whole = len(p.found) == 0
}

var headerHint = diag.Say("dòng đầu phải là: %s", "the first line is: %s", strings.Join(header, ","))

// table is a CSV text on its way in.
type table struct {
	*problems
	text   []byte
	lines  []int // where each begins
	reader *csv.Reader
	seen   map[plan.PrintedRow]bool // by annex and id
}

func (t *table) header() bool {
	cells, err := t.reader.Read()
	if err != nil {
		t.broken(err)
		return false
	}
	if slices.Equal(cells, header) {
		return true
	}
	wrong := 0
	for wrong < min(len(cells), len(header)) && cells[wrong] == header[wrong] {
		wrong++
	}
	if len(cells) == 1 && strings.Contains(cells[0], ";") {
		t.add(t.cell(0), "", "csv-header", diag.Say("các ô ngăn cách bằng dấu chấm phẩy", "the cells are separated by semicolons"),
			diag.Say("lưu tệp lại với dấu phẩy giữa các ô (CSV UTF-8)", "save the file with commas between the cells (CSV UTF-8)"))
		return false
	}
	t.add(t.cell(min(wrong, len(cells)-1)), "", "csv-header", diag.Say("dòng tiêu đề không đúng", "the header is not right"), headerHint)
	return false
}

// cell is the place of a cell of the record read last.
func (t *table) cell(n int) mark {
	line, col := t.reader.FieldPos(n)
	return t.characters(line, col)
}

// characters turns the reader's column, which counts bytes, into one that counts characters.
func (t *table) characters(line, col int) mark {
	text := t.text[t.lines[min(line, len(t.lines))-1]:]
	return mark{line, utf8.RuneCount(text[:min(max(col-1, 0), len(text))]) + 1}
}

func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// broken reports what the CSV reader could not read; it goes on with the next record.
func (t *table) broken(err error) {
	at := mark{}
	if e := new(csv.ParseError); errors.As(err, &e) {
		at = t.characters(e.Line, e.Column)
	}
	t.add(at, "", "csv", diag.Say("dấu ngoặc kép đặt sai chỗ trong ô", "a quotation mark stands where none may stand in a cell"),
		diag.Say("bọc cả ô trong dấu ngoặc kép, và viết hai dấu \"\" cho mỗi dấu ngoặc bên trong", "put the whole cell in double quotes, and write \"\" for each one inside"))
}

func (t *table) row(cells []string) (printedRow, bool) {
	if len(cells) != len(header) {
		t.add(t.cell(0), "", "csv-row", diag.Say("dòng này có %d ô, phải có %d", "this row has %d cells instead of %d", len(cells), len(header)),
			diag.Say("đặt ô có dấu phẩy trong dấu ngoặc kép; ô trống vẫn cần dấu phẩy", "put a cell with a comma in double quotes; an empty cell still needs its comma"))
		return printedRow{}, false
	}
	row := printedRow{plan.PrintedRow{Annex: plan.AnnexKind(cells[0]), ID: cells[1], Number: cells[2], Name: cells[3],
		Target: cells[4], Time: cells[5], Responsible: cells[6], Taking: cells[7]}, t.cell(1)}
	return row, t.sound(row)
}

// sound reports an annex or id that cannot be, a row without a name, and a row that is there already.
func (t *table) sound(row printedRow) bool {
	annexes := []string{string(plan.IndicatorAnnex), string(plan.TaskAnnex)}
	key := plan.PrintedRow{Annex: row.Annex, ID: row.ID}
	switch {
	case !slices.Contains(annexes, string(row.Annex)):
		hint := diag.Say("viết một trong: %s", "write one of: %s", strings.Join(annexes, ", "))
		if near := diag.Nearest(string(row.Annex), annexes); near != "" {
			hint = diag.Say("có phải ý bạn là “%s”?", "did you mean “%s”?", near)
		}
		t.add(t.cell(0), "", "not-allowed", diag.Say("không có phụ lục “%s”", "there is no annex “%s”", clip(string(row.Annex))), hint)
	case !isID(row.ID):
		t.add(row.at, "", "id", diag.Say("“%s” không dùng làm mã được", "“%s” cannot be an id", clip(row.ID)), hintForID(row.ID))
	case row.Name == "":
		t.add(t.cell(3), "", "csv-row", diag.Say("dòng “%s” không có tên", "row “%s” has no name", row.ID), diag.Say("chép tên đúng như bản in", "copy the name as printed"))
	case t.seen[key]:
		t.add(row.at, "", "duplicate-id", diag.Say("dòng “%s” có hai lần", "row “%s” is there twice", row.ID), diag.Say("đặt cho mỗi dòng một mã riêng", "give each row an id of its own"))
	default:
		t.seen[key] = true
		return true
	}
	return false
}

// printedCell is the place of a cell of a text that could be read, by a path such as "[2].name"; the whole file where
// there is none.
func printedCell(text []byte, path string) mark {
	number, column, _ := strings.Cut(strings.TrimPrefix(path, "["), "].")
	row, err := strconv.Atoi(number)
	n := slices.Index(header, column)
	t := &table{text: text, lines: lineStarts(text), reader: csv.NewReader(bytes.NewReader(text))}
	for range row + 2 { // the header stands before the first row
		if err == nil {
			_, err = t.reader.Read()
		}
	}
	if err != nil || n < 0 {
		return mark{}
	}
	return t.cell(n)
}
