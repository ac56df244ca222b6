// Package catalog writes what describes the open data: for programs that read tables (datapackage.json, CSV on the
// Web), for data portals that harvest (DCAT, as JSON-LD and as Turtle), and for people who have the files without the
// site (readme, licence, citation).
//
// In come a colophon, the words of the codebook and the files with their sizes and checksums; no file is opened and no
// row is read. What a table's columns are stands in export's schemas alone. Nothing here knows a clock: the same
// colophon and files give the same bytes.
//
// Subjects of the catalogue are addresses where the site has one, and a urn:uuid where it has none; their dct:identifier
// is the urn:uuid in both cases, so a portal recognises a dataset that has moved.
package catalog

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"minhbach/generator/internal/export"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// both are the languages in the order in which plain strings hold them.
var both = []plan.Lang{plan.VI, plan.EN}

// tables are the products that hold a table in a format, in their order.
func tables(products []export.Product, format string) []export.Product {
	var all []export.Product
	for _, p := range products {
		if p.Table != nil && p.Format == format {
			all = append(all, p)
		}
	}
	return all
}

// optional are the columns of keys and references that may be empty. Formats that allow no empty cell there are told
// less: see totalKey and totalReferences.
var optional = map[string][]string{
	"agencies":           {"successor"},
	"indicators":         {"parent"},
	"targets":            {"tier", "scope"},
	"observations":       {"breakdown", "reference", "measure", "tier", "source"},
	"statuses":           {"target", "target_valid_from"},
	"tasks":              {"parent"},
	"task_reports":       {"reported_in"},
	"revisions":          {"indicator", "task"},
	"definition_changes": {"indicator", "task"},
}

// required tells that a column of a key is never empty.
func required(s export.Schema, column string) bool {
	return slices.Contains(s.Key, column) && !slices.Contains(optional[s.Name], column)
}

// totalKey tells that no cell of a table's key is ever empty, as in the primary key of a database.
func totalKey(s export.Schema) bool {
	return !slices.ContainsFunc(s.Key, func(column string) bool { return !required(s, column) })
}

// totalReferences are the references that every row has, and those by one column alone. Validators take an empty cell
// beside a filled one for a value, and miss its row.
func totalReferences(s export.Schema) []export.Reference {
	var all []export.Reference
	for _, r := range s.References {
		partial := slices.ContainsFunc(r.Columns, func(column string) bool { return slices.Contains(optional[s.Name], column) })
		if !partial || len(r.Columns) == 1 {
			all = append(all, r)
		}
	}
	return all
}

// inBoth is a text in both languages as one plain string, for formats that hold no more.
func inBoth(t plan.Text, between string) string {
	if t.EN == "" || t.EN == t.VI {
		return t.VI
	}
	if t.VI == "" {
		return t.EN
	}
	return t.VI + between + t.EN
}

// sentences joins texts, language by language.
func sentences(texts ...plan.Text) plan.Text {
	var all plan.Text
	for _, t := range texts {
		if !t.Empty() {
			all.VI = strings.TrimSpace(all.VI + " " + t.In(plan.VI))
			all.EN = strings.TrimSpace(all.EN + " " + t.In(plan.EN))
		}
	}
	return all
}

// slug is a text in the letters, digits and hyphens that every program takes in a name.
func slug(text string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(lang.Fold(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(word)
	}
	if b.Len() == 0 {
		return "data"
	}
	return b.String()
}

// packageName is short and the same in every file that names the data.
func packageName(c export.Colophon) string { return slug(c.Title.VI) }

// urn is the id of a part of the data: a name-based UUID (RFC 9562, version 5) in the namespace of the whole's.
func urn(all, part string) string {
	h := sha1.New()
	if space, err := hex.DecodeString(strings.ReplaceAll(strings.TrimPrefix(all, "urn:uuid:"), "-", "")); err == nil {
		h.Write(space)
	} else {
		io.WriteString(h, all)
	}
	io.WriteString(h, part)
	id := h.Sum(nil)[:16]
	id[6] = id[6]&0x0f | 0x50
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}

// web tells an address that a reader can follow.
func web(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// first is the day of the first release of all plans.
func first(c export.Colophon) plan.Date {
	var day plan.Date
	for _, p := range c.Plans {
		if p.First.Known() && (!day.Known() || day.After(p.First)) {
			day = p.First
		}
	}
	return day
}

// writeJSON writes a document as people read it; texts stand as they are.
func writeJSON(w io.Writer, document any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}
