package page

import (
	"minhbach/generator/internal/plan"
)

// AgencyLink is an agency or group that answers for a row; Ended says until when it existed and what came after.
type AgencyLink struct {
	Link
	Ended string
}

// agencies are links to the pages of some agencies.
func (s *scope) agencies(f *Frame, ids []plan.AgencyID) []AgencyLink {
	var links []AgencyLink
	for _, id := range ids {
		a := s.site.Agency(id)
		if a == nil {
			continue
		}
		link := AgencyLink{Link: Link{a.Name.In(s.lang), s.link(f, AgencyPath(s.lang, s.world.Plan, id))}}
		if a.ValidTo.Known() {
			link.Ended = s.say("agency.until", s.date(a.ValidTo))
			if next := s.site.Agency(a.Successor); next != nil {
				link.Ended = s.say("agency.until.successor", s.date(a.ValidTo), next.Name.In(s.lang))
			}
		}
		links = append(links, link)
	}
	return links
}

// agencyName is the full name of an agency.
func (s *scope) agencyName(id plan.AgencyID) string {
	if a := s.site.Agency(id); a != nil {
		return a.Name.In(s.lang)
	}
	return string(id)
}

// names are the names of some agencies; the short ones where there are any.
func (s *scope) names(ids []plan.AgencyID) []string {
	var all []string
	for _, id := range ids {
		if a := s.site.Agency(id); a != nil && !a.Short.Empty() {
			all = append(all, a.Short.In(s.lang))
		} else if a != nil {
			all = append(all, a.Name.In(s.lang))
		}
	}
	return all
}
