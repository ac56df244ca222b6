package intake

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// TestForms holds that each agency is asked for the rows that it is judged by, in every released period, and that forms
// as they were made change nothing.
func TestForms(t *testing.T) {
	d := open(t, "2032-q2")
	d.set(string(d.files[d.name].Data) + "released: 2032-07-15\n")
	seen := 0
	for n, w := range derive.JudgeAll(d.site.Plans) {
		p := d.site.Plans[n]
		for _, r := range w.Compliance(d.site.Agencies) {
			d.plan, d.period, d.name = p, r.Period, "plans/"+p.ID+"/snapshots/"+string(r.Period.ID)+".yaml"
			forms := Forms(d.site, p, r.Period)
			at := slices.IndexFunc(forms, func(f Form) bool { return f.Agency.ID == r.Agency })
			if at < 0 {
				t.Errorf("%s has no form for %s", r.Agency, r.Period.ID)
				continue
			}
			rows := map[string]bool{}
			for _, f := range forms[at].Figures {
				rows["i"+string(f.Indicator.ID)] = true
			}
			for _, s := range forms[at].States {
				rows["t"+string(s.Task.ID)] = true
			}
			if len(rows) < r.RowsDue {
				t.Errorf("%s is asked for %d rows in %s and judged by %d", r.Agency, len(rows), r.Period.ID, r.RowsDue)
			}
			words, problems, _ := d.take(d.form(string(r.Agency)))
			if len(words) > 0 || len(failures(problems)) > 0 {
				t.Errorf("%s in %s: %v, %v", r.Agency, r.Period.ID, words, failures(problems))
			}
			seen++
		}
	}
	if seen < 40 {
		t.Errorf("only %d forms were tried", seen)
	}
}

// TestFormIsLocked holds what a form shows and lets be changed.
func TestFormIsLocked(t *testing.T) {
	d := open(t, "2031-q4")
	f := d.form("so-ngan-sach")
	if again := d.form("so-ngan-sach"); !bytes.Equal(f.Bytes, again.Bytes) {
		t.Error("the same form has other bytes")
	}
	d.change(f, func(x *excelize.File) {
		if have := x.GetSheetList(); !slices.Equal(have, []string{"Hướng dẫn", "Chỉ tiêu", "Nhiệm vụ", "minhbach"}) {
			t.Errorf("sheets: %v", have)
		}
		if visible, _ := x.GetSheetVisible(hiddenSheet); visible {
			t.Error("the sheet with the identity is not hidden")
		}
		for _, l := range layouts {
			if visible, _ := x.GetColVisible(l.sheet, "A"); visible {
				t.Error("the column of ids is not hidden")
			}
			protection, err := x.GetSheetProtection(l.sheet)
			if err != nil || protection.Password != "" {
				t.Errorf("%s: %v, %v", l.sheet, protection, err)
			}
			for m, c := range l.all() {
				cell, _ := excelize.CoordinatesToCellName(m+1, 2)
				id, _ := x.GetCellStyle(l.sheet, cell)
				style, err := x.GetStyle(id)
				if open := style.Protection != nil && !style.Protection.Locked; err != nil || open && !c.white {
					t.Errorf("%s!%s (%s): open %v, %v", l.sheet, cell, c.key, open, err)
				}
			}
			validations, err := x.GetDataValidations(l.sheet)
			if err != nil || len(validations) < 3 {
				t.Errorf("%s: %d validations, %v", l.sheet, len(validations), err)
			}
			layout, _ := x.GetPageLayout(l.sheet)
			if *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
				t.Errorf("%s: page %+v", l.sheet, layout)
			}
		}
		names := x.GetDefinedName()
		if len(names) != 2 || !strings.HasSuffix(names[0].RefersTo, "!$1:$1") {
			t.Errorf("the header is not repeated: %v", names)
		}
	})
}

// TestReferences holds which time a figure speaks of unless told otherwise.
func TestReferences(t *testing.T) {
	d := open(t, "2031-q4")
	at := desk{plan: d.plan, period: d.plan.Periods[3]}
	for measure, want := range map[plan.Measure]string{
		plan.LevelMeasure: "2031-09-20", plan.Cumulative: "2031-01-01..2031-09-20", plan.PeriodAlone: "2031-06-21..2031-09-20", "": "2031-09-20",
	} {
		if have := at.reference(&plan.Indicator{Measure: measure}); have.String() != want {
			t.Errorf("%s: %s, not %s", measure, have, want)
		}
	}
	at.period.Cumulative, at.period.Start = false, plan.MustDate("2031-07-01")
	if have := at.reference(&plan.Indicator{Measure: plan.PeriodAlone}); have.String() != "2031-07-01..2031-09-20" {
		t.Errorf("a period that stands alone: %s", have)
	}
}
