package catalog

import (
	"io"
	"regexp"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// The shape of datapackage.json: https://datapackage.org, version 2. Titles and descriptions are plain strings there,
// so they hold both languages, Vietnamese first. fieldsMatch is left out: profile and specification disagree on it.
type (
	dataPackage struct {
		Schema       string        `json:"$schema"`
		Name         string        `json:"name"`
		ID           string        `json:"id"`
		Title        string        `json:"title"`
		Description  string        `json:"description,omitempty"`
		Homepage     string        `json:"homepage,omitempty"`
		Version      string        `json:"version,omitempty"`
		Created      string        `json:"created,omitempty"`
		Keywords     []string      `json:"keywords"`
		Contributors []contributor `json:"contributors,omitempty"`
		Licenses     []licence     `json:"licenses,omitempty"`
		Sources      []source      `json:"sources,omitempty"`
		Resources    []resource    `json:"resources"`
	}
	contributor struct {
		Title string   `json:"title"`
		Path  string   `json:"path,omitempty"`
		Email string   `json:"email,omitempty"`
		Roles []string `json:"roles"`
	}
	licence struct {
		Name  string `json:"name,omitempty"`
		Path  string `json:"path,omitempty"`
		Title string `json:"title,omitempty"`
	}
	source struct {
		Title   string `json:"title"`
		Path    string `json:"path,omitempty"`
		Version string `json:"version,omitempty"`
	}
	resource struct {
		Name        string  `json:"name"`
		Type        string  `json:"type"`
		Path        string  `json:"path"`
		Title       string  `json:"title"`
		Description string  `json:"description"`
		Format      string  `json:"format"`
		MediaType   string  `json:"mediatype"`
		Encoding    string  `json:"encoding"`
		Bytes       int64   `json:"bytes"`
		Hash        string  `json:"hash"`
		Dialect     dialect `json:"dialect"`
		Schema      schema  `json:"schema"`
	}
	dialect struct {
		Delimiter        string `json:"delimiter"`
		LineTerminator   string `json:"lineTerminator"`
		QuoteChar        string `json:"quoteChar"`
		DoubleQuote      bool   `json:"doubleQuote"`
		SkipInitialSpace bool   `json:"skipInitialSpace"`
		Header           bool   `json:"header"`
	}
	schema struct {
		Fields        []field      `json:"fields"`
		MissingValues []string     `json:"missingValues"`
		PrimaryKey    []string     `json:"primaryKey,omitempty"`
		UniqueKeys    [][]string   `json:"uniqueKeys,omitempty"`
		ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
	}
	field struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Title       string       `json:"title"`
		Description string       `json:"description"`
		Constraints *constraints `json:"constraints,omitempty"`
		CodeList    string       `json:"codeList,omitempty"` // of our own: the list in the table codes
		ListOf      string       `json:"listOf,omitempty"`   // of our own: the table whose ids are listed
		Unit        string       `json:"unit,omitempty"`     // of our own
		Rule        string       `json:"rule,omitempty"`     // of our own: of the methodology
	}
	constraints struct {
		Required bool     `json:"required,omitempty"`
		Pattern  string   `json:"pattern,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource,omitempty"` // empty: the same table
		Fields   []string `json:"fields"`
	}
)

// DataPackage writes datapackage.json, which describes every table's CSV column by column.
func DataPackage(w io.Writer, c export.Colophon, words export.Words, products []export.Product) error {
	p := dataPackage{
		Schema:       "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:         packageName(c),
		ID:           c.ID,
		Title:        inBoth(c.Title, " / "),
		Description:  inBoth(described(c), "\n\n"),
		Homepage:     c.BaseURL,
		Version:      c.Released.String(),
		Keywords:     keywords(c),
		Contributors: contributors(c),
		Licenses:     licences(c.Licence),
		Sources:      sources(c.Plans),
		Resources:    []resource{},
	}
	if c.Released.Known() {
		p.Created = c.Released.String() + "T00:00:00Z"
	}
	for _, product := range tables(products, "CSV") {
		p.Resources = append(p.Resources, resourceOf(product, words))
	}
	return writeJSON(w, p)
}

// described is what the data are, whose they are not, and that some of them are samples.
func described(c export.Colophon) plan.Text {
	return sentences(c.Description, stop(c.Notice), stop(c.Sample))
}

// stop ends a text as a sentence ends.
func stop(t plan.Text) plan.Text {
	end := func(s string) string {
		if s == "" || strings.HasSuffix(s, ".") {
			return s
		}
		return s + "."
	}
	return plan.Text{VI: end(t.VI), EN: end(t.EN)}
}

// topics are what the data are about, whatever the plan.
var topics = []plan.Text{
	{VI: "kế hoạch", EN: "plan"},
	{VI: "chỉ tiêu", EN: "indicators"},
	{VI: "nhiệm vụ", EN: "tasks"},
	{VI: "kết quả thực hiện", EN: "results"},
	{VI: "dữ liệu mở", EN: "open data"},
}

func keywords(c export.Colophon) []string {
	var all []string
	for _, l := range both {
		for _, t := range append(append([]plan.Text{}, topics...), places(c)...) {
			all = append(all, t.In(l))
		}
	}
	return distinct(all)
}

// places are those of the plans.
func places(c export.Colophon) []plan.Text {
	var all []plan.Text
	for _, p := range c.Plans {
		if !p.Place.Empty() {
			all = append(all, p.Place)
		}
	}
	return distinct(all)
}

// distinct leaves out what was there before.
func distinct[T comparable](all []T) []T {
	seen := map[T]bool{}
	var kept []T
	for _, one := range all {
		if !seen[one] {
			seen[one], kept = true, append(kept, one)
		}
	}
	return kept
}

func contributors(c export.Colophon) []contributor {
	publisher := contributor{Title: inBoth(c.Publisher, " / "), Email: c.Email, Roles: []string{"publisher"}}
	if web(c.URL) {
		publisher.Path = c.URL
	}
	if c.Maker.Empty() || c.Maker == c.Publisher {
		publisher.Roles = []string{"creator", "publisher"}
		return []contributor{publisher}
	}
	return []contributor{{Title: inBoth(c.Maker, " / "), Roles: []string{"creator"}}, publisher}
}

// licenceName is the form of a licence's id that the profile takes.
var licenceName = regexp.MustCompile(`^[-a-zA-Z0-9._]+$`)

func licences(l *plan.Licence) []licence {
	if l == nil {
		return nil
	}
	one := licence{Title: inBoth(l.Name, " / ")}
	if licenceName.MatchString(l.ID) {
		one.Name = l.ID
	}
	if web(l.URL) {
		one.Path = l.URL
	}
	return []licence{one}
}

// sources are the decisions that the plans are.
func sources(plans []export.PlanNote) []source {
	var all []source
	for _, p := range plans {
		s := source{Title: inBoth(p.Title, " / "), Version: p.Decision.Date.String()}
		if p.Decision.Number != "" {
			s.Title = p.Decision.Number + ": " + s.Title
		}
		if web(p.Decision.URL) {
			s.Path = p.Decision.URL
		}
		all = append(all, s)
	}
	return all
}
