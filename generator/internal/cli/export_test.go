package cli

// Verbs are the names of the verbs, for the tests outside the package.
func Verbs() []string {
	var names []string
	for _, v := range verbs() {
		names = append(names, v.name)
	}
	return names
}
