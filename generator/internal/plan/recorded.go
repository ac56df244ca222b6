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
