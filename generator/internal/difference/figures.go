package difference

import (
	"slices"
	"strings"

	"minhbach/generator/internal/ledger"
)

var figureKey = []string{"indicator", "period", "breakdown", "reference", "measure", "reported"}

// figures are those that the newer side adds.
func (c *comparison) figures() []Figure {
	known := ledger.Index(c.from.rows("observations"), figureKey...)
	var all []Figure
	for _, r := range c.to.rows("observations") {
		if _, before := known[r.Key(figureKey...)]; before || r["reported"] != "true" {
			continue
		}
		all = append(all, Figure{c.row(r["indicator"], ""), r["period"], r["reference"], r["measure"],
			c.to.text("breakdowns", "breakdown", r["breakdown"], "name"), c.to.observed(r), r["judged"] == "true"})
	}
	return all
}

// goneFigures are those of the older side that the newer lacks, with the reason of their withdrawal.
func (c *comparison) goneFigures() []Gone {
	var all []Gone
	for _, r := range c.lost("observations", figureKey...) {
		if r["reported"] == "true" {
			all = append(all, Gone{c.row(r["indicator"], ""), "observations", r["reference"], c.from.observed(r), c.withdrawn(r)})
		}
	}
	return all
}

// withdrawn is why a figure was withdrawn; empty when no correction says so.
func (c *comparison) withdrawn(figure ledger.Row) Text {
	key := []string{"indicator", "period", "breakdown", "reference", "measure"}
	for _, r := range c.to.rows("revisions") {
		if r["to"] == "" && r.Key(key...) == figure.Key(key...) {
			return textOf(r, "reason")
		}
	}
	return Text{}
}

// goneRows are rows of the annexes, and periods that were released.
func (c *comparison) goneRows() []Gone {
	var all []Gone
	for _, table := range []string{"indicators", "tasks"} {
		for _, r := range c.lost(table, table[:len(table)-1]) {
			all = append(all, Gone{RowName: c.row(r["indicator"], r["task"]), Kind: table, What: r["number_printed"]})
		}
	}
	now := ledger.Index(c.to.rows("periods"), "period")
	for _, r := range c.from.rows("periods") {
		if r["released"] != "" && now[r.Key("period")]["released"] == "" {
			all = append(all, Gone{RowName: RowName{Name: textOf(r, "name")}, Kind: "periods", What: r["period"]})
		}
	}
	return all
}

// goneRest are documents and stated totals.
func (c *comparison) goneRest() []Gone {
	var all []Gone
	for _, r := range c.lost("related_documents", "period", "task", "document", "date", "match", "title_vi") {
		all = append(all, Gone{RowName: c.row("", r["task"]), Kind: "related_documents", What: strings.TrimSpace(r["document"] + " " + r["title_vi"])})
	}
	for _, r := range c.lost("stated_totals", "period", "of", "done", "total", "reference") {
		all = append(all, Gone{Kind: "stated_totals", What: r["done"] + "/" + r["total"]})
	}
	return all
}

// lost are the rows of a table whose key the newer side does not have.
func (c *comparison) lost(table string, key ...string) []ledger.Row {
	now := ledger.Index(c.to.rows(table), key...)
	return slices.DeleteFunc(slices.Clone(c.from.rows(table)), func(r ledger.Row) bool { _, there := now[r.Key(key...)]; return there })
}

// observed is the value of a figure.
func (s sheets) observed(r ledger.Row) Value {
	v := s.valueOf(r["indicator"], r["value"])
	switch {
	case v.Kind == "rank" && r["rank"] != "":
		v.Text = r["rank"] + "/" + r["rank_of"]
	case v.Kind == "tier" && r["tier"] != "":
		v.Text, v.Name = r["tier"], s.tier(r["indicator"], r["tier"])
	case r["suppressed"] != "":
		v.Kind = "suppressed"
	}
	return v
}

func (s sheets) valueOf(indicator, text string) Value {
	of := func(column string) string { return s.cell("indicators", "indicator", indicator, column) }
	return Value{Text: text, Kind: of("value_kind"), Unit: Text{VI: of("unit"), EN: of("unit_en")}}
}

func (s sheets) tier(indicator, tier string) Text {
	for _, r := range s.rows("tiers") {
		if r["indicator"] == indicator && r["tier"] == tier {
			return textOf(r, "name")
		}
	}
	return Text{}
}

// revised are the values that the newer side corrects; those that it withdraws are among what is gone.
func (c *comparison) revised() []Revised {
	var all []Revised
	for _, r := range c.added("revisions", "indicator", "task", "period", "breakdown", "reference", "field", "release", "measure", "milestone", "from", "to") {
		if r["task"] == "" && r["to"] == "" {
			continue
		}
		all = append(all, Revised{c.row(r["indicator"], r["task"]), r["period"], c.to.text("periods", "period", r["period"], "name"), r["field"], c.to.field(r, r["from"]), c.to.field(r, r["to"]), textOf(r, "reason")})
	}
	return all
}

// field is a value of a revision.
func (s sheets) field(r ledger.Row, text string) Value {
	switch r["field"] {
	case "value":
		return s.valueOf(r["indicator"], text)
	case "tier":
		return Value{Text: text, Kind: "tier", Name: s.tier(r["indicator"], text)}
	}
	return Value{Text: text, Kind: r["field"]}
}

// redefined are the changes of definitions that the newer side declares.
func (c *comparison) redefined() []Redefinition {
	var all []Redefinition
	for _, r := range c.added("definition_changes", "indicator", "task", "definition", "from", "to", "release") {
		all = append(all, Redefinition{c.row(r["indicator"], r["task"]), r["definition"], r["from"], r["to"], textOf(r, "reason"), r["document"]})
	}
	return all
}

// added are the rows of a table that a snapshot of the window brought, or that the older side does not have. The older
// side may know of later ones, because definitions are today's.
func (c *comparison) added(table string, key ...string) []ledger.Row {
	known := ledger.Index(c.from.rows(table), key...)
	var all []ledger.Row
	for _, r := range c.to.rows(table) {
		if _, before := known[r.Key(key...)]; !before || c.since[r["release"]] {
			all = append(all, r)
		}
	}
	return all
}

func textOf(r ledger.Row, column string) Text {
	return Text{VI: r[column+"_vi"], EN: r[column+"_en"]}
}
