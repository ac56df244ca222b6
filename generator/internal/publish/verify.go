package publish

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"minhbach/generator/internal/output"
)

// Kind says in what way a copy is not what its manifest lists.
type Kind string

// The kinds of difference.
const (
	NoManifest Kind = "manifest"   // there is none, or none that can be read
	Missing    Kind = "missing"    // listed, and not there
	Changed    Kind = "changed"    // there, with other bytes
	Unlisted   Kind = "not-listed" // there, and not listed
	Outside    Kind = "bad-path"   // a path that leads out of the folder, or that some system could not store
	Twice      Kind = "twice"      // a path that stands there before, or differs from one by capitals alone
	NoFile     Kind = "not-a-file" // a folder, a device, or a link that leads out
	Unreadable Kind = "unreadable"
	OtherHead  Kind = "other-head"    // of a zip: what stands before the file is another than in the directory at the end
	Foreign    Kind = "foreign-bytes" // of a zip, without a path: bytes that belong to no file
)

// Difference is one file of which that is so. The path may be anything that somebody wrote into a manifest or a zip.
type Difference struct {
	Path string
	Kind Kind
	Why  error // of a manifest that is none
}

// Verified is what was found out about a copy.
type Verified struct {
	Listing     output.Manifest   // of a site, or of an archive
	Same        map[string]string // the files that are as they are listed, with their SHA-256
	Differences []Difference      // by path
	Hidden      int               // dot files of a folder beside our own, which were not looked at
}

// Why a manifest cannot be read, beside what the system says.
var (
	ErrTooLong = errors.New("the manifest is too long")
	ErrNoJSON  = errors.New("the manifest is no JSON of its kind")
	ErrFormat  = errors.New("the format of the manifest is not known")
	ErrNoFiles = errors.New("the manifest lists no files")
)

// largest is how long a manifest may be, which is held in memory: some hundred thousand files.
const largest = 64 << 20

// Verify compares every file of the copy with the manifest in it. Files are read one after another and none is held in
// memory; none is read any further than it should be long. The manifest itself need not be listed, nor need the dot files
// of a folder, which belong to whoever hosts it; a zip has no host. The error is that of a folder that cannot be read.
func (c *Copy) Verify() (Verified, error) {
	v := Verified{Same: map[string]string{}}
	l, err := c.listing()
	if err != nil {
		v.Differences = []Difference{{output.ManifestName, NoManifest, err}}
		return v, nil
	}
	v.Listing = l
	listed, folded := map[string]bool{}, map[string]bool{strings.ToLower(output.ManifestName): true}
	for _, e := range l.Files {
		key := strings.ToLower(e.Path)
		bad := Twice
		switch {
		case !storable(e.Path):
			bad = Outside
		case !folded[key]:
			bad = c.compare(e)
		}
		listed[e.Path], folded[key] = true, true
		v.add(e, bad)
	}
	err = c.files(func(path string, bad Kind) {
		switch {
		case bad != "" || listed[path] || path == output.ManifestName || c.hosted && (path == marker || path == keptName):
		case c.hosted && hidden(path):
			v.Hidden++
		default:
			bad = Unlisted
		}
		if bad != "" {
			v.add(output.Entry{Path: path}, bad)
		}
	})
	slices.SortStableFunc(v.Differences, func(a, b Difference) int { return cmp.Compare(a.Path, b.Path) })
	return v, err
}

func (v *Verified) add(e output.Entry, bad Kind) {
	if bad == "" {
		v.Same[e.Path] = e.SHA256
		return
	}
	v.Differences = append(v.Differences, Difference{Path: e.Path, Kind: bad})
}

// hidden tells a dot file, and what lies in a dot folder.
func hidden(path string) bool { return strings.HasPrefix(path, ".") || strings.Contains(path, "/.") }

// listing reads the manifest.
func (c *Copy) listing() (l output.Manifest, err error) {
	f, err := c.Open(output.ManifestName)
	if err != nil {
		return l, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largest+1))
	switch {
	case err != nil:
		return l, err
	case len(text) > largest:
		return l, ErrTooLong
	}
	if err := json.Unmarshal(text, &l); err != nil {
		return l, errors.Join(ErrNoJSON, err)
	}
	switch {
	case l.Format != 1:
		return l, ErrFormat
	case len(l.Files) == 0:
		return l, ErrNoFiles
	}
	return l, nil
}

// compare reads a file that is listed, no further than it should be long.
func (c *Copy) compare(e output.Entry) Kind {
	size, bad := c.find(e.Path)
	switch {
	case bad != "":
		return bad
	case size != e.Bytes:
		return Changed
	}
	f, err := c.open(e.Path)
	if err != nil {
		return c.damaged
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(f, e.Bytes+1))
	switch {
	case n != e.Bytes && err == nil:
		return Changed
	case err != nil:
		return c.damaged
	case hex.EncodeToString(sum.Sum(nil)) != e.SHA256:
		return Changed
	}
	return ""
}
