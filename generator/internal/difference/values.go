package difference

import (
	"strings"

	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// row names a row of an annex in a sentence.
func (w speaker) row(r RowName) string {
	switch {
	case r.Indicator != "":
		return w.pick("Chỉ tiêu ", "Indicator ") + r.Indicator + " " + w.in(r.Name)
	case r.Task != "":
		return w.pick("Nhiệm vụ ", "Task ") + r.Task + " " + w.in(r.Name)
	}
	return w.pick("Cả kế hoạch", "The whole plan")
}

func (w speaker) because(reason Text) string { return w.pick("lý do: ", "reason: ") + w.in(reason) }

// value is a value as readers of the language write it.
func (w speaker) value(v Value) string {
	if v.Kind == "suppressed" {
		return wording.Words{Lang: w.lang}.Suppressed()
	}
	if v.Text == "" {
		return w.pick("không có", "none")
	}
	if !v.Name.empty() {
		return w.in(v.Name)
	}
	switch v.Kind {
	case "yes", "yes_no":
		return map[bool]string{true: w.pick("có", "yes"), false: w.pick("chưa", "not yet")}[v.Text == "true"]
	case "state":
		return wording.State(w.lang, plan.TaskState(v.Text))
	case "completed":
		return w.day(v.Text)
	case "rank":
		return w.pick("hạng ", "place ") + v.Text
	}
	return w.amount(v)
}

func (w speaker) amount(v Value) string {
	n, err := plan.ParseNumber(v.Text)
	switch {
	case err != nil:
		return v.Text
	case v.Kind == "percent":
		return lang.Percent(w.lang, n)
	}
	return strings.TrimSpace(lang.Number(w.lang, n) + " " + w.in(v.Unit))
}

func (w speaker) reference(text string) string {
	r, err := plan.ParseReference(text)
	if err != nil {
		return text
	}
	return lang.Reference(w.lang, r)
}

func (w speaker) day(text string) string {
	d, err := plan.ParseDate(text)
	if err != nil {
		return text
	}
	return lang.Date(w.lang, d)
}
