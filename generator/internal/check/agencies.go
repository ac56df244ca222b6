package check

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

func duplicateAgencies(r *review) {
	r.unique(registryFile, agencyNoun, agencyIDs(r.site), func(i int) string { return item("agencies", i, "id") })
}

// successors: the agency that took over exists, and the chain of successors ends.
func successors(r *review) {
	next := map[string]string{}
	for i, a := range r.site.Agencies {
		r.refer(registryFile, item("agencies", i, "successor"), string(a.Successor), r.agencies)
		next[string(a.ID)] = string(a.Successor)
	}
	for i, a := range r.site.Agencies {
		if circular(next, string(a.ID)) {
			r.fail(registryFile, item("agencies", i, "successor"), "agency-cycle",
				diag.Say("các cơ quan kế tục nhau thành vòng tròn, bắt đầu từ “%s”", "the successors of “%s” lead back to it", a.ID),
				diag.Say("cơ quan cuối cùng không có successor", "the last agency of the chain has no successor"))
		}
	}
}

func agencyDates(r *review) {
	for i, a := range r.site.Agencies {
		if a.ValidTo.Known() && a.ValidFrom.After(a.ValidTo) {
			r.fail(registryFile, item("agencies", i, "valid_to"), "agency-dates",
				diag.Say("cơ quan “%s” kết thúc (%s) trước khi bắt đầu (%s)", "agency “%s” ends (%s) before it begins (%s)", a.ID, a.ValidTo, a.ValidFrom),
				diag.Say("sửa valid_from hoặc valid_to", "correct valid_from or valid_to"))
		}
	}
}

// referAll checks a list of agencies.
func (pr *planReview) referAll(file, list string, agencies []plan.AgencyID) {
	for i, id := range agencies {
		pr.refer(file, item(list, i), string(id), pr.agencies)
	}
}

// circular tells whether the chain that starts at id comes back to id.
func circular(next map[string]string, id string) bool {
	at := next[id]
	for range next {
		if at == "" || at == id {
			break
		}
		at = next[at]
	}
	return at == id && id != ""
}
