package site

import (
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"minhbach/generator/internal/archive"
	"minhbach/generator/internal/catalog"
	"minhbach/generator/internal/database"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/output"
	"minhbach/generator/internal/page"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/workbook"
)

// openData is the data of a site as files: each table as CSV and JSON with the cuts of it, all tables as one workbook,
// one database and one zip, and what describes them to machines and to those who get them without the site.
type openData struct {
	about  export.Colophon
	words  export.Words
	tables []export.Table // with the codebook
	offers []offer        // what catalogues list
	papers []output.File  // what describes the data to machines
	cuts   []output.File  // of single rows
}

// offer is a file that catalogues list. It is measured once, by whoever asks first.
type offer struct {
	output.File
	table   *export.Table // nil for what holds all tables
	measure func() (output.Entry, error)
}

func (o offer) ending() string { return strings.TrimPrefix(path.Ext(o.Path), ".") }

// newOpenData takes the plans that the pages show: of which nothing is released, not a row is given away.
func newOpenData(s *plan.Site, worlds []*derive.World, r *page.Renderer) *openData {
	worlds = slices.DeleteFunc(slices.Clone(worlds), func(w *derive.World) bool { return w.Newest() == nil })
	source := export.From(s, worlds)
	d := &openData{about: colophon(s, worlds, r), words: r.Codebook()}
	d.tables = append(source.Tables(), export.Codebook(d.words)...)
	for n := range d.tables {
		for _, f := range d.tables[n].Files("data/" + d.tables[n].Name) {
			d.offers = append(d.offers, offer{f, &d.tables[n], sync.OnceValues(f.Measure)})
		}
	}
	d.keep("data/minhbach.xlsx", func(w io.Writer) error { return workbook.Write(w, d.about, d.words, d.tables) })
	d.keep("data/minhbach.sqlite", func(w io.Writer) error { return database.Write(w, d.about, d.words, d.tables) })
	inside := measured(d.offers)
	d.describe("datapackage.json", inside, catalog.DataPackage)
	d.describe("data/csv-metadata.json", inside, catalog.CSVW)
	packed := slices.Concat(d.covers(inside), d.papers, files(d.offers))
	d.keep("data/minhbach.zip", func(w io.Writer) error {
		return archive.Write(w, d.about.Released.Time(), packed, output.Manifest{Format: 1, Plans: Stamps(worlds)})
	})
	all := measured(d.offers)
	d.describe("catalog.jsonld", all, catalog.DCATJSON)
	d.describe("catalog.ttl", all, catalog.DCATTurtle)
	d.cuts = source.Cuts()
	return d
}

// files are all files of the data.
func (d *openData) files() []output.File { return slices.Concat(files(d.offers), d.papers, d.cuts) }

// inTurn are all files of the data in the order in which they are best made: the workbook and the database take longest,
// the zip holds both, and pages say how large these are. So no core waits for another, and each file takes its own time.
func (d *openData) inTurn() []output.File {
	turns := map[string]int{".xlsx": -2, ".sqlite": -2, ".zip": 1}
	all := files(d.offers)
	slices.SortStableFunc(all, func(a, b output.File) int { return turns[path.Ext(a.Path)] - turns[path.Ext(b.Path)] })
	return slices.Concat(all, d.papers, d.cuts)
}

func files(offers []offer) []output.File {
	all := make([]output.File, len(offers))
	for n, o := range offers {
		all[n] = o.File
	}
	return all
}

// keep offers a file that is made once, when it is first asked for, and kept: it is published, packed and measured.
func (d *openData) keep(path string, write func(io.Writer) error) {
	body := sync.OnceValues(func() (*output.Kept, error) {
		var k output.Kept
		err := write(&k)
		return &k, err
	})
	f := output.File{Path: path, Write: func(w io.Writer) error {
		k, err := body()
		if err != nil {
			return err
		}
		return k.Copy(w)
	}}
	d.offers = append(d.offers, offer{f, nil, sync.OnceValues(f.Measure)})
}

// described is what a description is made from.
type described func() ([]export.Product, error)

// measured are offers as products, once they are measured.
func measured(offers []offer) described {
	offers = slices.Clone(offers)
	return sync.OnceValues(func() ([]export.Product, error) {
		all := make([]export.Product, len(offers))
		for n, o := range offers {
			e, err := o.measure()
			if err != nil {
				return nil, err
			}
			all[n] = export.Product{Path: o.Path, MediaType: mediaTypes[o.ending()], Format: formats[o.ending()], Table: o.table, Bytes: e.Bytes, SHA256: e.SHA256}
		}
		return all, nil
	})
}

var mediaTypes = map[string]string{
	"csv": "text/csv", "json": "application/json", "zip": "application/zip", "sqlite": "application/vnd.sqlite3",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

var formats = map[string]string{"csv": "CSV", "json": "JSON", "zip": "ZIP", "sqlite": "SQLite", "xlsx": "XLSX"}

// describe adds a description of products.
func (d *openData) describe(path string, of described, write func(io.Writer, export.Colophon, export.Words, []export.Product) error) {
	d.papers = append(d.papers, output.File{Path: path, Write: func(w io.Writer) error {
		products, err := of()
		if err != nil {
			return err
		}
		return write(w, d.about, d.words, products)
	}})
}

// covers are what the zip holds for those who get it without the site.
func (d *openData) covers(of described) []output.File {
	readme := func(l plan.Lang) output.File {
		return output.File{Path: "README." + string(l) + ".md", Write: func(w io.Writer) error {
			products, err := of()
			if err != nil {
				return err
			}
			return catalog.Readme(w, d.about, d.words, products, l)
		}}
	}
	simple := func(path string, write func(io.Writer, export.Colophon) error) output.File {
		return output.File{Path: path, Write: func(w io.Writer) error { return write(w, d.about) }}
	}
	return []output.File{readme(plan.VI), readme(plan.EN), simple("LICENCE.txt", catalog.Licence),
		simple("CITATION.cff", catalog.CitationCFF), simple("citation.bib", catalog.BibTeX)}
}

// Stamps say as of when each plan is shown.
func Stamps(worlds []*derive.World) []output.Stamp {
	all := []output.Stamp{}
	for _, w := range worlds {
		if a := w.Newest(); a != nil {
			all = append(all, output.Stamp{Plan: w.Plan.ID, Period: string(a.Period.ID), Cutoff: a.Period.Cutoff.String()})
		}
	}
	return all
}
