package catalog

import (
	"strconv"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

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
