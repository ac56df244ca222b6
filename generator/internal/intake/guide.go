package intake

import (
	"strings"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// guide writes the first sheet: what the form is, how it is filled in, and by when it is sent.
func (b *book) guide() {
	f, n := b.form, 0
	line := func(style int, text string) {
		n++
		b.put(guideSheet, 1, n, text, style)
		b.keep(b.SetRowHeight(guideSheet, n, float64(lines(guideWidth, text))*lineHeight+4))
	}
	b.keep(b.SetColWidth(guideSheet, "A", "A", guideWidth))
	line(b.styles.title, f.title().VI)
	b.keep(b.SetRowHeight(guideSheet, 1, float64(lines(guideWidth/1.5, f.title().VI))*1.5*lineHeight))
	for _, l := range plan.Langs {
		line(b.styles.heading, steps[0].In(l))
		for _, step := range steps[1:] {
			line(b.styles.text, strings.NewReplacer("{due}", dueBy(f.Period, l), "{cutoff}", lang.Date(l, f.Period.Cutoff)).Replace(step.In(l)))
		}
	}
	b.paper(guideSheet, plan.Text{VI: guideSheet}, false)
}

const guideWidth = 120

// dueBy is the day by which the form is sent back.
func dueBy(p plan.Period, l plan.Lang) string {
	if p.Due.Known() {
		return lang.Date(l, p.Due)
	}
	return lang.Date(l, p.Cutoff)
}

// steps are how a form is filled in; the first is their heading.
var steps = []plan.Text{
	{VI: "Cách điền", EN: "How to fill it in"},
	{VI: "1. Chỉ điền các ô màu trắng ở trang “Chỉ tiêu” và “Nhiệm vụ”. Các ô khác đã khóa; có thể dời cột, dời dòng, nhưng không xóa và không thêm.",
		EN: "1. Fill in white cells of the sheets “Chỉ tiêu” (indicators) and “Nhiệm vụ” (tasks) only. The others are locked; columns and rows may be moved, but not deleted or added."},
	{VI: "2. Số liệu tính đến ngày chốt {cutoff}. Viết số không kèm đơn vị và không dùng công thức. Ô để trống nghĩa là chưa báo cáo, không phải bằng 0.",
		EN: "2. Figures are as of {cutoff} at the latest. Write numbers without their unit, and no formulas. An empty cell means not reported, not zero."},
	{VI: "3. Ngày viết ngày/tháng/năm. Ô “Tính đến ngày” đã ghi sẵn; sửa nếu số liệu tính đến ngày khác.",
		EN: "3. Days are written day/month/year. The cell “As of” is filled in; correct it where the figure is of another day."},
	{VI: "4. Chưa có số liệu thì để trống ô “Kết quả” và ghi lý do ở cột cuối. Lý do này được công bố.",
		EN: "4. Where there is no figure, leave “Result” empty and give the reason in the last column. The reason is published."},
	{VI: "5. Nhiệm vụ đã hoàn thành thì ghi ngày hoàn thành và văn bản. Nhiệm vụ đã hủy hoặc đã thay thế phải có văn bản.",
		EN: "5. A task that is done has its day and document. One that is cancelled or replaced needs a document."},
	{VI: "6. Không ghi tên, số điện thoại hay số định danh của cá nhân.",
		EN: "6. Write no names, telephone numbers or identity numbers of persons."},
	{VI: "7. Lưu tệp dạng .xlsx, không đặt mật khẩu, gửi lại trước hết ngày {due}.",
		EN: "7. Save the file as .xlsx without a password and send it back by {due}."},
}
