package page

import (
	"html/template"

	"minhbach/generator/internal/plan"
)

// Printed is the wording of a row in the plan, word by word and always in Vietnamese, with what this site adds: a
// translation, the places where the plan contradicts itself, a note.
type Printed struct {
	Heading     string
	Fields      []Field
	Clause      string
	Translation string
	Flags       []Flag
	Note        template.HTML
}

// Field is a printed cell with the name of its column.
type Field struct{ Name, Text string }

// Flag is a contradiction within the plan.
type Flag struct {
	Text   template.HTML
	Clause string
}

func (s *scope) printedIndicator(i *plan.Indicator) Printed {
	row := i.Printed
	v := Printed{Heading: s.say("printed.heading", s.world.Plan.Annexes.Indicators.Name.In(s.lang)), Clause: i.Clause,
		Flags: s.flags(i.Contradicts), Note: s.html(i.Note)}
	v.Fields = fields(Field{s.say("printed.number"), row.Number}, Field{s.say("printed.name"), row.Name}, Field{s.say("printed.target"), row.Target},
		Field{s.say("printed.monitoring"), row.Responsible}, Field{s.say("printed.executing"), row.Taking})
	if s.lang == plan.EN {
		v.Translation = i.Name.EN
	}
	return v
}

// fields leaves out the cells that are empty.
func fields(all ...Field) []Field {
	var filled []Field
	for _, f := range all {
		if f.Text != "" {
			filled = append(filled, f)
		}
	}
	return filled
}

func (s *scope) flags(all []plan.Contradiction) []Flag {
	var flags []Flag
	for _, c := range all {
		flags = append(flags, Flag{s.html(c.Text), c.Clause})
	}
	return flags
}

func (s *scope) printedTask(t *plan.Task) Printed {
	row := t.Printed
	v := Printed{Heading: s.say("printed.heading", s.world.Plan.Annexes.Tasks.Name.In(s.lang)), Clause: t.Clause,
		Flags: s.flags(t.Contradicts), Note: s.html(t.Note)}
	v.Fields = fields(Field{s.say("printed.number"), row.Number}, Field{s.say("printed.name"), row.Name}, Field{s.say("printed.product"), row.Target},
		Field{s.say("printed.time"), row.Time}, Field{s.say("printed.lead"), row.Responsible}, Field{s.say("printed.coordinating"), row.Taking})
	if s.lang == plan.EN {
		v.Translation = t.Name.EN
		if t.Product.EN != "" {
			v.Translation += " " + s.say("printed.product.translated", t.Product.EN)
		}
	}
	return v
}
