package prose

import (
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

// Resolve implements Resolver. In a view as of an earlier period a figure that was not known then is said so.
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
	if _, trouble := (Names{d.World.Plan}).Resolve(kind, arg); trouble != nil {
		return "", trouble
	}
	switch kind {
	case "date":
		return d.date(arg), nil
	case "count":
		return d.count(arg), nil
	}
	id, period, _ := strings.Cut(arg, "@")
	as := d.World.Newest()
	if period != "" {
		as = d.World.Period(plan.PeriodID(period))
	}
	switch {
	case as == nil && period == "":
		return "", &Trouble{diag.Say("kế hoạch này chưa có số liệu nào được công bố", "nothing of this plan is released yet"),
			diag.Say("thêm released: vào một tệp trong snapshots/, hoặc viết thành lời", "add released: to a file of snapshots/, or say it in words")}
	case as == nil:
		return "", &Trouble{diag.Say("kỳ “%s” chưa có số liệu nào được công bố", "nothing of period “%s” is released yet", period),
			diag.Say("thêm released: vào tệp số liệu của kỳ, hoặc chọn kỳ khác", "add released: to the period's snapshot, or choose another period")}
	}
	r := as.Indicator(plan.IndicatorID(id))
	if t := as.Task(plan.TaskID(id)); kind == "status" && r == nil && t != nil {
		return wording.Verdict(d.Lang, t.Verdict), nil
	}
	if r == nil {
		return "", unknown(id, "chỉ tiêu", "indicator", measured(d.World.Plan)...)
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
			all = append(all, w.Target(r.Indicator, *each.Target))
		}
		return strings.Join(all, "; "), nil
	case kind == "baseline" && t != nil && t.Baseline != nil:
		return w.Value(r.Indicator, t.Baseline), nil
	case kind == "value" && r.Judged != nil:
		return w.Value(r.Indicator, r.Judged), nil
	}
	if t != nil && (kind == "value" && t.Withheld != nil || kind == "baseline" && t.Reason == derive.ReasonBaselineWithheld) {
		return "", &Trouble{diag.Say("số liệu của tham chiếu %s:%s được giữ kín vì số người quá ít", "the figure of the reference %s:%s is suppressed: too few persons", kind, arg),
			diag.Say("viết thành lời, không nêu con số", "say it in words, without a number")}
	}
	return "", &Trouble{diag.Say("không có số liệu nào cho tham chiếu %s:%s", "there is no figure for the reference %s:%s", kind, arg),
		diag.Say("chọn kỳ có số liệu, hoặc viết thành lời", "choose a period that has one, or say it in words")}
}

func (d Data) date(arg string) string {
	p := d.World.Plan
	switch arg {
	case "plan":
		return lang.Date(d.Lang, p.Decision.Date)
	case "looked":
		return lang.Date(d.Lang, p.Looked)
	}
	for _, q := range p.Periods {
		if string(q.ID) == arg {
			return lang.Date(d.Lang, q.Cutoff)
		}
	}
	return ""
}

func (d Data) count(arg string) string {
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
	return lang.Int(d.Lang, counts[arg])
}
