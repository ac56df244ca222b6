package prose

import (
	"fmt"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Data resolves references against one plan, as of a period named in the reference or the newest one.
type Data struct {
	Lang  plan.Lang
	Site  *plan.Site
	World *derive.World
}

// kinds are the references, in the order of the documents.
var kinds = []string{"value", "target", "baseline", "status", "date", "count"}

// Resolve implements Resolver. In a view as of an earlier period what was not there yet is said in words: the text was
// found right as of the newest one.
func (d Data) Resolve(kind, arg string) (string, *Trouble) {
	text, trouble := d.resolve(kind, arg)
	if trouble != nil && d.World != nil && d.World.Past {
		return d.words().NotThen(), nil
	}
	return text, trouble
}

func (d Data) resolve(kind, arg string) (string, *Trouble) {
	if d.World == nil {
		return "", &Trouble{diag.Say("chưa có kế hoạch nào để tham chiếu", "there is no plan to refer to"), diag.Say("bỏ tham chiếu", "take the reference out")}
	}
	switch kind {
	case "date":
		return d.date(arg)
	case "count":
		return d.count(arg)
	case "value", "target", "baseline", "status":
	default:
		return "", unknown(kind, "loại tham chiếu", "kind of reference", kinds...)
	}
	id, period, _ := strings.Cut(arg, "@")
	as := d.World.Newest()
	if period != "" {
		as = d.World.Period(plan.PeriodID(period))
	}
	if as == nil {
		return "", unknown(period, "kỳ", "period", d.periods()...)
	}
	if t := as.Task(plan.TaskID(id)); kind == "status" && as.Indicator(plan.IndicatorID(id)) == nil && t != nil {
		return wording.Verdict(d.Lang, t.Verdict), nil
	}
	r := as.Indicator(plan.IndicatorID(id))
	if r == nil {
		return "", unknown(id, "chỉ tiêu", "indicator", d.indicators()...)
	}
	return d.figure(kind, arg, r)
}

func (d Data) words() wording.Words { return wording.In(d.Lang, d.World.Plan) }

func (d Data) figure(kind, arg string, r *derive.IndicatorResult) (string, *Trouble) {
	w := d.words()
	t := r.Target()
	switch {
	case kind == "status":
		return wording.Status(d.Lang, r.Status), nil
	case kind == "target" && t != nil:
		var all []string
		for _, each := range r.Targets {
			all = append(all, w.Target(r.Indicator, each.Target))
		}
		return strings.Join(all, "; "), nil
	case kind == "baseline" && t != nil && t.Baseline != nil:
		return w.Value(r.Indicator, t.Baseline), nil
	case kind == "value" && r.Judged != nil:
		return w.Value(r.Indicator, r.Judged), nil
	}
	return "", &Trouble{diag.Say("không có số liệu nào cho tham chiếu %s:%s", "there is no figure for the reference %s:%s", kind, arg),
		diag.Say("chọn kỳ có số liệu, hoặc viết thành lời", "choose a period that has one, or say it in words")}
}

func (d Data) date(arg string) (string, *Trouble) {
	p := d.World.Plan
	switch arg {
	case "plan":
		return lang.Date(d.Lang, p.Decision.Date), nil
	case "looked":
		return lang.Date(d.Lang, p.Looked), nil
	}
	for _, q := range p.Periods {
		if string(q.ID) == arg {
			return lang.Date(d.Lang, q.Cutoff), nil
		}
	}
	return "", unknown(arg, "kỳ", "period", append(d.periods(), "plan", "looked")...)
}

func (d Data) count(arg string) (string, *Trouble) {
	p := d.World.Plan
	counts := map[string]int{"areas": len(p.Areas), "agencies": len(d.Site.Agencies)}
	for _, i := range p.Indicators {
		if i.Measured() {
			counts["indicators"]++
		}
		for _, t := range i.Targets {
			if t.Kind != plan.NoTarget {
				counts["targets"]++
			}
		}
	}
	for _, t := range p.Tasks {
		counts[string(t.Level)+"s"]++
	}
	names := []string{"indicators", "targets", "tasks", "subtasks", "areas", "agencies"}
	for _, name := range names {
		if name == arg {
			return lang.Int(d.Lang, counts[name]), nil
		}
	}
	return "", unknown(arg, "phép đếm", "count", names...)
}

func (d Data) periods() []string {
	var all []string
	for _, a := range d.World.Periods {
		all = append(all, string(a.Period.ID))
	}
	return all
}

func (d Data) indicators() []string {
	var all []string
	for _, i := range d.World.Plan.Indicators {
		if i.Measured() {
			all = append(all, string(i.ID))
		}
	}
	return all
}

func unknown(what, vi, en string, known ...string) *Trouble {
	return &Trouble{
		diag.Text{VI: fmt.Sprintf("không có %s %q", vi, what), EN: fmt.Sprintf("there is no %s %q", en, what)},
		diag.Say("có thể dùng: %s", "it may be one of: %s", strings.Join(known, ", ")),
	}
}
