package site_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"

	"minhbach/generator/internal/content"
	"minhbach/generator/internal/site"
	"minhbach/layouts"
	"minhbach/static"
)

// TestCitation: the data of a site are cited in one way, by one title and one address, wherever a reader finds them.
func TestCitation(t *testing.T) {
	s, _, _ := content.Load(os.DirFS("../../demo/content"))
	s.Settings.BaseURL = "https://example.org/reform/"
	assets, err := static.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	files, err := site.Files(s, site.Judge(s), layouts.FS, assets)
	if err != nil {
		t.Fatal(err)
	}
	all := built{}
	for _, f := range files {
		if f.Path == "en/data.html" || f.Path == "vi/du-lieu.html" || f.Path == "data/minhbach.zip" {
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			all[f.Path] = b.Bytes()
		}
	}
	z, err := zip.NewReader(bytes.NewReader(all["data/minhbach.zip"]), int64(len(all["data/minhbach.zip"])))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.vi.md", "README.en.md", "CITATION.cff", "citation.bib"} {
		if all[name], err = fs.ReadFile(z, name); err != nil {
			t.Fatal(err)
		}
	}
	title := map[string]string{"vi": "Dữ liệu – " + s.Settings.Name.VI, "en": "Data – " + s.Settings.Name.EN}
	for page, lang := range map[string]string{"vi/du-lieu.html": "vi", "en/data.html": "en"} {
		_, cited, found := strings.Cut(string(all["README."+lang+".md"]), map[string]string{"vi": "Khi trích dẫn, ghi: ", "en": "Cite as: "}[lang])
		cited, _, _ = strings.Cut(cited, "\n")
		if !found || !strings.Contains(cited, "“"+title[lang]+"”") || !strings.HasSuffix(cited, ", https://example.org/reform/") {
			t.Errorf("%s: the readme says %q", lang, cited)
		}
		if !strings.Contains(textOf(all[page]), cited) {
			t.Errorf("%s does not say %q", page, cited)
		}
		for _, paper := range []string{"CITATION.cff", "citation.bib"} {
			if text := string(all[paper]); !strings.Contains(text, title[lang]) || !strings.Contains(text, "https://example.org/reform/") {
				t.Errorf("%s has not the title %q or the address", paper, title[lang])
			}
		}
	}
}
