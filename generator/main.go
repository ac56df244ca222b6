// Command minhbach turns the YAML and Markdown of a government plan into a static site in Vietnamese and English.
package main

import (
	"context"
	"os"

	"minhbach/generator/internal/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System()))
}
