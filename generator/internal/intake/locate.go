package intake

import (
	"slices"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Relocate gives problems of the changed snapshot, text, the cell of the forms that brought them, and the words of forms; a
// problem of nothing that changed stays where it is.
func Relocate(held *plan.Snapshot, text []byte, changes []Change) func(diag.Diagnostic) diag.Diagnostic {
	changed, at := placed(held, changes), content.EntryAt(text)
	return func(d diag.Diagnostic) diag.Diagnostic {
		list, index, key := at(d.Line, d.Col)
		if c, there := changed[entry{list, index}]; there {
			return c.problem(d, key)
		}
		return d
	}
}

// entry is an entry of a list of the changed snapshot.
type entry struct {
	list  string
	index int
}

// placed are the changes by the entries that they make or change: those that are left move up, new ones stand behind.
func placed(held *plan.Snapshot, changes []Change) map[entry]Change {
	gone, next := map[string][]int{}, map[string]int{}
	for _, c := range changes {
		if c.Drop {
			gone[c.List] = append(gone[c.List], c.Index)
		}
	}
	for list, n := range map[string]int{"observations": len(held.Observations), "task_reports": len(held.TaskReports), "not_reported": len(held.NotReported), "reports": len(held.Reports)} {
		slices.Sort(gone[list])
		next[list] = n - len(gone[list])
	}
	all := map[entry]Change{}
	for _, c := range changes {
		switch before, _ := slices.BinarySearch(gone[c.List], c.Index); {
		case c.Drop:
		case c.Index == content.NewEntry:
			all[entry{c.List, next[c.List]}] = c
			next[c.List]++
		default:
			all[entry{c.List, c.Index - before}] = c
		}
	}
	return all
}

// problem is a problem of a key of the changed entry, as one of the cell that the key comes from.
func (c Change) problem(d diag.Diagnostic, key string) diag.Diagnostic {
	if c.from == nil {
		return c.where.problem(d.Severity, d.Rule, d.Message, d.Hint)
	}
	column, there := sources[c.List][key]
	if !there {
		column = c.from.main()
	}
	for _, t := range retold {
		if t.rule == d.Rule && (t.key == key || t.key == "") {
			if column = t.column; column == "" {
				column = sources[c.List][key]
			}
			if t.message != (diag.Text{}) {
				d.Message = t.message
			}
			d.Hint = t.hint
			break
		}
	}
	if column == "" {
		column = c.from.main()
	}
	return c.from.where(column).problem(d.Severity, d.Rule, d.Message, d.Hint)
}

// sources are the columns that the keys of entries come from, where that is not the one that decides the row.
var sources = map[string]map[string]key{
	"observations": {"reference": until, "numerator": numerator, "denominator": denominator, "rank.of": denominator, "note": note, "note.vi": note, "note.en": note},
	"task_reports": {"completed": completed, "document": number, "document.number": number, "document.date": dated,
		"note": note, "note.vi": note, "note.en": note, "reason": note, "reason.vi": note, "reason.en": note},
}

// retold are the problems that speak of the file to whoever has a form before them, by rule and key (empty: any), with the column
// (empty: the key's) and the words for a form. The first that fits holds.
var retold = []struct {
	rule, key     string
	column        key
	message, hint diag.Text
}{
	{"wrong-snapshot", "", until, diag.Text{}, diag.Say("sửa ngày ở ô này; nếu đúng thì số liệu thuộc kỳ sau", "correct the day in this cell; if it is right, the figure belongs to a later period")},
	{"late-figure", "", until, diag.Text{}, diag.Say("sửa ngày ở ô này; nếu đúng thì ghi số liệu vào tệp số liệu của kỳ đó", "correct the day in this cell; if it is right, write the figure into the snapshot of that period")},
	{"judged-twice", "", until, diag.Text{}, diag.Say("sửa ngày ở ô này; nếu số liệu kia sai, bỏ nó trong tệp số liệu", "correct the day in this cell; if the other figure is wrong, take it out of the snapshot")},
	{"duplicate-observation", "", until, diag.Text{}, diag.Say("sửa ngày ở ô này; nếu số liệu kia sai, bỏ nó trong tệp số liệu", "correct the day in this cell; if the other figure is wrong, take it out of the snapshot")},
	{"no-cases", "", "", diag.Text{}, diag.Say("để trống cả ba ô số và ghi lý do ở cột cuối", "leave the three cells of numbers empty and give the reason in the last column")},
	{"not-reported", "", gap, diag.Say("dòng này ghi lý do chưa có số liệu mà chỉ tiêu đã có số liệu, ở dòng của một phần hoặc trong tệp số liệu", "this row says why there is no figure, and the indicator has one, in the row of a part or in the snapshot"),
		diag.Say("để trống ô này, hoặc bỏ số liệu kia nếu nó sai", "leave this cell empty, or take the other figure out if it is wrong")},
	{"small-count", "", "", diag.Text{}, diag.Say("để trống các ô số của dòng này; ghi suppressed: small_count cho nó vào tệp số liệu", "leave the cells of numbers in this row empty; write suppressed: small_count for it into the snapshot")},
	{"suppressed", "", "", diag.Text{}, diag.Say("để trống ô này: tệp số liệu giữ kín số liệu của dòng", "leave this cell empty: the snapshot keeps the figure of this row back")},
	{"completed-after-cutoff", "", completed, diag.Text{}, diag.Say("sửa ngày hoàn thành; nếu đúng thì báo cáo ở kỳ sau", "correct the day of completion; if it is right, report it in the next period")},
	{"task-state", "completed", completed, diag.Say("nhiệm vụ chưa hoàn thành mà có ngày hoàn thành", "the task is not done and has a day of completion"),
		diag.Say("để trống ô này, hoặc chọn trạng thái Hoàn thành", "leave this cell empty, or choose the state Done")},
	{"task-state", "state", state, diag.Say("cả nhiệm vụ được báo là hoàn thành mà có phần chưa hoàn thành, hoặc hoàn thành sau", "the task as a whole is reported as done, and a part of it is not, or was later"),
		diag.Say("chỉ chọn Hoàn thành cho cả nhiệm vụ khi mọi phần đã xong, với ngày của phần xong sau cùng", "choose Done for the whole task once all its parts are, on the day of the last")},
	{"task-state", "", number, diag.Say("nhiệm vụ đã hủy hoặc đã thay thế mà không nêu văn bản quyết định", "a task that is cancelled or replaced needs the document that decided it"),
		diag.Say("điền số, ký hiệu và ngày của văn bản", "fill in the number and the day of the document")},
	{"fallen-back", "", note, diag.Say("trạng thái này lùi so với lần báo cáo trước mà không nêu lý do", "this state falls back behind the one reported before, without a reason"),
		diag.Say("ghi lý do ở ô này; nếu lần báo trước sai, ghi đính chính vào tệp số liệu", "give the reason in this cell; if the earlier report was wrong, write a correction into the snapshot")},
	{"missing-language", "", "", diag.Say("chưa có tiếng Anh của văn bản này", "this text has no English"), diag.Say("thêm bản dịch vào tệp số liệu sau khi nhập", "add the translation to the snapshot afterwards")},
}

// Edits are the changes as they are made in the text of the snapshot.
func Edits(changes []Change) []content.Change {
	var all []content.Change
	for _, c := range changes {
		all = append(all, c.Change)
	}
	return all
}
