package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// TestBadCells holds that each mistake is told with its cell, and that nothing is taken then.
func TestBadCells(t *testing.T) {
	const own = "trung-tam-mot-cua"
	for _, c := range []struct {
		name, agency string
		fill         []filling
		want         string
	}{
		{"two readings", own, []filling{{"indicators/2.2", value, "1.234"}}, "Chỉ tiêu!H3 ambiguous-number"},
		{"two readings, with a comma", own, []filling{{"indicators/2.2", value, "1,234"}}, "Chỉ tiêu!H3 ambiguous-number"},
		{"words", own, []filling{{"indicators/2.2", value, "khoảng 20"}}, "Chỉ tiêu!H3 not-a-number"},
		{"a unit", own, []filling{{"indicators/2.2", value, "20 phút"}}, "Chỉ tiêu!H3 not-a-number"},
		{"a percentage of minutes", own, []filling{{"indicators/2.2", value, "42,79%"}}, "Chỉ tiêu!H3 not-a-number"},
		{"a share of a share", "so-phap-che", []filling{{"indicators/2.3", numerator, "42.79 %"}}, "Chỉ tiêu!I2 not-a-number"},
		{"a truth for a number", own, []filling{{"indicators/2.2", value, true}}, "Chỉ tiêu!H3 not-a-number"},
		{"a month that is none", own, []filling{{"indicators/2.4", until, "12/18/2031"}}, "Chỉ tiêu!K4 not-a-day"},
		{"a year of two digits", own, []filling{{"indicators/2.4", until, "18/12/31"}}, "Chỉ tiêu!K4 not-a-day"},
		{"a year for a day", own, []filling{{"indicators/2.4", until, 2031}}, "Chỉ tiêu!K4 not-a-day"},
		{"a day before the time", own, []filling{{"indicators/2.1", value, 90}, {"indicators/2.1", until, "18/12/2030"}}, "Chỉ tiêu!K2 day-too-early"},
		{"a day nine years off", own, []filling{{"indicators/2.2", value, 20}, {"indicators/2.2", until, "20/12/2022"}}, "Chỉ tiêu!K3 day-too-early"},
		{"a day after the cut-off", own, []filling{{"indicators/2.2", value, 20}, {"indicators/2.2", until, "1/1/2032"}}, "Chỉ tiêu!K3 day-too-late"},
		{"completed after the cut-off", "so-ngan-sach", []filling{{"tasks/5", state, "Hoàn thành"}, {"tasks/5", completed, "1/1/2032"}}, "Nhiệm vụ!I2 day-too-late"},
		{"a document of long ago", "so-ngan-sach", []filling{{"tasks/5", state, "Hoàn thành"}, {"tasks/5", dated, "1/1/2011"}}, "Nhiệm vụ!K2 not-a-day"},
		{"no result", own, []filling{{"indicators/2.2", note, "Đủ"}}, "Chỉ tiêu!H3 cell-empty"},
		{"no day", own, []filling{{"indicators/2.2", value, 20}, {"indicators/2.2", until, nil}}, "Chỉ tiêu!K3 cell-empty"},
		{"a figure and no figure", own, []filling{{"indicators/2.2", value, 20}, {"indicators/2.2", gap, "Chưa đo"}}, "Chỉ tiêu!M3 figure-and-gap"},
		{"what is not asked", "van-phong", []filling{{"indicators/2.5/mau", gap, "Chưa đo"}}, "Chỉ tiêu!M6 not-asked"},
		{"a truth for a number of a document", "so-ngan-sach", []filling{{"tasks/5", state, "Hoàn thành"}, {"tasks/5", number, true}}, "Nhiệm vụ!J2 not-a-text"},
		{"a day with its time", own, []filling{{"indicators/2.2", value, 20}, {"indicators/2.2", until, time.Date(2031, 9, 12, 14, 5, 0, 0, time.UTC)}}, "Chỉ tiêu!K3 not-a-day"},
		{"neither yes nor no", "van-phong", []filling{{"indicators/3.3", value, "Có lẽ"}}, "Chỉ tiêu!H7 not-in-list"},
		{"a state that is none", "so-ngan-sach", []filling{{"tasks/5", state, "Gần xong"}}, "Nhiệm vụ!H2 not-in-list"},
		{"no state", "so-ngan-sach", []filling{{"tasks/5", number, "9/BC"}}, "Nhiệm vụ!H2 cell-empty"},
		{"too long a text", own, []filling{{"indicators/2.4", note, strings.Repeat("à ", 1500)}}, "Chỉ tiêu!L4 too-long"},
		{"a changed id", own, []filling{{"indicators/2.2", rowColumn, "indicators/2.2"}}, "Chỉ tiêu!A3 row-id"},
		{"an id of another row", own, []filling{{"indicators/2.2", rowColumn, "indicators/2.3@2031-12-20"}}, "Chỉ tiêu!A3 row-id,Chỉ tiêu!A1 rows-changed"},
		{"an id of no row", own, []filling{{"indicators/2.2", rowColumn, "indicators/9.9@2031-12-20"}}, "Chỉ tiêu!A3 unknown-row,Chỉ tiêu!A3 row-id,Chỉ tiêu!A1 rows-changed"},
		{"an id twice", own, []filling{{"indicators/2.2", rowColumn, "indicators/2.4@2031-12-20"}}, "Chỉ tiêu!A4 row-twice"},
		{"another time in an id", own, []filling{{"indicators/2.2", rowColumn, "indicators/2.2@2031-12-21"}}, "Chỉ tiêu!A3 row-id,Chỉ tiêu!A1 rows-changed"},
		{"a changed form", own, []filling{{"indicators/2.2", formColumn, "x"}}, "Chỉ tiêu!B3 form-id"},
		{"a form of tomorrow", own, []filling{{"indicators/2.1", formColumn, "2:2031/2031-q4/trung-tam-mot-cua:00"}}, "Chỉ tiêu!B2 form-version"},
		{"a row of another form", own, []filling{{"indicators/2.4", formColumn, version + ":2031/2031-q4/van-phong:00"}}, "Chỉ tiêu!B4 form-id"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := year(t)
			words, problems, text := d.take(d.fill(d.form(c.agency), c.fill...))
			if have := strings.Join(failures(problems), ","); have != c.want || text != bare {
				t.Errorf("%s, not %s; changes %v", have, c.want, words)
			}
			for _, p := range problems {
				if p.Message.VI == "" || p.Message.EN == "" || p.Hint.VI == "" || p.Hint.EN == "" || strings.Contains(p.Format("vi")+p.Format("en"), "%!") {
					t.Errorf("half a message: %+v", p)
				}
			}
		})
	}
}

// TestBelowZero holds that a number below zero is asked about, unless one was there or is aimed at.
func TestBelowZero(t *testing.T) {
	d := year(t)
	asked := func() bool {
		_, problems, text := d.take(d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.2", value, -5}))
		if !strings.Contains(text, "value: -5,") {
			t.Error(problems)
		}
		return slices.ContainsFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == "below-zero" && p.Cell == "Chỉ tiêu!H3" })
	}
	i := d.plan.Indicator("2.2")
	if !asked() || ruleOf(Figure{Indicator: i}).least != "0" {
		t.Error("nobody asks")
	}
	i.Targets[0].Value = plan.MustNumber("-1")
	if asked() || ruleOf(Figure{Indicator: i}).least == "0" {
		t.Error("it is asked about where it is aimed at")
	}
}

// TestAmbiguousHint holds that what is offered for a number with two readings are numbers with one.
func TestAmbiguousHint(t *testing.T) {
	d := year(t)
	_, problems, _ := d.take(d.fill(d.form("so-phap-che"), filling{"indicators/2.3", value, "1.234%"}))
	if n := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == "ambiguous-number" }); n < 0 || problems[n].Hint.VI != "viết 1234 nếu là số nguyên, viết 1,2340 nếu có phần thập phân" {
		t.Error(problems)
	}
}

// TestBadSheets holds that sheets which are no longer as they were made are told.
func TestBadSheets(t *testing.T) {
	keep := func(d *desktop, err error) {
		if err != nil {
			d.Fatal(err)
		}
	}
	for _, c := range []struct {
		name   string
		change func(*desktop, *excelize.File)
		want   string
	}{
		{"a formula", func(d *desktop, x *excelize.File) { keep(d, x.SetCellFormula("Chỉ tiêu", "H3", "10+9")) }, "Chỉ tiêu!H3 formula"},
		{"an added row", func(d *desktop, x *excelize.File) {
			keep(d, x.SetSheetRow("Chỉ tiêu", "D8", &[]any{"Chỉ tiêu mới", "", "", "", 5}))
		}, "Chỉ tiêu!A8 row-added"},
		{"a deleted row", func(d *desktop, x *excelize.File) { keep(d, x.RemoveRow("Chỉ tiêu", 3)) }, "Chỉ tiêu!A1 rows-changed"},
		{"a deleted column", func(d *desktop, x *excelize.File) { keep(d, x.RemoveCol("Chỉ tiêu", "I")) }, "Chỉ tiêu!A1 column-missing"},
		{"a column twice", func(d *desktop, x *excelize.File) {
			keep(d, x.SetCellStr("Chỉ tiêu", "P1", "Kết quả"))
		}, "Chỉ tiêu!P1 column-twice"},
		{"no ids", func(d *desktop, x *excelize.File) { keep(d, x.RemoveCol("Chỉ tiêu", "A")) }, "Chỉ tiêu!A1 no-header"},
		{"no rows", func(d *desktop, x *excelize.File) {
			for range 3 {
				keep(d, x.RemoveRow("Chỉ tiêu", 2))
			}
		}, "Chỉ tiêu!A1 no-rows"},
		{"no sheet", func(d *desktop, x *excelize.File) { keep(d, x.DeleteSheet("Chỉ tiêu")) }, " no-form"},
		{"a cell in row one million", func(d *desktop, x *excelize.File) {
			keep(d, x.SetCellValue("Chỉ tiêu", "H1000000", 1))
			keep(d, x.SetCellValue("Chỉ tiêu", "H3", "1.234"))
		}, "Chỉ tiêu!H1000000 outside,Chỉ tiêu!H3 ambiguous-number"},
		{"a cell in the last column", func(d *desktop, x *excelize.File) { keep(d, x.SetCellValue("Chỉ tiêu", "XFD3", 1)) }, "Chỉ tiêu!XFD3 outside"},
		{"a remark below all rows", func(d *desktop, x *excelize.File) {
			keep(d, x.SetCellStr("Hướng dẫn", "A5001", "Người lập biểu"))
		}, "Hướng dẫn!A5001 outside"},
		{"a remark beside the table", func(d *desktop, x *excelize.File) {
			keep(d, x.SetCellStr("Chỉ tiêu", "D9", "Người lập biểu"))
		}, ""},
		{"a number that became a day", func(d *desktop, x *excelize.File) {
			style, err := x.NewStyle(&excelize.Style{NumFmt: 16})
			keep(d, err)
			keep(d, x.SetCellValue("Chỉ tiêu", "H3", 48098))
			keep(d, x.SetCellStyle("Chỉ tiêu", "H3", "H3", style))
		}, "Chỉ tiêu!H3 became-a-day"},
		{"a day for a note", func(d *desktop, x *excelize.File) {
			style, err := x.NewStyle(&excelize.Style{NumFmt: 14})
			keep(d, err)
			keep(d, x.SetCellValue("Chỉ tiêu", "H3", 20))
			keep(d, x.SetCellValue("Chỉ tiêu", "L3", 48098))
			keep(d, x.SetCellStyle("Chỉ tiêu", "L3", "L3", style))
		}, "Chỉ tiêu!L3 not-a-text"},
		{"a percentage of minutes", func(d *desktop, x *excelize.File) {
			style, err := x.NewStyle(&excelize.Style{NumFmt: 10})
			keep(d, err)
			keep(d, x.SetCellValue("Chỉ tiêu", "H3", 0.5))
			keep(d, x.SetCellStyle("Chỉ tiêu", "H3", "H3", style))
		}, "Chỉ tiêu!H3 percent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := year(t)
			words, problems, text := d.take(d.change(d.form("trung-tam-mot-cua"), func(x *excelize.File) { c.change(d, x) }))
			if have := strings.Join(failures(problems), ","); have != c.want || text != bare {
				t.Errorf("%s, not %s; changes %v", have, c.want, words)
			}
		})
	}
}

// TestDeletedSheet holds that a form which has lost one of its sheets is told, as one that has lost a row is.
func TestDeletedSheet(t *testing.T) {
	for _, l := range layouts {
		d := year(t)
		f := d.change(d.form("so-ngan-sach"), func(x *excelize.File) {
			if err := x.DeleteSheet(l.sheet); err != nil {
				t.Fatal(err)
			}
		})
		if _, problems, _ := d.take(f); !slices.Equal(failures(problems), []string{l.sheet + "!A1 sheet-missing"}) {
			t.Errorf("%s: %v", l.sheet, problems)
		}
	}
	d := year(t)
	f := d.fill(d.form("so-ngan-sach"), filling{"indicators/4.1", value, 19})
	_, problems, _ := d.take(File{"chỉ tiêu.csv", []byte(csvOf(d, f, ',', "."))})
	if len(failures(problems)) > 0 || !slices.ContainsFunc(problems, func(p diag.Diagnostic) bool {
		return p.Rule == "sheet-missing" && strings.Contains(p.Message.EN, "“Nhiệm vụ”")
	}) {
		t.Errorf("one sheet as CSV: %v", problems)
	}
}

// TestPercentCell holds that a share which Excel keeps as a percentage is taken as it is shown.
func TestPercentCell(t *testing.T) {
	d := year(t)
	filled := d.change(d.form("so-phap-che"), func(x *excelize.File) {
		style, err := x.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			t.Fatal(err)
		}
		_ = x.SetCellValue("Chỉ tiêu", "H2", 0.4279)
		_ = x.SetCellStyle("Chỉ tiêu", "H2", "H2", style)
	})
	if _, problems, text := d.take(filled); !strings.Contains(text, "value: 42.79,") {
		t.Errorf("%s\n%v", added(bare, text), failures(problems))
	}
}

// TestOthers holds that forms of another plan, period or agency are told, beside right ones.
func TestOthers(t *testing.T) {
	d := year(t)
	right := d.fill(d.form("trung-tam-mot-cua"), filling{"indicators/2.4", value, 21})
	d.period = d.plan.Periods[3]
	quarter := d.form("van-phong")
	d.period = d.plan.Periods[4]
	d.plan = d.site.Plans[0]
	other := open(t, "2032-q2").form("van-phong")
	d.plan = d.site.Plans[1]
	for _, c := range []struct {
		file File
		want string
	}{
		{quarter, "Chỉ tiêu!B2 other-period,Nhiệm vụ!B2 other-period"},
		{other, "Chỉ tiêu!B2 other-plan"},
	} {
		if _, problems, _ := d.take(right, c.file); strings.Join(failures(problems), ",") != c.want {
			t.Errorf("%v, not %s", failures(problems), c.want)
		}
	}
	d = year(t)
	d.plan.Indicator("2.2").Monitoring, d.plan.Indicator("2.1").Monitoring, d.plan.Indicator("2.4").Monitoring = nil, nil, nil
	if _, problems, _ := d.take(right); !slices.Contains(failures(problems), "Chỉ tiêu!B2 other-agency") {
		t.Errorf("%v", failures(problems))
	}
}

// packed is a zip of parts.
func packed(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for n := 0; n < len(parts); n += 2 {
		w, _ := z.Create(parts[n])
		_, _ = w.Write([]byte(parts[n+1]))
	}
	_ = z.Close()
	return b.Bytes()
}

// small is a workbook with a sheet of these rows.
func small(rows string) []byte {
	const related = `<Relationships><Relationship Id="r1" Type="x/%s" Target="%s"/></Relationships>`
	return packed("_rels/.rels", fmt.Sprintf(related, "officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml", `<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", fmt.Sprintf(related, "worksheet", "worksheets/sheet1.xml"),
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData>`+rows+`</sheetData></worksheet>`)
}

// TestBadFiles holds that no file is read that is no form, and none takes much room.
func TestBadFiles(t *testing.T) {
	d := year(t)
	whole := d.form("van-phong").Bytes
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600)
	wide := "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	bomb := small(strings.Repeat("<row>"+strings.Repeat(" ", 1<<20)+"</row>", 80))
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb is %d bytes", len(bomb))
	}
	for _, c := range []struct {
		name  string
		bytes []byte
		want  string
	}{
		{"nothing.xlsx", nil, "empty-file"},
		{"cut.xlsx", whole[:len(whole)/2], "not-a-workbook"},
		{"text.xlsx", []byte("hello"), "not-a-workbook"},
		{"zip.xlsx", packed("a.txt", "hello"), "not-a-workbook"},
		{"broken.xlsx", small("<row><c r='A1'"), "not-a-workbook"},
		{"nowhere.xlsx", small("<row><c r='A0'><v>1</v></c></row>"), "not-a-workbook"},
		{"text that is not there.xlsx", small("<row><c r='A1' t='s'><v>7</v></c></row>"), "not-a-workbook"},
		{"old.xls", []byte(ole), "old-workbook"},
		{"locked.xlsx", []byte(ole + wide), "password"},
		{"large.xlsx", make([]byte, 50<<20), "too-large"},
		{"bomb.xlsx", bomb, "too-large"},
		{"empty rows.xlsx", small("<row r='1048576' ht='12'><c r='XFD1048576' s='1'/></row>"), "no-form"},
		{"other.csv", []byte("a,b\n1,2\n"), "no-form"},
		{"binary.csv", []byte("a\x00\x00\x00b"), "not-a-workbook"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, problems := Read([]File{{c.name, c.bytes}})
		runtime.ReadMemStats(&after)
		if len(problems) != 1 || problems[0].Rule != c.want || problems[0].File != c.name {
			t.Errorf("%s: %v", c.name, problems)
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 8*largestText {
			t.Errorf("%s took %d MB", c.name, taken>>20)
		}
	}
}

// TestShown holds that a message repeats a cell as its program shows it.
func TestShown(t *testing.T) {
	a := &answer{sheet: &sheet{grid: &grid{dayZero: dayZero}}}
	for _, c := range []struct {
		cell cell
		want string
	}{
		{cell{kind: textual, text: " a "}, "a"}, {cell{kind: boolean, text: "1"}, "TRUE"}, {cell{kind: numeric, text: "0.5", format: format{percent: true}}, "50%"},
		{cell{kind: numeric, text: "42.789999999999999"}, "42.79"}, {cell{kind: numeric, text: "48025", format: format{day: true}}, "26/06/2031"},
		{cell{kind: numeric, text: "48025.58680555555", format: format{day: true}}, "26/06/2031 14:05"}, {cell{kind: numeric, text: "0.5", format: format{day: true}}, "0.5"},
	} {
		if have := a.shown(c.cell); have != c.want {
			t.Errorf("%v: %s, not %s", c.cell, have, c.want)
		}
	}
}

// TestOutside holds that what lies where no form has anything is told with its place, also in a file that is none.
func TestOutside(t *testing.T) {
	for _, c := range []struct {
		file File
		cell string
		line int
	}{
		{File{"a million.xlsx", small("<row r='1048576'><c r='A1048576'><v>1</v></c></row>")}, "S!A1048576", 1048576},
		{File{"the last column.xlsx", small("<row r='1'><c r='XFD1'><v>1</v></c></row>")}, "S!XFD1", 1},
		{File{"many rows.csv", []byte(strings.Repeat("a\n", mostRows+1))}, "", mostRows + 1},
		{File{"many columns.csv", []byte("a\n" + strings.Repeat("a,", mostColumns+1))}, "", 2},
	} {
		_, problems := Read([]File{c.file})
		if p := problems[0]; p.Rule != "outside" || p.File != c.file.Name || p.Cell != c.cell || p.Line != c.line {
			t.Errorf("%s: %v", c.file.Name, problems)
		}
	}
}

func TestFormats(t *testing.T) {
	for code, want := range map[string]format{
		"General": {}, "0.00": {}, "#,##0": {}, "0.00%": {percent: true}, `0" %"`: {}, "dd/mm/yyyy": {day: true}, "[$-42A]d-m": {day: true}, `0 "đồng/ngày"`: {}, `0 \m`: {}, "[Red]0": {}, "@": {},
	} {
		if have := formatOf(code); have != want {
			t.Errorf("%s: %+v", code, have)
		}
	}
}

// TestUnknown holds that a form of a plan or period which is nowhere is told with its cell.
func TestUnknown(t *testing.T) {
	d := year(t)
	f := d.form("van-phong")
	batch, problems := Read([]File{f})
	if problems = append(problems, batch.Known(d.site)...); len(problems) > 0 || len(batch.sheets) != 1 && len(batch.sheets) != 2 {
		t.Errorf("its own: %v", problems)
	}
	kept := d.site.Plans[1].Periods
	d.site.Plans[1].Periods = kept[:2]
	if found := failures(batch.Known(d.site)); len(found) == 0 || found[0] != "Chỉ tiêu!B2 other-period" || len(batch.sheets) != 0 {
		t.Errorf("no such period: %v", found)
	}
	batch, _ = Read([]File{f})
	d.site.Plans = d.site.Plans[:1]
	if found := failures(batch.Known(d.site)); len(found) == 0 || found[0] != "Chỉ tiêu!B2 other-plan" {
		t.Errorf("no such plan: %v", found)
	}
}

func TestIsForm(t *testing.T) {
	for name, want := range map[string]bool{"a/Sở A.xlsx": true, "a/~$Sở A.xlsx": false, "a/.~lock.Sở A.xlsx#": false, "A.XLSX": true, "a.csv": true, "a.xls": true, "a.docx": false, ".a.xlsx": false, "xlsx": false} {
		if IsForm(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
