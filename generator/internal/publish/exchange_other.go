//go:build !linux

package publish

// exchange puts the staged site in the place of the old one; this system has no single step for it.
func (p place) exchange() error { return p.exchangeByRenaming() }
