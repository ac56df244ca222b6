package raster

import _ "embed"

// Licence is that of the fonts inside the program, the SIL Open Font License, which asks to go with them.
//
//go:embed liberation-LICENSE.txt
var Licence []byte
