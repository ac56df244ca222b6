package page_test

import (
	"testing"

	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
)

func TestRel(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"vi/2030/chi-tieu/7.5.b.html", "en/2030/indicators/7.5.b.html", "../../../en/2030/indicators/7.5.b.html"},
		{"vi/2030/chi-tieu/7.5.b.html", "vi/2030/chi-tieu/index.html#7", "index.html#7"},
		{"vi/index.html", "vi/2030/chi-tieu/index.html", "2030/chi-tieu/index.html"},
		{"vi/index.html", "assets/site-1.css", "../assets/site-1.css"},
		{"index.html", "vi/index.html", "vi/index.html"},
		{"vi/index.html", "vi/index.html", "index.html"},
		{"vi/2030/chi-tieu/1.html", "vi/phuong-phap.html#status/met", "../../phuong-phap.html#status/met"},
	} {
		if got := page.Rel(c.from, c.to); got != c.want {
			t.Errorf("Rel(%s, %s) = %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// TestAddresses holds the table of the contract: a published address never moves.
func TestAddresses(t *testing.T) {
	p := &plan.Plan{ID: "2030"}
	for _, c := range []struct {
		address func(plan.Lang) string
		vi, en  string
	}{
		{page.HomePath, "vi/index.html", "en/index.html"},
		{func(l plan.Lang) string { return page.PlanPath(l, p) }, "vi/2030/index.html", "en/2030/index.html"},
		{func(l plan.Lang) string { return page.IndicatorsPath(l, p) }, "vi/2030/chi-tieu/index.html", "en/2030/indicators/index.html"},
		{func(l plan.Lang) string { return page.IndicatorPath(l, p, "7.5.b") }, "vi/2030/chi-tieu/7.5.b.html", "en/2030/indicators/7.5.b.html"},
		{func(l plan.Lang) string { return page.IndicatorChartPath(l, p, "7.5.b") }, "vi/2030/chi-tieu/7.5.b.svg", "en/2030/indicators/7.5.b.svg"},
		{func(l plan.Lang) string { return page.StatusPath(l, p, "met") }, "vi/2030/chi-tieu/tinh-trang/met.html", "en/2030/indicators/status/met.html"},
		{func(l plan.Lang) string { return page.TasksPath(l, p) }, "vi/2030/nhiem-vu/index.html", "en/2030/tasks/index.html"},
		{func(l plan.Lang) string { return page.TaskPath(l, p, "10.1") }, "vi/2030/nhiem-vu/10.1.html", "en/2030/tasks/10.1.html"},
		{func(l plan.Lang) string { return page.VerdictPath(l, p, "overdue") }, "vi/2030/nhiem-vu/tinh-trang/overdue.html", "en/2030/tasks/status/overdue.html"},
		{func(l plan.Lang) string { return page.AreaPath(l, p, "iv") }, "vi/2030/linh-vuc/iv.html", "en/2030/areas/iv.html"},
		{func(l plan.Lang) string { return page.AgencyPath(l, p, "so-noi-vu") }, "vi/2030/co-quan/so-noi-vu.html", "en/2030/agencies/so-noi-vu.html"},
		{page.FeedPath, "vi/feed.xml", "en/feed.xml"},
		{func(l plan.Lang) string { return page.AgencyFeedPath(l, p, "so-noi-vu") }, "vi/2030/co-quan/so-noi-vu.xml", "en/2030/agencies/so-noi-vu.xml"},
		{func(l plan.Lang) string { return page.PeriodPath(l, p, "2030-q1") }, "vi/2030/ky-bao-cao/2030-q1.html", "en/2030/periods/2030-q1.html"},
		{func(l plan.Lang) string { return page.NarrativePath(l, p, "muc-tieu") }, "vi/2030/ke-hoach/muc-tieu.html", "en/2030/plan/muc-tieu.html"},
		{func(l plan.Lang) string { return page.RevisionsPath(l, p) }, "vi/2030/dinh-chinh.html", "en/2030/revisions.html"},
		{func(l plan.Lang) string { return page.CompliancePath(l, p) }, "vi/2030/che-do-bao-cao.html", "en/2030/compliance.html"},
		{page.DataPath, "vi/du-lieu.html", "en/data.html"},
		{page.MethodologyPath, "vi/phuong-phap.html", "en/methodology.html"},
		{func(l plan.Lang) string { return page.SitePath(l, page.AboutSlug) }, "vi/gioi-thieu.html", "en/about.html"},
		{func(l plan.Lang) string { return page.SitePath(l, page.GlossarySlug) }, "vi/thuat-ngu.html", "en/glossary.html"},
		{func(l plan.Lang) string { return page.SitePath(l, page.AccessibilitySlug) }, "vi/tiep-can.html", "en/accessibility.html"},
	} {
		if c.address(plan.VI) != c.vi || c.address(plan.EN) != c.en {
			t.Errorf("%s and %s, want %s and %s", c.address(plan.VI), c.address(plan.EN), c.vi, c.en)
		}
	}
}
