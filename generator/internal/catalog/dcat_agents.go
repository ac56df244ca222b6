package catalog

import (
	"strings"

	"minhbach/generator/internal/plan"
)

// maker is who compiled or reported the data; often the publisher.
func (k catalogue) maker() string {
	if k.Maker.Empty() || k.Maker == k.Publisher {
		return k.subject("publisher")
	}
	return k.subject("creator")
}

func (k catalogue) agents() graph {
	publisher := a(k.subject("publisher"), "foaf:Agent").say("foaf:name", k.Publisher)
	if web(k.URL) {
		publisher.add("foaf:homepage", ref(k.URL))
	}
	if k.maker() == publisher.name {
		return graph{publisher}
	}
	return graph{publisher, a(k.maker(), "foaf:Agent").say("foaf:name", k.Maker)}
}

// contact is whom one writes to.
func (k catalogue) contact() []value {
	n := blank("vcard:Kind", "vcard:Organization").say("vcard:fn", k.Publisher)
	feedback, isMail := strings.CutPrefix(k.Feedback, "mailto:")
	switch {
	case k.Email != "":
		n.add("vcard:hasEmail", ref("mailto:"+k.Email))
	case isMail:
		n.add("vcard:hasEmail", ref("mailto:"+feedback))
	case web(k.Feedback):
		n.add("vcard:hasURL", ref(k.Feedback))
	case web(k.URL):
		n.add("vcard:hasURL", ref(k.URL))
	default:
		return nil
	}
	return []value{n}
}

func period(start, end plan.Date) []value {
	if !start.Known() && !end.Known() {
		return nil
	}
	return []value{blank("dct:PeriodOfTime").day("dcat:startDate", start).day("dcat:endDate", end)}
}

func locations(places []plan.Text) []value {
	var all []value
	for _, p := range places {
		if !p.Empty() {
			all = append(all, blank("dct:Location").say("skos:prefLabel", p))
		}
	}
	return all
}
