package cli

import (
	"io"
	"path/filepath"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/ledger"
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
	f, err := opened.Open(ledgerPath)
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
