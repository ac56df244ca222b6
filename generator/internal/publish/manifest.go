package publish

import (
	"cmp"
	"slices"

	"minhbach/generator/internal/output"
)

func newManifest(entries []output.Entry, o Options) output.Manifest {
	slices.SortFunc(entries, func(a, b output.Entry) int { return cmp.Compare(a.Path, b.Path) })
	plans := o.Plans
	if plans == nil {
		plans = []output.Stamp{}
	}
	return output.Manifest{Format: 1, Plans: plans, ContentSHA256: o.ContentSHA256, Files: entries}
}
