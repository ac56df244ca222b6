package content

import (
	"cmp"
	"slices"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// join puts the printed rows beside the files of the same annex and id, orders the files as printed, and reports a row
// without a file, a file without a row, and an annex that has lost, gained or reworded a row.
// Spoilt is what could not be read of plan.yaml.
func (d *draft) join(spoilt []string) []diag.Diagnostic {
	for _, row := range d.printed.rows {
		d.Printed = append(d.Printed, row.PrintedRow)
	}
	if !d.printed.whole {
		return nil
	}
	var found []diag.Diagnostic
	found = append(found, d.match(plan.IndicatorAnnex, rowsOf(d.Indicators,
		func(i *plan.Indicator) string { return string(i.ID) }, func(i *plan.Indicator) *plan.PrintedRow { return &i.Printed }))...)
	found = append(found, d.match(plan.TaskAnnex, rowsOf(d.Tasks,
		func(t *plan.Task) string { return string(t.ID) }, func(t *plan.Task) *plan.PrintedRow { return &t.Printed }))...)
	asPrinted(d.Indicators, d.Printed, plan.IndicatorAnnex, func(i *plan.Indicator) string { return string(i.ID) })
	asPrinted(d.Tasks, d.Printed, plan.TaskAnnex, func(t *plan.Task) string { return string(t.ID) })
	return append(found, d.counts(spoilt)...)
}

// rowsOf gives the place for the printed row of each file, by id.
func rowsOf[T any](files []*T, id func(*T) string, place func(*T) *plan.PrintedRow) map[string]*plan.PrintedRow {
	rows := make(map[string]*plan.PrintedRow, len(files))
	for _, f := range files {
		rows[id(f)] = place(f)
	}
	return rows
}

// counts reports an annex that has lost or gained a row, or whose wording is another than it was.
func (d *draft) counts(spoilt []string) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, a := range []struct {
		kind plan.AnnexKind
		rows int
	}{{plan.IndicatorAnnex, d.Annexes.Indicators.Rows}, {plan.TaskAnnex, d.Annexes.Tasks.Rows}} {
		rows := 0
		for _, row := range d.printed.rows {
			if row.Annex == a.kind {
				rows++
			}
		}
		if d.sheet && a.rows != rows && !covered(spoilt, "annexes."+string(a.kind)+".rows") {
			found = append(found, d.lost(a.kind, a.rows, rows))
		}
	}
	return append(found, d.digest()...)
}

func (d *draft) match(kind plan.AnnexKind, files map[string]*plan.PrintedRow) []diag.Diagnostic {
	var found []diag.Diagnostic
	var alone []string
	for _, row := range d.printed.rows {
		if row.Annex != kind {
			continue
		}
		if place := files[row.ID]; place != nil {
			*place = row.PrintedRow
			delete(files, row.ID)
		} else {
			alone = append(alone, row.ID)
			found = append(found, d.noFile(row))
		}
	}
	for id := range files {
		found = append(found, d.noRow(kind, id, alone))
	}
	return found
}

func (d *draft) inPrinted(at mark, rule string, message, hint diag.Text) diag.Diagnostic {
	return diag.Diagnostic{File: "plans/" + d.ID + "/printed.csv", Line: at.line, Col: at.col, Severity: diag.Error, Rule: rule, Message: message, Hint: hint}
}

func (d *draft) noFile(row printedRow) diag.Diagnostic {
	return d.inPrinted(row.at, "row-without-file",
		diag.Say("dòng “%s” không có tệp %s/%s.yaml", "row “%s” has no file %s/%s.yaml", row.ID, row.Annex, row.ID),
		diag.Say("thêm tệp này", "add the file"))
}

// noRow reports a file without a row; alone are the rows without a file.
func (d *draft) noRow(kind plan.AnnexKind, id string, alone []string) diag.Diagnostic {
	hint := diag.Say("trả lại dòng đã in vào printed.csv, hoặc xóa tệp", "put the printed row back into printed.csv, or delete the file")
	if near := diag.Nearest(id, alone); near != "" {
		hint = diag.Say("có phải tên tệp là “%s.yaml”?", "is the file's name “%s.yaml”?", near)
	}
	return diag.Diagnostic{File: "plans/" + d.ID + "/" + string(kind) + "/" + id + ".yaml", Severity: diag.Error, Rule: "file-without-row",
		Message: diag.Say("printed.csv không có dòng %s “%s”", "printed.csv has no row %s “%s”", kind, id), Hint: hint}
}

func (d *draft) lost(kind plan.AnnexKind, want, have int) diag.Diagnostic {
	return d.inPrinted(mark{}, "row-count",
		diag.Say("phụ lục %s có %d dòng, plan.yaml ghi là %d", "the annex %s has %d rows; plan.yaml counts %d", kind, have, want),
		diag.Say("trả lại dòng bị mất; nếu bản in có %d dòng, sửa annexes.%s.rows trong plan.yaml", "put the lost row back; if the print has %d rows, correct annexes.%s.rows in plan.yaml", have, kind))
}

func (d *draft) digest() []diag.Diagnostic {
	if d.PrintedSHA256 == "" || d.PrintedSHA256 == d.printed.sha256 {
		return nil
	}
	return []diag.Diagnostic{d.inPrinted(mark{}, "printed-changed",
		diag.Say("một dòng đã in bị sửa chữ hoặc bị mất: tệp không còn đúng với printed_sha256 trong plan.yaml", "a printed row was reworded or lost: the file no longer agrees with printed_sha256 in plan.yaml"),
		diag.Say("trả lại đúng chữ đã in; nếu trước đây chép sai và nay đã đúng, ghi printed_sha256: %s", "put the printed wording back; if it was copied wrongly before and is right now, write printed_sha256: %s", d.printed.sha256))}
}

// asPrinted orders files as their rows are printed; those without a row come last, by id.
func asPrinted[T any](files []*T, printed []plan.PrintedRow, annex plan.AnnexKind, id func(*T) string) {
	place := map[string]int{}
	for n, row := range printed {
		if row.Annex == annex {
			place[row.ID] = n - len(printed)
		}
	}
	slices.SortFunc(files, func(a, b *T) int {
		return cmp.Or(cmp.Compare(place[id(a)], place[id(b)]), cmp.Compare(id(a), id(b)))
	})
}
