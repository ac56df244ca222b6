package page_test

import (
	"strings"
	"testing"

	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/layouts"
)

// TestEmblem: the emblem stands in the masthead of every page with a frame and is its icon. It is decoration, since the
// name stands beside it; its width is known before it comes.
func TestEmblem(t *testing.T) {
	site, worlds := shipped(t)
	site.Emblem = &plan.Emblem{File: "x.png", Width: 90, Height: 60}
	r, err := page.New(layouts.FS, page.Assets{Emblem: "emblem-0123456789.png"})
	if err != nil {
		t.Fatal(err)
	}
	const (
		image = `assets/emblem-0123456789.png" width="45" height="30" alt="">`
		icon  = `assets/emblem-0123456789.png" type="image/png">`
	)
	for name, body := range render(t, r.Pages(site, worlds)) {
		if !strings.Contains(body, `<div class="mast">`) {
			continue
		}
		if strings.Count(body, image) != 1 || strings.Count(body, icon) != 1 || strings.Contains(body, `<svg class="mark"`) {
			t.Errorf("%s does not show the emblem in place of the mark, and as its icon", name)
		}
	}
	for name, body := range render(t, pages(t, site, worlds)) { // no file, no link
		if strings.Contains(body, `class="mark emblem"`) || strings.Contains(body, `rel="icon"`) {
			t.Errorf("%s shows an emblem that the site does not have", name)
		}
	}
}
