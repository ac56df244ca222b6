package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"minhbach/generator/internal/archive"
	"minhbach/generator/internal/guard"
	"minhbach/generator/internal/output"
)

// Pack packs a published site into a zip, and writes its checksum beside it, as sha256sum writes it. The zip is there
// whole or not at all, and never beside the checksum of another.
func Pack(out, to string, m output.Manifest, day time.Time) error {
	aside := filepath.Join(filepath.Dir(to), "."+filepath.Base(to)+".new")
	sum, err := packed(out, aside, m, day)
	if err != nil {
		_ = os.Remove(aside)
		return err
	}
	if err := os.Remove(to + ".sha256"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := rename(aside, to); err != nil {
		return err
	}
	return guard.Replace(to+".sha256", []byte(sum+"  "+filepath.Base(to)+"\n")).Do()
}

// packed writes the zip and gives its SHA-256.
func packed(out, to string, m output.Manifest, day time.Time) (sum string, err error) {
	f, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	if err != nil {
		return "", err
	}
	files := make([]output.File, len(m.Files))
	for n, e := range m.Files {
		files[n] = output.File{Path: e.Path, Write: func(w io.Writer) error { return copyFile(w, filepath.Join(out, filepath.FromSlash(e.Path))) }}
	}
	m.Files = nil
	meter := output.NewMeter()
	err = archive.Write(io.MultiWriter(f, meter), day, files, m)
	return meter.Entry(to).SHA256, errors.Join(err, f.Sync(), f.Close())
}

func copyFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// Apart tells whether a file would lie outside some folders, which need not be there yet.
func Apart(file string, folders ...string) bool {
	at, err := filepath.Abs(file)
	if err != nil {
		return false
	}
	for _, folder := range folders {
		of, err := filepath.Abs(folder)
		if err != nil || within(filepath.Dir(at), of) || strings.HasPrefix(at, of+string(filepath.Separator)) {
			return false
		}
	}
	return true
}
