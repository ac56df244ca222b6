package prose

import "strings"

var literal = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "|", `\|`, "&", `\&`, "\n", " ")

// Literal is a text that Markdown takes for nothing else, on one line.
func Literal(text string) string { return literal.Replace(text) }
