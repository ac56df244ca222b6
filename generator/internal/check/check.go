// Package check holds the rules that one file alone cannot answer for: does what is named exist, does a figure fit its
// unit and its snapshot, does a target carry what its kind needs, is every text there in both languages.
//
// A site comes in, findings go out: the file and the data path ("observations[2].value") that each speaks of, never a
// line, because the rules know nothing of YAML. Each rule is a small function; the rules of one subject share a file.
// All of them run; none stops at the first problem, and none reads a clock.
//
// A rule keeps silent about what is absent and required: the loader has said so already. A registry that is empty
// (no agencies, no areas) makes nothing unknown, for the same reason.
package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// Finding is a problem at a place in the data. An empty path means the file as a whole, or, in the text of a page, the line
// and column.
type Finding struct {
	File, Path    string
	Line, Col     int
	Severity      diag.Severity
	Rule          string
	Message, Hint diag.Text
	Rests         string // the folder of the files whose every word it rests on; empty for none but its own place
}

// Site applies every rule to a site. The findings come in the order of the rules and of the data.
func Site(s *plan.Site) []Finding {
	r := &review{site: s, public: publicContacts(&s.Settings), agencies: newRegister(agencyNoun, agencyIDs(s))}
	for _, rule := range []func(*review){
		duplicateAgencies, successors, agencyDates, agencyFiles, planFolders, addresses, licence, emblemFile, accent, pageSlugs, expectedPages, released, twins, texts,
	} {
		rule(r)
	}
	for _, p := range s.Plans {
		pr := newPlanReview(r, p)
		for _, rule := range planRules {
			rule(pr)
		}
	}
	return r.found
}

var planRules = []func(*planReview){
	printedCells, planDates, compiledFrom, periodOrder, periodsInPlan, periodWindows, duplicatePlanIDs, releases,
	indicatorLevels, indicatorReferences, measured, groupsEmpty, agenciesFrom, parentCycles,
	targetIDs, targetParts, targetDates, alsoSetParts,
	targetKinds, targetDirections, ownMeasures, targetScopes, targetPaths, targetBaselines, continues,
	taskLevels, taskReferences, taskDeadlines, milestones, moves,
	snapshotPeriods, snapshotCutoffs, releaseDays, signOffs, drafts, loweredStatus,
	smallestCounts, keptBack,
	observationReferences, observationKeys, observationKinds, ranges, timing, judgedOnce,
	statedTotals, taskReports, completions, related, notReported, fallBacks,
	corrections, redefinitions, agencyReports,
	pictureFiles, shorts,
}

// review is one run over a site.
type review struct {
	site     *plan.Site
	public   contacts
	agencies *register
	found    []Finding
}

func (r *review) fail(file, path, rule string, message, hint diag.Text) {
	r.found = append(r.found, Finding{File: file, Path: path, Severity: diag.Error, Rule: rule, Message: message, Hint: hint})
}

func (r *review) warn(file, path, rule string, message, hint diag.Text) {
	r.found = append(r.found, Finding{File: file, Path: path, Severity: diag.Warning, Rule: rule, Message: message, Hint: hint})
}

// fromChain reports what follows from all snapshots of a plan together, each after the one before.
func (pr *planReview) fromChain(file, path, rule string, message, hint diag.Text) {
	pr.fail(file, path, rule, message, hint)
	pr.restsOnSnapshots()
}

// restsOnSnapshots says of the last finding that it rests on what the snapshots of the plan bring.
func (pr *planReview) restsOnSnapshots() {
	pr.found[len(pr.found)-1].Rests = "plans/" + pr.plan.ID + "/snapshots/"
}

// planReview is a review of one plan, with what its files may name.
type planReview struct {
	*review
	plan                                                      *plan.Plan
	areas, periods, publishers, breakdowns, indicators, tasks *register
	rows                                                      map[plan.IndicatorID]*plan.Indicator // those whose file could be read, by its level
	work                                                      map[plan.TaskID]*plan.Task
	sources                                                   map[plan.SourceID]bool // of all snapshots; nil when one could not be read
}

func newPlanReview(r *review, p *plan.Plan) *planReview {
	pr := &planReview{
		review: r, plan: p,
		areas:      newRegister(areaNoun, ids(p.Areas, func(a plan.Area) string { return string(a.ID) })),
		periods:    newRegister(periodNoun, ids(p.Periods, func(x plan.Period) string { return string(x.ID) })),
		publishers: newRegister(publisherNoun, ids(p.Publishers, func(x plan.Publisher) string { return string(x.ID) })).strict(len(p.Areas) > 0),
		breakdowns: newRegister(breakdownNoun, ids(p.Breakdowns, func(x plan.Breakdown) string { return string(x.ID) })).strict(len(p.Areas) > 0),
		indicators: newRegister(indicatorNoun, rowIDs(p, plan.IndicatorAnnex)).strict(len(p.Printed) > 0),
		tasks:      newRegister(taskNoun, rowIDs(p, plan.TaskAnnex)).strict(len(p.Printed) > 0),
		rows:       map[plan.IndicatorID]*plan.Indicator{},
		work:       map[plan.TaskID]*plan.Task{},
	}
	for _, i := range p.Indicators {
		if i.Level != "" {
			pr.rows[i.ID] = i
		}
	}
	for _, t := range p.Tasks {
		if t.Level != "" {
			pr.work[t.ID] = t
		}
	}
	pr.sources = allSources(p)
	return pr
}

// allSources are the sources of every snapshot; nil when a snapshot could not be read, so that nothing is unknown.
func allSources(p *plan.Plan) map[plan.SourceID]bool {
	all := map[plan.SourceID]bool{}
	for _, s := range p.Snapshots {
		if !s.Cutoff.Known() {
			return nil
		}
		for id := range s.Sources {
			all[id] = true
		}
	}
	return all
}

// rowIDs are the ids of an annex: its files and its printed rows, so that one missing file is one problem.
func rowIDs(p *plan.Plan, annex plan.AnnexKind) []string {
	var all []string
	if annex == plan.IndicatorAnnex {
		all = ids(p.Indicators, func(i *plan.Indicator) string { return string(i.ID) })
	} else {
		all = ids(p.Tasks, func(t *plan.Task) string { return string(t.ID) })
	}
	for _, row := range p.Printed {
		if row.Annex == annex {
			all = append(all, row.ID)
		}
	}
	return all
}

func agencyIDs(s *plan.Site) []string {
	return ids(s.Agencies, func(a plan.Agency) string { return string(a.ID) })
}

func ids[T any](list []T, id func(T) string) []string {
	all := make([]string, 0, len(list))
	for _, x := range list {
		all = append(all, id(x))
	}
	return all
}
