package catalog_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/generator/internal/catalog"
	"minhbach/generator/internal/export"
	"minhbach/generator/internal/plan"
)

// TestSameBytes: a release is described in the same bytes each time.
func TestSameBytes(t *testing.T) {
	r := released(t, "demo")
	first, second := r.described(t), r.described(t)
	if len(first) != 9 {
		t.Errorf("%d files, want 9", len(first))
	}
	for path, file := range first {
		if !bytes.Equal(file, second[path]) {
			t.Errorf("%s differs", path)
		}
	}
}

// known is what datapackage.json says of keys and references.
type known struct {
	Resources []struct {
		Name   string
		Schema struct {
			Fields []struct {
				Name        string
				Type        string
				Constraints struct {
					Required bool
					Enum     []string
				}
			}
			PrimaryKey  []string
			UniqueKeys  [][]string
			ForeignKeys []struct {
				Fields    []string
				Reference struct{ Resource string }
			}
		}
	}
}

// TestEmptyCells: of the keys' columns those alone are not required that are empty somewhere, and those references
// alone are left out that are partly empty somewhere. The status of an indicator whose first target is not valid yet
// has no target, which occurs in none of the plans.
func TestEmptyCells(t *testing.T) {
	empty := map[string]map[string]bool{}
	for name := range folders {
		r := released(t, name)
		for path, file := range r.files {
			if !strings.HasSuffix(path, ".csv") {
				continue
			}
			rows, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			table := strings.TrimSuffix(strings.TrimPrefix(path, "data/"), ".csv")
			if empty[table] == nil {
				empty[table] = map[string]bool{}
			}
			for _, row := range rows[1:] {
				for n, cell := range row {
					empty[table][rows[0][n]] = empty[table][rows[0][n]] || cell == ""
				}
			}
		}
	}
	r := released(t, "site")
	var p known
	if err := json.Unmarshal(r.described(t)["datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	schemas := map[string]export.Schema{}
	for _, product := range r.products {
		if product.Table != nil {
			schemas[product.Table.Name] = product.Table.Schema
		}
	}
	for _, resource := range p.Resources {
		s := schemas[resource.Name]
		for n, f := range resource.Schema.Fields {
			if f.Name != s.Columns[n].Name {
				t.Errorf("%s: column %d is %s, want %s", s.Name, n+1, f.Name, s.Columns[n].Name)
			}
			if key := slices.Contains(s.Key, f.Name); f.Constraints.Required != (key && !empty[s.Name][f.Name]) {
				t.Errorf("%s.%s: required is %v, key %v, empty %v", s.Name, f.Name, f.Constraints.Required, key, empty[s.Name][f.Name])
			}
			if !slices.Equal(f.Constraints.Enum, s.Columns[n].Codes()) {
				t.Errorf("%s.%s: the codes are %q", s.Name, f.Name, f.Constraints.Enum)
			}
		}
		keys := append(resource.Schema.UniqueKeys, resource.Schema.PrimaryKey)
		if len(s.Key) > 0 && !slices.Equal(keys[0], s.Key) {
			t.Errorf("%s: the key is %q, want %q", s.Name, keys[0], s.Key)
		}
		for _, reference := range s.References {
			partly := len(reference.Columns) > 1 && slices.ContainsFunc(reference.Columns, func(c string) bool { return empty[s.Name][c] })
			declared := false
			for _, k := range resource.Schema.ForeignKeys {
				declared = declared || slices.Equal(k.Fields, reference.Columns)
			}
			// A target that is not valid yet, and a changed deadline of a task, are in none of the plans.
			unseen := s.Name == "statuses" && reference.Table == "targets" || s.Name == "definition_changes" && reference.Table != "periods"
			if declared == (partly || unseen) {
				t.Errorf("%s by %q: declared is %v, partly empty %v", s.Name, reference.Columns, declared, partly)
			}
		}
	}
}

// TestIDs holds what was published: a portal takes a dataset with another id for another dataset, and deletes the old.
func TestIDs(t *testing.T) {
	r := released(t, "demo")
	here := string(r.described(t)["catalog.ttl"])
	if want := "<urn:uuid:" + "eea5fc27-857e-5590-b305-31aff0a4c1b2" + "> a dcat:Dataset"; !strings.Contains(here, want) {
		t.Errorf("there is no %s", want)
	}
	if !strings.Contains(here, "<"+r.colophon.ID+"> a dcat:Catalog") || !strings.Contains(string(r.described(t)["datapackage.json"]), `"name": "tinh-thi-du-ke-hoach-va-ket-qua"`) {
		t.Error("the whole has another id or name")
	}
	r.colophon.BaseURL = "https://example.org/x/"
	moved := string(r.described(t)["catalog.ttl"])
	id := regexp.MustCompile(`dct:identifier "urn:[^"]*"`)
	if a, b := id.FindAllString(here, -1), id.FindAllString(moved, -1); len(a) < 20 || !slices.Equal(a, b) {
		t.Errorf("the site moved, and %d ids became %d others", len(a), len(b))
	}
	if !strings.Contains(moved, "<https://example.org/x/catalog.ttl#table-observations> a dcat:Dataset") {
		t.Error("the table observations has no address")
	}
	all := id.FindAllString(here, -1)
	slices.Sort(all)
	if n := len(slices.Compact(slices.Clone(all))); n != len(all) {
		t.Errorf("%d ids, %d of them different", len(all), n)
	}
}

// TestHostile: whatever the texts are, they stay what they are, and each document keeps its form.
func TestHostile(t *testing.T) {
	files := hostile(t).described(t)
	var p struct{ Title string }
	if err := json.Unmarshal(files["datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	if want := nasty + " / " + nasty + " in English"; p.Title != want {
		t.Errorf("the title came back as %q", p.Title)
	}
	literal := regexp.MustCompile(`"(?:[^"\\\x00-\x1f\x7f]|\\[\\"nrt]|\\u[0-9A-F]{4})*"(@vi|@en|\^\^xsd:[a-zA-Z]+)?`)
	address := regexp.MustCompile(`<[!#-;=?-\[\]_a-z~]*>`)
	rest := address.ReplaceAllString(literal.ReplaceAllString(string(files["catalog.ttl"]), ""), "")
	if strange := regexp.MustCompile(`[^a-zA-Z0-9:;,.@\[\] \n].*`).FindString(rest); strange != "" {
		t.Errorf("catalog.ttl has outside of texts and addresses: %s", strange)
	}
	for line := range strings.Lines(string(files["CITATION.cff"])) {
		if !regexp.MustCompile(`^(authors|identifiers|keywords):\n$|^  - type: other\n$|^ *(- )?([a-z-]+: )?"([^"\\\x00-\x1f\x7f]|\\["\\nt]|\\u[0-9A-F]{4})*"\n$`).MatchString(line) {
			t.Errorf("a line of CITATION.cff is %q", line)
		}
	}
	depth := 0
	for _, r := range string(files["citation.bib"]) {
		depth += map[rune]int{'{': 1, '}': -1}[r]
	}
	if depth != 0 {
		t.Errorf("citation.bib has %d open braces", depth)
	}
	for _, name := range []string{"README.vi.md", "README.en.md", "LICENCE.txt"} {
		for line := range strings.Lines(string(files[name])) {
			if strings.HasPrefix(line, "# heading") || strings.HasPrefix(line, "- key: value\n") || strings.Contains(line, "\r") {
				t.Errorf("a text of the content began a line of %s: %q", name, line)
			}
		}
	}
}

// TestWithoutLicence: no format says that there is a licence where the publisher has named none.
func TestWithoutLicence(t *testing.T) {
	r := released(t, "site")
	if files := r.described(t); !strings.Contains(string(files["LICENCE.txt"]), r.colophon.Licence.URL) || !strings.Contains(string(files["CITATION.cff"]), "license: \"CC-BY-4.0\"") {
		t.Error("the licence is missing")
	}
	r.colophon.Licence = nil
	files := r.described(t)
	for path, sign := range map[string]string{"datapackage.json": "licenses", "data/csv-metadata.json": "license", "catalog.ttl": "dct:license", "catalog.jsonld": "dct:license", "CITATION.cff": "license"} {
		if strings.Contains(string(files[path]), sign) {
			t.Errorf("%s names a licence", path)
		}
	}
	for _, path := range []string{"LICENCE.txt", "README.en.md", "catalog.ttl"} {
		if !strings.Contains(string(files[path]), r.colophon.NoLicence.EN) {
			t.Errorf("%s does not say that there is none", path)
		}
	}
}

// TestReadme: both languages say the same of the same files, without what is not known.
func TestReadme(t *testing.T) {
	r := released(t, "demo")
	files := r.described(t)
	for _, name := range []string{"README.vi.md", "README.en.md"} {
		text := string(files[name])
		for _, p := range r.products {
			if strings.Contains(text, p.Path+" (") == (p.Format == "ZIP") {
				t.Errorf("%s and %s", name, p.Path)
			}
		}
		if n := strings.Count(text, "\n## "); n != 7 {
			t.Errorf("%s has %d headings, want 7", name, n)
		}
		if strings.Contains(text, "\n\n\n") || !strings.HasSuffix(text, "\n") {
			t.Errorf("%s has empty lines", name)
		}
	}
	if !strings.Contains(string(files["README.vi.md"]), "Gửi về: gop-y@") {
		t.Error("the readme does not say where to report an error")
	}
	r.colophon.Feedback, r.colophon.Email, r.colophon.URL, r.products = "", "", "", nil
	for _, name := range []string{"README.vi.md", "README.en.md"} {
		if n := strings.Count(string(r.described(t)[name]), "\n## "); n != 5 {
			t.Errorf("%s has %d headings where neither files nor an address are known, want 5", name, n)
		}
	}
}

// full is a disk without room.
type full struct{ room int }

var errFull = errors.New("no room")

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errFull
	}
	f.room -= len(b)
	return len(b), nil
}

// TestFullDisk: what could not be written is an error.
func TestFullDisk(t *testing.T) {
	r := released(t, "demo")
	for _, room := range []int{0, 100} {
		for n, write := range []func(io.Writer) error{
			func(w io.Writer) error { return catalog.DataPackage(w, r.colophon, r.words, r.products) },
			func(w io.Writer) error { return catalog.CSVW(w, r.colophon, r.words, r.products) },
			func(w io.Writer) error { return catalog.DCATJSON(w, r.colophon, r.words, r.products) },
			func(w io.Writer) error { return catalog.DCATTurtle(w, r.colophon, r.words, r.products) },
			func(w io.Writer) error { return catalog.Readme(w, r.colophon, r.words, r.products, plan.VI) },
			func(w io.Writer) error { return catalog.Licence(w, r.colophon) },
			func(w io.Writer) error { return catalog.CitationCFF(w, r.colophon) },
			func(w io.Writer) error { return catalog.BibTeX(w, r.colophon) },
		} {
			if err := write(&full{room}); !errors.Is(err, errFull) {
				t.Errorf("writer %d with room for %d bytes: %v", n, room, err)
			}
		}
	}
}

// BenchmarkDescribed measures all nine files; no row is read, so their size is that of the schemas.
func BenchmarkDescribed(b *testing.B) {
	r := released(b, "site")
	for b.Loop() {
		if n := len(slices.Collect(maps.Keys(r.described(b)))); n != 9 {
			b.Fatal(n)
		}
	}
}
