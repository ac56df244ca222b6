package page

import (
	"path"
	"slices"
	"strings"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
)

// What a page says to search engines and catalogues, in the terms of schema.org, as JSON-LD in its head: where it stands,
// and what it is about. The addresses must be absolute, so a site without a base address says nothing. Long texts are not
// repeated; a browser treats the block as data and runs nothing of it.

// graph is the block of a page.
type graph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// SchemaOrg is nil where there is nothing to say.
func (f *Frame) SchemaOrg() *graph {
	if f.Canonical == "" {
		return nil
	}
	var all []any
	if f.About != nil {
		all = append(all, f.About)
	}
	if len(f.Crumbs) > 0 {
		all = append(all, f.breadcrumb())
	}
	if len(all) == 0 {
		return nil
	}
	return &graph{"https://schema.org", all}
}

type breadcrumbList struct {
	Type  string     `json:"@type"`
	Items []listItem `json:"itemListElement"`
}

type listItem struct {
	Type     string `json:"@type"`
	Position int    `json:"position"`
	Name     string `json:"name"`
	Item     string `json:"item"`
}

// breadcrumb is that of the page, with the page itself at its end.
func (f *Frame) breadcrumb() breadcrumbList {
	list := breadcrumbList{Type: "BreadcrumbList"}
	add := func(name, address string) {
		list.Items = append(list.Items, listItem{"ListItem", len(list.Items) + 1, name, address})
	}
	for _, c := range f.Crumbs {
		add(c.Text, f.scope.absolute(f.Path, path.Join(path.Dir(f.Path), c.Href)))
	}
	add(f.Title, f.Canonical)
	return list
}

// named is a person, body, place or thing of which the name says enough.
type named struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

// maker is who made the data: of a plan compiled from public sources its compiler, and otherwise the publisher.
func (s *scope) maker() named {
	if s.world != nil && s.world.Plan.Compiled() && !s.world.Plan.Compiler.Empty() {
		return named{"Organization", s.world.Plan.Compiler.In(s.lang)}
	}
	return named{"Organization", s.site.Settings.Publisher.In(s.lang)}
}

type webSite struct {
	Type      string    `json:"@type"`
	Name      string    `json:"name"`
	URL       string    `json:"url"`
	Language  plan.Lang `json:"inLanguage"`
	Publisher named     `json:"publisher"`
}

func (s *scope) webSite(f *Frame) webSite {
	return webSite{"WebSite", f.SiteName, f.Canonical, s.lang, named{"Organization", s.site.Settings.Publisher.In(s.lang)}}
}

// work is a text: an article, a web page, a report.
type work struct {
	Type        string    `json:"@type"`
	Name        string    `json:"name,omitempty"`
	Headline    string    `json:"headline,omitempty"` // the name of an article
	Description string    `json:"description,omitempty"`
	URL         string    `json:"url"`
	Language    plan.Lang `json:"inLanguage"`
	Published   string    `json:"datePublished,omitempty"`
	About       *named    `json:"about,omitempty"`
	Publisher   named     `json:"publisher"`
}

func (s *scope) article(f *Frame, l plan.Lang) work {
	return work{Type: "Article", Headline: f.Title, Description: f.Description, URL: f.Canonical, Language: l, About: s.aboutPlan(), Publisher: s.maker()}
}

func (s *scope) webPage(f *Frame, l plan.Lang) work {
	return work{Type: "WebPage", Name: f.Title, Description: f.Description, URL: f.Canonical, Language: l, Publisher: s.maker()}
}

func (s *scope) periodReport(f *Frame, name string, snapshot *plan.Snapshot) work {
	return work{Type: "Report", Name: s.sampled(snapshot.Status == plan.Sample, name), URL: f.Canonical, Language: s.lang,
		Published: snapshot.Released.String(), About: s.aboutPlan(), Publisher: s.maker()}
}

func (s *scope) aboutPlan() *named { return &named{"Thing", s.world.Plan.Title.In(s.lang)} }

type organization struct {
	Type      string `json:"@type"`
	Name      string `json:"name"`
	Alternate string `json:"alternateName,omitempty"`
	Founded   string `json:"foundingDate,omitempty"`
	Dissolved string `json:"dissolutionDate,omitempty"`
	Page      string `json:"mainEntityOfPage"` // ours about it, not its own site
}

// organization is a body of the registry; nil for a collective name, which is no body.
func (s *scope) organization(f *Frame, a *plan.Agency) any {
	o := organization{Type: "GovernmentOrganization", Name: a.Name.In(s.lang),
		Founded: a.ValidFrom.String(), Dissolved: a.ValidTo.String(), Page: f.Canonical}
	if short := a.Short.In(s.lang); short != o.Name {
		o.Alternate = short
	}
	switch a.Level {
	case plan.Group:
		return nil
	case plan.Other:
		o.Type = "Organization"
	}
	return o
}

type dataset struct {
	Type         string      `json:"@type"`
	Name         string      `json:"name"`
	Description  string      `json:"description"` // search engines ask for 50 characters or more
	URL          string      `json:"url"`
	PartOf       string      `json:"isPartOf,omitempty"`
	License      string      `json:"license,omitempty"`
	Creator      named       `json:"creator"`
	Publisher    named       `json:"publisher"`
	Languages    []plan.Lang `json:"inLanguage"` // the files hold both
	Modified     string      `json:"dateModified"`
	Time         string      `json:"temporalCoverage"`
	Place        named       `json:"spatialCoverage"`
	BasedOn      []string    `json:"isBasedOn,omitempty"`
	Variable     *variable   `json:"variableMeasured,omitempty"`
	Distribution []download  `json:"distribution"`
}

type variable struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	Unit string `json:"unitText,omitempty"`
}

type download struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

// dataset is what all datasets say; text is completed by whose data it is.
func (s *scope) dataset(f *Frame, name, text string) dataset {
	d := dataset{Type: "Dataset", Name: name, Description: text + " " + s.publisherLine(), URL: f.Canonical, Creator: s.maker(), Publisher: s.maker(),
		Languages: plan.Langs, Modified: s.now.Snapshot.Released.String(), Place: named{"Place", s.world.Plan.Place.In(s.lang)},
		Time: s.world.Plan.Start.String() + "/" + s.world.Plan.End.String()}
	if l := s.site.Settings.Licence; l != nil {
		d.License = l.URL
	}
	return d
}

func (d *dataset) offer(csv, json string) {
	d.Distribution = append(d.Distribution, download{"DataDownload", "text/csv", csv}, download{"DataDownload", "application/json", json})
}

// siteData is the data of all plans, in all tables.
func (s *scope) siteData(f *Frame) dataset {
	var titles []string
	start, end := s.world.Plan.Start, s.world.Plan.End
	for _, w := range s.worlds {
		titles = append(titles, w.Plan.Title.In(s.lang)+".")
		if start.After(w.Plan.Start) {
			start = w.Plan.Start
		}
		if w.Plan.End.After(end) {
			end = w.Plan.End
		}
	}
	d := s.dataset(f, s.say("colophon.title", f.SiteName), f.Description+" "+strings.Join(titles, " "))
	d.Time = start.String() + "/" + end.String()
	for _, p := range s.Data.Packages {
		d.Distribution = append(d.Distribution, download{"DataDownload", p.MediaType, s.absolute(f.Path, p.Path)})
	}
	for _, t := range s.Data.Tables {
		d.offer(s.absolute(f.Path, TablePath(t.Name, "csv")), s.absolute(f.Path, TablePath(t.Name, "json")))
	}
	return d
}

// indicatorData is the data of one indicator.
func (s *scope) indicatorData(f *Frame, r *derive.IndicatorResult, from []SourceView) dataset {
	i, p := r.Indicator, s.world.Plan
	name := string(i.ID) + " " + i.Short.In(s.lang)
	d := s.dataset(f, s.sampled(f.Sample, name), i.Name.In(s.lang)+". "+f.Description+" "+f.PlanLine+".")
	d.PartOf = s.absolute(f.Path, DataPath(s.lang))
	d.Variable = &variable{"PropertyValue", i.Short.In(s.lang), s.unit(i)}
	if p.Decision.URL != "" {
		d.BasedOn = append(d.BasedOn, p.Decision.URL)
	}
	for _, source := range from {
		if !slices.Contains(d.BasedOn, source.Href) {
			d.BasedOn = append(d.BasedOn, source.Href)
		}
	}
	d.offer(s.absolute(f.Path, IndicatorDataPath(p, i.ID, "csv")), s.absolute(f.Path, IndicatorDataPath(p, i.ID, "json")))
	return d
}

// unit is what an indicator is measured in; empty for ranks, tiers, and yes or no.
func (s *scope) unit(i *plan.Indicator) string {
	if i.Value == plan.Percent {
		return "%"
	}
	return i.Unit.In(s.lang)
}
