package plan

// Recorded is a release as the ledger of its plan recorded it, with what was released.
type Recorded struct {
	Plan     string
	Period   PeriodID
	Date     Date
	SHA256   string // of the zip
	Line     []byte // of the ledger, as it stands there, with its end
	Zip      []byte // the tables and the manifest; empty where the file is gone
	Manifest []byte // manifest.json of the zip
}

// Published lists the recorded releases that the site gives away: of each plan those before the first whose period it
// does not show, so that in a view as of an earlier period too the lines of the ledger follow one on the other.
func (s *Site) Published() []Recorded {
	type period struct {
		plan string
		id   PeriodID
	}
	shown := map[period]bool{}
	for _, p := range s.Plans {
		for _, x := range p.Snapshots {
			shown[period{p.ID, x.Period}] = x.Released.Known()
		}
	}
	var all []Recorded
	cut := map[string]bool{}
	for _, r := range s.Recorded {
		cut[r.Plan] = cut[r.Plan] || !shown[period{r.Plan, r.Period}]
		if !cut[r.Plan] {
			all = append(all, r)
		}
	}
	return all
}
