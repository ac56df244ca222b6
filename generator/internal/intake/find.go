package intake

import (
	"maps"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// headed is how many records of a sheet may stand above its header.
const headed = 50

// header is the record that has the header of a form's sheet; -1 where there is none.
func (g *grid) header() int {
	for n, r := range g.records[:min(headed, len(g.records))] {
		for _, c := range r.fields {
			if c.kind == textual && hidden[0].is(c.text) {
				return n
			}
		}
	}
	return -1
}

// sheet is a sheet of a form: its layout, where its columns are, and the rows below the header.
type sheet struct {
	*grid
	layout  layout
	columns map[key]int
	form    identity
	top     record
	rows    []line
}

// line is a row of a form's sheet.
type line struct {
	record
	id    rowID
	idRaw string
}

// Read reads the sheets of forms among the files. Problems are told with their cell.
func Read(files []File) (*Batch, []diag.Diagnostic) {
	b := &Batch{}
	var found []diag.Diagnostic
	for _, f := range files {
		all, problems := grids(f)
		found = append(found, problems...)
		if len(all) > 0 || problems == nil {
			found = append(found, b.take(f, all)...)
		}
	}
	return b, found
}

// Batch is the sheets of the forms that came back together.
type Batch struct{ sheets []*sheet }

// take takes the sheets of a file that are of a form.
func (b *Batch) take(f File, all []*grid) []diag.Diagnostic {
	var found []diag.Diagnostic
	taken := map[plan.AnnexKind]bool{}
	for _, g := range all {
		n := g.header()
		if n < 0 {
			for _, l := range layouts {
				if g.sheet == l.sheet {
					taken[l.annex] = true
					found = append(found, noHeader(g)...)
				}
			}
			continue
		}
		s := &sheet{grid: g, top: g.records[n], columns: map[key]int{}}
		problems := slices.Concat(s.locate(), s.read(g.records[n+1:]))
		taken[s.layout.annex] = true
		if found = append(found, problems...); len(problems) == 0 {
			b.sheets = append(b.sheets, s)
		}
	}
	switch {
	case len(taken) > 0:
		found = append(found, deleted(f, all, taken)...)
	case slices.ContainsFunc(all, (*grid).beside):
	default:
		found = append(found, whole(f.Name).fail("no-form", diag.Say("tệp này không có trang nào của biểu mẫu", "no sheet of this file is of a form"),
			diag.Say("xem có nhầm tệp không; biểu mẫu do lệnh form làm ra, có hai cột ẩn mã dòng và mã biểu mẫu", "check that it is the right file; a form is made by the verb form and has two hidden columns with ids")))
	}
	return found
}

// beside tells a CSV file that was saved from a sheet of a form that has no rows: the guide, or the hidden one.
func (g *grid) beside() bool {
	for _, r := range g.records {
		text, _, _ := strings.Cut(strings.ReplaceAll(r.fields[1].text, "\t", ";"), ";") // a file without a header is read by commas
		if g.sheet == "" && (text == steps[0].EN || text == versionMark) {
			return true
		}
	}
	return false
}

// deleted tells the sheets that a workbook was made with and has lost.
func deleted(f File, all []*grid, taken map[plan.AnnexKind]bool) []diag.Diagnostic {
	made := 0
	for _, g := range all {
		for _, r := range g.records {
			if g.sheet == hiddenSheet && r.fields[1].text == digestMark {
				made++
			}
		}
	}
	var found []diag.Diagnostic
	for _, l := range layouts {
		if made == len(layouts) && !taken[l.annex] {
			found = append(found, place{file: f.Name, cell: l.sheet + "!A1", line: 1, col: 1}.fail("sheet-missing", diag.Say("thiếu trang “%s” của biểu mẫu", "the sheet “%s” of the form is missing", l.sheet),
				diag.Say("không xóa trang; điền lại vào biểu mẫu gốc", "sheets may not be deleted; fill in the form as it was made")))
		}
	}
	return found
}

// others tells the sheets of forms that came as CSV files, whose other sheet did not come.
func (b *Batch) others(forms []Form) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, s := range b.sheets {
		for _, f := range forms {
			other := stateLayout
			rows := len(f.States)
			if s.layout.annex == plan.TaskAnnex {
				other, rows = figureLayout, len(f.Figures)
			}
			there := slices.ContainsFunc(b.sheets, func(x *sheet) bool { return x.form.agency == s.form.agency && x.layout.annex == other.annex })
			if s.sheet == "" && string(f.Agency.ID) == s.form.agency && rows > 0 && !there {
				found = append(found, whole(s.file).warn("sheet-missing", diag.Say("trang “%s” của biểu mẫu này không có trong các tệp đang nhập", "the sheet “%s” of this form is not among the files", other.sheet),
					diag.Say("lưu cả trang đó thành CSV, hoặc xin tệp .xlsx", "save that sheet as CSV too, or ask for the .xlsx")))
			}
		}
	}
	return found
}

func noHeader(g *grid) []diag.Diagnostic {
	at := place{file: g.file, cell: g.sheet + "!A1", line: 1, col: 1}
	return []diag.Diagnostic{at.fail("no-header", diag.Say("trang này không còn cột ẩn “%s”", "this sheet has lost its hidden column “%s”", hidden[0].header.VI), askAgain)}
}

// locate finds the columns by their headers.
func (s *sheet) locate() []diag.Diagnostic {
	s.layout = s.nearest()
	var found []diag.Diagnostic
	for _, column := range slices.Sorted(maps.Keys(s.top.fields)) {
		for _, c := range s.layout.all() {
			if !c.is(s.top.fields[column].text) {
				continue
			}
			if _, twice := s.columns[c.key]; twice {
				found = append(found, s.at(s.top, column).fail("column-twice", diag.Say("cột “%s” có hai lần", "there are two columns “%s”", c.header.VI), askAgain))
			}
			s.columns[c.key] = column
			s.lossy = s.lossy || strings.Contains(s.top.fields[column].text, "?") // no header has one of its own
			break
		}
	}
	for _, c := range s.layout.all() {
		if _, there := s.columns[c.key]; !there && (c.white || c.key == formColumn) {
			found = append(found, s.at(s.top, 1).fail("column-missing", diag.Say("thiếu cột “%s” (%s)", "the column “%s” (%s) is missing", c.header.VI, c.header.EN),
				diag.Say("không xóa cột và không sửa tiêu đề; điền lại vào biểu mẫu gốc", "columns may not be deleted nor headers changed; fill in the form as it was made")))
		}
	}
	return found
}

// nearest is the layout of which most columns are there.
func (s *sheet) nearest() layout {
	best, most := layouts[0], -1
	for _, l := range layouts {
		n := 0
		for _, c := range l.columns {
			for _, have := range s.top.fields {
				if c.white && c.is(have.text) {
					n++
				}
			}
		}
		if n > most {
			best, most = l, n
		}
	}
	return best
}

// field is the cell of a column in a row; ok is false for an empty one.
func (s *sheet) field(r record, k key) (cell, bool) {
	c, ok := r.fields[s.columns[k]]
	return c, ok
}

// read reads which row is which, and of which form.
func (s *sheet) read(records []record) []diag.Diagnostic {
	var found []diag.Diagnostic
	seen := map[string]int{}
	for _, r := range records {
		raw, ok := s.field(r, rowColumn)
		text := strings.TrimSpace(raw.text)
		switch id, right := parseID(text); {
		case !ok && s.bare(r):
			continue // a remark beside the table
		case !ok:
			found = append(found, s.at(r, s.columns[rowColumn]).fail("row-added", diag.Say("dòng này không có mã, là dòng thêm vào", "this row has no id: it was added"),
				diag.Say("bỏ dòng này; nếu thiếu chỉ tiêu hoặc nhiệm vụ, báo cho cơ quan tổng hợp", "take it out; if a row is wanting, tell the office that made the form")))
		case !right || id.annex != s.layout.annex:
			found = append(found, s.at(r, s.columns[rowColumn]).fail("row-id", diag.Say("mã dòng “%s” đã bị sửa", "the row id “%s” was changed", clip(text, 60)), askAgain))
		case seen[text] > 0:
			found = append(found, s.at(r, s.columns[rowColumn]).fail("row-twice", diag.Say("dòng “%s” có hai lần, lần đầu ở dòng %d", "the row “%s” stands here twice, first in row %d", clip(text, 60), seen[text]), askAgain))
		default:
			seen[text] = r.index
			s.rows = append(s.rows, line{r, id, text})
			found = append(found, s.identify(r)...)
		}
	}
	if len(found) == 0 && len(s.rows) == 0 {
		found = append(found, s.at(s.top, 1).fail("no-rows", diag.Say("trang này không có dòng nào", "this sheet has no rows"), askAgain))
	}
	return found
}

// bare tells a record that has nothing in a column that is filled in.
func (s *sheet) bare(r record) bool {
	for _, c := range s.layout.columns {
		if column, there := s.columns[c.key]; there && c.white {
			if _, filled := r.fields[column]; filled {
				return false
			}
		}
	}
	return true
}

// identify holds that a row is of the same form as those above it.
func (s *sheet) identify(r record) []diag.Diagnostic {
	if _, there := s.columns[formColumn]; !there {
		return nil
	}
	raw, _ := s.field(r, formColumn)
	form, ok := parseIdentity(strings.TrimSpace(raw.text))
	at := s.at(r, s.columns[formColumn])
	switch {
	case !ok:
		return []diag.Diagnostic{at.fail("form-id", diag.Say("mã biểu mẫu “%s” đã bị sửa", "the form id “%s” was changed", clip(raw.text, 60)), askAgain)}
	case form.version != version:
		return []diag.Diagnostic{at.fail("form-version", diag.Say("biểu mẫu thuộc phiên bản “%s”, chương trình đọc phiên bản %s", "the form is of version “%s”, this program reads version %s", clip(form.version, 20), version),
			diag.Say("làm lại biểu mẫu bằng chương trình này", "make the form anew with this program"))}
	case s.form != identity{} && form != s.form:
		return []diag.Diagnostic{at.fail("form-id", diag.Say("dòng này thuộc một biểu mẫu khác: %s", "this row is of another form: %s", clip(form.String(), 80)),
			diag.Say("không chép dòng từ biểu mẫu này sang biểu mẫu khác", "rows may not be copied from one form to another"))}
	}
	s.form = form
	return nil
}

// Meant is the plan and period that the forms are meant for: of those that are asked for (empty: any), what most files are of,
// and the first of them where as many are of another. Ok is false where no form fits; then it is what was asked for.
func (b *Batch) Meant(plan, period string) (_, _ string, ok bool) {
	type pair struct{ plan, period string }
	files := map[pair]map[string]bool{}
	best := pair{plan, period}
	for _, s := range b.sheets {
		if p := (pair{s.form.plan, s.form.period}); (plan == "" || plan == p.plan) && (period == "" || period == p.period) {
			if files[p] == nil {
				files[p] = map[string]bool{}
			}
			files[p][s.file] = true
		}
	}
	for _, s := range b.sheets {
		if p := (pair{s.form.plan, s.form.period}); len(files[p]) > len(files[best]) {
			best = p
		}
	}
	return best.plan, best.period, len(files[best]) > 0
}

// NoSnapshot tells that the period of the forms has no snapshot into which they could be taken, in the first of them.
func (b *Batch) NoSnapshot(path string) diag.Diagnostic {
	s := b.sheets[0]
	return s.at(s.rows[0].record, s.columns[formColumn]).fail("no-snapshot", diag.Say("kỳ “%s” của biểu mẫu này chưa có tệp số liệu %s", "period “%s” of this form has no snapshot %s yet", clip(s.form.period, 40), path),
		diag.Say("chạy \"minhbach new %[1]s\"; xem có nhầm biểu mẫu của kỳ khác không", "run \"minhbach new %[1]s\"; it may be the form of another period", s.form.period))
}

// Known leaves the sheets of plans and periods that the content has, and tells the others.
func (b *Batch) Known(s *plan.Site) []diag.Diagnostic {
	var found []diag.Diagnostic
	b.sheets = slices.DeleteFunc(b.sheets, func(x *sheet) bool {
		at := x.at(x.rows[0].record, x.columns[formColumn])
		n := slices.IndexFunc(s.Plans, func(p *plan.Plan) bool { return p.ID == x.form.plan })
		switch {
		case n < 0:
			found = append(found, at.fail("other-plan", diag.Say("biểu mẫu này của kế hoạch “%s”, không có trong thư mục nội dung", "this form is of plan “%s”, which the content does not have", clip(x.form.plan, 40)), askAgain))
			return true
		case !slices.ContainsFunc(s.Plans[n].Periods, func(p plan.Period) bool { return string(p.ID) == x.form.period }):
			found = append(found, at.fail("other-period", diag.Say("biểu mẫu này của kỳ “%s”, kế hoạch không có kỳ đó", "this form is of period “%s”, which the plan does not have", clip(x.form.period, 40)), askAgain))
			return true
		}
		return false
	})
	return found
}

// Of leaves the sheets of a plan and a period (empty: of any), and tells which were of another.
func (b *Batch) Of(id string, period plan.PeriodID) []diag.Diagnostic {
	var found []diag.Diagnostic
	var kept []*sheet
	for _, s := range b.sheets {
		at := s.at(s.rows[0].record, s.columns[formColumn])
		switch {
		case id != "" && s.form.plan != id:
			found = append(found, at.fail("other-plan", diag.Say("biểu mẫu này của kế hoạch “%s”, không phải “%s”", "this form is of plan “%s”, not of “%s”", clip(s.form.plan, 40), id),
				diag.Say("nhập riêng biểu mẫu của từng kế hoạch (--plan)", "import the forms of each plan by themselves (--plan)")))
		case period != "" && s.form.period != string(period):
			found = append(found, at.fail("other-period", diag.Say("biểu mẫu này của kỳ “%s”, không phải “%s”", "this form is of period “%s”, not of “%s”", clip(s.form.period, 40), period),
				diag.Say("nhập riêng biểu mẫu của từng kỳ; xem có nhầm biểu mẫu của kỳ trước không", "import the forms of each period by themselves; it may be the form of an earlier quarter")))
		default:
			kept = append(kept, s)
		}
	}
	b.sheets = kept
	return found
}

// annexName is what the rows of an annex are called.
func annexName(k plan.AnnexKind) diag.Text {
	if k == plan.TaskAnnex {
		return diag.Say("nhiệm vụ", "task")
	}
	return diag.Say("chỉ tiêu", "indicator")
}
