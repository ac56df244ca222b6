package prose

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Figured is a Resolver that also knows every percentage that belongs to a row: its figures, targets and baselines.
type Figured interface {
	Percentages(id string) []plan.Number
}

var (
	referred = regexp.MustCompile(`\{\{(?:value|target|baseline):([^{}@\s]+)`)
	percent  = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)?\s?%`)
	quoted   = regexp.MustCompile("“[^”]*”|`[^`]*`|\\{\\{[^}]*\\}\\}")
)

// typed warns of a percentage that is typed beside a reference to the data and is none of the percentages of the rows
// referred to in the same paragraph. What stands in quotation marks is somebody's words.
func (v *visitor) typed(n ast.Node) {
	known, ok := v.resolver.(Figured)
	if !ok || n.Type() != ast.TypeBlock || n.Lines() == nil || n.Kind() == ast.KindCodeBlock || n.Kind() == ast.KindFencedCodeBlock {
		return
	}
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		v.typedIn(known, rowsOf(v.source, n), line.Start, string(line.Value(v.source)))
	}
}

// rowsOf are the rows that a block refers to.
func rowsOf(source []byte, n ast.Node) []string {
	var ids []string
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		for _, m := range referred.FindAllSubmatch(line.Value(source), -1) {
			ids = append(ids, string(m[1]))
		}
	}
	return ids
}

func (v *visitor) typedIn(known Figured, ids []string, start int, line string) {
	var numbers []plan.Number
	for _, id := range ids {
		numbers = append(numbers, known.Percentages(id)...)
	}
	if len(numbers) == 0 {
		return
	}
	open := quoted.ReplaceAllStringFunc(line, func(s string) string { return strings.Repeat(" ", len(s)) })
	for _, at := range percent.FindAllStringIndex(open, -1) {
		figure := open[at[0]:at[1]]
		n, err := plan.ParseNumber(strings.Replace(strings.TrimRight(figure, " %"), ",", ".", 1))
		if err == nil && !slices.ContainsFunc(numbers, func(m plan.Number) bool { return m.Cmp(n) == 0 }) {
			v.add(start+at[0], diag.Warning, "typed-figure",
				diag.Say("%s viết tay, khác mọi số liệu của dòng được nhắc ở đây", "%s is typed and is none of the figures of the row referred to here", figure),
				diag.Say("thay bằng tham chiếu {{value:…}} hoặc {{target:…}}; nếu là lời trích, đặt trong “ ”", "use a reference {{value:…}} or {{target:…}}; put a quotation in “ ”"))
		}
	}
}

// Percentages implements Figured.
func (d Data) Percentages(id string) []plan.Number {
	if d.World == nil {
		return nil
	}
	i := d.World.Plan.Indicator(plan.IndicatorID(id))
	newest := d.World.Newest()
	if i == nil || i.Value != plan.Percent || newest == nil {
		return nil
	}
	var all []plan.Number
	for _, o := range d.World.Observations(i.ID, newest.Period.Cutoff) {
		all = append(all, o.Value)
	}
	for _, t := range i.Targets {
		all = append(all, t.Value, t.Upper)
		if t.Baseline != nil {
			all = append(all, t.Baseline.Value)
		}
	}
	for _, a := range i.AlsoSet {
		all = append(all, a.Value, a.Upper)
	}
	return slices.DeleteFunc(all, func(n plan.Number) bool { return !n.Known() })
}
