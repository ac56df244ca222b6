package catalog

import (
	"net/url"
)

// whole is the part that is all of the catalogue.
const whole = "catalog"

// subject is the name of a part of the catalogue: an address in it, or a urn where the site has no address.
func (k catalogue) subject(part string) string {
	switch {
	case k.BaseURL != "":
	case part == whole:
		return k.ID
	default:
		return urn(k.ID, part)
	}
	return k.BaseURL + "catalog.ttl#" + (&url.URL{Path: part}).EscapedPath()
}

// file is the address of a file, relative where the site has none.
func (k catalogue) file(path string) string {
	return k.BaseURL + (&url.URL{Path: path}).String()
}
