package archive_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"minhbach/generator/internal/archive"
	"minhbach/generator/internal/output"
)

var day = time.Date(2030, 4, 10, 0, 0, 0, 0, time.UTC)

func packed(t *testing.T, files ...output.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := archive.Write(&b, day, files, output.Manifest{Format: 1}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWrite: the files stand in their order, bear the day, and are listed by path at the end; twice the same bytes.
func TestWrite(t *testing.T) {
	files := []output.File{output.Of("data/b.csv", []byte("b")), output.Of("a.xlsx", []byte("aaa")), output.Of("data/ă.csv", nil)}
	body := packed(t, files...)
	if !bytes.Equal(body, packed(t, files...)) {
		t.Error("the bytes differ")
	}
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(day) {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
	}
	if want := "data/b.csv a.xlsx data/ă.csv manifest.json"; strings.Join(names, " ") != want {
		t.Errorf("the zip holds %s, want %s", strings.Join(names, " "), want)
	}
	last, err := z.File[3].Open()
	if err != nil {
		t.Fatal(err)
	}
	var m output.Manifest
	if err := json.NewDecoder(last).Decode(&m); err != nil {
		t.Fatal(err)
	}
	if len(m.Files) != 3 || m.Files[0].Path != "a.xlsx" || m.Files[0].Bytes != 3 || m.Files[2].Bytes != 0 {
		t.Errorf("the manifest lists %v", m.Files)
	}
}

// TestFailing: a file that cannot be written fails the zip.
func TestFailing(t *testing.T) {
	broken := errors.New("broken")
	err := archive.Write(io.Discard, day, []output.File{{Path: "a", Write: func(io.Writer) error { return broken }}}, output.Manifest{})
	if !errors.Is(err, broken) {
		t.Error(err)
	}
}
