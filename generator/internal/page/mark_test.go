package page

import (
	"bytes"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/preview"
	"minhbach/generator/internal/raster"
)

// TestMarksAreTheTiles: the symbols of pictures have the colours and edges of the stylesheet, light.
func TestMarksAreTheTiles(t *testing.T) {
	css, err := os.ReadFile("../../../static/src/tile.css")
	if err != nil {
		t.Fatal(err)
	}
	light, _, _ := strings.Cut(string(css), "@media screen")
	colours, dashed := map[string][3]string{}, map[string]bool{}
	names := regexp.MustCompile(`\.t-(\w+)`)
	page := strings.NewReplacer("var(--bg2)", "#f3f5f7", "var(--bg)", "#ffffff")
	for _, m := range regexp.MustCompile(`(?m)^(\.t-.*) \{ (.*) \}`).FindAllStringSubmatch(light, -1) {
		values := regexp.MustCompile(`--f: (.*); --g: (.*); --e: (.*);`).FindStringSubmatch(m[2])
		for _, name := range names.FindAllStringSubmatch(m[1], -1) {
			if values != nil {
				colours[name[1]] = [3]string{page.Replace(values[1]), values[2], values[3]}
			}
			if strings.Contains(m[2], "dashed") {
				dashed[name[1]] = true
			}
		}
	}
	if !maps.Equal(colours, tileColours) || !maps.Equal(dashed, dashedTiles) {
		t.Errorf("tile.css has\n%v\n%v, pictures have\n%v\n%v", colours, dashed, tileColours, dashedTiles)
	}
	if kinds := slices.Sorted(maps.Keys(glyphs)); !slices.Equal(kinds, slices.Sorted(maps.Keys(tileColours))) {
		t.Errorf("glyphs %v have other kinds than the colours", kinds)
	}
}

// TestEveryMarkIsPainted: no glyph holds a path that a picture would have to leave out.
func TestEveryMarkIsPainted(t *testing.T) {
	for kind := range glyphs {
		for _, sample := range []bool{false, true} {
			card := preview.Card{Row: kind, Heading: kind, Sentence: kind, Leads: true, Mark: Tile{kind, sample}.mark()}
			if err := raster.PNG(new(bytes.Buffer), card.SVG(), 0.2); err != nil {
				t.Errorf("%s: %v", kind, err)
			}
		}
	}
}
