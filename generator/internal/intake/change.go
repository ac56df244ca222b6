package intake

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Change is a change of the snapshot, and what it is in words.
type Change struct {
	content.Change
	Words diag.Text
	from  *answer // of which it comes; nil where it is of no row
	where place   // where it is of no row
}

// Options are what is to be known beside the forms.
type Options struct {
	Received plan.Date     // the day on which the reports came in
	Source   plan.SourceID // of new figures; empty: the only one that the snapshot has
}

// Changes compares the answers with the snapshot of the period: what would be different, and every reason why nothing may be.
func (b *Batch) Changes(s *plan.Site, p *plan.Plan, period plan.Period, o Options) ([]Change, []diag.Diagnostic) {
	held := SnapshotOf(p, period.ID)
	r := &reader{plan: p, forms: Forms(s, p, period)}
	c := &comparison{reader: r, site: s, period: period, held: held, options: o, agencies: map[plan.AgencyID]place{}, answering: answering(r.forms), unsourced: map[string]bool{},
		reached: plan.ReachedBefore(p.Tasks, earlier(p, period), held)}
	var all []*answer
	for _, s := range b.sheets {
		for _, a := range r.answers(s) {
			r.require(a, held)
			all = append(all, a)
		}
	}
	for _, a := range c.agreed(all) {
		c.compare(a)
	}
	c.reports()
	return c.changes, append(r.found, b.others(r.forms)...)
}

// comparison sets answers against a snapshot.
type comparison struct {
	*reader
	site     *plan.Site
	period   plan.Period
	held     *plan.Snapshot
	options  Options
	changes  []Change
	agencies map[plan.AgencyID]place // whose report brought something
	order    []plan.AgencyID

	answering map[string][]plan.AgencyID // who is asked for each row
	reached   plan.Reached               // of tasks, before the period
	unsourced map[string]bool            // files of which it is said that their figures have no source
}

// answering are the agencies that are asked for each row, by its id.
func answering(forms []Form) map[string][]plan.AgencyID {
	all := map[string][]plan.AgencyID{}
	for _, f := range forms {
		for _, x := range f.Figures {
			all[x.id()] = append(all[x.id()], f.Agency.ID)
		}
		for _, x := range f.States {
			all[x.id()] = append(all[x.id()], f.Agency.ID)
		}
	}
	return all
}

// agreed are the answers that may be used, one for each row. Where two forms say different things of one, it is a problem.
func (c *comparison) agreed(all []*answer) []*answer {
	var kept []*answer
	at := map[string]int{}
	for _, a := range all {
		n, there := at[a.idRaw]
		switch {
		case !there:
			at[a.idRaw] = len(kept)
			kept = append(kept, a)
		case !kept[n].says():
			kept[n] = a
		case a.says():
			c.contradictions(kept[n], a)
			kept[n].also = append(kept[n].also, a)
		}
	}
	return slices.DeleteFunc(kept, func(a *answer) bool { return a.spoilt })
}

// says tells whether an answer says anything.
func (a *answer) says() bool { return a.spoilt || a.given[value]+a.given[gap]+a.given[state] != "" }

// contradictions tells where two answers to one row differ.
func (c *comparison) contradictions(before, a *answer) {
	for _, k := range differing(before, a) {
		other, row, says, said := before.where(k), a.row(), a.said(k), before.said(k)
		c.spoil(a, k, "contradiction", diag.Text{
			VI: fmt.Sprintf("%s: ô này %s, còn ở %s, %s %s", row.VI, says.VI, other.file, other.spot(), said.VI),
			EN: fmt.Sprintf("%s: this cell %s, and %s, %s %s", row.EN, says.EN, other.file, other.spot(), said.EN)}, c.settle(before, a))
		before.spoilt = true
	}
}

// said is what a cell says, as it is shown; that it is empty where it is.
func (a *answer) said(k key) diag.Text {
	if have, filled := a.field(a.record, k); filled {
		return diag.Say("là “%s”", "says “%s”", a.shown(have))
	}
	return diag.Say("để trống vì chưa có số liệu", "is empty, as there is no figure")
}

// settle is what to do where two answers differ.
func (c *comparison) settle(a, b *answer) diag.Text {
	if a.form.agency == b.form.agency {
		return diag.Say("hai tệp này cùng của một cơ quan; hỏi cơ quan đó tệp nào đúng rồi bỏ tệp kia ra", "both files are of one agency; ask it which is right and take the other out")
	}
	one, other := c.site.Agency(plan.AgencyID(a.form.agency)).Name, c.site.Agency(plan.AgencyID(b.form.agency)).Name
	return diag.Text{VI: "thống nhất với " + one.VI + " và " + other.VI + " rồi sửa một trong hai tệp", EN: "settle it with " + one.In(plan.EN) + " and " + other.In(plan.EN) + " and correct one of the files"}
}

// spot is a place inside its file.
func (p place) spot() string {
	if p.cell != "" {
		return p.cell
	}
	return fmt.Sprintf("%d:%d", p.line, p.col)
}

// differing are the columns in which two answers to one row say different things; an empty cell says nothing, unless the
// other form says that there is no figure.
func differing(a, b *answer) []key {
	var all []key
	for _, c := range a.layout.columns {
		x, y := a.given[c.key], b.given[c.key]
		if x != "" && y != "" && !same(x, y) {
			all = append(all, c.key)
		}
	}
	if (a.given[value] != "") != (b.given[value] != "") && a.given[gap]+b.given[gap] != "" {
		all = append(all, value)
	}
	return all
}

// same tells whether two cells say the same; 35.0 is 35.
func same(a, b string) bool {
	x, err := plan.ParseNumber(a)
	y, err2 := plan.ParseNumber(b)
	return a == b || err == nil && err2 == nil && x.Cmp(y) == 0
}

// compare adds what an answer changes.
func (c *comparison) compare(a *answer) {
	before := len(c.changes)
	switch {
	case a.task != nil && a.given[state] != "":
		c.state(a)
	case a.task != nil:
	case a.given[value] != "":
		c.figure(a)
	case a.given[gap] != "":
		c.gap(a)
	}
	changed := len(c.changes) > before
	if changed && c.held.Released.Known() {
		c.released(a)
	}
	for _, x := range append([]*answer{a}, a.also...) {
		if changed || x.typed() && !c.held.Released.Known() {
			c.came(x)
		}
	}
}

// released refuses a change of a period that was released. The day alone, without a line of the ledger, may be that of a
// release that did not come about.
func (c *comparison) released(a *answer) {
	row, vi, en := a.row(), lang.Date(plan.VI, c.held.Released), lang.Date(plan.EN, c.held.Released)
	if slices.ContainsFunc(c.site.Recorded, func(r plan.Recorded) bool { return r.Plan == c.plan.ID && r.Period == c.period.ID }) {
		c.spoil(a, a.main(), "released", diag.Say("kỳ “%[1]s” đã công bố ngày %[2]s; %[4]s sẽ khác đi", "period “%[1]s” was released on %[3]s; %[5]s would change", c.period.ID, vi, en, row.VI, row.EN),
			diag.Say("sửa số đã công bố bằng corrections trong tệp số liệu của kỳ sau; xem có nhầm biểu mẫu của kỳ trước không", "what was released is mended by corrections in a later snapshot; it may be the form of an earlier quarter"))
		return
	}
	c.spoil(a, a.main(), "released", diag.Say("tệp số liệu của kỳ “%[1]s” đã ghi ngày công bố, %[2]s; %[4]s sẽ khác đi", "the snapshot of period “%[1]s” has a day of release, %[3]s; %[5]s would change", c.period.ID, vi, en, row.VI, row.EN),
		diag.Say("sổ công bố không có kỳ này: nếu chưa công bố, bỏ dòng released: rồi nhập lại; nếu đã công bố, sửa bằng corrections trong tệp số liệu của kỳ sau", "the ledger does not have this period: if it was not released, take the line released: out and import again; if it was, mend it by corrections in a later snapshot"))
}

// typed tells that an agency has filled in a row of which the form held nothing. A form that cannot tell has no such row.
func (a *answer) typed() bool {
	_, tells := a.columns[prefilled]
	_, held := a.field(a.record, prefilled)
	return tells && !held && a.says()
}

// main is the column that decides a row.
func (a *answer) main() key {
	switch {
	case a.task != nil:
		return state
	case a.given[value] == "":
		return gap
	}
	return value
}

// came notes whose report brought something.
func (c *comparison) came(a *answer) {
	id := plan.AgencyID(a.form.agency)
	if _, known := c.agencies[id]; !known {
		c.agencies[id] = a.where(formColumn)
		c.order = append(c.order, id)
	}
}

// propose adds a change, unless nothing is set or another agency has answered for the row before.
func (c *comparison) propose(a *answer, list string, index int, set []content.Setting, words diag.Text) {
	if len(set) == 0 {
		return
	}
	if other := c.settled(a); index != content.NewEntry && other != "" {
		row, name := a.row(), c.site.Agency(other).Name
		c.spoil(a, a.main(), "contradiction",
			diag.Say("%[1]s đã có số liệu khác, và %[3]s cũng trả lời cho dòng này và đã báo cáo", "%[2]s has another figure already, and %[4]s answers for it too and has reported", row.VI, row.EN, name.VI, name.In(plan.EN)),
			diag.Say("thống nhất với hai cơ quan rồi sửa tệp số liệu bằng tay", "settle it with both agencies and correct the snapshot by hand"))
		return
	}
	for _, x := range c.changes {
		if index != content.NewEntry && x.List == list && x.Index == index {
			other, row := x.from.where(a.main()), a.row()
			c.spoil(a, a.main(), "contradiction", diag.Say("%[1]s: %[3]s, %[4]s cũng sửa số liệu này", "%[2]s: %[3]s, %[4]s changes the same entry", row.VI, row.EN, other.file, other.spot()), c.settle(x.from, a))
			return
		}
	}
	c.change(a, content.Change{List: list, Index: index, Set: set}, words)
}

// change adds a change that comes of an answer.
func (c *comparison) change(a *answer, x content.Change, words diag.Text) {
	c.changes = append(c.changes, Change{x, words, a, place{}})
}

// settled is another agency that answers for a row and has reported already; empty where there is none.
func (c *comparison) settled(a *answer) plan.AgencyID {
	for _, id := range c.answering[a.idRaw] {
		reported := slices.ContainsFunc(c.held.Reports, func(r plan.AgencyReport) bool { return r.Agency == id })
		if reported && string(id) != a.form.agency {
			return id
		}
	}
	return ""
}

// figure adds what the answer changes in a figure, or the figure.
func (c *comparison) figure(a *answer) {
	when, ok := a.reference()
	if !ok {
		c.spoil(a, until, "day-too-early", diag.Say("ngày này trước ngày đầu của thời gian báo cáo, %s", "this day is before the first of the time that is reported on, %s", slashed(a.id.reference.From)), diag.Say("sửa ngày", "correct the day"))
		return
	}
	c.noLonger(a)
	n := figureAt(c.held, a)
	if n < 0 {
		source, ok := c.source(a)
		if !ok {
			return
		}
		set := []content.Setting{{Key: "indicator", Value: plan.Quoted(a.id.row)}, {Key: "reference", Value: when.String()}}
		if a.id.part != "" {
			set = append(set, content.Setting{Key: "breakdown", Value: a.id.part})
		}
		set = append(set, c.values(a, &plan.Observation{})...)
		set = append(set, content.Setting{Key: "comparable", Value: string(plan.Fully)}, content.Setting{Key: "source", Value: plan.Quoted(string(source))})
		set = append(set, c.note(a, plan.Text{})...)
		c.propose(a, "observations", content.NewEntry, set, c.words(a, nil, when))
		return
	}
	held := &c.held.Observations[n]
	set := append(c.values(a, held), c.note(a, held.Note)...)
	if !held.Reference.Same(when) {
		set = append(set, content.Setting{Key: "reference", Value: when.String()})
	}
	words := c.words(a, held, when)
	if slices.ContainsFunc(set, func(s content.Setting) bool { return s.Value == "" }) {
		words.VI, words.EN = words.VI+"; bỏ tử số và mẫu số cũ", words.EN+"; without the numerator and denominator that it had"
	}
	c.propose(a, "observations", n, set, words)
}

// noLonger takes back that there was no figure, once there is one.
func (c *comparison) noLonger(a *answer) {
	if a.id.part != "" && (!byParts(a.indicator) || a.excused()) {
		return
	}
	for n, x := range c.held.NotReported {
		gone := slices.ContainsFunc(c.changes, func(y Change) bool { return y.List == "not_reported" && y.Index == n && y.Drop })
		if x.Indicator == a.indicator.ID && !gone {
			c.change(a, content.Change{List: "not_reported", Index: n, Drop: true},
				diag.Text{VI: a.name().VI + ": bỏ lý do chưa có số liệu: " + clip(x.Reason.VI, 80), EN: a.name().EN + ": there is a figure now; no longer: " + clip(x.Reason.In(plan.EN), 80)})
		}
	}
}

// noFigure takes back the figures that the agency has reported before, of the whole and of the parts that are empty now, once it
// says why there is none.
func (c *comparison) noFigure(a *answer) {
	if !a.reported(c.held) {
		return
	}
	for _, l := range a.rows {
		part := &answer{sheet: a.sheet, line: l, indicator: a.indicator, part: breakdownName(c.plan, l.id.part)}
		if _, filled := a.field(l.record, value); filled || l.id.row != a.id.row || c.settled(part) != "" {
			continue
		}
		if n := figureAt(c.held, part); n >= 0 {
			shown := c.shown(a, &c.held.Observations[n])
			c.change(part, content.Change{List: "observations", Index: n, Drop: true}, diag.Text{VI: part.name().VI + ": bỏ số liệu " + shown.VI, EN: part.name().EN + ": no longer: " + shown.EN})
		}
	}
}

// observed are the keys of a figure in their order, after which the values come.
var observed = []string{"indicator", "reference", "breakdown", "measure", "value", "tier", "yes", "numerator", "denominator"}

// values sets what is different in the values of a figure.
func (c *comparison) values(a *answer, held *plan.Observation) []content.Setting {
	var set []content.Setting
	put := func(k, before, now string) {
		if now != "" && !same(before, now) {
			set = append(set, content.Setting{Key: k, Value: now, After: observed})
		}
	}
	switch a.indicator.Value {
	case plan.RankValue:
		if r := held.Rank; r == nil {
			set = append(set, content.Setting{Key: "rank", Value: "{place: " + a.given[value] + ", of: " + a.given[denominator] + "}", After: observed})
		} else {
			put("rank.place", fmt.Sprint(r.Place), a.given[value])
			put("rank.of", fmt.Sprint(r.Of), a.given[denominator])
		}
		return set
	case plan.TierValue:
		put("tier", string(held.Tier), a.given[value])
		return set
	case plan.YesNo:
		put("yes", codeOf(a.indicator, *held), a.given[value])
		return set
	}
	put("value", held.Value.String(), a.given[value])
	put("numerator", held.Numerator.String(), a.given[numerator])
	put("denominator", held.Denominator.String(), a.given[denominator])
	if len(set) > 0 && set[0].Key == "value" && a.given[numerator]+a.given[denominator] == "" { // those of another value
		for k, n := range map[string]plan.Number{"numerator": held.Numerator, "denominator": held.Denominator} {
			if n.Known() {
				set = append(set, content.Setting{Key: k})
			}
		}
	}
	return set
}

// note sets the Vietnamese of a note that is different.
func (c *comparison) note(a *answer, held plan.Text) []content.Setting {
	text := a.given[note]
	if text == "" || text == held.VI {
		return nil
	}
	return []content.Setting{noted("note", text, held, "source", "quote")}
}

// noted sets the Vietnamese of a text, of one that is there or of a new one.
func noted(k, text string, held plan.Text, after ...string) content.Setting {
	if held.VI != "" {
		return content.Setting{Key: k + ".vi", Value: plan.Quoted(text)}
	}
	return content.Setting{Key: k, Value: "{vi: " + plan.Quoted(text) + "}", After: after}
}

// known is the source of what is new: the one that is asked for, or the only one that the snapshot has.
func (c *comparison) known() (plan.SourceID, bool) {
	if c.options.Source == "" && len(c.held.Sources) == 1 {
		for id := range c.held.Sources {
			return id, true
		}
	}
	_, there := c.held.Sources[c.options.Source]
	return c.options.Source, there
}

// source is the source of a new figure, which it must have; that it has none is said once a file.
func (c *comparison) source(a *answer) (plan.SourceID, bool) {
	id, ok := c.known()
	if !ok && !c.unsourced[a.file] {
		c.unsourced[a.file] = true
		message, hint := c.noSource()
		c.spoil(a, value, "no-source", message, hint)
	}
	return id, ok
}

func (c *comparison) noSource() (message, hint diag.Text) {
	ids := slices.Sorted(maps.Keys(c.held.Sources))
	if len(ids) == 0 {
		return diag.Say("không rõ nguồn của số liệu mới trong tệp này; tệp số liệu chưa có nguồn nào", "the source of the new figures in this file is not known; the snapshot has no source yet"),
			diag.Say("thêm --source-url và địa chỉ nơi báo cáo được công bố, hoặc ghi nguồn vào sources: của tệp số liệu", "add --source-url and the address at which the report is published, or write the source under sources: of the snapshot")
	}
	var names []string
	for _, id := range ids {
		names = append(names, string(id))
	}
	return diag.Say("không rõ nguồn của số liệu mới trong tệp này; tệp số liệu có các nguồn: %s", "the source of the new figures in this file is not known; the snapshot has these sources: %s", strings.Join(names, ", ")),
		diag.Say("thêm --source và mã của một trong các nguồn đó", "add --source and the id of one of them")
}

// words are what changes in a figure: chỉ tiêu 1.1 “Hồ sơ qua mạng”: 42,79% → 43,5% (14/3/2030).
func (c *comparison) words(a *answer, held *plan.Observation, when plan.Reference) diag.Text {
	now := plan.Observation{}
	if held != nil {
		now = *held
	}
	now.Reference = when
	switch n, _ := plan.ParseNumber(a.given[value]); a.indicator.Value {
	case plan.TierValue:
		now.Tier = plan.TierID(a.given[value])
	case plan.YesNo:
		yes := a.given[value] == "true"
		now.Yes = &yes
	case plan.RankValue:
		of, _ := plan.ParseNumber(a.given[denominator])
		now.Rank = &plan.Rank{Place: int(n.Float()), Of: int(of.Float())}
	default:
		now.Value = n
	}
	before, after := diag.Text{VI: "–", EN: "–"}, c.shown(a, &now)
	if held != nil {
		before = c.shown(a, held)
	}
	return diag.Text{VI: a.name().VI + ": " + before.VI + " → " + after.VI + c.besides(a).VI, EN: a.name().EN + ": " + before.EN + " → " + after.EN + c.besides(a).EN}
}

// shown is a figure with its time.
func (c *comparison) shown(a *answer, o *plan.Observation) diag.Text {
	in := func(l plan.Lang) string {
		return wording.In(l, c.plan).ValueShort(a.indicator, derive.Unsourced(*o)) + " (" + lang.Reference(l, o.Reference) + ")"
	}
	return diag.Text{VI: in(plan.VI), EN: in(plan.EN)}
}

// besides are the other cells that are filled in.
func (c *comparison) besides(a *answer) plan.Text {
	var text plan.Text
	for _, col := range a.layout.columns {
		if given := a.given[col.key]; given != "" && slices.Contains([]key{numerator, denominator, note, number}, col.key) {
			text.VI += "; " + col.header.VI + ": " + clip(given, 80)
			text.EN += "; " + col.header.EN + ": " + clip(given, 80)
		}
	}
	return text
}

// gap adds or changes why nothing was reported.
func (c *comparison) gap(a *answer) {
	c.noFigure(a)
	text := a.given[gap]
	words := func(before string) diag.Text {
		return diag.Text{VI: a.name().VI + ": chưa có số liệu: " + before + " → " + clip(text, 80), EN: a.name().EN + ": no figure: " + before + " → " + clip(text, 80)}
	}
	for n, x := range c.held.NotReported {
		if x.Indicator == a.indicator.ID {
			if x.Reason.VI != text {
				c.propose(a, "not_reported", n, []content.Setting{noted("reason", text, x.Reason)}, words(clip(x.Reason.VI, 80)))
			}
			return
		}
	}
	c.propose(a, "not_reported", content.NewEntry, []content.Setting{{Key: "indicator", Value: plan.Quoted(a.id.row)}, noted("reason", text, plan.Text{})}, words("–"))
}

// state adds what the answer changes in the report of a task, or the report.
func (c *comparison) state(a *answer) {
	now := plan.TaskReport{Task: a.task.ID, Milestone: a.id.part, State: plan.TaskState(a.given[state])}
	var held plan.TaskReport
	n := stateAt(c.held, a)
	set := []content.Setting{{Key: "task", Value: plan.Quoted(a.id.row)}}
	if a.id.part != "" {
		set = append(set, content.Setting{Key: "milestone", Value: a.id.part})
	}
	if n >= 0 {
		held, set = c.held.TaskReports[n], nil
	}
	if held.State != now.State {
		set = append(set, content.Setting{Key: "state", Value: a.given[state]})
	}
	if text := a.given[completed]; text != "" && text != held.Completed.String() {
		set = append(set, content.Setting{Key: "completed", Value: text, After: []string{"task", "milestone", "state"}})
	}
	if held.Completed.Known() && now.State != plan.Done && a.given[completed] == "" {
		set = append(set, content.Setting{Key: "completed"})
	}
	set = append(set, c.document(a, held.Document)...)
	set = append(set, c.reason(a, now, held)...)
	if source, ok := c.known(); ok && n < 0 {
		set = append(set, content.Setting{Key: "source", Value: plan.Quoted(string(source))})
	}
	c.propose(a, "task_reports", n, set, c.stateWords(a, held))
}

// document sets the number and day of a task's document that are different.
func (c *comparison) document(a *answer, held *plan.Document) []content.Setting {
	number, day := a.given[number], a.given[dated]
	if held == nil {
		var pairs []string
		if number != "" {
			pairs = append(pairs, "number: "+plan.Quoted(number))
		}
		if day != "" {
			pairs = append(pairs, "date: "+day)
		}
		if pairs == nil {
			return nil
		}
		return []content.Setting{{Key: "document", Value: "{" + strings.Join(pairs, ", ") + "}", After: reported}}
	}
	var set []content.Setting
	if number != "" && number != held.Number {
		set = append(set, content.Setting{Key: "document.number", Value: plan.Quoted(number)})
	}
	if day != "" && day != held.Date.String() {
		set = append(set, content.Setting{Key: "document.date", Value: day})
	}
	return set
}

// reported are the keys of a report in their order, after which the others come.
var reported = []string{"task", "milestone", "state", "completed"}

// reason sets the note of a report; where the state falls back behind an earlier one, the reason.
func (c *comparison) reason(a *answer, now, held plan.TaskReport) []content.Setting {
	text := a.given[note]
	_, back := c.reached.FallsBack(now)
	switch {
	case text == "" || text == held.Reason.VI || text == held.Note.VI && !back:
		return nil
	case back || held.Reason.VI != "":
		return []content.Setting{noted("reason", text, held.Reason, reported...)}
	}
	return []content.Setting{noted("note", text, held.Note, reported...)}
}

// earlier are the snapshots of the periods before one.
func earlier(p *plan.Plan, period plan.Period) []*plan.Snapshot {
	var all []*plan.Snapshot
	for _, s := range p.Snapshots {
		if period.Cutoff.After(s.Cutoff) {
			all = append(all, s)
		}
	}
	return all
}

// stateWords are what changes in the report of a task.
func (c *comparison) stateWords(a *answer, held plan.TaskReport) diag.Text {
	in := func(l plan.Lang) string {
		shown := func(state plan.TaskState, day string) string {
			text := wording.State(l, state)
			if d, err := plan.ParseDate(day); err == nil {
				text += " (" + lang.DateShort(l, d) + ")"
			}
			return text
		}
		before := "–"
		if held.State != "" {
			before = shown(held.State, held.Completed.String())
		}
		now, day := plan.TaskState(a.given[state]), a.given[completed]
		if now == plan.Done {
			day = cmp.Or(day, held.Completed.String())
		}
		return a.name().In(string(l)) + ": " + before + " → " + shown(now, day)
	}
	return diag.Text{VI: in(plan.VI) + c.besides(a).VI, EN: in(plan.EN) + c.besides(a).EN}
}

// reports notes when the report of each agency came in that says something, unless a day is noted already.
func (c *comparison) reports() {
	early := false // once will do
	for _, id := range c.order {
		noted := slices.ContainsFunc(c.held.Reports, func(r plan.AgencyReport) bool { return r.Agency == id })
		if noted {
			continue
		}
		if last := lastDay(c.period); !early && last.After(c.options.Received) {
			early = true
			c.add(whole(c.agencies[id].file).warn("received-early",
				diag.Say("ngày nhận báo cáo, %s, trước ngày cuối của kỳ, %s", "the report is said to have come in on %s, before the last day of the period, %s", slashed(c.options.Received), slashed(last)),
				diag.Say("thêm --date và ngày nhận thật", "add --date and the day on which it came in")))
		}
		name := c.site.Agency(id).Name
		c.changes = append(c.changes, Change{
			content.Change{List: "reports", Index: content.NewEntry, Set: []content.Setting{{Key: "agency", Value: string(id)}, {Key: "received", Value: c.options.Received.String()}}},
			diag.Text{VI: name.VI + ": nhận báo cáo ngày " + lang.Date(plan.VI, c.options.Received), EN: name.In(plan.EN) + ": report received on " + lang.Date(plan.EN, c.options.Received)},
			nil, c.agencies[id]})
	}
}
