// Package draft writes the snapshot of a period before anything is known of it: a YAML file that loads as it is, in which
// each row that is due stands as a comment to be completed, with what whoever completes it has to know.
//
// A line that begins with one # is to be uncommented; one with two is an explanation and stays a comment when a whole
// section is uncommented at once, as editors do. Sections whose every entry is a comment are comments themselves,
// because a key with nothing below it is refused.
//
// Due is an indicator with a target whose time has begun and whose final figure is not there yet, and a task that was not
// settled before. Drafts of earlier periods count as if they were released.
package draft

import (
	"bytes"
	"fmt"
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// draft is a file in the making.
type draft struct {
	bytes.Buffer
	site   *plan.Site
	plan   *plan.Plan
	period plan.Period
	lang   plan.Lang
	words  wording.Words
	world  *derive.World
	source string // the id of the source that the entries name
}

// Snapshot is the file of a period of a plan that has none yet, with comments in one language.
func Snapshot(s *plan.Site, p *plan.Plan, period plan.Period, l plan.Lang) []byte {
	d := &draft{site: s, plan: p, period: period, lang: l, words: wording.In(l, p), source: "bc-" + string(period.ID)}
	d.world = judged(s.Plans, p, period)
	d.head()
	d.sources()
	d.observations()
	d.tasks()
	d.reports()
	return d.Bytes()
}

// judged judges the plans as if the period had been reported on with nothing in it, and its reports had been due by then:
// they often come in after the cut-off, and are what the file is for.
func judged(plans []*plan.Plan, p *plan.Plan, period plan.Period) *derive.World {
	at := slices.Index(plans, p)
	var all []*plan.Plan
	for _, x := range plans {
		all = append(all, x.Previewed())
	}
	then := all[at]
	then.Periods = slices.Clone(p.Periods)
	for n := range then.Periods {
		if x := &then.Periods[n]; x.ID == period.ID && x.Kind == plan.Report {
			x.Due = x.Cutoff
		}
	}
	then.Snapshots = append(then.Snapshots, &plan.Snapshot{Period: period.ID, Cutoff: period.Cutoff, Status: plan.Provisional, Released: period.Cutoff})
	slices.SortStableFunc(then.Snapshots, func(a, b *plan.Snapshot) int { return a.Cutoff.Compare(b.Cutoff) })
	return derive.JudgeAll(all)[at]
}

// line writes a line.
func (d *draft) line(format string, args ...any) { fmt.Fprintf(d, format+"\n", args...) }

// note writes lines of explanation.
func (d *draft) note(vi, en string, args ...any) { d.line(d.pick(vi, en), args...) }

func (d *draft) pick(vi, en string) string { return plan.Text{VI: vi, EN: en}.In(d.lang) }

func (d *draft) head() {
	d.line("# yaml-language-server: $schema=../../../.schema/snapshot.json")
	d.note("## %[1]s, kỳ “%[2]s”: những gì biết được đến hết ngày %[3]s.\n"+
		"## Cách điền: xóa dấu # ở đầu dòng (dòng có hai dấu ## chỉ để đọc), kể cả dòng tên mục như #observations:, rồi ghi vào chỗ trống.\n"+
		"## Mục nào chưa có thì để nguyên. Số thập phân viết dấu chấm: 42.79; ngày viết năm-tháng-ngày: %[4]s. Điền xong chạy: minhbach check",
		"## %[1]s, period “%[2]s”: what is known by the end of %[3]s.\n"+
			"## To fill in: take away the # at the beginning of a line (lines with ## are for reading), that of its section, such as #observations:, too, and write into the gap.\n"+
			"## Leave what is not known as it is. Numbers have a decimal point: 42.79; days are year-month-day: %[4]s. Then run: minhbach check",
		d.plan.Short.In(d.lang), d.period.Name.In(d.lang), lang.Date(d.lang, d.period.Cutoff), d.period.Cutoff)
	d.line("cutoff: %s", d.period.Cutoff)
	d.note("## provisional: số liệu sơ bộ; final: chính thức", "## provisional: figures that may change; final: they are settled")
	d.line("status: %s", plan.Provisional)
	d.note("## Ngày công bố; chưa ghi thì kỳ này là bản nháp và không lên trang.", "## The day of publication; without it the period is a draft and is left out of the site.")
	d.line("#released: ")
}

// sources is one source for all entries; a plan that was compiled from public ones has others.
func (d *draft) sources() {
	d.note("\n## Nguồn của số liệu; mỗi nguồn một mã. url là nơi ai cũng mở được báo cáo; published là ngày ra báo cáo, hoặc unknown.",
		"\n## Where the figures come from; each source has an id. url is where anyone can open the report; published the day it came out, or unknown.")
	publisher, confidence := d.site.Settings.Publisher, "primary"
	title := "Báo cáo kỳ " + d.period.Name.VI + ", " + d.plan.Short.VI
	if d.plan.Compiled() {
		title, publisher, confidence = "", plan.Text{}, ""
	}
	d.line("#sources:\n#  %s:\n#    title: %s\n#    publisher: {vi: %s, en: %s}\n#    url: \n#    published: unknown\n#    confidence: %s",
		d.source, plan.Quoted(title), plan.Quoted(publisher.VI), plan.Quoted(publisher.EN), confidence)
}

// agencies are the names of agencies.
func (d *draft) agencies(ids []plan.AgencyID) string {
	var names []string
	for _, id := range ids {
		names = append(names, d.agency(id))
	}
	return lang.Join(d.lang, names)
}

func (d *draft) agency(id plan.AgencyID) string {
	a := d.site.Agency(id)
	switch {
	case a == nil:
		return string(id)
	case !a.Short.Empty():
		return a.Short.In(d.lang)
	}
	return a.Name.In(d.lang)
}
