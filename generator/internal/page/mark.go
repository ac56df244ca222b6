package page

import "minhbach/generator/internal/preview"

// tileColours are the fill, the glyph and the edge of each tile in light colours, for pictures; a test holds that they
// are those of tile.css.
var tileColours = map[string][3]string{
	"met": {"#07505e", "#ffffff", "#07505e"}, "track": {"#c5e8ec", "#07505e", "#1b7f90"},
	"behind": {"#ffc24d", "#3d2500", "#8a5200"}, "late": {"#ffc24d", "#3d2500", "#8a5200"},
	"missed": {"#c8321f", "#ffffff", "#c8321f"}, "overdue": {"#c8321f", "#ffffff", "#c8321f"},
	"awaiting": {"#ffffff", "#51409c", "#51409c"}, "undated": {"#ffffff", "#07505e", "#07505e"},
	"unreported": {"#ffffff", "#14212e", "#14212e"}, "due": {"#ffffff", "#14212e", "#14212e"},
	"nofigure": {"#ffffff", "#4a5763", "#66717d"}, "above": {"#ffffff", "#4a5763", "#66717d"}, "below": {"#ffffff", "#4a5763", "#66717d"},
	"notyet":       {"#f3f5f7", "#2b3947", "#4a5763"},
	"unassessable": {"#b4bdc7", "#14212e", "#66717d"}, "cancelled": {"#b4bdc7", "#14212e", "#66717d"}, "replaced": {"#b4bdc7", "#14212e", "#66717d"},
	"notdue": {"#ffffff", "#5a6672", "#7b8692"}, "notarget": {"#ffffff", "#5a6672", "#7b8692"}, "unstarted": {"#ffffff", "#5a6672", "#7b8692"},
}

// dashedTiles have a dashed edge: something is not there.
var dashedTiles = map[string]bool{"unreported": true, "nofigure": true, "above": true, "below": true}

// mark is a tile for a picture; nil for a kind without a symbol. What rests on a sample is an empty tile with a dashed edge.
func (t Tile) mark() *preview.Mark {
	colours, known := tileColours[t.Kind]
	if !known {
		return nil
	}
	m := &preview.Mark{Fill: colours[0], Ink: colours[1], Edge: colours[2], Dashed: dashedTiles[t.Kind]}
	if t.Sample {
		m.Fill, m.Ink, m.Dashed = "#ffffff", m.Edge, true
	}
	for _, d := range glyphs[t.Kind] {
		if d[0] == ',' {
			m.Areas = append(m.Areas, d[1:])
		} else {
			m.Strokes = append(m.Strokes, d)
		}
	}
	return m
}
