package page

import (
	"slices"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// Declaration is what a plan declares and the rules take from it.
type Declaration struct {
	ID, Heading string
	Facts       []Fact
	Periods     []DeclaredPeriod
	Publishers  []DeclaredPublisher
}

// DeclaredPeriod is a period with the days that judge it.
type DeclaredPeriod struct{ Name, Kind, Cutoff, Deadlines string }

// DeclaredPublisher is an outside publisher with the days on which its results came out.
type DeclaredPublisher struct {
	Name     string
	Releases []DeclaredRelease
}

// DeclaredRelease is the day on which the result for a time came out.
type DeclaredRelease struct {
	Of   string
	Date Link
}

func (s *scope) declaration() Declaration {
	p := s.world.Plan
	d := Declaration{ID: "plan-" + p.ID, Heading: s.say("method.declared", p.Title.In(s.lang)), Facts: s.declaredFacts()}
	for _, q := range p.Periods {
		row := DeclaredPeriod{Name: s.words.Period(q), Kind: s.say("period.kind." + string(q.Kind)), Cutoff: s.date(q.Cutoff)}
		if q.Kind != plan.Baseline {
			row.Deadlines = s.date(q.Deadlines())
		}
		d.Periods = append(d.Periods, row)
	}
	for _, publisher := range p.Publishers {
		v := DeclaredPublisher{Name: publisher.Name.In(s.lang)}
		for _, r := range publisher.Releases {
			v.Releases = append(v.Releases, DeclaredRelease{lang.Reference(s.lang, r.Reference), Link{s.date(r.Date), r.URL}})
		}
		d.Publishers = append(d.Publishers, v)
	}
	return d
}

func (s *scope) declaredFacts() []Fact {
	p := s.world.Plan
	who, path := s.say("method.self"), s.say("method.path.none")
	if p.Compiled() {
		who = s.say("method.compiled")
	}
	if p.Pace != "" {
		path = s.say("method.path.linear")
	} else if slices.Contains(derive.Statuses(p), derive.OnTrack) {
		path = s.say("method.path.milestones")
	}
	facts := []Fact{{Name: s.say("method.who"), Text: who}, {Name: s.say("method.path"), Text: path}}
	if p.Looked.Known() {
		facts = append(facts, Fact{Name: s.say("plan.looked"), Text: s.date(p.Looked)})
	}
	return facts
}
