package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"minhbach/generator/internal/plan"
)

// writeSorted writes the parts of the workbook in the order of their names: excelize writes the streamed sheets in the
// order of a map. They wait in a temporary file, compressed, and are copied as they are.
func (b *book) writeSorted(w io.Writer, released plan.Date) (err error) {
	unsorted, err := os.CreateTemp("", "minhbach-*.xlsx")
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, unsorted.Close(), os.Remove(unsorted.Name())) }()
	p, err := newParts(unsorted, released)
	if err != nil {
		return err
	}
	b.nameColumns()
	b.SetZipWriter(func(io.Writer) excelize.ZipWriter { return p })
	if _, err := b.WriteToBuffer(); err != nil {
		return err
	}
	size, err := unsorted.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	r, err := zip.NewReader(unsorted, size)
	if err != nil {
		return err
	}
	slices.SortFunc(r.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	sorted := zip.NewWriter(w)
	for _, part := range r.File {
		if err := sorted.Copy(part); err != nil {
			return err
		}
	}
	return sorted.Close()
}

// nameColumns writes the line ends in the names of the marked tables' columns as Excel does. Where they differ from the
// cells of the header, Excel says that the file is damaged.
func (b *book) nameColumns() {
	b.Pkg.Range(func(path, part any) bool {
		if strings.HasPrefix(path.(string), "xl/tables/") {
			b.Pkg.Store(path, bytes.ReplaceAll(part.([]byte), []byte("&#xA;"), []byte("_x000a_")))
		}
		return true
	})
}

// parts makes the parts of a workbook, dated with the day of release.
type parts struct {
	*zip.Writer
	released plan.Date
}

// level is where large tables take two thirds of the usual time, and a fifteenth more room.
const level = 4

// newParts compresses all parts by one compressor, as one is closed before the next begins.
func newParts(w io.Writer, released plan.Date) (parts, error) {
	z := zip.NewWriter(w)
	deflate, err := flate.NewWriter(nil, level)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		deflate.Reset(w)
		return deflate, nil
	})
	return parts{z, released}, err
}

// Create implements excelize.ZipWriter.
func (p parts) Create(name string) (io.Writer, error) {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate}
	if d := p.released; d.Known() {
		h.Modified = d.Time()
	}
	return p.CreateHeader(h)
}
