package check

import (
	"regexp"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Ids are the names of files and folders of the site, so none may give two things one name.

// ownFolders are the folders and files without ending that the site has of its own.
var ownFolders = []string{"assets", "vi", "en", "data", "releases"}

// ending is that of a kind of file which the site has.
var ending = regexp.MustCompile(`\.(html|xml|csv|json|jsonl|zip|sqlite|xlsx|svg|png|ics|txt|css|js|jsonld|ttl)$`)

// planFolders: vi/<plan>/, en/<plan>/ and data/<plan>/ are the plan's own, also on a server that leaves .html out.
func planFolders(r *review) {
	for _, p := range r.site.Plans {
		page := slices.ContainsFunc(r.site.Pages, func(x plan.Page) bool { return x.Slug == p.ID })
		if page || slices.Contains(taken, p.ID) || slices.Contains(ownFolders, p.ID) || ending.MatchString(p.ID) {
			r.fail(planFile(p), "", "plan-folder",
				diag.Say("trang đã có, hoặc có thể có, tệp hay thư mục khác tên “%s”, nên kế hoạch không mang tên này được", "the site has, or may have, another file or folder “%s”, so a plan cannot have this name", p.ID),
				diag.Say("đổi tên thư mục plans/%s, ví dụ thành năm của kế hoạch", "rename the folder plans/%s, to the year of the plan for example", p.ID))
		}
	}
}

// agencyFiles: the tasks of agency a stand in agencies/a-tasks.csv, which is where the indicators of an agency a-tasks
// would stand.
func agencyFiles(r *review) {
	const tasks = "-tasks"
	all := agencyIDs(r.site)
	for n, id := range all {
		if of, is := strings.CutSuffix(id, tasks); is && slices.Contains(all, of) {
			r.fail(registryFile, item("agencies", n, "id"), "shared-file",
				diag.Say("tệp dữ liệu của “%s” sẽ trùng tên với tệp nhiệm vụ của “%s”", "the data file of “%s” would have the name of the one with the tasks of “%s”", id, of),
				diag.Say("chọn mã không kết thúc bằng %s", "choose an id that does not end in %s", tasks))
		}
	}
}

// pictureFiles: the picture of a chart is not the preview picture of another page.
func pictureFiles(pr *planReview) {
	const preview = ".social"
	if !pr.site.Settings.Pictures {
		return
	}
	for _, i := range pr.plan.Indicators {
		if of, is := strings.CutSuffix(string(i.ID), preview); is && (of == "index" || pr.rows[plan.IndicatorID(of)] != nil) {
			pr.fail(indicatorFile(pr.plan, i), "", "shared-file",
				diag.Say("hình của chỉ tiêu “%s” sẽ trùng tên với hình xem trước của “%s”", "the picture of indicator “%s” would have the name of the preview picture of “%s”", i.ID, of),
				diag.Say("đổi mã cho khỏi kết thúc bằng %s, hoặc bỏ pictures trong site.yaml", "choose an id that does not end in %s, or drop pictures from site.yaml", preview))
		}
	}
}
