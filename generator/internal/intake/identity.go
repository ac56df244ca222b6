package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"minhbach/generator/internal/plan"
)

// version is that of the form: what its columns and ids mean.
const version = "1"

// id is the id of a row, without its name or place.
func (f Figure) id() string {
	id := string(plan.IndicatorAnnex) + "/" + string(f.Indicator.ID)
	if f.Breakdown != "" {
		id += "/" + string(f.Breakdown)
	}
	return id + "@" + f.Reference.String()
}

func (s State) id() string {
	id := string(plan.TaskAnnex) + "/" + string(s.Task.ID)
	if s.Milestone != "" {
		id += "/" + s.Milestone
	}
	return id
}

// rowID is the id of a row, taken apart.
type rowID struct {
	annex     plan.AnnexKind
	row, part string // part: the breakdown or milestone
	reference plan.Reference
}

// parseID takes an id of a row apart; ok is false when it is none.
func parseID(id string) (r rowID, ok bool) {
	path, reference, dated := strings.Cut(id, "@")
	words := strings.Split(path, "/")
	if len(words) < 2 || len(words) > 3 || words[1] == "" {
		return r, false
	}
	r.annex, r.row = plan.AnnexKind(words[0]), words[1]
	if len(words) == 3 {
		r.part = words[2]
	}
	var err error
	if dated {
		r.reference, err = plan.ParseReference(reference)
	}
	known := r.annex == plan.IndicatorAnnex && dated || r.annex == plan.TaskAnnex && !dated
	return r, known && err == nil
}

// identity is which form a sheet is of, and the digest of its rows' ids.
type identity struct {
	version, plan, period, agency, digest string
}

func (i identity) String() string {
	return i.version + ":" + i.plan + "/" + i.period + "/" + i.agency + ":" + i.digest
}

func parseIdentity(text string) (i identity, ok bool) {
	version, rest, _ := strings.Cut(text, ":")
	of, digest, ok := strings.Cut(rest, ":")
	words := strings.Split(of, "/")
	if !ok || len(words) != 3 {
		return i, false
	}
	return identity{version, words[0], words[1], words[2], digest}, true
}

// identify is the identity of a sheet with rows of these ids.
func (f Form) identify(ids []string) identity {
	i := identity{version, f.Plan.ID, string(f.Period.ID), string(f.Agency.ID), ""}
	i.digest = digest(i, ids)
	return i
}

// digest holds a form and the ids of its rows, in any order.
func digest(i identity, ids []string) string {
	ids = slices.Sorted(slices.Values(ids))
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n%s\n%s", i.version, i.plan, i.period, i.agency, strings.Join(ids, "\n")))
	return hex.EncodeToString(sum[:8])
}
