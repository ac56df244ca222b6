package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPack: the same files give the same bytes, in a folder of their own, and the program can be run where it is unpacked.
func TestPack(t *testing.T) {
	files := []file{{"minhbach", 0o755, []byte("program")}, {"README.txt", 0o644, readme}}
	first, err := pack(files)
	if err != nil {
		t.Fatal(err)
	}
	again, err := pack(files)
	if err != nil || !bytes.Equal(first, again) {
		t.Error("the same files give other bytes", err)
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for n, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil || f.Name != "minhbach/"+files[n].name || f.Mode() != files[n].mode || !bytes.Equal(text, files[n].text) {
			t.Error(f.Name, f.Mode(), err)
		}
	}
}

// TestReadme: both halves of the README name the same commands.
func TestReadme(t *testing.T) {
	vi, en, both := strings.Cut(string(readme), "\n---")
	if !both {
		t.Fatal("the README is in one language")
	}
	for _, command := range []string{"minhbach init\n", "minhbach check\n", "minhbach serve\n", "minhbach help", "minhbach build --help", "SHA256SUMS", "xattr -d"} {
		if !strings.Contains(vi, command) || !strings.Contains(en, command) {
			t.Errorf("%q is not in both languages", command)
		}
	}
}

// TestLicence: a module without a licence is not passed on.
func TestLicence(t *testing.T) {
	folder := t.TempDir()
	if _, err := licenceIn(folder); err == nil {
		t.Error("nothing was taken for a licence")
	}
	for name, text := range map[string]string{"LICENSE.md": "free", "NOTICE": "thanks", "main.go": "code"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := licenceIn(folder); err != nil || string(text) != "free\nthanks\n" {
		t.Errorf("%q, %v", text, err)
	}
}
