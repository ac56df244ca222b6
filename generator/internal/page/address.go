package page

import (
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// The addresses of the contract: one function for each kind of page, the path from the site's root with slashes. What
// has been published under an address never moves; add functions here, do not change those that stand.

// pair chooses the segment of the language.
func pair(l plan.Lang, vi, en string) string {
	if l == plan.EN {
		return en
	}
	return vi
}

func join(parts ...string) string { return strings.Join(parts, "/") }

// Files at the root of the site for those who read it by machine.
const (
	RobotsPath  = "robots.txt"
	SitemapPath = "sitemap.xml"
)

// Aside tells the pages that are no place to arrive at: the landing page, the one for missing addresses, and those for
// frames on other sites.
func Aside(path string) bool {
	parts := strings.Split(path, "/")
	framed := len(parts) == 4 && (parts[2] == "nhung" || parts[2] == "embed")
	return framed || path == LandingPath || path == MissingPath
}

// HomePath is the home page of a language.
func HomePath(l plan.Lang) string { return join(string(l), "index.html") }

// PlanPath is the cover of a plan.
func PlanPath(l plan.Lang, p *plan.Plan) string { return join(string(l), p.ID, "index.html") }

func indicatorsFolder(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "chi-tieu", "indicators"))
}

// IndicatorsPath is the list of all indicators.
func IndicatorsPath(l plan.Lang, p *plan.Plan) string {
	return join(indicatorsFolder(l, p), "index.html")
}

// IndicatorPath is the page of one indicator; groups and subgroups are anchors of the list (IndicatorsPath + "#" + id).
func IndicatorPath(l plan.Lang, p *plan.Plan, id plan.IndicatorID) string {
	return join(indicatorsFolder(l, p), string(id)+".html")
}

// IndicatorChartPath is the chart of one indicator as a file, beside its page.
func IndicatorChartPath(l plan.Lang, p *plan.Plan, id plan.IndicatorID) string {
	return join(indicatorsFolder(l, p), string(id)+".svg")
}

// IndicatorPicturePath is the same drawing painted.
func IndicatorPicturePath(l plan.Lang, p *plan.Plan, id plan.IndicatorID) string {
	return join(indicatorsFolder(l, p), string(id)+".png")
}

// EmbedPath is the chart of one indicator alone, for frames on other sites.
func EmbedPath(l plan.Lang, p *plan.Plan, id plan.IndicatorID) string {
	return join(string(l), p.ID, pair(l, "nhung", "embed"), string(id)+".html")
}

// StatusPath is the list of the indicators of one status.
func StatusPath(l plan.Lang, p *plan.Plan, s derive.Status) string {
	return join(indicatorsFolder(l, p), pair(l, "tinh-trang", "status"), string(s)+".html")
}

// KindPath is the list of the indicators of one kind of value.
func KindPath(l plan.Lang, p *plan.Plan, k plan.ValueKind) string {
	return join(indicatorsFolder(l, p), pair(l, "loai", "kind"), string(k)+".html")
}

func tasksFolder(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "nhiem-vu", "tasks"))
}

// TasksPath is the list of all tasks.
func TasksPath(l plan.Lang, p *plan.Plan) string { return join(tasksFolder(l, p), "index.html") }

// TasksByDeadlinePath is the list of all tasks by the time in which they are due.
func TasksByDeadlinePath(l plan.Lang, p *plan.Plan) string {
	return join(tasksFolder(l, p), pair(l, "theo/thoi-han", "by/deadline")+".html")
}

// TasksByAgencyPath is the list of all tasks by the body that leads them.
func TasksByAgencyPath(l plan.Lang, p *plan.Plan) string {
	return join(tasksFolder(l, p), pair(l, "theo/co-quan", "by/agency")+".html")
}

// TaskPath is the page of one task or subtask.
func TaskPath(l plan.Lang, p *plan.Plan, id plan.TaskID) string {
	return join(tasksFolder(l, p), string(id)+".html")
}

// VerdictPath is the list of the tasks of one verdict.
func VerdictPath(l plan.Lang, p *plan.Plan, v derive.Verdict) string {
	return join(tasksFolder(l, p), pair(l, "tinh-trang", "status"), string(v)+".html")
}

func areasFolder(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "linh-vuc", "areas"))
}

// AreasPath is the list of areas.
func AreasPath(l plan.Lang, p *plan.Plan) string { return join(areasFolder(l, p), "index.html") }

// AreaPath is the page of one area.
func AreaPath(l plan.Lang, p *plan.Plan, id plan.AreaID) string {
	return join(areasFolder(l, p), string(id)+".html")
}

func agenciesFolder(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "co-quan", "agencies"))
}

// AgenciesPath is the list of agencies.
func AgenciesPath(l plan.Lang, p *plan.Plan) string { return join(agenciesFolder(l, p), "index.html") }

// AgencyPath is the page of one agency or group.
func AgencyPath(l plan.Lang, p *plan.Plan, id plan.AgencyID) string {
	return join(agenciesFolder(l, p), string(id)+".html")
}

// AgencyFeedPath is the feed of one agency or group, beside its page.
func AgencyFeedPath(l plan.Lang, p *plan.Plan, id plan.AgencyID) string {
	return join(agenciesFolder(l, p), string(id)+".xml")
}

// FeedPath is the feed of a language.
func FeedPath(l plan.Lang) string { return join(string(l), "feed.xml") }

// CalendarPath is the calendar of all plans, in both languages.
const CalendarPath = "calendar.ics"

func periodsFolder(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "ky-bao-cao", "periods"))
}

// PeriodsPath is the list of periods.
func PeriodsPath(l plan.Lang, p *plan.Plan) string { return join(periodsFolder(l, p), "index.html") }

// PeriodPath is the report of one period.
func PeriodPath(l plan.Lang, p *plan.Plan, id plan.PeriodID) string {
	return join(periodsFolder(l, p), string(id)+".html")
}

// NarrativePath is a section of the plan told in plain words.
func NarrativePath(l plan.Lang, p *plan.Plan, slug string) string {
	return join(string(l), p.ID, pair(l, "ke-hoach", "plan"), slug+".html")
}

// ChangesPath says what changed from period to period.
func ChangesPath(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "thay-doi", "changes")+".html")
}

// RevisionsPath is the list of superseded values and changed definitions.
func RevisionsPath(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "dinh-chinh", "revisions")+".html")
}

// CompliancePath says which agency reported when; of plans that report on themselves.
func CompliancePath(l plan.Lang, p *plan.Plan) string {
	return join(string(l), p.ID, pair(l, "che-do-bao-cao", "compliance")+".html")
}

// DataPath is the page of the data files and their codebook.
func DataPath(l plan.Lang) string { return join(string(l), pair(l, "du-lieu", "data")+".html") }

// SearchPath is the list of everything, from A to Z.
func SearchPath(l plan.Lang) string { return join(string(l), pair(l, "tim-kiem", "search")+".html") }

// AddressesPath says which addresses the site has, and that they stay.
func AddressesPath(l plan.Lang) string {
	return join(string(l), pair(l, "dia-chi", "addresses")+".html")
}

// MethodologyPath is the page of the rules.
func MethodologyPath(l plan.Lang) string {
	return join(string(l), pair(l, "phuong-phap", "methodology")+".html")
}

// RulePath is the block of one rule ("status/met", "verdict/overdue", "target/at_least") on the methodology page; the
// block's id is the rule's.
func RulePath(l plan.Lang, rule string) string { return MethodologyPath(l) + "#" + rule }

// The slugs of the pages of the site whose addresses differ between the languages.
const (
	AboutSlug         = "gioi-thieu"
	AccessibilitySlug = "tiep-can"
	GlossarySlug      = "thuat-ngu"
)

// SitePath is a page of the content folder pages/; slugs without an English name of their own keep theirs.
func SitePath(l plan.Lang, slug string) string {
	if l == plan.EN {
		switch slug {
		case AboutSlug:
			slug = "about"
		case AccessibilitySlug:
			slug = "accessibility"
		case GlossarySlug:
			slug = "glossary"
		}
	}
	return join(string(l), slug+".html")
}

// LandingPath is the root of the site; MissingPath is what a server shows for an address that is not there. Both speak
// both languages.
const (
	LandingPath = "index.html"
	MissingPath = "404.html"
)

// IndicatorDataPath is the data of one indicator as a file; ending is csv or json.
func IndicatorDataPath(p *plan.Plan, id plan.IndicatorID, ending string) string {
	return join("data", p.ID, "indicators", string(id)+"."+ending)
}

// AgencyDataPath is the rows of one agency as a file: ending is .csv or .json for its indicators, -tasks.csv or
// -tasks.json for its tasks.
func AgencyDataPath(p *plan.Plan, id plan.AgencyID, ending string) string {
	return join("data", p.ID, "agencies", string(id)+ending)
}

// PeriodDataPath is the rows of one period as a file.
func PeriodDataPath(p *plan.Plan, id plan.PeriodID, ending string) string {
	return join("data", p.ID, "periods", string(id)+"."+ending)
}

// TablePath is a data file of all plans.
func TablePath(name, ending string) string { return join("data", name+"."+ending) }

// ReleasePath is a release of a plan as a ledger recorded it; ending is zip or manifest.json.
func ReleasePath(p string, id plan.PeriodID, ending string) string {
	return join("data", "releases", p, string(id)+"."+ending)
}

// LedgerPath holds the lines of the ledgers of all plans.
const LedgerPath = "data/ledger.jsonl"

// ManifestPath lists every file of the site with its size and checksum.
const ManifestPath = "manifest.json"

// AssetPath is a stylesheet or script.
func AssetPath(name string) string { return join("assets", name) }

// Rel is the relative link from one page to another path of the site, with its file name and fragment, so that it
// holds under any folder of a server and when opened from disk.
func Rel(from, to string) string {
	same := 0 // bytes: the folders with which both begin
	for n := 0; n < len(from) && n < len(to) && from[n] == to[n]; n++ {
		if from[n] == '/' {
			same = n + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[same:], "/")) + to[same:]
}
