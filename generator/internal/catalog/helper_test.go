package catalog_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/generator/internal/catalog"
	"minhbach/generator/internal/content"
	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/trial"
)

// release is a content folder's open data, as the site hands them over.
type release struct {
	colophon export.Colophon
	words    export.Words
	products []export.Product
	files    map[string][]byte // the products' own
}

// folders are the content folders on which the descriptions are tried, with the address of their site.
var folders = map[string]struct{ content, base string }{
	"site":            {"../../../content", "https://example.org/reform/"},
	"demo":            {"../../demo/content", ""},
	"open-government": {"../../demo/testplans/open-government", ""},
	"sdg":             {"../../demo/testplans/sdg", ""},
}

func released(t testing.TB, name string) release {
	t.Helper()
	site, _, found := content.Load(os.DirFS(folders[name].content))
	for _, d := range found.Sorted() {
		if d.Severity == diag.Error {
			t.Fatalf("the content has problems: %s", d.Format("en"))
		}
	}
	var worlds []*derive.World
	for _, p := range site.Plans {
		worlds = append(worlds, derive.Judge(p))
	}
	r := release{colophon: colophon(site, worlds, folders[name].base), words: export.Words(trial.Codebook(t)), files: map[string][]byte{}}
	for _, table := range append(export.From(site, worlds).Tables(), export.Codebook(export.Words(trial.Codebook(t)))...) {
		r.add(t, "data/"+table.Name+".csv", "text/csv", "CSV", &table, table.CSV)
	}
	for _, format := range []struct{ path, media, name string }{
		{"data/all.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
		{"data/all.sqlite", "application/vnd.sqlite3", "SQLite"},
		{"data/all.zip", "application/zip", "ZIP"},
	} {
		r.add(t, format.path, format.media, format.name, nil, func(w io.Writer) error {
			_, err := io.WriteString(w, format.name)
			return err
		})
	}
	return r
}

func (r *release) add(t testing.TB, path, media, format string, table *export.Table, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	r.files[path] = b.Bytes()
	r.products = append(r.products, export.Product{Path: path, MediaType: media, Format: format, Table: table, Bytes: int64(b.Len()),
		SHA256: fmt.Sprintf("%x", sha256.Sum256(b.Bytes()))})
}

func colophon(s *plan.Site, worlds []*derive.World, base string) export.Colophon {
	c := export.Colophon{
		ID:          "urn:uuid:0b9b1a52-3f0f-5d2e-9d5e-2f1f6f0a7c11",
		Title:       s.Settings.Name,
		Description: plan.Text{VI: "Mọi mục tiêu, số liệu, tình trạng và nguồn của trang này.", EN: "Every target, figure, status and source of this site."},
		Publisher:   s.Settings.Publisher,
		Notice:      s.Settings.Disclaimer,
		Licence:     s.Settings.Licence,
		NoLicence:   plan.Text{VI: "Bên công bố chưa nêu giấy phép", EN: "The publisher has named no licence"},
		BaseURL:     base,
		Feedback:    s.Settings.Feedback,
		Citation:    plan.Text{VI: s.Settings.Publisher.VI + ", " + s.Settings.Name.VI, EN: s.Settings.Publisher.EN + ", " + s.Settings.Name.EN},
		Conventions: []plan.Text{{VI: "Ô trống là chưa biết, không phải số 0.", EN: "An empty cell is unknown; it is never zero."}},
	}
	if s.Settings.Contact != nil {
		c.Email, c.URL = s.Settings.Contact.Email, s.Settings.Contact.URL
	}
	for n, p := range s.Plans {
		note := export.PlanNote{ID: p.ID, URN: fmt.Sprintf("urn:uuid:0b9b1a52-3f0f-5d2e-9d5e-%012x", len(c.Plans)), Title: p.Title, Place: p.Place,
			Issuer: p.Issuer, Decision: p.Decision, Start: p.Start, End: p.End, HomeVI: "vi/" + p.ID + "/index.html", HomeEN: "en/" + p.ID + "/index.html"}
		for _, a := range worlds[n].Periods {
			note.Period, note.Cutoff, note.Released = a.Period.Name, a.Period.Cutoff, a.Snapshot.Released
			if !note.First.Known() {
				note.First = note.Released
			}
		}
		if note.Released.After(c.Released) {
			c.Released = note.Released
		}
		if !c.Start.Known() || c.Start.After(p.Start) {
			c.Start = p.Start
		}
		if p.End.After(c.End) {
			c.End = p.End
		}
		c.Plans = append(c.Plans, note)
	}
	return c
}

// described are the files that the room writes about a release, by path.
func (r release) described(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for path, write := range map[string]func(io.Writer) error{
		"datapackage.json":       func(w io.Writer) error { return catalog.DataPackage(w, r.colophon, r.words, r.products) },
		"data/csv-metadata.json": func(w io.Writer) error { return catalog.CSVW(w, r.colophon, r.words, r.products) },
		"catalog.jsonld":         func(w io.Writer) error { return catalog.DCATJSON(w, r.colophon, r.words, r.products) },
		"catalog.ttl":            func(w io.Writer) error { return catalog.DCATTurtle(w, r.colophon, r.words, r.products) },
		"README.vi.md":           func(w io.Writer) error { return catalog.Readme(w, r.colophon, r.words, r.products, plan.VI) },
		"README.en.md":           func(w io.Writer) error { return catalog.Readme(w, r.colophon, r.words, r.products, plan.EN) },
		"LICENCE.txt":            func(w io.Writer) error { return catalog.Licence(w, r.colophon) },
		"CITATION.cff":           func(w io.Writer) error { return catalog.CitationCFF(w, r.colophon) },
		"citation.bib":           func(w io.Writer) error { return catalog.BibTeX(w, r.colophon) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		files[path] = b.Bytes()
	}
	return files
}

// TestCatalogOut writes the files of hostile texts where CATALOG_OUT says, for the programs of others, which read the
// sites too (.ci/browser/catalog.test.mjs); without it the files go to a folder that is removed.
func TestCatalogOut(t *testing.T) {
	out := os.Getenv("CATALOG_OUT")
	if out == "" {
		out = t.TempDir()
	}
	save(t, out, hostile(t))
}

func save(t *testing.T, folder string, r release) {
	t.Helper()
	for _, files := range []map[string][]byte{r.files, r.described(t)} {
		for path, file := range files {
			path = filepath.Join(folder, filepath.FromSlash(path))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if len(file) == 0 {
				t.Errorf("%s is empty", path)
			}
			if err := os.WriteFile(path, file, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// nasty is a text with what each of the formats takes for something of its own.
const nasty = "\"quoted\" '''x''' \"\"\"y\"\"\" \\ \\u0041 {a}} %7D 5\" <b>&amp; #1 $x_y~^ @en ; . [ ] \r\n- key: value\n# heading\t🇻🇳 \u200f\u202eשלום\u2028\u0001\x7f\u0085 Ð"

// hostile has the nasty text wherever a text of the content goes, and addresses with what no address holds.
func hostile(t testing.TB) release {
	t.Helper()
	r := released(t, "demo")
	bad := plan.Text{VI: nasty, EN: nasty + " in English"}
	c := &r.colophon
	c.Title, c.Description, c.Publisher, c.Maker, c.Notice, c.Sample, c.Citation = bad, bad, bad, plan.Text{VI: "A" + nasty}, bad, bad, bad
	c.Licence = &plan.Licence{ID: "our own licence", Name: bad, URL: "https://example.org/a b<c>\"{}|^`\\é"}
	c.BaseURL, c.URL = "https://example.org/m%20x/é/", "https://example.org/<>"
	c.Email, c.Feedback = "a b@example.org", ""
	c.Conventions = []plan.Text{bad}
	for n := range c.Plans {
		p := &c.Plans[n]
		p.Title, p.Place, p.Issuer, p.Period, p.Decision.Number = bad, bad, bad, bad, strings.ReplaceAll(nasty, "\n", " ")
		p.Decision.URL = "https://example.org/a b"
	}
	words := export.Words{}
	for key := range r.words {
		words[key] = bad
	}
	r.words = words
	return r
}
