package site

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"minhbach/generator/internal/plan"
	"minhbach/static"
)

// style is the stylesheet with the accent of the site as the ground of the masthead, under a name of its own. The rule
// comes last, so that it holds in light and dark; forced colours do without a ground.
func style(bundled static.Asset, accent string) static.Asset {
	if accent == "" {
		return bundled
	}
	body := append([]byte(strings.TrimSuffix(string(bundled.Body), "\n")), ":root{--ground:"+accent+"}\n"...)
	return static.Asset{Name: fingerprinted("site", ".css", body), Body: body}
}

// emblem is the picture of the masthead; without one its name is empty.
func emblem(e *plan.Emblem) static.Asset {
	if e == nil {
		return static.Asset{}
	}
	return static.Asset{Name: fingerprinted("emblem", strings.ToLower(path.Ext(e.File)), e.Body), Body: e.Body}
}

// fingerprinted is a name that changes with the bytes, so that caches may keep the file for ever.
func fingerprinted(kind, ending string, body []byte) string {
	sum := sha256.Sum256(body)
	return kind + "-" + hex.EncodeToString(sum[:5]) + ending
}
