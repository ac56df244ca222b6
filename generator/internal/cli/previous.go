package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
)

// longestLedger is how much of a published ledger is read: some hundred thousand releases.
const longestLedger = 256 << 20

// portal holds the copy that stands on the portal against the ledger of the content: whatever was published there was
// released from here, and nothing of it is missing. That the copy is whole is found when it is compared.
func (r reviewed) portal() ([]diag.Diagnostic, error) {
	opened, err := publish.OpenCopy(r.previous)
	if err != nil {
		return nil, wrong("--previous: không đọc được %q (chỉ tới tệp zip đã đưa lên cổng)", "--previous: %q cannot be read (point to the zip that is on the portal)", r.previous)
	}
	defer opened.Close()
	found, err := opened.Verify()
	if err != nil {
		return nil, err
	}
	var problems diag.List
	for _, d := range found.Differences {
		problems.Add(differs(d))
	}
	if err := r.ofSite(found.Listing); err != nil {
		return nil, err
	}
	f, err := opened.Open(ledgerPath)
	if err != nil && len(problems.Sorted()) == 0 && len(r.site.Recorded) > 0 {
		return nil, r.notThePortal(text{"không có " + ledgerPath + ", trong khi " + r.ledgerFolder() + " đã ghi các lần công bố", "has no " + ledgerPath + ", although " + r.ledgerFolder() + " records releases"})
	}
	if err != nil { // published before there was a ledger
		return under(r.previous, problems.Sorted()), nil
	}
	defer f.Close()
	published, err := io.ReadAll(io.LimitReader(f, longestLedger))
	if err != nil {
		return nil, err
	}
	if bad := ledger.Follows(r.site.Recorded, published); bad > 0 {
		problems.Add(diag.Diagnostic{File: ledgerPath, Line: bad, Severity: diag.Error, Rule: "portal-ahead",
			Message: diag.Say("trên cổng có một lần công bố mà sổ công bố ở đây không ghi, hoặc ghi khác", "the portal has a release that the ledger here does not record, or records otherwise"),
			Hint:    diag.Say("lấy thư mục nội dung của người đã công bố lần đó, kể cả %s", "get the content folder of whoever released it, with %s", filepath.ToSlash(filepath.Join(r.content, "ledger")))})
	}
	return under(r.previous, problems.Sorted()), nil
}

// ofSite refuses the manifest of what is no site, or is one of other plans. A manifest that could not be read says nothing.
func (r reviewed) ofSite(m output.Manifest) error {
	if m.Format == 0 {
		return nil
	}
	var plans []string
	ours := false
	for _, s := range m.Plans {
		plans = append(plans, harmless(s.Plan))
		ours = ours || slices.ContainsFunc(r.site.Plans, func(p *plan.Plan) bool { return p.ID == s.Plan })
	}
	all := strings.Join(plans, ", ")
	switch {
	case m.Released != "" && len(m.Plans) == 1:
		period := harmless(m.Plans[0].Period)
		return r.notThePortal(text{"là bản lưu kỳ “" + period + "” của kế hoạch " + all + ", không phải trang", "is the record of period “" + period + "” of plan " + all + ", not the site"})
	case m.ContentSHA256 == "":
		return r.notThePortal(text{"chỉ là phần dữ liệu của trang", "holds the data of a site alone"})
	case !ours:
		return r.notThePortal(text{"là trang của kế hoạch khác: " + all, "is the site of other plans: " + all})
	}
	return nil
}

// notThePortal refuses what is given as the copy on the portal.
func (r reviewed) notThePortal(why text) error {
	return wrong("--previous: %[1]q %[2]s (chỉ tới tệp zip của cả trang, tức tệp đã đưa lên cổng: public-….zip)",
		"--previous: %[1]q %[3]s (point to the zip of the whole site, the one that is on the portal: public-….zip)", r.previous, why.vi, why.en)
}
