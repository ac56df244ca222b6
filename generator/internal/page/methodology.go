package page

import (
	"fmt"

	"minhbach/generator/internal/derive"
	"minhbach/generator/internal/plan"
	"minhbach/generator/internal/wording"
)

// methodologyView is the rules, each with its sentence and an example from a real row, and what the plans declare.
type methodologyView struct {
	*Frame
	Heading, Lead string
	Groups        []RuleGroup
	Declared      []Declaration
}

// RuleGroup is rules of one sort.
type RuleGroup struct {
	ID, Heading, Lead string
	Rules             []Rule
}

// Rule is a block of the page; its id is the rule's, as the data files and the pages of the rows name it.
type Rule struct {
	ID, Name string
	Tile     Tile
	Text     string
	Coded    bool // the id stands in the data
	Unused   string
	Example  *Example
}

// Example is a rule at work on a row of the newest plan.
type Example struct {
	Link
	When  string
	Steps []string
}

// decisionOrder lists the statuses in the order in which they are decided: the first that applies holds.
var decisionOrder = []derive.Status{derive.NoTarget, derive.Awaiting, derive.NotAssessable, derive.NoPublicFigure, derive.NotReported,
	derive.NotYetDue, derive.Met, derive.Missed, derive.OnTrack, derive.Behind, derive.NotYetMet}

// verdictDecision lists the verdicts in the order in which they are decided.
var verdictDecision = []derive.Verdict{derive.CancelledVerdict, derive.ReplacedVerdict, derive.DoneOnTime, derive.DoneLate, derive.DoneDateNotStated,
	derive.NoPublicDocument, derive.NoDeadline, derive.Overdue, derive.DueThisPeriod, derive.NotReportedTask, derive.InProgressVerdict, derive.NotStartedVerdict}

// generalRules speak of all rows.
var (
	generalRules = []string{"general/as_of", "general/reference", "general/judged", "general/final", "general/precision", "general/several",
		"general/replaced", "general/years", "general/scope", "general/units", "general/whole", "general/forecast", "general/continues",
		"general/progress", "general/change", "general/also_set"}
	taskRules = []string{"general/deadline", "general/moved", "general/recurring", "general/document", "general/counts"}
)

func methodologyPages(s *scope) []Page {
	return []Page{s.page(MethodologyPath, "pages/methodology.html", func(f *Frame) any { return s.methodology(f) })}
}

func (s *scope) methodology(f *Frame) any {
	v := methodologyView{Frame: f, Heading: s.say("method.heading"), Lead: s.say("method.lead")}
	f.Title, f.Description = v.Heading, v.Lead
	f.crumb(s.say("nav.home"), HomePath(s.lang))
	if s.now != nil {
		f.at(s.now)
	}
	makers := []func(*Frame) (RuleGroup, error){s.generalGroup, s.statusGroup, s.targetGroup, s.verdictGroup}
	for _, group := range makers {
		g, err := group(f)
		if err != nil {
			return err
		}
		v.Groups = append(v.Groups, g)
	}
	for _, w := range s.worlds {
		v.Declared = append(v.Declared, s.about(w).declaration())
	}
	return v
}

// rule is the block of a rule; one without a sentence in rules.json fails the page.
func (s *scope) rule(id string) (Rule, error) {
	text, ok := s.rules[id]
	if !ok {
		return Rule{}, fmt.Errorf("layouts: rules.json has no %q", id)
	}
	return Rule{ID: id, Text: text.In(s.lang), Coded: true}, nil
}

func (s *scope) namedRules(ids []string) ([]Rule, error) {
	var rules []Rule
	for _, id := range ids {
		r, err := s.rule(id)
		if err != nil {
			return nil, err
		}
		r.Name, r.Coded = s.say("rule."+id), false
		rules = append(rules, r)
	}
	return rules, nil
}

func (s *scope) generalGroup(*Frame) (RuleGroup, error) {
	rules, err := s.namedRules(generalRules)
	return RuleGroup{ID: "general", Heading: s.say("method.general"), Rules: rules}, err
}

func (s *scope) statusGroup(f *Frame) (RuleGroup, error) {
	g := RuleGroup{ID: "statuses", Heading: s.say("method.statuses"), Lead: s.say("method.order")}
	for _, status := range decisionOrder {
		r, err := s.rule("status/" + string(status))
		if err != nil {
			return g, err
		}
		r.Name, r.Tile, r.Example = wording.Status(s.lang, status), Tile{Kind: statusKinds[status]}, s.statusExample(f, status)
		r.Unused = s.unused(status)
		g.Rules = append(g.Rules, r)
	}
	for _, path := range []string{"milestones", "linear"} {
		r, err := s.rule("path/" + path)
		if err != nil {
			return g, err
		}
		r.Name = s.say("method.path." + path)
		g.Rules = append(g.Rules, r)
	}
	return g, nil
}

func (s *scope) targetGroup(f *Frame) (RuleGroup, error) {
	g := RuleGroup{ID: "targets", Heading: s.say("method.targets"), Lead: s.say("method.targets.lead")}
	for _, kind := range plan.TargetKind("").Allowed() {
		r, err := s.rule("target/" + kind)
		if err != nil {
			return g, err
		}
		r.Name, r.Example = s.say("target."+kind), s.targetExample(f, plan.TargetKind(kind))
		g.Rules = append(g.Rules, r)
	}
	return g, nil
}

func (s *scope) verdictGroup(f *Frame) (RuleGroup, error) {
	rules, err := s.namedRules(taskRules)
	if err != nil {
		return RuleGroup{}, err
	}
	g := RuleGroup{ID: "verdicts", Heading: s.say("method.verdicts"), Lead: s.say("method.order"), Rules: rules}
	for _, v := range verdictDecision {
		r, err := s.rule("verdict/" + string(v))
		if err != nil {
			return g, err
		}
		r.Name, r.Tile, r.Example = wording.Verdict(s.lang, v), Tile{Kind: verdictKinds[v]}, s.verdictExample(f, v)
		r.Unused = s.unusedVerdict(v)
		g.Rules = append(g.Rules, r)
	}
	return g, nil
}
