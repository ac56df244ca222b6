package serve

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
)

// prepared is a page with the preview's script, which is told which site the page is of.
func (p *Preview) prepared(page []byte, site string) []byte {
	page = policy.ReplaceAllFunc(page, func(meta []byte) []byte {
		m := policy.FindSubmatch(meta)
		return slices.Concat(m[1], []byte(widened(string(m[2]))), m[3])
	})
	script := []byte(`<script src="` + folder + `preview.js" data-site="` + html.EscapeString(site) + `" data-lang="` + html.EscapeString(p.Lang) + `" defer></script>`)
	if end := bytes.Index(page, []byte("</head>")); end >= 0 {
		return slices.Concat(page[:end], script, page[end:])
	}
	return append(page, script...) // a layout of one's own without a head
}

var policy = regexp.MustCompile(`(<meta http-equiv="?Content-Security-Policy"? content=")([^"]*)(")`)

// widened is a security policy that lets the preview's script and style in, and the script listen.
func widened(policy string) string {
	parts := strings.Split(policy, ";")
	for _, name := range []string{"script-src", "style-src", "connect-src"} {
		n := slices.IndexFunc(parts, func(part string) bool { return strings.HasPrefix(strings.TrimSpace(part), name+" ") })
		switch {
		case n < 0:
			parts = append(parts, " "+name+" 'self'")
		case !strings.Contains(parts[n], "'self'"):
			parts[n] += " 'self'"
		}
	}
	return strings.Join(parts, ";")
}

// waiting is the page in place of a site that is not there.
func (p *Preview) waiting(note Note) []byte {
	return []byte(`<!doctype html><html lang="` + html.EscapeString(p.Lang) + `"><head><meta charset="utf-8"><title>` + html.EscapeString(note.Title) + `</title></head><body></body></html>`)
}
