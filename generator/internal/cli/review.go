package cli

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/difference"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/plan"
)

// review holds a release against what was released before, prints the difference, and refuses what may not pass.
func (c *call) review(s *plan.Site, worlds []*derive.World, digest string) (ledger.Frozen, *plan.Snapshot, error) {
	none := ledger.Frozen{}
	p, err := c.chosen(s)
	if err != nil {
		return none, nil, err
	}
	x, err := snapshotOf(p, plan.PeriodID(c.words[0]))
	if err != nil {
		return none, nil, err
	}
	if x.SignedOff != nil && x.SignedOff.By == c.by {
		return none, nil, wrong("--by: %q đã duyệt kỳ này; người công bố phải là người khác", "--by: %q signed this period off; somebody else must release it", c.by)
	}
	at := reviewed{c, s, p, x}
	problems := at.releasable()
	if len(problems) == 0 {
		problems = at.unwritten()
	}
	if c.previous != "" && len(problems) == 0 {
		if problems, err = at.portal(); err != nil {
			return none, nil, err
		}
	}
	if len(problems) == 0 {
		if problems, err = at.difference(); err != nil {
			return none, nil, err
		}
	}
	if len(problems) > 0 {
		return none, nil, c.different(problems)
	}
	at.unrecorded()
	frozen, err := c.prepare(s, worlds, p, x, digest)
	return frozen, x, err
}

func snapshotOf(p *plan.Plan, id plan.PeriodID) (*plan.Snapshot, error) {
	var known []string
	for _, x := range p.Snapshots {
		if x.Period == id {
			return x, nil
		}
		known = append(known, string(x.Period))
	}
	return nil, wrong("kế hoạch %[2]s không có số liệu của kỳ %[1]q (các kỳ có tệp trong snapshots/: %[3]s)", "plan %[2]s has no snapshot of period %[1]q (the periods with a file in snapshots/ are: %[3]s)", id, p.ID, strings.Join(known, ", "))
}

// reviewed is a snapshot that is to be released.
type reviewed struct {
	*call
	site     *plan.Site
	plan     *plan.Plan
	snapshot *plan.Snapshot
}

// fail is a problem at a data path of the snapshot.
func (r reviewed) fail(path, rule string, message, hint diag.Text) diag.Diagnostic {
	file := "plans/" + r.plan.ID + "/snapshots/" + string(r.snapshot.Period) + ".yaml"
	_, places, _ := content.Load(os.DirFS(r.content))
	line, col := places.At(file, path)
	return under(r.content, []diag.Diagnostic{{File: file, Line: line, Col: col, Severity: diag.Error, Rule: rule, Message: message, Hint: hint}})[0]
}

// releasable refuses a draft, another day than the one that is asked for, and what was released before.
func (r reviewed) releasable() []diag.Diagnostic {
	day := r.snapshot.Released
	for _, before := range r.site.Recorded {
		if before.Plan == r.plan.ID && before.Period == r.snapshot.Period {
			return []diag.Diagnostic{r.fail("", "released-before",
				diag.Say("kỳ “%[1]s” đã được công bố ngày %[2]s", "period “%[1]s” was released on %[3]s", before.Period, lang.Date(plan.VI, before.Date), lang.Date(plan.EN, before.Date)),
				diag.Say("không công bố lại; muốn sửa số liệu, thêm corrections vào kỳ sau; muốn dựng lại trang, chạy minhbach build", "it is not released again; to revise figures, add corrections to a later snapshot; to make the site again, run minhbach build"))}
		}
	}
	switch {
	case !day.Known():
		ask := r.day
		if ask == "" {
			ask = today().String()
		}
		return []diag.Diagnostic{r.fail("cutoff", "draft",
			diag.Say("số liệu kỳ “%s” còn là bản nháp", "the snapshot of period “%s” is a draft", r.snapshot.Period),
			diag.Say("khi đã duyệt, thêm dòng released: %s, là ngày công bố, rồi chạy lại", "once it is signed off, add the line released: %s, the day of publication, and run this again", ask))}
	case r.day != "" && r.day != day.String():
		return []diag.Diagnostic{r.fail("released", "release-day",
			diag.Say("ngày công bố ở đây là %s, còn --date là %s", "the release day here is %s, and --date is %s", day, r.day),
			diag.Say("viết cùng một ngày ở hai chỗ", "write the same day in both places"))}
	}
	return nil
}

// unrecorded tells of other released snapshots of the plan that the site will show without a record.
func (r reviewed) unrecorded() {
	for _, x := range r.plan.Snapshots {
		if x.Released.Known() && x != r.snapshot && !r.inLedger(x) {
			r.say("Trang cũng hiện kỳ “%s”, kỳ này chưa ghi trong sổ công bố (công bố cả kỳ đó)", "The site also shows period “%s”, which is not in the ledger (release it too)", x.Period)
		}
	}
}

// difference prints what changed since the release before, and refuses what is gone or fell back without a reason: since
// then, and since the copy on the portal, which may be older, or show this very period from before it was recorded.
func (r reviewed) difference() ([]diag.Diagnostic, error) {
	before, err := r.before()
	if err != nil {
		return nil, err
	}
	sides := []difference.Side{before}
	if r.previous != "" {
		copied, err := sideOfCopy(r.plan.ID, r.previous)
		if err != nil {
			return nil, err
		}
		sides = append(sides, copied)
		if copied.Period != string(r.snapshot.Period) {
			slices.Reverse(sides)
		}
	}
	sides = slices.DeleteFunc(sides, func(s difference.Side) bool { return s.Tables == nil })
	if len(sides) == 0 {
		r.say("Kế hoạch %s chưa công bố kỳ nào trước kỳ này; không có gì để so sánh", "No period of plan %s before this one is released; there is nothing to compare it with", r.plan.ID)
		return nil, nil
	}
	to, err := sideOfPeriod(r.site, r.plan, r.snapshot.Period)
	if err != nil {
		return nil, err
	}
	return r.since(sides, to)
}

// since prints what changed since the first side, and gives what may not pass since any.
func (r reviewed) since(sides []difference.Side, to difference.Side) ([]diag.Diagnostic, error) {
	var problems []diag.Diagnostic
	for n, from := range sides {
		d := difference.Between(from, to)
		if d.From.Cutoff > d.To.Cutoff {
			continue // an earlier period is recorded after a later one
		}
		if n == 0 {
			if err := difference.Write(r.env.Stdout, &d, d.Words(plan.Lang(r.lang)), "text"); err != nil {
				return nil, err
			}
		}
		for _, x := range r.unexplained(&d) {
			if !slices.ContainsFunc(problems, func(y diag.Diagnostic) bool { return x.Message == y.Message }) {
				problems = append(problems, x)
			}
		}
	}
	return problems, nil
}

// before is the newest recorded release of an earlier period, or the released period before; without tables when there is
// none. Releases may be recorded in another order than that of their periods.
func (r reviewed) before() (difference.Side, error) {
	earlier := slices.DeleteFunc(slices.Clone(r.plan.Snapshots), func(x *plan.Snapshot) bool { return !r.snapshot.Cutoff.After(x.Cutoff) })
	for _, x := range slices.Backward(earlier) {
		if r.inLedger(x) {
			return sideOfCopy(r.plan.ID, filepath.Join(r.content, "releases", r.plan.ID, string(x.Period)+".zip"))
		}
	}
	for _, x := range slices.Backward(earlier) {
		if x.Released.Known() {
			return sideOfPeriod(r.site, r.plan, x.Period)
		}
	}
	return difference.Side{}, nil
}

// inLedger tells whether a snapshot of the plan has a line in the ledger.
func (r reviewed) inLedger(x *plan.Snapshot) bool {
	return slices.ContainsFunc(r.site.Recorded, func(y plan.Recorded) bool { return y.Plan == r.plan.ID && y.Period == x.Period })
}

func (r reviewed) unexplained(d *difference.Difference) []diag.Diagnostic {
	gone, fallen := d.Unexplained()
	var all []diag.Diagnostic
	for _, g := range gone {
		all = append(all, r.fail("", "gone-unexplained", diag.Say("không còn, mà không nêu lý do: %[1]s", "gone without a reason: %[2]s", g.Say(plan.VI), g.Say(plan.EN)),
			diag.Say("ghi lại như cũ; nếu phải rút, thêm corrections với to: null và reason", "put it back as it was; to withdraw it, add a correction with to: null and a reason")))
	}
	for _, x := range fallen {
		how := text{"lùi lại", "fell back"}
		if x.Course == difference.Unknown {
			how = text{"không còn được báo cáo", "is reported no more"}
		}
		all = append(all, r.fail(r.figure(x.Indicator), "fallen-unexplained",
			diag.Say("%[3]s, mà không nêu lý do: %[1]s", "%[4]s without a reason: %[2]s", x.Say(plan.VI), x.Say(plan.EN), how.vi, how.en),
			diag.Say("thêm note: {vi: …, en: …} vào số liệu của kỳ này, hoặc khai báo ở not_reported với reason", "add note: {vi: …, en: …} to the figure of this period, or declare the gap in not_reported with a reason")))
	}
	return all
}

// figure is the data path of the first figure of an indicator in the snapshot; of the whole file where there is none.
func (r reviewed) figure(indicator string) string {
	for n, o := range r.snapshot.Observations {
		if string(o.Indicator) == indicator {
			return fmt.Sprintf("observations[%d]", n)
		}
	}
	return ""
}

// confirm asks for the id of the period on a terminal; elsewhere --yes is needed.
func (c *call) confirm(f ledger.Frozen, x *plan.Snapshot) error {
	signed := text{"chưa có người duyệt", "nobody signed it off"}
	if x.SignedOff != nil {
		signed = text{"người duyệt: " + x.SignedOff.By + ", ngày " + lang.Date(plan.VI, x.SignedOff.On), "signed off by " + x.SignedOff.By + " on " + lang.Date(plan.EN, x.SignedOff.On)}
	}
	c.say("Kế hoạch %s, kỳ “%s”, ngày công bố %s, %[5]s; mã của nội dung %[4]s", "Plan %s, period “%s”, released on %s, %[5]s; digest of the content %[4]s",
		f.Line.Plan, x.Period, lang.Date(plan.Lang(c.lang), x.Released), f.Line.Content, signed.in(c.lang))
	if c.yes {
		return nil
	}
	if !c.env.Asks {
		return wrong("chưa công bố gì: lệnh này hỏi lại trên màn hình (thêm --yes khi chạy từ tập lệnh)", "nothing was released: this command asks on a terminal (add --yes in a script)")
	}
	fmt.Fprintf(c.env.Stderr, text{"Gõ %s rồi nhấn Enter để công bố: ", "Type %s and press Enter to release it: "}.in(c.lang), x.Period)
	typed, _ := bufio.NewReader(c.env.Stdin).ReadString('\n')
	if strings.TrimSpace(typed) != string(x.Period) {
		return wrong("chưa công bố gì: đã gõ %q", "nothing was released: %q was typed", strings.TrimSpace(typed))
	}
	return nil
}
