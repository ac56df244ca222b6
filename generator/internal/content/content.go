// Package content reads the folder that staff edit and gives back a site, or every reason why it cannot.
//
//	site.yaml  agencies.yaml  pages/<slug>.<lang>.md  and the emblem that site.yaml names
//	plans/<plan>/plan.yaml  printed.csv
//	plans/<plan>/indicators/<id>.yaml  tasks/<id>.yaml  snapshots/<period>.yaml
//	plans/<plan>/narrative/<slug>.<lang>.md
//
// A file's name is its id. Dot files, README files and the folders ledger and releases are not read; anything else that
// has no place in this layout is reported, because a file that is silently left out is a figure that is silently lost.
//
// Files are UTF-8. A byte-order mark, Windows line ends and decomposed letters are accepted and normalised before
// anything is read; places are lines and characters of the normalised text. Invalid bytes, characters that nobody sees,
// files over 8 MB and anything that is not a plain file are refused.
//
// YAML is read strictly against the structs of package plan: a key that is not there, twice there or missing, a value of
// another kind, a number or day that is not written plainly, a second document, anchors, aliases, merge keys and tags
// are refused, each at its line and column with what to do. A broken file still counts as there, so that one mistake
// does not make every file that names it wrong too.
//
// After the files come the rules across them (package check), placed in the files in the same way. What is found after
// an error at the same place, or in a file that could not be read at all, is left unsaid.
package content

import (
	"io/fs"
	"strings"

	"minhbach/generator/internal/check"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trees"
)

// Load reads and checks a content folder. It always gives back what could be read; when the list has an error, the
// site must not be built. Files are read on all cores; the result does not depend on their number. The paths of the
// diagnostics are relative to the folder.
func Load(fsys fs.FS) (*plan.Site, *Places, *diag.List) { return Read(fsys, nil).Check() }

// Reading is a content folder as it was read, before the rules across files.
type Reading struct {
	fsys   fs.FS
	site   *plan.Site
	found  *diag.List
	spoilt map[string][]string // what of a file could not be read
}

// Read is the first half of Load. YAML whose tree is kept is not parsed again, and afterwards they are those of this folder.
func Read(fsys fs.FS, kept *trees.Trees) *Reading {
	kept.Again()
	found := &diag.List{}
	files := survey(fsys, found)
	reads := readAll(kept, fsys, files)
	spoilt := map[string][]string{}
	a := &assembly{have: map[kind]bool{}, found: found, spoilt: spoilt}
	for _, r := range reads {
		found.Add(r.found...)
		spoilt[r.file.path] = r.spoilt
		a.add(r)
	}
	return &Reading{fsys, a.finish(), found, spoilt}
}

// Check is the second half of Load.
func (r *Reading) Check() (*plan.Site, *Places, *diag.List) {
	places := &Places{fsys: r.fsys}
	for _, f := range check.Site(r.site) {
		if !covered(r.spoilt[f.File], f.Path) && !restsOn(r.spoilt, f.Rests) {
			line, col := f.Line, f.Col
			if line == 0 {
				line, col = places.At(f.File, f.Path)
			}
			r.found.Add(diag.Diagnostic{File: f.File, Line: line, Col: col, Severity: f.Severity, Rule: f.Rule, Message: f.Message, Hint: f.Hint})
		}
	}
	if address, refused := check.BaseURL(r.site.Settings.BaseURL); refused == nil {
		r.site.Settings.BaseURL = address // as all files write it
	}
	return r.site, places, r.found
}

// restsOn tells whether something could not be read in a folder.
func restsOn(spoilt map[string][]string, folder string) bool {
	for file, paths := range spoilt {
		if folder != "" && len(paths) > 0 && strings.HasPrefix(file, folder) {
			return true
		}
	}
	return false
}
