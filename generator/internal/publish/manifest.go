package publish

import (
	"cmp"
	"slices"

	"minhbach/generator/internal/output"
)

// written is a file of the site, with a check sum that takes a tenth of the time of its digest: enough to find out whether
// the file is still as it was written.
type written struct {
	output.Entry
	check uint32
}

// newManifest lists the files, and gives their check sums in the same order.
func newManifest(files []written, o Options) (m output.Manifest, checks []uint32) {
	slices.SortFunc(files, func(a, b written) int { return cmp.Compare(a.Path, b.Path) })
	entries := make([]output.Entry, len(files))
	checks = make([]uint32, len(files))
	for n, f := range files {
		entries[n], checks[n] = f.Entry, f.check
	}
	plans := o.Plans
	if plans == nil {
		plans = []output.Stamp{}
	}
	return output.Manifest{Format: 1, Plans: plans, ContentSHA256: o.ContentSHA256, Files: entries}, checks
}
