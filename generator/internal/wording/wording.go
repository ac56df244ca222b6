// Package wording says in each language what the engine decided: the one word for each status and verdict, values
// and targets as phrases, the sentence that answers a page's question, and the steps that explain it. One template
// for each kind and status; no other wording of a status stands anywhere in the code.
package wording

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Words speaks one language about one plan.
type Words struct {
	Lang plan.Lang
	Plan *plan.Plan
}

// In makes the Words of a language for a plan.
func In(l plan.Lang, p *plan.Plan) Words { return Words{l, p} }

// pick chooses the text of the language.
func (w Words) pick(vi, en string) string {
	if w.Lang == plan.EN {
		return en
	}
	return vi
}

type terms map[string]plan.Text

func (t terms) in(l plan.Lang, id string) string {
	if text, ok := t[id]; ok {
		return text.In(l)
	}
	return id
}

var statusTerms = terms{
	"no_target":            {VI: "Không giao chỉ tiêu", EN: "No target set"},
	"awaiting_publication": {VI: "Chờ công bố", EN: "Awaiting publication"},
	"not_assessable":       {VI: "Không đánh giá được", EN: "Not assessable"},
	"no_public_figure":     {VI: "Chưa tìm thấy số liệu công bố", EN: "No public figure found"},
	"not_reported":         {VI: "Chưa báo cáo", EN: "Not reported"},
	"not_yet_due":          {VI: "Chưa đến hạn", EN: "Not yet due"},
	"met":                  {VI: "Đạt", EN: "Met"},
	"missed":               {VI: "Không đạt", EN: "Missed"},
	"on_track":             {VI: "Đúng tiến độ", EN: "On track"},
	"behind":               {VI: "Chậm tiến độ", EN: "Behind"},
	"not_yet_met":          {VI: "Chưa đạt, còn thời hạn", EN: "Not yet met"},
}

// Status is the term for a status; the same everywhere and in the glossary.
func Status(l plan.Lang, s derive.Status) string { return statusTerms.in(l, string(s)) }

var verdictTerms = terms{
	"cancelled":            {VI: "Đã hủy", EN: "Cancelled"},
	"replaced":             {VI: "Đã thay thế", EN: "Replaced"},
	"done_on_time":         {VI: "Hoàn thành đúng hạn", EN: "Done on time"},
	"done_late":            {VI: "Hoàn thành muộn", EN: "Done late"},
	"done_date_not_stated": {VI: "Hoàn thành, không rõ ngày", EN: "Done, date not stated"},
	"no_public_document":   {VI: "Chưa tìm thấy văn bản công khai", EN: "No public document found"},
	"no_deadline":          {VI: "Không có thời hạn", EN: "No deadline"},
	"overdue":              {VI: "Quá hạn", EN: "Overdue"},
	"due_this_period":      {VI: "Đến hạn trong kỳ", EN: "Due this period"},
	"not_reported":         {VI: "Chưa báo cáo", EN: "Not reported"},
	"in_progress":          {VI: "Đang thực hiện", EN: "In progress"},
	"not_started":          {VI: "Chưa bắt đầu", EN: "Not started"},
}

// Verdict is the term for a verdict.
func Verdict(l plan.Lang, v derive.Verdict) string { return verdictTerms.in(l, string(v)) }

var stateTerms = terms{
	"not_started": {VI: "chưa bắt đầu", EN: "not started"},
	"in_progress": {VI: "đang thực hiện", EN: "in progress"},
	"done":        {VI: "hoàn thành", EN: "done"},
	"cancelled":   {VI: "đã hủy", EN: "cancelled"},
	"replaced":    {VI: "đã thay thế", EN: "replaced"},
}

// State is the term for a reported state.
func State(l plan.Lang, s plan.TaskState) string { return stateTerms.in(l, string(s)) }

var confidenceTerms = terms{
	"primary":              {VI: "nguồn gốc", EN: "primary source"},
	"official_republished": {VI: "văn bản nhà nước đăng lại", EN: "official document, republished"},
	"newspaper":            {VI: "báo chí", EN: "newspaper"},
	"third_party":          {VI: "bên thứ ba chép lại", EN: "third-party copy"},
	"computed":             {VI: "tính từ số liệu của nguồn", EN: "computed from the source"},
}

// Confidence is the term for how near a source is to the body that made the figure.
func Confidence(l plan.Lang, c plan.Confidence) string { return confidenceTerms.in(l, string(c)) }

var matchTerms = terms{
	"sure":     {VI: "chắc chắn", EN: "sure"},
	"likely":   {VI: "nhiều khả năng", EN: "likely"},
	"possible": {VI: "có thể", EN: "possible"},
	"none":     {VI: "không liên quan", EN: "none"},
}

// Match is the term for how surely a document is a task's.
func Match(l plan.Lang, m plan.Match) string { return matchTerms.in(l, string(m)) }

var measureTerms = terms{
	"level":        {VI: "số tại thời điểm", EN: "level"},
	"cumulative":   {VI: "cộng dồn", EN: "cumulative"},
	"period_alone": {VI: "riêng kỳ", EN: "period alone"},
	"increment":    {VI: "phần tăng thêm", EN: "increment"},
	"forecast":     {VI: "dự báo", EN: "forecast"},
}

// Measure is the term for what a value counts over time.
func Measure(l plan.Lang, m plan.Measure) string { return measureTerms.in(l, string(m)) }

var statusOfData = terms{
	"sample":      {VI: "số liệu mẫu", EN: "sample"},
	"provisional": {VI: "tạm tính", EN: "provisional"},
	"final":       {VI: "nguồn không ghi là tạm tính", EN: "not marked provisional by its source"},
}

// DataStatus is the term for how firm a figure is. Of final it claims no more than is known: pages say nothing of it, the
// list of codes says what it means.
func DataStatus(l plan.Lang, s plan.DataStatus) string { return statusOfData.in(l, string(s)) }

// NotThen stands for a figure that a view as of an earlier period does not have yet.
func (w Words) NotThen() string { return w.pick("(khi đó chưa có)", "(not there yet)") }

// Value is an observation's value as a phrase: 42,79% · hạng 19/61 · nhóm Tốt · 3 đơn vị.
func (w Words) Value(i *plan.Indicator, o *derive.Observation) string {
	if i.Value == plan.RankValue && o.Rank != nil {
		return lang.Rank(w.Lang, *o.Rank)
	}
	if t, n := i.Tier(o.Tier); i.Value == plan.TierValue && n > 0 {
		return w.pick("nhóm ", "tier ") + t.Name.In(w.Lang)
	}
	return w.ValueShort(i, o)
}

// ValueShort is a value for tables and charts: 42,79% · 19/61 · Tốt · 3 đơn vị; a dash when there is none.
func (w Words) ValueShort(i *plan.Indicator, o *derive.Observation) string {
	switch {
	case o.Suppressed != "":
		return w.Suppressed()
	case i.Value == plan.RankValue && o.Rank != nil:
		return lang.RankShort(w.Lang, *o.Rank)
	case i.Value == plan.TierValue:
		if t, n := i.Tier(o.Tier); n > 0 {
			return t.Name.In(w.Lang)
		}
		return "—"
	case o.Yes != nil && *o.Yes:
		return w.pick("Có", "Yes")
	case o.Yes != nil:
		return w.pick("Chưa", "Not yet")
	case o.Value.Known():
		return w.amount(i, o.Value)
	}
	return "—"
}

// Suppressed stands for a figure that is kept back.
func (w Words) Suppressed() string { return w.pick("được giữ kín", "suppressed") }

// TooFew is why a figure is kept back.
func (w Words) TooFew() string { return w.pick("số người quá ít", "too few persons") }

// SuppressedWhy stands for such a figure in a list, with the reason.
func (w Words) SuppressedWhy() string { return Upper(w.Suppressed()) + " (" + w.TooFew() + ")" }

// amount is a number in the indicator's unit.
func (w Words) amount(i *plan.Indicator, n plan.Number) string {
	if i.Value == plan.Percent {
		return lang.Percent(w.Lang, n)
	}
	if unit := i.Unit.In(w.Lang); unit != "" {
		return lang.Number(w.Lang, n) + " " + unit
	}
	return lang.Number(w.Lang, n)
}

// Change is the difference to the figure before: tăng 19 bậc · −3,2 điểm phần trăm. Empty without one.
func (w Words) Change(i *plan.Indicator, n plan.Number) string {
	switch {
	case !n.Known():
		return ""
	case n.Sign() == 0:
		return w.pick("không đổi", "unchanged")
	case i.Value == plan.RankValue:
		places, _ := n.Rat().Float64()
		k := int(places)
		if k < 0 {
			return w.pick("tăng ", "up ") + lang.Int(w.Lang, -k) + w.pick(" bậc", lang.Plural(-k, " place", " places"))
		}
		return w.pick("giảm ", "down ") + lang.Int(w.Lang, k) + w.pick(" bậc", lang.Plural(k, " place", " places"))
	case i.Value == plan.Percent:
		return lang.Signed(w.Lang, n) + w.pick(" điểm phần trăm", " percentage points")
	}
	return lang.Signed(w.Lang, n) + " " + i.Unit.In(w.Lang)
}

// AsOf is the time of an observation as the end of a sentence: tính đến 26/6/2030 · riêng tháng 10/2030 · năm 2030.
func (w Words) AsOf(o *derive.Observation) string {
	ref := lang.Reference(w.Lang, o.Reference)
	switch s := o.Reference.String(); {
	case o.Measure == plan.PeriodAlone:
		return w.pick("riêng "+ref, ref+" alone")
	case len(s) == 4:
		return w.pick("năm "+ref, "in "+ref)
	case !o.Reference.From.Known():
		return ref
	case o.Reference.From == o.Reference.To:
		return w.pick("tính đến "+ref, "as of "+ref)
	}
	return ref
}
