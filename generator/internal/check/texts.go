package check

import (
	"unicode/utf8"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// tour is what is done with the texts of a site: those of the files of a kind, and the pages of a folder. Of is the file
// or the folder.
type tour struct {
	texts func(of string) visitor
	pages func(of string, pages []plan.Page)
}

// through takes a tour of all texts of a site.
func (t tour) through(s *plan.Site) {
	walk(settingsFile, &s.Settings, t.texts(settingsFile))
	walk(registryFile, &struct {
		Agencies []plan.Agency `yaml:"agencies"`
	}{s.Agencies}, t.texts(registryFile))
	t.pages("pages/", s.Pages)
	for _, p := range s.Plans {
		t.throughPlan(p)
	}
}

func (t tour) throughPlan(p *plan.Plan) {
	folder := "plans/" + p.ID + "/"
	walk(planFile(p), p, t.texts(planFile(p)))
	for _, i := range p.Indicators {
		walk(indicatorFile(p, i), i, t.texts(folder+"indicators/"))
	}
	for _, task := range p.Tasks {
		walk(taskFile(p, task), task, t.texts(folder+"tasks/"))
	}
	t.pages(folder+"narrative/", p.Narrative)
	for _, s := range p.Snapshots {
		walk(snapshotFile(p, s), s, t.texts(folder+"snapshots/"))
	}
}

// texts looks at every text of the site: both languages are there, none reads as a formula to a spreadsheet or tells of a
// person what is nobody's business, and every address is one that a browser follows.
func texts(r *review) {
	tour{
		texts: func(string) visitor { return r.text },
		pages: func(_ string, pages []plan.Page) {
			r.pageTexts(pages)
			r.pairs(pages)
		},
	}.through(r.site)
}

func (r *review) text(file string, at *step, required bool, value any) {
	switch v := value.(type) {
	case plan.Text:
		r.bothLanguages(file, at, required, v)
		r.free(file, &step{up: at, key: "vi"}, v.VI)
		r.free(file, &step{up: at, key: "en"}, v.EN)
	case string:
		r.word(file, at, v)
	}
}

// free looks at a text that people wrote for people.
func (r *review) free(file string, at *step, text string) {
	r.noFormula(file, at, text)
	r.personal(file, at, text)
}

// word looks at a plain string by its key: an address of some kind, an id or number of a document, any other as text.
func (r *review) word(file string, at *step, text string) {
	switch at.field() {
	case "url":
		r.address(file, at.String(), text)
	case "phone":
		r.phone(file, at.String(), text)
	case "email":
		r.email(file, at.String(), text)
	case "public_contacts":
		r.publicContact(file, at.String(), text)
	case "number":
		r.noFormula(file, at, text)
		r.personalInNumber(file, at, text)
	case "id", "milestone", "base_url", "feedback", "continues", "what", "printed_sha256":
		r.noFormula(file, at, text)
	default:
		r.free(file, at, text)
	}
}

// pageTexts looks at the titles of pages, and for personal data at what they say.
func (r *review) pageTexts(pages []plan.Page) {
	for n := range pages {
		p := &pages[n]
		r.free(p.File, &step{key: "title"}, p.Title)
		r.free(p.File, &step{key: "about"}, p.About)
		r.personalInPage(p)
	}
}

// bothLanguages: Vietnamese always; English as an error where the site promises both, as a warning elsewhere.
func (r *review) bothLanguages(file string, at *step, required bool, t plan.Text) {
	if t.Empty() && !required {
		return
	}
	if t.VI == "" {
		r.fail(file, at.String()+".vi", "missing-language",
			diag.Say("thiếu tiếng Việt của %s", "%s has no Vietnamese", at),
			diag.Say("thêm vi: …", "add vi: …"))
	}
	if t.EN == "" {
		r.english(file, at.String()+".en",
			diag.Say("thiếu tiếng Anh của %s", "%s has no English", at),
			diag.Say("thêm en: …; khi thiếu, trang tiếng Anh hiện chữ Việt có ghi chú", "add en: …; without it the English page shows the Vietnamese, labelled"))
	}
}

func (r *review) english(file, path string, message, hint diag.Text) {
	if r.site.Settings.StrictLanguages {
		r.fail(file, path, "missing-language", message, hint)
	} else {
		r.warn(file, path, "missing-language", message, hint)
	}
}

// longestShort is how many characters a short name may have: what fits beside a mark on a phone.
const longestShort = 34

func shorts(pr *planReview) {
	for _, i := range pr.plan.Indicators {
		pr.short(indicatorFile(pr.plan, i), i.Short)
	}
	for _, t := range pr.plan.Tasks {
		pr.short(taskFile(pr.plan, t), t.Short)
	}
}

func (pr *planReview) short(file string, t plan.Text) {
	for _, lang := range plan.Langs {
		text := t.VI
		if lang == plan.EN {
			text = t.EN
		}
		if n := utf8.RuneCountInString(text); n > longestShort {
			pr.fail(file, "short."+string(lang), "short-too-long",
				diag.Say("tên ngắn dài %d ký tự, nhiều nhất là %d", "the short name has %d characters, at most %d fit", n, longestShort),
				diag.Say("rút ngắn; tên đầy đủ nằm ở name", "shorten it; the full name stands in name"))
		}
	}
}
