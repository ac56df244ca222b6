package site

import (
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
)

// releases are what was recorded as released: each zip as it is, its manifest beside it, and the lines of the ledgers.
func releases(s *plan.Site) []output.File {
	var files []output.File
	var lines []byte
	for _, r := range s.Published() {
		files = append(files, output.Of(page.ReleasePath(r.Plan, r.Period, "zip"), r.Zip),
			output.Of(page.ReleasePath(r.Plan, r.Period, "manifest.json"), r.Manifest))
		lines = append(lines, r.Line...)
	}
	if len(files) > 0 {
		files = append(files, output.Of(page.LedgerPath, lines))
	}
	return files
}
