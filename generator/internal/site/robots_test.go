package site

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"minhbach/generator/internal/output"
)

func TestForRobots(t *testing.T) {
	pages := []output.File{{Path: "vi/index.html"}, {Path: "index.html"}, {Path: "404.html"}, {Path: "vi/2030/nhung/1.html"}, {Path: "vi/2030/chi-tieu/1.svg"}, {Path: "en/2030/a&b.html"}}
	written := func(f output.File) string {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if files := forRobots("", pages); len(files) != 1 || strings.Contains(written(files[0]), "Sitemap") {
		t.Errorf("without a base address there are %d files", len(files))
	}
	files := forRobots("https://example.org/reform", pages)
	if robots := written(files[0]); !strings.Contains(robots, "\nSitemap: https://example.org/reform/sitemap.xml\n") {
		t.Errorf("robots.txt says %q", robots)
	}
	var set struct {
		Loc []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal([]byte(written(files[1])), &set); err != nil {
		t.Fatal(err)
	}
	if have := strings.Join(set.Loc, " "); have != "https://example.org/reform/en/2030/a&b.html https://example.org/reform/vi/index.html" {
		t.Errorf("the site map lists %s", have)
	}
}
