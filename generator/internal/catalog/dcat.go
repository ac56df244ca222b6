package catalog

import (
	"io"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// DCATJSON writes catalog.jsonld: DCAT 3 in the shape of DCAT-AP 3.0.1.
func DCATJSON(w io.Writer, c export.Colophon, words export.Words, products []export.Product) error {
	return dcat(c, words, products).jsonLD(w)
}

// DCATTurtle writes catalog.ttl, which holds the same triples as catalog.jsonld.
func DCATTurtle(w io.Writer, c export.Colophon, words export.Words, products []export.Product) error {
	return dcat(c, words, products).turtle(w)
}

// catalogue makes the graph: the catalogue, a dataset a plan, which is all files that hold every table, and a dataset a
// table, which is its CSV and its JSON.
type catalogue struct {
	export.Colophon
	words    export.Words
	products []export.Product
}

func dcat(c export.Colophon, words export.Words, products []export.Product) graph {
	k := catalogue{c, words, products}
	g := graph{k.catalog()}
	for _, p := range c.Plans {
		g = append(g, k.ofPlan(p))
	}
	for _, t := range k.tables() {
		g = append(g, k.ofTable(t))
	}
	for _, p := range products {
		g = append(g, k.distribution(p))
	}
	return append(append(g, k.agents()...), k.named()...)
}

// Authorities' addresses. Every node that is named is typed too, or validators miss its class.
const (
	theme        = "http://publications.europa.eu/resource/authority/data-theme/GOVE"
	themes       = "http://publications.europa.eu/resource/authority/data-theme"
	vietnamese   = "http://publications.europa.eu/resource/authority/language/VIE"
	english      = "http://publications.europa.eu/resource/authority/language/ENG"
	sha256       = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
	mediaTypes   = "https://www.iana.org/assignments/media-types/"
	dcatAP       = "http://data.europa.eu/r5r/"
	rfc4180      = "https://www.rfc-editor.org/info/rfc4180"
	dataPackage2 = "https://datapackage.org/profiles/2.0/datapackage.json"
)

// named are the nodes of authorities, of media types and of the licence.
func (k catalogue) named() graph {
	g := graph{
		a(theme, "skos:Concept").say("skos:prefLabel", plan.Text{VI: "Chính phủ và khu vực công", EN: "Government and public sector"}).add("skos:inScheme", ref(themes)),
		a(themes, "skos:ConceptScheme").say("dct:title", plan.Text{VI: "Chủ đề dữ liệu", EN: "Data theme"}),
		a(vietnamese, "dct:LinguisticSystem"),
		a(english, "dct:LinguisticSystem"),
		a(sha256, "spdx:ChecksumAlgorithm"),
		a(dcatAP, "dct:Standard").say("dct:title", plan.Text{EN: "DCAT-AP"}),
		a(rfc4180, "dct:Standard").say("dct:title", plan.Text{EN: "RFC 4180: Common Format and MIME Type for CSV Files"}),
		a(dataPackage2, "dct:Standard").say("dct:title", plan.Text{EN: "Data Package"}),
	}
	var media []string
	for _, p := range k.products {
		media = append(media, mediaTypes+p.MediaType)
	}
	for _, m := range distinct(media) {
		g = append(g, a(m, "dct:MediaType"))
	}
	for _, p := range k.pages() {
		g = append(g, a(p, "foaf:Document"))
	}
	if licence := k.licence(); licence != "" {
		g = append(g, a(licence, "dct:LicenseDocument").say("dct:title", k.Licence.Name).text("dct:identifier", k.Licence.ID))
	}
	return g
}

// pages are the pages that are named.
func (k catalogue) pages() []string {
	all := []string{k.home()}
	for _, p := range k.Plans {
		all = append(all, k.landing(p)...)
	}
	if web(k.URL) {
		all = append(all, k.URL)
	}
	return distinct(all)
}

func (k catalogue) home() string {
	if k.BaseURL != "" {
		return k.BaseURL
	}
	return "index.html"
}

func (k catalogue) landing(p export.PlanNote) []string {
	var all []string
	for _, path := range []string{p.HomeVI, p.HomeEN} {
		if path != "" {
			all = append(all, k.file(path))
		}
	}
	return all
}

func (k catalogue) licence() string {
	if k.Licence == nil || !web(k.Licence.URL) {
		return ""
	}
	return k.Licence.URL
}

// terms adds under which licence something may be used, or says that none is named.
func (k catalogue) terms(n *node) *node {
	if licence := k.licence(); licence != "" {
		return n.add("dct:license", ref(licence))
	}
	rights := k.NoLicence
	if k.Licence != nil {
		rights = k.Licence.Name
	}
	if rights.Empty() {
		return n
	}
	return n.add("dct:rights", blank("dct:RightsStatement").say("rdfs:label", rights))
}

func (k catalogue) catalog() *node {
	n := a(k.subject(whole), "dcat:Catalog").
		text("dct:identifier", k.ID).
		say("dct:title", k.Title).
		say("dct:description", described(k.Colophon)).
		add("dct:publisher", ref(k.subject("publisher"))).
		add("dct:creator", ref(k.maker())).
		add("foaf:homepage", ref(k.home())).
		add("dct:language", refs(vietnamese, english)...).
		day("dct:issued", first(k.Colophon)).
		day("dct:modified", k.Released).
		text("dcat:version", k.Released.String()).
		add("dct:temporal", period(k.Start, k.End)...).
		add("dct:spatial", locations(places(k.Colophon))...).
		add("dcat:themeTaxonomy", ref(themes)).
		add("dct:conformsTo", ref(dcatAP))
	k.terms(n)
	var datasets []string
	for _, p := range k.Plans {
		datasets = append(datasets, k.planSubject(p))
	}
	for _, t := range k.tables() {
		datasets = append(datasets, k.tableSubject(t))
	}
	return n.add("dcat:dataset", refs(datasets...)...)
}
