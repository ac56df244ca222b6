package page

import (
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// Cluster is a printed group of the indicators' annex with its cells. The place of a cell never changes from one
// period to the next; an indicator without a group is a group of its own.
type Cluster struct {
	Heading string
	Cells   []StripCell
}

// StripCell is one indicator: tile and printed number; the rest is in the accessible name.
type StripCell struct {
	Tile               Tile
	Number, Name, Href string
}

// strip groups all indicators by the printed groups.
func (s *scope) strip(f *Frame, a *derive.AsOf) []Cluster {
	var clusters []Cluster
	at := map[plan.IndicatorID]int{}
	for _, r := range a.Indicators {
		group := s.group(r.Indicator)
		n, ok := at[group.ID]
		if !ok {
			n = len(clusters)
			at[group.ID] = n
			clusters = append(clusters, Cluster{Heading: string(group.ID) + " " + group.Short.In(s.lang)})
		}
		clusters[n].Cells = append(clusters[n].Cells, StripCell{
			Tile: statusTile(r), Number: string(r.Indicator.ID), Name: s.cellName(r),
			Href: s.link(f, IndicatorPath(s.lang, s.world.Plan, r.Indicator.ID)),
		})
	}
	return clusters
}

// group is the outermost printed row above an indicator, or the indicator itself.
func (s *scope) group(i *plan.Indicator) *plan.Indicator {
	for s.rows[i.Parent] != nil {
		i = s.rows[i.Parent]
	}
	return i
}

// cellName is the accessible name: "5 Thanh toán trực tuyến: Đạt"; where only an earlier figure is known, the
// whole answer with its date.
func (s *scope) cellName(r *derive.IndicatorResult) string {
	name := string(r.Indicator.ID) + " " + r.Indicator.Short.In(s.lang) + ": "
	if r.Judged == nil && r.Last != nil {
		name += s.words.Answer(r)
	} else {
		name += wording.Status(s.lang, r.Status)
	}
	if r.Lowered == plan.Sample {
		name += " (" + wording.DataStatus(s.lang, plan.Sample) + ")"
	}
	return name
}
