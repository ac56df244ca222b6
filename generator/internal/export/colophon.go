package export

import "minhbach/generator/internal/plan"

// Colophon is what a product that travels without the site says of itself, in both languages: what it is, who
// publishes it and whose it is not, under which licence, as of when.
type Colophon struct {
	ID          string // a urn:uuid that stays the same wherever the site stands
	Title       plan.Text
	Description plan.Text // two or three sentences
	Publisher   plan.Text
	Maker       plan.Text // who compiled or reported the data; often the publisher
	Notice      plan.Text // whose site it is not, what the data were compiled from; may be empty
	Sample      plan.Text // says that some figures are samples; empty when none is
	Licence     *plan.Licence
	NoLicence   plan.Text // said where there is no licence
	BaseURL     string    // ends in a slash; empty when it is not known
	Email, URL  string    // of the publisher; may be empty
	Feedback    string    // an address where errors are reported; may be empty
	Released    plan.Date // the newest day on which something was released
	Start, End  plan.Date // the time that the plans span
	Citation    plan.Text
	Conventions []plan.Text // how the tables are written
	Plans       []PlanNote  // newest first, as the site lists them
}

// PlanNote says of one plan as of when it is shown.
type PlanNote struct {
	ID             string
	URN            string // stays the same wherever the site stands
	Title, Place   plan.Text
	Issuer         plan.Text
	Decision       plan.Document
	Start, End     plan.Date
	Period         plan.Text // the newest released one
	Cutoff         plan.Date
	Released       plan.Date
	First          plan.Date // of its first release
	HomeVI, HomeEN string    // the paths of its cover pages, from the root of the site
}

// Product is a file of the open data as catalogues describe it.
type Product struct {
	Path      string // from the site's root
	MediaType string
	Format    string // CSV, JSON, XLSX, SQLite, ZIP
	Table     *Table // nil for what holds all tables
	Bytes     int64
	SHA256    string // in hex
}
