package site

import (
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"minhbach/generator/internal/output"
	"minhbach/generator/internal/page"
)

// forRobots are robots.txt, which welcomes everybody, and with a base address sitemap.xml (sitemaps.org 0.9): every page
// of the site but those that are no place to arrive at.
func forRobots(base string, pages []output.File) []output.File {
	text := "User-agent: *\nDisallow:\n"
	if base == "" {
		return []output.File{{Path: page.RobotsPath, Write: whole(text)}}
	}
	base = strings.TrimSuffix(base, "/") + "/"
	text += "\nSitemap: " + base + page.SitemapPath + "\n"
	var all []string
	for _, p := range pages {
		if path.Ext(p.Path) == ".html" && !page.Aside(p.Path) {
			all = append(all, p.Path)
		}
	}
	slices.Sort(all)
	return []output.File{
		{Path: page.RobotsPath, Write: whole(text)},
		{Path: page.SitemapPath, Write: func(w io.Writer) error { return sitemap(w, base, all) }},
	}
}

func whole(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

func sitemap(w io.Writer, base string, paths []string) error {
	var b strings.Builder
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, p := range paths {
		b.WriteString("<url><loc>")
		if err := xml.EscapeText(&b, []byte(base+p)); err != nil {
			return err
		}
		b.WriteString("</loc></url>\n")
	}
	_, err := fmt.Fprint(w, b.String(), "</urlset>\n")
	return err
}
