package publish

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"minhbach/generator/internal/output"
)

// checkPaths refuses paths that leave the folder, that some system could not store, or that some file system would
// take for another: the same content must give the same site everywhere. Dot names are left to whoever hosts the site.
func checkPaths(files []output.File) error {
	names := map[string]string{strings.ToLower(output.ManifestName): output.ManifestName}
	folders := map[string]string{}
	for _, f := range files {
		if !storable(f.Path) {
			return fmt.Errorf("%q is not a path that every system can store inside the site", f.Path)
		}
		key := strings.ToLower(f.Path)
		if before, twice := names[key]; twice {
			return fmt.Errorf("%q and %q would be one file", before, f.Path)
		}
		names[key] = f.Path
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			before, known := folders[strings.ToLower(dir)]
			if known && before != dir {
				return fmt.Errorf("%q and %q would be one folder", before, dir)
			}
			if known {
				break
			}
			folders[strings.ToLower(dir)] = dir
		}
	}
	for key, dir := range folders {
		if name, both := names[key]; both {
			return fmt.Errorf("%q is a file and %q a folder of the same name", name, dir)
		}
	}
	return nil
}

// device tells the names that Windows keeps for itself, with any ending.
func device(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	if n := len(name) - 1; n == 3 && name[n] >= '0' && name[n] <= '9' {
		return strings.EqualFold(name[:n], "com") || strings.EqualFold(name[:n], "lpt")
	}
	return len(name) == 3 && slices.ContainsFunc([]string{"con", "prn", "aux", "nul"}, func(d string) bool { return strings.EqualFold(name, d) })
}

func storable(name string) bool {
	if !fs.ValidPath(name) || strings.ContainsAny(name, `\<>:"|?*`) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if part[0] == '.' || part[len(part)-1] == '.' || part[len(part)-1] == ' ' || device(part) {
			return false
		}
	}
	return true
}
