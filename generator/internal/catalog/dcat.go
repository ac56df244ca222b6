package catalog

import (
	"io"
	"net/url"
	"strconv"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/lang"
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

// whole is the part that is all of the catalogue.
const whole = "catalog"

// subject is the name of a part of the catalogue: an address in it, or a urn where the site has no address.
func (k catalogue) subject(part string) string {
	switch {
	case k.BaseURL != "":
	case part == whole:
		return k.ID
	default:
		return urn(k.ID, part)
	}
	return k.BaseURL + "catalog.ttl#" + (&url.URL{Path: part}).EscapedPath()
}

// file is the address of a file, relative where the site has none.
func (k catalogue) file(path string) string {
	return k.BaseURL + (&url.URL{Path: path}).String()
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

// dataset is what all datasets say.
func (k catalogue) dataset(subject, id string, title, description plan.Text) *node {
	return a(subject, "dcat:Dataset").
		text("dct:identifier", id).
		say("dct:title", title).
		say("dct:description", description).
		add("dct:publisher", ref(k.subject("publisher"))).
		add("dct:creator", ref(k.maker())).
		add("dcat:contactPoint", k.contact()...).
		add("dct:language", refs(vietnamese, english)...).
		add("dcat:theme", ref(theme)).
		add("dct:provenance", k.provenance()...)
}

// provenance says what the data were compiled from, and whose they are not.
func (k catalogue) provenance() []value {
	if k.Notice.Empty() {
		return nil
	}
	return []value{blank("dct:ProvenanceStatement").say("rdfs:label", k.Notice)}
}

func (k catalogue) planSubject(p export.PlanNote) string {
	if k.BaseURL == "" {
		return p.URN
	}
	return k.subject("plan-" + p.ID)
}

func (k catalogue) ofPlan(p export.PlanNote) *node {
	n := k.dataset(k.planSubject(p), p.URN, p.Title, k.planDescription(p)).
		say("dcat:keyword", append(append([]plan.Text{}, topics...), p.Place)...).
		day("dct:issued", p.First).
		day("dct:modified", p.Released).
		text("dcat:version", p.Released.String()).
		add("dct:temporal", period(p.Start, p.End)...).
		add("dct:spatial", locations([]plan.Text{p.Place})...).
		add("dcat:landingPage", refs(k.landing(p)...)...)
	k.terms(n)
	var files []string
	for _, product := range k.products {
		if product.Table == nil {
			files = append(files, k.subject(product.Path))
		}
	}
	return n.add("dcat:distribution", refs(files...)...)
}

// planDescription says what a plan's dataset holds, by which decision and as of when.
func (k catalogue) planDescription(p export.PlanNote) plan.Text {
	holds := plan.Text{VI: "Mục tiêu, nhiệm vụ, số liệu và tình trạng thực hiện của " + lang.Quote(p.Title.VI), EN: "Targets, tasks, figures and progress of " + lang.Quote(p.Title.In(plan.EN))}
	if p.Decision.Number != "" {
		holds.VI += ", ban hành theo " + p.Decision.Number
		holds.EN += ", issued as " + p.Decision.Number
	}
	if !p.Issuer.Empty() {
		holds.VI += " (" + p.Issuer.VI + ")"
		holds.EN += " (" + p.Issuer.In(plan.EN) + ")"
	}
	return sentences(stop(holds), stop(asOf(p)), stop(k.Sample))
}

// asOf says up to which day a plan is shown.
func asOf(p export.PlanNote) plan.Text {
	if !p.Cutoff.Known() {
		return plan.Text{}
	}
	return plan.Text{
		VI: "Kỳ mới nhất: " + p.Period.VI + ", tính đến hết ngày " + lang.Date(plan.VI, p.Cutoff),
		EN: "Newest period: " + p.Period.In(plan.EN) + ", as of " + lang.Date(plan.EN, p.Cutoff),
	}
}

// tables are the names of the tables that there is a file of, in their order.
func (k catalogue) tables() []string {
	var all []string
	for _, p := range k.products {
		if p.Table != nil {
			all = append(all, p.Table.Name)
		}
	}
	return distinct(all)
}

func (k catalogue) tableSubject(table string) string { return k.subject("table-" + table) }

func (k catalogue) ofTable(table string) *node {
	title := plan.Text{VI: k.Title.VI + " – " + table, EN: k.Title.In(plan.EN) + " – " + table}
	n := k.dataset(k.tableSubject(table), urn(k.ID, "table-"+table), title, sentences(k.words.Holds(table), stop(k.Sample))).
		say("dcat:keyword", topics...).
		day("dct:issued", first(k.Colophon)).
		day("dct:modified", k.Released).
		text("dcat:version", k.Released.String()).
		add("dct:temporal", period(k.Start, k.End)...).
		add("dct:spatial", locations(places(k.Colophon))...)
	k.terms(n)
	var files []string
	for _, p := range k.products {
		if p.Table != nil && p.Table.Name == table {
			files = append(files, k.subject(p.Path))
		}
	}
	return n.add("dcat:distribution", refs(files...)...)
}

// holds says what is in a file.
func (k catalogue) holds(p export.Product) plan.Text {
	if p.Table == nil {
		return plan.Text{VI: "Mọi bảng của dữ liệu trong một tệp " + p.Format + ".", EN: "All tables of the data in one " + p.Format + " file."}
	}
	return k.words.Holds(p.Table.Name)
}

func (k catalogue) distribution(p export.Product) *node {
	file := ref(k.file(p.Path))
	name := p.Path[strings.LastIndexByte(p.Path, '/')+1:]
	n := a(k.subject(p.Path), "dcat:Distribution").
		text("dct:title", name).
		say("dct:description", k.holds(p)).
		add("dcat:accessURL", file).
		add("dcat:downloadURL", file).
		add("dcat:mediaType", ref(mediaTypes+p.MediaType)).
		add("dct:format", blank("dct:IMT", "dct:MediaTypeOrExtent").text("rdfs:label", p.Format).text("rdf:value", p.MediaType)).
		add("dcat:byteSize", literal{text: strconv.FormatInt(p.Bytes, 10), datatype: "xsd:nonNegativeInteger"}).
		add("spdx:checksum", blank("spdx:Checksum").add("spdx:algorithm", ref(sha256)).
			add("spdx:checksumValue", literal{text: p.SHA256, datatype: "xsd:hexBinary"})).
		add("dct:language", refs(vietnamese, english)...).
		day("dct:modified", k.Released)
	switch p.Format {
	case "CSV":
		n.add("dct:conformsTo", ref(rfc4180))
	case "ZIP":
		n.add("dct:conformsTo", ref(dataPackage2)).add("dcat:packageFormat", ref(mediaTypes+p.MediaType))
	}
	return k.terms(n)
}

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
