// Package archive packs files into a zip.
//
// In come the files; out goes a zip that depends on nothing but them and one day, which all of them bear: the same files
// give the same bytes on any machine. Its last entry is manifest.json, with the size and SHA-256 of all others, so that
// whoever has the zip alone can verify it.
package archive

import (
	"archive/zip"
	"cmp"
	"io"
	"path"
	"slices"
	"time"

	"minhbach/generator/internal/output"
)

// Write writes the files, in their order, and the manifest, whose list of files is made here.
func Write(w io.Writer, day time.Time, files []output.File, m output.Manifest) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		e, err := add(z, day, f)
		if err != nil {
			return err
		}
		m.Files = append(m.Files, e)
	}
	slices.SortFunc(m.Files, func(a, b output.Entry) int { return cmp.Compare(a.Path, b.Path) })
	text, err := m.JSON()
	if err != nil {
		return err
	}
	if _, err := add(z, day, output.Of(output.ManifestName, text)); err != nil {
		return err
	}
	return z.Close()
}

// add packs one file and measures it on the way.
func add(z *zip.Writer, day time.Time, f output.File) (output.Entry, error) {
	head := &zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: day}
	if path.Ext(f.Path) == ".xlsx" { // which is a zip itself
		head.Method = zip.Store
	}
	to, err := z.CreateHeader(head)
	if err != nil {
		return output.Entry{}, err
	}
	sum := output.NewMeter()
	if err := f.Write(io.MultiWriter(to, sum)); err != nil {
		return output.Entry{}, err
	}
	return sum.Entry(f.Path), nil
}
