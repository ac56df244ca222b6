package export

import "strings"

// Schema is a table's name, key, references and columns. From it the writers, the codebook and the descriptions for
// machines are made, so that none of them can say of the data what it does not hold.
type Schema struct {
	Name       string
	Key        []string // columns that no two rows share together; a cell of it may be empty
	References []Reference
	Columns    []Column
}

// Reference says that some columns of a table, where they are not empty, are those of a row of another table.
type Reference struct {
	Columns []string
	Table   string
	To      []string
}

// Column is a column of a table.
type Column struct {
	Name string
	Type Type
	Of   string // of a code the list in Lists, of a list the table whose ids its items are; may be empty
	Unit string // of a number that has one of its own
	Rule string // the rule of the methodology that the cells come from; "*" stands for any; empty for what was read, not worked out
}

// schemas are the tables in the order of the codebook. A column is written as name:type/of@rule; the type is a text
// where none is given.
var schemas = []Schema{
	{"plans", words("plan"), nil,
		columns("plan", "name_vi", "name_en", "decision", "issuer", "start:date", "end:date", "compiled_from:code/compiled_from", "looked:date", "pace:code/pace", "licence",
			"short_vi", "short_en", "place_vi", "place_en", "issuer_en", "decision_date:date", "decision_url")},
	{"areas", words("plan area"), []Reference{to("plan", "plans", "plan")},
		columns("plan", "area", "name_vi", "name_en", "number_printed")},
	{"agencies", words("agency"), []Reference{to("successor", "agencies", "agency")},
		columns("agency", "name_vi", "name_en", "level:code/agency_level", "valid_from:date", "valid_to:date", "successor")},
	{"periods", words("plan period"), []Reference{to("plan", "plans", "plan")},
		columns("plan", "period", "name_vi", "name_en", "period_start:date", "period_end:date", "cumulative:boolean", "cutoff:date", "due:date", "released:date",
			"status:code/data_status", "kind:code/period_kind", "deadlines_until:date", "looked:date")},
	{"indicators", words("plan indicator"), []Reference{to("plan area", "areas", "plan area"), to("plan parent", "indicators", "plan indicator")},
		columns("plan", "indicator", "number_printed", "name_vi", "name_en", "area", "parent", "unit", "direction:code/direction", "target_printed",
			"monitoring:list/agencies", "executing:list/agencies", "source_clause", "level:code/level", "short_vi", "short_en", "value_kind:code/value_kind",
			"measure:code/measure", "tiers:list/tiers", "publisher", "expected_release:date", "name_printed", "breaks:list", "continues", "unit_en")},
	{"tiers", words("plan indicator tier"), []Reference{to("plan indicator", "indicators", "plan indicator")},
		columns("plan", "indicator", "tier", "position:integer", "name_vi", "name_en")},
	{"targets", words("plan indicator target valid_from"), []Reference{to("plan indicator", "indicators", "plan indicator"),
		to("plan indicator tier", "tiers", "plan indicator tier"), to("plan scope", "breakdowns", "plan breakdown")},
		columns("plan", "indicator", "target", "kind:code/target_kind", "value:number", "upper:number", "baseline_value:number", "baseline_period", "due:date",
			"valid_from:date", "set_by", "reference", "scope", "tier", "role:code/role", "cannot_judge_vi", "cannot_judge_en", "words_vi", "words_en",
			"expected_release:date", "baseline_stated:number", "by:number", "path:list", "each_of:list/breakdowns")},
	{"breakdowns", words("plan breakdown"), []Reference{to("plan", "plans", "plan")},
		columns("plan", "breakdown", "dimension_vi", "dimension_en", "name_vi", "name_en")},
	{"sources", words("plan period source"), []Reference{to("plan period", "periods", "plan period")},
		columns("plan", "period", "source", "title", "title_lang:code/lang", "publisher_vi", "publisher_en", "source_url", "published:date",
			"confidence:code/confidence", "note_vi", "note_en")},
	{"observations", words("plan indicator period breakdown reference measure"), []Reference{to("plan indicator", "indicators", "plan indicator"),
		to("plan period", "periods", "plan period"), to("plan breakdown", "breakdowns", "plan breakdown"), to("plan indicator tier", "tiers", "plan indicator tier"),
		to("plan period source", "sources", "plan period source")},
		columns("plan", "indicator", "period", "breakdown", "value:value", "unit", "rank:integer", "rank_of:integer", "tier", "numerator:number", "denominator:number",
			"reference", "published:date", "data_status:code/data_status", "reported:boolean", "reason_vi", "reason_en", "note_vi", "note_en", "source", "source_url",
			"measure:code/measure", "comparable:code/comparable", "judged:boolean@general/judged", "confidence:code/confidence", "quote", "source_publisher_vi",
			"source_publisher_en", "suppressed:code/suppressed")},
	{"statuses", words("plan indicator period"), []Reference{to("plan indicator", "indicators", "plan indicator"), to("plan period", "periods", "plan period"),
		to("plan indicator target target_valid_from", "targets", "plan indicator target valid_from")},
		columns("plan", "indicator", "period", "as_of:date", "status:code/status@status/*", "rule@status/*", "progress:number/ratio@general/progress", "change:number@general/change",
			"explanation_vi@status/*", "explanation_en@status/*", "target@status/*", "value:value", "reference", "target_value:value", "baseline:number",
			"last_value:value", "last_reference", "last_holds:boolean@target/*", "target_valid_from:date", "target_rule@target/*", "path_rule@path/*",
			"path_value:number@path/*", "rate:number/percent@target/*", "units_holding:integer@target/*", "units_known:integer", "units:integer")},
	{"tasks", words("plan task"), []Reference{to("plan area", "areas", "plan area"), to("plan parent", "tasks", "plan task")},
		columns("plan", "task", "number_printed", "name_vi", "name_en", "area", "parent", "product_vi", "product_en", "lead:list/agencies",
			"coordinating:list/agencies", "timeline_printed", "due:date", "level:code/level", "short_vi", "short_en", "name_printed", "product_printed")},
	{"milestones", words("plan task milestone valid_from"), []Reference{to("plan task", "tasks", "plan task")},
		columns("plan", "task", "milestone", "due:date", "valid_from:date", "set_by", "name_vi", "name_en", "reason_vi", "reason_en")},
	{"task_reports", words("plan task period"), []Reference{to("plan task", "tasks", "plan task"), to("plan period", "periods", "plan period"),
		to("plan reported_in", "periods", "plan period")},
		columns("plan", "task", "period", "as_of:date", "state:code/task_state", "completed:date", "document", "document_url", "verdict:code/verdict@verdict/*",
			"days_late:integer/days@verdict/*", "explanation_vi@verdict/*", "explanation_en@verdict/*", "data_status:code/data_status", "reported_in", "source",
			"source_url", "parts:list")},
	{"related_documents", nil, []Reference{to("plan task", "tasks", "plan task"), to("plan period", "periods", "plan period"),
		to("plan period source", "sources", "plan period source")},
		columns("plan", "task", "period", "document", "date:date", "match:code/match", "source", "source_url", "title_vi", "title_en")},
	{"stated_totals", nil, []Reference{to("plan period", "periods", "plan period"), to("plan period source", "sources", "plan period source")},
		columns("plan", "period", "of:code/stated_of", "done:integer", "total:integer", "reference", "published:date", "source", "source_url", "quote")},
	{"revisions", nil, []Reference{to("plan indicator", "indicators", "plan indicator"), to("plan task", "tasks", "plan task"),
		to("plan period", "periods", "plan period"), to("plan release", "periods", "plan period")},
		columns("plan", "indicator", "period", "from:value", "to:value", "first_released:date", "revised:date", "reason_vi", "reason_en", "task", "breakdown",
			"reference", "field:code/field", "release", "measure:code/measure", "milestone", "comparable:code/comparable")},
	{"definition_changes", nil, []Reference{to("plan indicator", "indicators", "plan indicator"), to("plan task", "tasks", "plan task"),
		to("plan release", "periods", "plan period")},
		columns("plan", "indicator", "task", "definition", "from", "to", "revised:date", "release", "reason_vi", "reason_en", "document", "document_url")},
	{"compliance", words("plan agency period"), []Reference{to("agency", "agencies", "agency"), to("plan period", "periods", "plan period")},
		columns("plan", "agency", "period", "due:date", "received:date", "rows_due:integer", "rows_reported:integer",
			"verdict:code/compliance", "days_late:integer/days")},
}

// schema finds a table's; a name that is not in the list is a mistake of this package.
func schema(name string) Schema {
	for _, s := range schemas {
		if s.Name == name {
			return s
		}
	}
	panic("export: no table " + name)
}

func words(s string) []string { return strings.Fields(s) }

func to(columns, table, others string) Reference {
	return Reference{words(columns), table, words(others)}
}

// columns reads a list of columns written as name:type/of@rule.
func columns(written ...string) []Column {
	all := make([]Column, len(written))
	for n, s := range written {
		s, rule, _ := strings.Cut(s, "@")
		s, of, _ := strings.Cut(s, "/")
		name, kind, typed := strings.Cut(s, ":")
		if !typed {
			kind = string(Text)
		}
		c := Column{Name: name, Type: Type(kind), Of: of, Rule: rule}
		if c.Type == Number || c.Type == Integer {
			c.Of, c.Unit = "", of
		}
		all[n] = c
	}
	return all
}
