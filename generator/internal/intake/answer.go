package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// answer is what one agency filled into one row: numbers as plan.Number, days as YYYY-MM-DD, words of lists as codes.
type answer struct {
	*sheet
	line
	indicator *plan.Indicator // of a figure
	task      *plan.Task      // of a task
	part      plan.Text       // the name of the breakdown or milestone; empty for the whole
	given     map[key]string
	spoilt    bool
	also      []*answer // of other forms, which say the same
}

// where is the place of a cell of the row.
func (a *answer) where(k key) place { return a.at(a.record, a.columns[k]) }

// reader reads the cells of forms for one plan.
type reader struct {
	plan  *plan.Plan
	forms []Form // as they would be made today
	found []diag.Diagnostic
}

func (r *reader) add(d diag.Diagnostic) { r.found = append(r.found, d) }

// answers reads all rows of a sheet.
func (r *reader) answers(s *sheet) []*answer {
	if n := slices.IndexFunc(r.forms, func(f Form) bool { return string(f.Agency.ID) == s.form.agency }); n < 0 {
		r.add(s.at(s.rows[0].record, s.columns[formColumn]).fail("other-agency", diag.Say("kỳ này không hỏi cơ quan “%s”", "the agency “%s” is not asked for anything in this period", clip(s.form.agency, 60)), askAgain))
		return nil
	}
	var all []*answer
	for _, l := range s.rows {
		a := &answer{sheet: s, line: l, given: map[key]string{}}
		if r.named(a) {
			r.cells(a)
			all = append(all, a)
		}
	}
	r.complete(s)
	return all
}

// named finds the row of the plan that a row's id names.
func (r *reader) named(a *answer) bool {
	if a.id.annex == plan.IndicatorAnnex {
		if a.indicator = r.plan.Indicator(plan.IndicatorID(a.id.row)); a.indicator != nil && a.indicator.Measured() {
			a.part = breakdownName(r.plan, a.id.part)
			return true
		}
	}
	for _, t := range r.plan.Tasks {
		if a.id.annex == plan.TaskAnnex && string(t.ID) == a.id.row {
			a.task, a.part = t, milestoneName(t, a.id.part)
			return true
		}
	}
	noun := annexName(a.id.annex)
	r.add(a.where(rowColumn).fail("unknown-row",
		diag.Text{VI: fmt.Sprintf("kế hoạch không có %s “%s”", noun.VI, clip(a.id.row, 40)), EN: fmt.Sprintf("the plan has no %s “%s”", noun.EN, clip(a.id.row, 40))}, askAgain))
	return false
}

// complete holds that a sheet has the rows that it was made with.
func (r *reader) complete(s *sheet) {
	var ids []string
	for _, l := range s.rows {
		ids = append(ids, l.idRaw)
	}
	if digest(s.form, ids) == s.form.digest {
		return
	}
	expected := map[string]string{}
	for _, f := range r.forms {
		if string(f.Agency.ID) != s.form.agency {
			continue
		}
		for _, x := range f.Figures {
			expected[x.id()] = x.Indicator.Short.VI
		}
		for _, x := range f.States {
			expected[x.id()] = x.Task.Short.VI
		}
	}
	for _, l := range s.rows {
		if _, ours := expected[l.idRaw]; !ours {
			r.add(s.at(l.record, s.columns[rowColumn]).fail("row-id", diag.Say("dòng “%s” không thuộc biểu mẫu này", "the row “%s” is not of this form", clip(l.idRaw, 60)), askAgain))
		}
		delete(expected, l.idRaw)
	}
	var missing []string
	for id, name := range expected {
		if parsed, _ := parseID(id); parsed.annex == s.layout.annex {
			missing = append(missing, parsed.row+" "+name)
		}
	}
	slices.Sort(missing)
	r.add(s.at(s.top, s.columns[rowColumn]).fail("rows-changed",
		diag.Say("các dòng của trang không còn như khi làm ra; thiếu: %s", "the rows of this sheet are not those that it was made with; missing: %s", clip(orNone(missing), 200)),
		diag.Say("không xóa và không thêm dòng; điền lại vào biểu mẫu gốc", "rows may not be deleted or added; fill in the form as it was made")))
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, "; ")
}

// cells reads the cells of a row that are filled in.
func (r *reader) cells(a *answer) {
	for _, c := range a.layout.columns {
		have, filled := a.field(a.record, c.key)
		if !c.white || !filled {
			continue
		}
		if have.kind == formula || have.kind == mistaken {
			r.spoil(a, c.key, "formula", diag.Say("ô này có công thức hoặc lỗi tính toán", "this cell holds a formula or an error"),
				diag.Say("gõ thẳng giá trị vào ô", "type the value itself"))
			continue
		}
		if message, hint, unseen := content.Unseen(strings.ReplaceAll(have.text, "\r\n", "\n")); unseen && !strings.Contains(have.text, "\ufffd") {
			r.spoil(a, c.key, "control-character", message, hint)
			continue
		}
		if text, ok := r.cell(a, c.key, have); ok {
			a.given[c.key] = text
		}
	}
}

// spoil reports a cell that cannot be used; the row then changes nothing.
func (r *reader) spoil(a *answer, k key, rule string, message, hint diag.Text) {
	a.spoilt = true
	r.add(a.where(k).fail(rule, message, hint))
}

// cell reads a cell as what its column asks of the row.
func (r *reader) cell(a *answer, k key, c cell) (string, bool) {
	i := a.indicator
	switch {
	case k == until || k == completed || k == dated:
		return r.day(a, k, c)
	case k == note || k == number:
		return r.text(a, k, c)
	case k == state:
		return r.choice(a, k, c, taskStates())
	case k == gap && a.id.part == "":
		return r.text(a, k, c)
	case k == value && (i.Value == plan.TierValue || i.Value == plan.YesNo):
		return r.choice(a, k, c, choicesOf(i))
	case k == value, k == denominator && i.Value == plan.RankValue, (k == numerator || k == denominator) && kindCounted(i):
		return r.number(a, k, c)
	}
	r.spoil(a, k, "not-asked", diag.Say("dòng này không hỏi ô này", "this cell is not asked for in this row"), diag.Say("để trống ô", "leave the cell empty"))
	return "", false
}

// shown is what a program for spreadsheets shows of a cell, as far as it tells.
func (a *answer) shown(c cell) string {
	text := strings.TrimSpace(c.text)
	switch {
	case c.kind == boolean:
		text = strings.ToUpper(truth(text))
	case c.kind == numeric && c.format.day:
		text = countedTime(text, a.dayZero)
	case c.kind == numeric:
		if n, how := countedNumber(text, c.percent); how == read {
			text = n.String()
		}
		if c.percent {
			text += "%"
		}
	}
	return clip(text, 40)
}

// truth is a truth value as a word.
func truth(text string) string { return map[string]string{"1": "true", "0": "false"}[text] }

func (r *reader) number(a *answer, k key, c cell) (string, bool) {
	n, how := plan.Number{}, unreadable
	text := strings.TrimSpace(c.text)
	shown := a.shown(c)
	switch share := k == value && inPercent(a.indicator); {
	case c.kind == numeric && c.percent && !share:
		r.spoil(a, k, "percent", diag.Say("ô này viết theo phần trăm mà dòng này không tính bằng phần trăm", "this is written as a percentage, and the row is not one"),
			diag.Say("viết con số không kèm %%", "write the number without %%"))
		return "", false
	case c.kind == numeric && c.format.day:
		r.spoil(a, k, "became-a-day", diag.Say("ô này thành một ngày, có thể vì gõ như 5/9", "this cell has become a day, perhaps because something like 5/9 was typed"),
			diag.Say("đổi định dạng ô về General rồi gõ lại con số", "set the cell's format back to General and type the number again"))
		return "", false
	case c.kind == numeric:
		n, how = countedNumber(text, c.percent)
	case c.kind == textual && share:
		n, how = typedNumber(strings.TrimSuffix(text, "%"))
	case c.kind == textual:
		n, how = typedNumber(text)
	}
	switch {
	case how == ambiguous:
		bare := strings.TrimSpace(strings.TrimSuffix(text, "%"))
		plain := strings.NewReplacer(".", "", ",", "").Replace(bare)
		decimal := strings.Replace(bare, ".", ",", 1) + "0"
		r.spoil(a, k, "ambiguous-number", diag.Say("“%s” đọc được theo hai cách", "“%s” can be read in two ways", shown),
			diag.Say("viết %s nếu là số nguyên, viết %s nếu có phần thập phân", "write %s if it is a whole number, %s if it has decimals", plain, decimal))
	case how == tooFine:
		r.spoil(a, k, "too-many-decimals", diag.Say("“%s” có quá %d chữ số thập phân", "“%s” has more than %d decimals", shown, finest), diag.Say("làm tròn số", "round the number"))
	case how == tooLong:
		r.spoil(a, k, "too-many-digits", diag.Say("“%s” có quá %d chữ số", "“%s” has more than %d digits", shown, plan.WholeDigits), diag.Say("xem lại con số, hoặc viết theo đơn vị lớn hơn", "look at the number again, or write it in a larger unit"))
	case how == unreadable:
		r.spoil(a, k, "not-a-number", diag.Say("“%s” không phải là một con số", "“%s” is not a number", shown),
			diag.Say("viết một con số, không kèm đơn vị và lời ghi", "write a number, without its unit or remarks"))
	case a.indicator.Value == plan.RankValue && !n.Rat().IsInt():
		r.spoil(a, k, "not-a-number", diag.Say("“%s” không phải là số nguyên", "“%s” is not a whole number", shown), diag.Say("viết thứ hạng là số nguyên", "write the rank as a whole number"))
	case a.indicator.Value == plan.RankValue:
		return n.Rat().Num().String(), true // 24,0 is 24
	default:
		r.belowZero(a, k, n)
		return n.String(), true
	}
	return "", false
}

// belowZero asks about a figure below zero where none was yet; of a share or a count, check refuses it.
func (r *reader) belowZero(a *answer, k key, n plan.Number) {
	if k != value || n.Cmp(plan.Whole(0)) >= 0 || a.indicator.Value == plan.Percent {
		return
	}
	for _, f := range r.forms {
		for _, x := range f.Figures {
			if x.Indicator == a.indicator && string(x.Breakdown) == a.id.part && ruleOf(x).soft {
				r.add(a.where(k).warn("below-zero", diag.Say("%s nhỏ hơn 0", "%s is below zero", n), diag.Say("xem lại dấu; nếu đúng là số âm thì giữ nguyên", "look at the sign; leave it if it is right")))
				return
			}
		}
	}
}

// inPercent tells an indicator of which people write the figure with a percent sign.
func inPercent(i *plan.Indicator) bool {
	return i.Value == plan.Percent || strings.HasPrefix(i.Unit.VI, "%")
}

func (r *reader) day(a *answer, k key, c cell) (string, bool) {
	day, ok := typedDay(c.text)
	if c.kind == numeric {
		day, ok = countedDay(c.text, a.dayZero)
	}
	if !ok || c.kind == boolean || !r.near(day) {
		r.spoil(a, k, "not-a-day", diag.Say("“%s” không phải là một ngày có thật", "“%s” is not a day of the calendar", a.shown(c)),
			diag.Say("viết ngày/tháng/năm với năm đủ bốn chữ số, ví dụ %s", "write day/month/year with all four digits of the year, such as %s", slashed(lastDay(r.period(a)))))
		return "", false
	}
	switch from, last := daysOf(k, r.plan, r.period(a)); {
	case day == r.made(a, k):
	case from.After(day):
		r.spoil(a, k, "day-too-early", diag.Say("ngày %s quá sớm, trước %s", "the day %s is too early, before %s", slashed(day), slashed(from)), diag.Say("sửa ngày", "correct the day"))
		return "", false
	case day.After(last):
		r.spoil(a, k, "day-too-late", diag.Say("ngày %s sau ngày chốt số liệu của kỳ, %s", "the day %s is after the cut-off of the period, %s", slashed(day), slashed(last)),
			diag.Say("sửa ngày; nếu đúng thì báo cáo ở kỳ sau", "correct the day; if it is right, report it in the next period"))
		return "", false
	}
	return day.String(), true
}

// made is the day that a form of today has in a cell.
func (r *reader) made(a *answer, k key) plan.Date {
	if k == until {
		return a.id.reference.To
	}
	held := heldState(SnapshotOf(r.plan, plan.PeriodID(a.form.period)), a)
	switch {
	case held == nil:
		return plan.Date{}
	case k == completed:
		return held.Completed
	case held.Document == nil:
		return plan.Date{}
	}
	return held.Document.Date
}

// near tells a day of the plan's time from a year or a number that was typed for one.
func (r *reader) near(d plan.Date) bool {
	return d.Year >= r.plan.Start.Year-decade && d.Year < r.plan.End.Year+decade
}

// period is the period that an answer is for.
func (r *reader) period(a *answer) plan.Period {
	for _, p := range r.plan.Periods {
		if string(p.ID) == a.form.period {
			return p
		}
	}
	return plan.Period{}
}

// longest is how many letters a text of a form may have.
const longest = 2000

// lost are letters that an encoding without them was asked to keep; in a file that has lost some, any question mark at a letter.
var (
	lost     = regexp.MustCompile(`\pL\?+\pL|\pL\?+ \pL+\?`)
	lostHere = regexp.MustCompile(`\pL\?|\?\pL`)
)

func (r *reader) text(a *answer, k key, c cell) (string, bool) {
	text := norm.NFC.String(strings.TrimSpace(strings.ReplaceAll(c.text, "\r\n", "\n")))
	if c.kind == numeric {
		text = a.shown(c)
	}
	switch {
	case c.kind == numeric && c.format.day, c.kind == boolean:
		r.spoil(a, k, "not-a-text", diag.Say("ô này thành một ngày hoặc một giá trị đúng/sai, bảng tính hiện là “%s”", "this cell has become a day or a truth value, shown as “%s”", a.shown(c)),
			diag.Say("đổi định dạng ô thành Text rồi gõ lại", "set the cell's format to Text and type it again"))
	case a.narrow && lost.MatchString(text), a.lossy && lostHere.MatchString(text), strings.Contains(text, "\ufffd"):
		r.spoil(a, k, "letters-lost", diag.Say("chữ có dấu đã mất khi lưu: “%s”", "accented letters were lost when this was saved: “%s”", clip(text, 40)),
			diag.Say("lưu lại dạng .xlsx, hoặc “CSV UTF-8”", "save it as .xlsx, or as “CSV UTF-8”"))
	case len([]rune(text)) > longest:
		r.spoil(a, k, "too-long", diag.Say("văn bản dài hơn %d chữ", "the text has more than %d letters", longest), diag.Say("viết ngắn lại", "shorten it"))
	default:
		return text, true
	}
	return "", false
}

func (r *reader) choice(a *answer, k key, c cell, among []choice) (string, bool) {
	text := c.text
	if c.kind == boolean {
		text = truth(strings.TrimSpace(text))
	}
	if one, ok := chosen(among, text); ok {
		return one.code, true
	}
	var vi, en []string
	for _, one := range among {
		vi, en = append(vi, one.text.VI), append(en, one.text.EN)
	}
	r.spoil(a, k, "not-in-list", diag.Say("“%s” không có trong danh sách", "“%s” is not in the list", a.shown(c)),
		diag.Text{VI: "chọn một trong: " + strings.Join(vi, ", "), EN: "choose one of: " + strings.Join(en, ", ")})
	return "", false
}
