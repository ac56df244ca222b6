// Package rebuild tells what a site would be made from, so that a build may take over from the one before it what would
// come out the same: everything where nothing changed, and the files of all other rows where the figures of some did. It
// compares digests of the content as it lies on the disk; what leads from a figure to a page is not kept anywhere.
package rebuild

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/publish"
	"minhbach/generator/internal/trees"
)

// Inputs are what a site would be made from.
type Inputs struct {
	sums    *content.Sums
	state   publish.State
	folder  string // of the content
	program string // as it stands on the disk
}

// Of sums up a content folder, the program as its file stands on the disk, and the settings that change what it makes or
// says. Where any of it cannot be read nothing is known, and a build takes nothing over.
func Of(folder string, settings ...string) Inputs {
	sums, err := content.Sum(os.DirFS(folder))
	if err != nil {
		return Inputs{}
	}
	path, err := os.Executable()
	if err != nil {
		return Inputs{}
	}
	program, err := identity(path)
	if err != nil {
		return Inputs{}
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return Inputs{}
	}
	return Inputs{sums, publish.State{Maker: digest(fmt.Sprintf("%s %q", program, settings)), Content: sums.All()}, folder, program}
}

// identity tells one program from another at the same path. Day and size do not: an unpacked program has the day of its zip,
// and a small change keeps the size. Within its first pages stands what the linker calls it by, a digest of all that is in
// it (the Go build ID).
func identity(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	head, err := io.ReadAll(io.LimitReader(f, 64<<10))
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%q %d %d %s %s", path, info.Size(), info.ModTime().UnixNano(), runtime.Version(), digest(string(head))), nil
}

func digest(text string) string {
	d := sha256.Sum256([]byte(text))
	return hex.EncodeToString(d[:])
}

// FS is the content folder as it was summed, whose texts were read already; where it was not, as it stands.
func (in Inputs) FS(folder string) fs.FS {
	if in.sums == nil {
		return os.DirFS(folder)
	}
	return in.sums.FS()
}

// Trees are what a build before parsed of the content, kept in the folder of caches; empty: in none. They do not lie with the
// site, because they say what is not released.
func (in Inputs) Trees(caches string) *trees.Trees {
	if in.sums == nil || caches == "" {
		return trees.New()
	}
	return trees.Load(in.treesFile(caches), in.program)
}

// Keep keeps them for the next build. That they could not be kept is no matter: they are parsed again.
func (in Inputs) Keep(t *trees.Trees, caches string) {
	if in.sums != nil && caches != "" {
		_ = t.Save(in.treesFile(caches), in.program)
	}
}

func (in Inputs) treesFile(caches string) string {
	return filepath.Join(caches, digest(in.folder)[:16]+trees.Ending)
}

// Size is how much there is to read; nothing where it could not be read.
func (in Inputs) Size() content.Size {
	if in.sums == nil {
		return content.Size{}
	}
	return in.sums.Size
}

// Whole is the state without its rows, for publish.Unchanged.
func (in Inputs) Whole() publish.State { return in.state }

// State is the state with its rows, once the content was read from FS.
func (in Inputs) State(s *plan.Site) publish.State {
	if in.sums == nil {
		return publish.State{}
	}
	rest, rows, ok := in.sums.Rows(s)
	if !ok {
		return publish.State{}
	}
	state := in.state
	state.Rest, state.Rows = rest, make(map[string]string, len(rows))
	for row, figures := range rows {
		state.Rows[string(row)] = figures
	}
	return state
}
