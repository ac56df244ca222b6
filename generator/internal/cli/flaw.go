package cli

import "regexp"

// flaws are the errors of package flag, which have no types, and what is said in their place.
var flaws = []struct {
	form *regexp.Regexp
	said text
}{
	{regexp.MustCompile(`^flag provided but not defined: -(.*)$`), text{"không có tùy chọn --$1", "there is no option --$1"}},
	{regexp.MustCompile(`^flag needs an argument: -(.*)$`), text{"tùy chọn --$1 cần một giá trị đứng sau", "the option --$1 needs a value behind it"}},
	{regexp.MustCompile(`(?s)^invalid (?:boolean )?value (".*") for (?:flag )?-([^:]*): .*$`), text{"tùy chọn --$2 không nhận $1", "the option --$2 does not take $1"}},
	{regexp.MustCompile(`^bad flag syntax: (.*)$`), text{"$1 không phải một tùy chọn", "$1 is not an option"}},
}

// misread says in both languages what is wrong with an option.
func misread(err error) text {
	for _, f := range flaws {
		if m := f.form.FindStringSubmatchIndex(err.Error()); m != nil {
			expand := func(to string) string { return string(f.form.ExpandString(nil, to, err.Error(), m)) }
			return text{expand(f.said.vi), expand(f.said.en)}
		}
	}
	return text{err.Error(), err.Error()}
}
