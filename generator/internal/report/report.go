// Package report makes the report of a period as an office sends it: the letterhead with motto, issuing body, number and
// place left to fill in, what was achieved area by area, and the rows of both annexes with their results as appendices.
//
// In comes a plan as judged as of the period, out go a Word document (layout.go) in the layout that the Government's decree
// on administrative documents sets for them, and the same as Markdown (markdown.go). Its sentences are those of the site:
// the wording room has them. A plan that was compiled from public sources is no report of the authority, and says so.
package report

import (
	"regexp"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Report is the report as texts.
type Report struct {
	Lang                   plan.Lang
	Draft                  string // a word above a report of what is not released yet
	Issuer, Number         string
	Nation, Motto, Place   string
	Kind, Subject, Caution string
	To                     string
	Opening                []string
	Chapters               []Chapter
	Closing                string
	Recipients             []string // their heading first
	Signature              []string // authority, room for the signature, name
	Appendices             []Appendix
}

// Chapter is a part of the body.
type Chapter struct {
	Heading string
	Text    []string
	Parts   []Part
}

// Part is an area, with lists under leads.
type Part struct {
	Heading string
	Text    []string
	Lists   []List
}

// List has items under a lead.
type List struct {
	Lead  string
	Items []string
}

// Appendix is an annex of the plan with results.
type Appendix struct {
	Number, Title, To string
	Widths            []int // of the columns, in millimetres
	Head              []string
	Rows              []Row
}

// Row is a row of a table; one that heads others spans the columns behind its number.
type Row struct {
	Heads bool
	Cells []string
}

// maker has what the texts are made of.
type maker struct {
	site  *plan.Site
	world *derive.World
	at    *derive.AsOf
	words wording.Words
}

// Of makes the report of a period. A draft is judged as if it were released on its cut-off.
func Of(s *plan.Site, w *derive.World, at *derive.AsOf, l plan.Lang, draft bool) Report {
	m := maker{s, w, at, wording.In(l, w.Plan)}
	r := m.letterhead()
	if draft {
		r.Draft = m.pick("DỰ THẢO", "DRAFT")
	}
	r.Opening = m.opening()
	r.Chapters = m.chapters()
	r.Closing = m.pick("Trên đây là báo cáo "+wording.Lower(r.Subject)+"./.", "This is the report on the above.")
	r.Appendices = []Appendix{m.indicators(), m.tasks()}
	return r
}

func (m maker) pick(vi, en string) string { return plan.Text{VI: vi, EN: en}.In(m.words.Lang) }

func (m maker) in(t plan.Text) string { return t.In(m.words.Lang) }

func (m maker) day(d plan.Date) string { return lang.Date(m.words.Lang, d) }

// composed is a text of the wording room in the signs of a Vietnamese administrative document, which has no dash but the
// hyphen. Printed names and what people wrote stay as they are.
func (m maker) composed(text string) string {
	if m.words.Lang != plan.VI {
		return text
	}
	return dashes.Replace(betweenDays.ReplaceAllString(text, "$1 - $2"))
}

var (
	dashes      = strings.NewReplacer("—", "-", "–", "-")
	betweenDays = regexp.MustCompile(`(/\d+)–(\d+/)`)
)

// issuer is the body whose report it is: the authority of a plan that reports on itself, else whoever compiled it.
func (m maker) issuer() string {
	if m.world.Plan.Compiled() {
		return m.in(m.site.Settings.Publisher)
	}
	return m.in(m.world.Plan.Issuer)
}

const (
	blank     = "……"              // to be filled in
	committee = "Ủy ban nhân dân" // the place stands on a line of its own in a letterhead
)

func (m maker) letterhead() Report {
	p := m.world.Plan
	r := Report{Lang: m.words.Lang, Issuer: strings.Replace(m.issuer(), committee+" ", committee+"\n", 1),
		Number: m.pick("Số: "+blank+"/BC-"+blank, "No. "+blank+"/BC-"+blank),
		Nation: m.pick("Cộng hòa xã hội chủ nghĩa Việt Nam", "Socialist Republic of Viet Nam"),
		Motto:  m.pick("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
		Place:  m.pick(blank+", ngày "+blank+" tháng "+blank+" năm "+blank, blank+", "+blank),
		Kind:   m.pick("Báo cáo", "Report"),
		Subject: m.pick("Kết quả thực hiện ", "Results of the ") + m.in(p.Title) +
			m.pick(" (kỳ báo cáo: "+m.in(m.at.Period.Name)+")", " ("+m.in(m.at.Period.Name)+")"),
		Caution: m.in(m.site.Settings.Disclaimer),
		To:      m.pick("Kính gửi: "+blank+blank, "To: "+blank+blank),
		Recipients: []string{m.pick("Nơi nhận:", "Recipients:"), m.pick("- Như trên;", "- As above;"), "- " + blank + ";",
			m.pick("- Lưu: VT, "+blank, "- Archives, "+blank)},
		Signature: []string{m.pick("Quyền hạn, chức vụ\ncủa người ký", "Authority and position\nof the signatory"),
			m.pick("[Chữ ký, dấu]", "[Signature, seal]"), m.pick("[Họ và tên]", "[Name]")},
	}
	if p.Compiled() {
		r.Caution = m.pick("Bản tổng hợp từ nguồn công khai, không phải báo cáo của "+p.Issuer.VI, "Compiled from public sources; not a report of the "+p.Issuer.EN)
	}
	return r
}

// opening says by which decision, and of which time.
func (m maker) opening() []string {
	p, x := m.world.Plan, m.at.Period
	number, day := p.Decision.Number, m.day(p.Decision.Date)
	s := m.pick("Thực hiện Quyết định số "+number+" ngày "+day+", "+p.Issuer.VI+" báo cáo kết quả đến ngày "+m.day(x.Cutoff),
		"Under Decision "+number+" of "+day+", the "+m.issuer()+" reports the results up to "+m.day(x.Cutoff))
	if p.Compiled() {
		s = m.pick("Về Quyết định số "+number+" ngày "+day+" của "+p.Issuer.VI+", "+m.issuer()+" tổng hợp kết quả đến ngày "+m.day(x.Cutoff),
			"On Decision "+number+" of "+day+" of the "+m.in(p.Issuer)+": the results up to "+m.day(x.Cutoff)+", compiled by "+m.issuer())
	}
	if x.Start.Known() && x.End.Known() {
		s += m.pick(" (số liệu từ ngày "+m.day(x.Start)+" đến ngày "+m.day(x.End)+")", " (figures from "+m.day(x.Start)+" to "+m.day(x.End)+")")
	}
	return []string{s + m.pick(" như sau:", " as follows:")}
}
