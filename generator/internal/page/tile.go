package page

import (
	"html/template"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// Tile is the symbol of a status or verdict: fill, edge and glyph. Its word stands beside it, or in the accessible
// name of what holds it; the symbol itself is hidden from assistive technology.
type Tile struct {
	Kind   string // class of tile.css
	Sample bool   // hatched: rests on a sample figure
}

// glyphs are strokes in a square of 24; a path that begins with a comma is filled.
var glyphs = map[string][]string{
	"met":          {"M5.5 12.5l4.3 4.3L18.5 7.5"},
	"track":        {"M5 12h13M13 7l5 5-5 5"},
	"behind":       {"M12 6v7M12 17.6v.01"},
	"missed":       {"M7 7l10 10M17 7L7 17"},
	"awaiting":     {"M12 5.5a6.5 6.5 0 1 0 .01 0M12 8.8V12l2.4 1.8"},
	"unreported":   {"M7 12h10"},
	"unassessable": {"M8.8 9.2a3.2 3.2 0 1 1 4.7 2.8c-1 .6-1.5 1.1-1.5 2.2M12 18v.01"},
	"notdue":       {"M12 9.6a2.4 2.4 0 1 0 .01 0"},
	"notyet":       {"M12 6a6 6 0 1 0 .01 0", ",M6 12a6 6 0 0 0 12 0z"},
	"notarget":     {"M12 6.2a5.8 5.8 0 1 0 .01 0M8 16l8-8"},
	"nofigure":     {"M10.7 6.2a4.5 4.5 0 1 0 .01 0M14 14l4 4"},
	"above":        {"M5.5 16h13", ",M12 6.4a3 3 0 1 0 .01 0z"},
	"below":        {"M5.5 8h13", ",M12 11.6a3 3 0 1 0 .01 0z"},
	"late":         {"M4 12.6l3.4 3.4 5.8-7M18.6 7v6M18.6 17v.01"},
	"undated":      {"M5.5 12.5l4.3 4.3L18.5 7.5"},
	"due":          {"M6 7.5h12V18H6zM6 11h12M9.5 5.5v2M14.5 5.5v2"},
	"unstarted":    {"M12 7a5 5 0 1 0 .01 0"},
	"overdue":      {"M12 6v7M12 17.6v.01"},
	"cancelled":    {"M7 17L17 7"},
	"replaced":     {"M6.5 9H17M14 6l3 3-3 3M17.5 15.5H7M10 12.5l-3 3 3 3"},
}

var drawn = drawTiles()

func drawTiles() map[Tile]template.HTML {
	all := map[Tile]template.HTML{}
	for kind, paths := range glyphs {
		body := ""
		for _, p := range paths {
			if p[0] == ',' {
				body += `<path fill="currentColor" stroke="none" d="` + p[1:] + `"/>`
				continue
			}
			body += `<path d="` + p + `"/>`
		}
		body += `</svg>`
		all[Tile{kind, false}] = template.HTML(`<svg class="tile t-` + kind + `" viewBox="0 0 24 24" aria-hidden="true">` + body)
		all[Tile{kind, true}] = template.HTML(`<svg class="tile t-` + kind + ` sample" viewBox="0 0 24 24" aria-hidden="true">` + body)
	}
	return all
}

// html is the symbol; an unknown kind, as of the entry for all, has none.
func (t Tile) html() template.HTML { return drawn[t] }

var statusKinds = map[derive.Status]string{
	derive.Met: "met", derive.Missed: "missed", derive.OnTrack: "track", derive.Behind: "behind", derive.NotYetMet: "notyet",
	derive.NotYetDue: "notdue", derive.Awaiting: "awaiting", derive.NoPublicFigure: "nofigure", derive.NotReported: "unreported",
	derive.NotAssessable: "unassessable", derive.NoTarget: "notarget",
}

var verdictKinds = map[derive.Verdict]string{
	derive.DoneOnTime: "met", derive.DoneLate: "late", derive.DoneDateNotStated: "undated", derive.InProgressVerdict: "track",
	derive.DueThisPeriod: "due", derive.Overdue: "overdue", derive.NotStartedVerdict: "unstarted", derive.NotReportedTask: "unreported",
	derive.NoPublicDocument: "nofigure", derive.NoDeadline: "unassessable", derive.ReplacedVerdict: "replaced", derive.CancelledVerdict: "cancelled",
}

// statusTile is the symbol of an indicator's result. Where only an earlier figure is known, a dot over or under a line
// says on which side of the target it lies.
func statusTile(r *derive.IndicatorResult) Tile {
	t := Tile{statusKinds[r.Status], r.Lowered == plan.Sample}
	if r.Status == derive.NoPublicFigure && r.Last != nil && r.LastHolds != nil {
		t.Kind = "below"
		if *r.LastHolds != downward(r.Target().Target.Kind) {
			t.Kind = "above"
		}
	}
	return t
}

// downward tells the targets that hold for values under them.
func downward(k plan.TargetKind) bool { return k == plan.AtMost || k == plan.Below }

func verdictTile(r *derive.TaskResult) Tile {
	return Tile{verdictKinds[r.Verdict], r.Lowered == plan.Sample}
}
