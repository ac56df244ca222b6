package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
	"minhbach/generator/internal/workbook"
)

// tables are all tables of a content folder.
func tables(t testing.TB, folder string) []export.Table {
	t.Helper()
	s, _, _ := content.Load(os.DirFS(folder))
	if s == nil {
		t.Fatalf("%s cannot be loaded", folder)
	}
	var worlds []*derive.World
	for _, p := range s.Plans {
		worlds = append(worlds, derive.Judge(p))
	}
	return slices.Concat(export.From(s, worlds).Tables(), export.Codebook(export.Words(trial.Codebook(t))))
}

var colophon = export.Colophon{
	ID: "urn:uuid:00000000-0000-5000-8000-000000000000", Title: plan.Text{VI: "Dữ liệu mở: Cải cách", EN: "Open data: Reform"},
	Description: plan.Text{VI: "Mọi số liệu, tình trạng và nguồn.", EN: "Every figure, status and source."},
	Publisher:   plan.Text{VI: "Nhóm Minh Bạch", EN: "The Minh Bạch group"}, Maker: plan.Text{VI: "Nhóm Minh Bạch", EN: "The Minh Bạch group"},
	Notice: plan.Text{VI: "Tổng hợp từ nguồn công khai; không phải trang của cơ quan nhà nước.", EN: "Compiled from public sources; not a site of a government body."},
	Sample: plan.Text{VI: "Có số liệu mẫu.", EN: "Some figures are samples."},
	Licence: &plan.Licence{ID: "CC-BY-4.0", Name: plan.Text{VI: "Creative Commons Ghi công 4.0", EN: "Creative Commons Attribution 4.0"},
		URL: "https://creativecommons.org/licenses/by/4.0/"},
	BaseURL: "https://example.org/reform/", Email: "a@example.org", Feedback: "mailto:a@example.org",
	Released: plan.Date{Year: 2031, Month: 2, Day: 3}, Citation: plan.Text{VI: "Nhóm Minh Bạch, 2031", EN: "Minh Bạch, 2031"},
	Conventions: []plan.Text{{VI: "UTF-8.", EN: "UTF-8."}},
	Plans: []export.PlanNote{{ID: "2031", Title: plan.Text{VI: "Kế hoạch cải cách", EN: "Reform plan"}, Decision: plan.Document{Number: "1/QĐ-UBND"},
		Period: plan.Text{VI: "Quý I", EN: "Q1"}, Cutoff: plan.Date{Year: 2031, Month: 1, Day: 31}, Released: plan.Date{Year: 2031, Month: 2, Day: 3}}},
}

// written is the workbook of some tables.
func written(t testing.TB, w export.Words, tables ...export.Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := workbook.Write(&b, colophon, w, tables); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

var folders = []string{"../../../content", "../../demo/content", "../../demo/testplans/open-government", "../../demo/testplans/sdg"}

// TestSameBytes: neither the order of maps nor the number of cores is seen in the file.
func TestSameBytes(t *testing.T) {
	all, w := tables(t, folders[1]), export.Words(trial.Codebook(t))
	want := written(t, w, all...)
	for n := range 4 {
		before := runtime.GOMAXPROCS(n + 1)
		if !bytes.Equal(written(t, w, all...), want) {
			t.Errorf("other bytes with %d cores", n+1)
		}
		runtime.GOMAXPROCS(before)
	}
}

// TestSheets: cover and notes, then every table once, what people look for first before the rest, the codebook last;
// each with one marked table, a header that stays in sight, and no cell merged or computed.
func TestSheets(t *testing.T) {
	for _, folder := range folders {
		all := tables(t, folder)
		file := written(t, export.Words(trial.Codebook(t)), all...)
		names := opened(t, file).GetSheetList()
		if len(names) != len(all)+2 || names[0] != "Bìa – Cover" || names[1] != "Ghi chú – Notes" || names[2] != "Tình trạng – statuses" || names[len(names)-1] != "Danh mục mã – codes" {
			t.Errorf("%s: the sheets are %q", folder, names)
		}
		for _, table := range all {
			if !slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(name, " – "+table.Name) }) {
				t.Errorf("%s: no sheet of %s", folder, table.Name)
			}
		}
		for path, part := range parts(t, file) {
			if !strings.HasPrefix(path, "xl/worksheets/sheet") {
				continue
			}
			if regexp.MustCompile(`<f[ >]|<mergeCell`).MatchString(part) || strings.Count(part, "<tablePart ") > 1 {
				t.Errorf("%s: %s has a formula, merged cells or two tables", folder, path)
			}
			streamed := !strings.HasSuffix(path, "/sheet1.xml") && !strings.HasSuffix(path, "/sheet2.xml")
			if streamed && (!strings.Contains(part, `ySplit="1"`) || !strings.Contains(part, "<tablePart ")) {
				t.Errorf("%s: %s has no header in sight or no table", folder, path)
			}
		}
	}
}

// parts are the parts of a workbook by name, which stand in order and have the day of release.
func parts(t testing.TB, file []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all, last := map[string]string{}, ""
	for _, f := range r.File {
		if f.Name <= last || f.Modified.Format(time.DateOnly) != colophon.Released.String() {
			t.Errorf("%s, of %s, stands after %s", f.Name, f.Modified, last)
		}
		last = f.Name
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(raw)
	}
	return all
}

// TestCoverAndNotes: every line says in both languages what it is about, and the sheets are listed with their rows.
func TestCoverAndNotes(t *testing.T) {
	all := tables(t, folders[0])
	f := opened(t, written(t, export.Words(trial.Codebook(t)), all...))
	said := ""
	for _, sheet := range f.GetSheetList()[:2] {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			said += strings.Join(row, "|") + "\n"
			if n > 1 && len(row) > 1 && (row[1] == "" || len(row) < 3 || row[2] == "" || strings.HasPrefix(row[0], " ") || strings.HasSuffix(row[0], " ")) {
				t.Errorf("%s: the words of line %d are not all there: %q", sheet, n+1, row)
			}
		}
	}
	for _, text := range []string{
		"Dữ liệu mở: Cải cách\nOpen data: Reform\n", "Số liệu mẫu / Sample figures|Có số liệu mẫu.|Some figures are samples.\n", "not a site of a government body",
		"Quyết định / Decision|1/QĐ-UBND|1/QĐ-UBND\n", "|Kỳ mới nhất: Quý I, ngày chốt 31/1/2031, công bố ngày 3/2/2031.|Newest period: Q1, cut-off 31 January 2031, released 3 February 2031.\n",
		"Creative Commons Attribution", "Báo lỗi / Report an error|a@example.org|a@example.org\n", fmt.Sprintf("Lĩnh vực – areas|Mỗi dòng là một lĩnh vực của một kế hoạch.|One row for each area of a plan.|%d\n", rowsOf(all, "areas")),
		"|UTF-8.|UTF-8.\n",
	} {
		if !strings.Contains(said, text) {
			t.Errorf("there is no %q in\n%s", text, said)
		}
	}
	props, err := f.GetDocProps()
	if err != nil || props.Creator != "Nhóm Minh Bạch" || props.Created != "2031-02-03T00:00:00Z" || props.Modified != props.Created || props.Language != "vi" {
		t.Errorf("the properties are %+v, %v", props, err)
	}
}

func rowsOf(tables []export.Table, name string) int {
	n := slices.IndexFunc(tables, func(t export.Table) bool { return t.Name == name })
	rows := 0
	for range tables[n].Rows {
		rows++
	}
	return rows
}

// TestWords: every word of the codebook for the workbook stands in it, in both languages.
func TestWords(t *testing.T) {
	marked, keys := maps.Clone(export.Words(trial.Codebook(t))), map[string]string{}
	for key := range marked {
		if strings.HasPrefix(key, "workbook ") {
			vi, en := fmt.Sprintf("v%dv", len(keys)), fmt.Sprintf("e%de", len(keys))
			marked[key], keys[vi], keys[en] = plan.Text{VI: vi, EN: en}, key, key
		}
	}
	c := colophon
	c.Maker = plan.Text{VI: "Nhóm khác", EN: "Others"}
	var b bytes.Buffer
	if err := workbook.Write(&b, c, marked, tables(t, folders[0])); err != nil {
		t.Fatal(err)
	}
	whole := strings.Join(slices.Collect(maps.Values(parts(t, b.Bytes()))), "")
	for mark, key := range keys {
		if !strings.Contains(whole, mark) {
			t.Errorf("codebook.json has %q, but the workbook has not (%s)", key, mark)
		}
	}
}

// tiny is a table with one column of a type, and the words for it.
func tiny(kind export.Type, cells ...string) (export.Words, export.Table) {
	w := export.Words{"workbook sheet cover": {VI: "Bìa", EN: "Cover"}, "workbook sheet notes": {VI: "Ghi chú", EN: "Notes"}, "workbook sheet tiny": {VI: "Nhỏ", EN: "Tiny"}, "title id": {VI: "Mã", EN: "Id"}, "title cell": {VI: "Ô", EN: "Cell"}}
	s := export.Schema{Name: "tiny", Key: []string{"id"}, Columns: []export.Column{{Name: "id", Type: export.Text}, {Name: "cell", Type: kind}}}
	return w, export.Table{Schema: s, Rows: func(yield func([]string) bool) {
		for n, cell := range cells {
			if !yield([]string{fmt.Sprint("r", n), cell}) {
				return
			}
		}
	}}
}

// TestCells: what a cell holds, as Excel keeps it and as it shows it.
func TestCells(t *testing.T) {
	for _, c := range []struct {
		kind             export.Type
		cell, raw, shown string
		is               excelize.CellType
	}{
		{export.Number, "42.79", "42.79", "42.79", number}, {export.Number, "35.0", "35", "35.0", number}, {export.Number, "-0.50", "-0.5", "-0.50", number},
		{export.Value, "100", "100", "100", number}, {export.Value, "0.0", "0", "0.0", number}, {export.Integer, "1234567", "1234567", "1234567", number},
		{export.Number, "123456789012345", "123456789012345", "123456789012345", number}, {export.Number, "0.12345678901234", "0.12345678901234", "0.12345678901234", number},
		{export.Number, "1234567890123456", "1234567890123456", "1234567890123456", text}, {export.Number, "-0.0", "-0.0", "-0.0", text},
		{export.Value, "tot", "tot", "tot", text}, {export.Value, "true", "1", "TRUE", yes}, {export.Boolean, "false", "0", "FALSE", yes},
		{export.Text, "true", "true", "true", text}, {export.Text, "007", "007", "007", text}, {export.Text, "1.2", "1.2", "1.2", text},
		{export.Day, "1900-03-01", "61", "1900-03-01", number}, {export.Day, "1900-02-28", "1900-02-28", "1900-02-28", text}, {export.Day, "9999-12-31", "2958465", "9999-12-31", number},
		{export.Text, "=1+1", "=1+1", "=1+1", text}, {export.Text, "@SUM(A1)", "@SUM(A1)", "@SUM(A1)", text}, {export.Text, "+84 900", "+84 900", "+84 900", text},
		{export.Text, "-x", "-x", "-x", text}, {export.Text, " hai\ndòng ", " hai\ndòng ", " hai\ndòng ", text}, {export.Text, `<b>&"_x0041_`, `<b>&"_x0041_`, `<b>&"_x0041_`, text},
	} {
		f := opened(t, of(t, c.kind, c.cell))
		raw, _ := f.GetCellValue("Nhỏ – tiny", "B2", excelize.Options{RawCellValue: true})
		shown, _ := f.GetCellValue("Nhỏ – tiny", "B2")
		is, err := f.GetCellType("Nhỏ – tiny", "B2")
		if err != nil || raw != c.raw || shown != c.shown || is != c.is {
			t.Errorf("%s %q is %q, shown as %q, of type %d (%v)", c.kind, c.cell, raw, shown, is, err)
		}
	}
}

const (
	number = excelize.CellTypeUnset
	text   = excelize.CellTypeInlineString
	yes    = excelize.CellTypeBool
)

func of(t *testing.T, kind export.Type, cells ...string) []byte {
	w, table := tiny(kind, cells...)
	return written(t, w, table)
}

// TestUnknown: an unknown value is no cell, and a table without rows has room for one.
func TestUnknown(t *testing.T) {
	sheet := parts(t, of(t, export.Number, ""))["xl/worksheets/sheet3.xml"]
	if !strings.Contains(sheet, `r="A2"`) || strings.Contains(sheet, `r="B2"`) {
		t.Error("an unknown value is a cell")
	}
	if table := parts(t, of(t, export.Number))["xl/tables/table1.xml"]; !strings.Contains(table, `ref="A1:B2"`) || !strings.Contains(table, `name="Ô_x000a_Cell"`) {
		t.Errorf("the table is %s", table)
	}
}

func TestErrors(t *testing.T) {
	w, long := tiny(export.Text, "x", strings.Repeat("ệ", 32768))
	_, fits := tiny(export.Text, strings.Repeat("ệ", 32767))
	_, many := tiny(export.Text)
	many.Rows = func(yield func([]string) bool) {
		for yield([]string{"x", ""}) {
		}
	}
	same := maps.Clone(w)
	same["title id"] = w["title cell"]
	for _, c := range []struct {
		words export.Words
		table export.Table
		want  string
	}{
		{w, fits, "<nil>"},
		{w, long, "workbook: tiny: row 2, cell: a text has 32768 characters, a cell of a workbook holds 32767 (shorten it)"},
		{w, many, "workbook: tiny: more than 1048575 rows, which is all that a sheet of a workbook holds"},
		{same, fits, `workbook: codebook.json gives the columns id and cell of tiny the same title "Ô\nCell"`},
	} {
		if err := workbook.Write(io.Discard, colophon, c.words, []export.Table{c.table}); fmt.Sprint(err) != c.want {
			t.Errorf("the error is %v, want %s", err, c.want)
		}
	}
}

// TestNames: behind a column of ids or codes stand their names.
func TestNames(t *testing.T) {
	f := opened(t, written(t, export.Words(trial.Codebook(t)), tables(t, folders[1])...))
	for sheet, columns := range map[string][]string{
		"Tình trạng – statuses": {"Chỉ tiêu – tên gọi tiếng Việt\nIndicator – Vietnamese name", "Kỳ – tên gọi tiếng Anh\nPeriod – English name", "Tình trạng – tên gọi tiếng Việt\nStatus – Vietnamese name"},
		"Nhiệm vụ – tasks":      {"Cơ quan chủ trì – tên gọi tiếng Việt\nLead agencies – Vietnamese name"},
		"Chỉ tiêu – indicators": {"Lĩnh vực – tên gọi tiếng Anh\nArea – English name", "Các nhóm xếp loại – tên gọi tiếng Việt\nTiers – Vietnamese name"},
	} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range columns {
			n := slices.Index(rows[0], column)
			if n < 0 {
				t.Errorf("%s has no column %q, but %q", sheet, column, rows[0])
				continue
			}
			named := false
			for _, row := range rows[1:] {
				named = named || n < len(row) && row[n] != ""
			}
			if !named {
				t.Errorf("%s: no cell of %q has a name", sheet, column)
			}
		}
	}
}
