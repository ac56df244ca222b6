package content

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// quoted tells values in quotes, and those that follow | or >.
func quoted(n *yaml.Node) bool { return n.Style != 0 && n.Style != yaml.FlowStyle }

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, f *form) {
	if n.Kind != yaml.ScalarNode || null(n) && f.kind != anything {
		d.wrongType(n, f.kind)
		return
	}
	switch f.kind {
	case plainText:
		d.text(n, v)
	case id:
		if d.id(n) {
			v.SetString(n.Value)
		}
	case choice:
		if place := slices.Index(f.words, n.Value); place >= 0 {
			v.SetString(f.words[place])
		} else {
			d.notAllowed(n, f.words)
		}
	case number:
		d.number(n, v)
	case whole:
		d.whole(n, v)
	case yesNo:
		d.yesNo(n, v)
	case anything:
		if !null(n) {
			v.SetString(n.Value) // what it must be depends on the field: package check says
		}
	default:
		if parse(v, n.Value) != nil {
			d.badTime(n, f.kind)
		}
	}
}

// text takes prose as it stands, without the blank space around it. What YAML would read as a number, a date or a
// truth value is refused without quotes: nobody can see which was meant.
func (d *decoder) text(n *yaml.Node, v reflect.Value) {
	if !quoted(n) && n.Tag != "!!str" {
		d.wrong(n, "wrong-type",
			diag.Say("ở đây cần văn bản; “%s” không có dấu ngoặc được hiểu là kiểu khác", "text belongs here; without quotes “%s” is read as something else", clip(n.Value)),
			writeHint(`"`+clip(n.Value)+`"`))
		return
	}
	text := n.Value
	if n.Style&yaml.DoubleQuotedStyle != 0 && !common(text) { // an escape may stand for what the file itself does not hold
		if r, found := firstForbidden(text); found {
			d.wrong(n, "control-character", controlMessage(r), controlHint)
			return
		}
		text = norm.NFC.String(text)
	}
	v.SetString(strings.TrimSpace(text))
}

// Unseen tells of a character of a text that nobody sees, and that no file may hold.
func Unseen(text string) (message, hint diag.Text, found bool) {
	r, found := firstForbidden(text)
	return controlMessage(r), controlHint, found
}

// firstForbidden finds the first character of a text that is refused.
func firstForbidden(text string) (r rune, found bool) {
	before := rune(0)
	for _, r := range text {
		if forbidden(before, r) {
			return r, true
		}
		before = r
	}
	return 0, false
}

// reserved tells the name of the lists' page, and those of devices of Windows with any ending.
func reserved(s string) bool {
	name, ending, ended := strings.Cut(s, ".")
	switch {
	case name == "index":
		return !ended
	case strings.Contains(ending, "\n"):
		return false
	case len(name) == 4 && name[3] >= '0' && name[3] <= '9':
		return name[:3] == "com" || name[:3] == "lpt"
	}
	return name == "con" || name == "prn" || name == "aux" || name == "nul"
}

// hintForID says how an id should have been written.
func hintForID(s string) diag.Text {
	switch lower := strings.ToLower(s); {
	case reserved(lower):
		return diag.Say("dùng tên khác: tên này dành cho trang danh sách hoặc cho máy tính Windows", "use another name: this one belongs to the lists' own page or to Windows")
	case isID(lower):
		return writeHint(lower)
	case isID(strings.Trim(lower, curly)):
		return diag.Say("viết %s, không có dấu ngoặc cong", "write %s, without the curly quotation marks", strings.Trim(lower, curly))
	}
	return diag.Say("dùng chữ thường không dấu, chữ số, dấu chấm và gạch nối, ví dụ 5 hoặc so-noi-vu",
		"use unaccented lower-case letters, digits, dots and hyphens, such as 5 or so-noi-vu")
}

// curly are the quotation marks that word processors put in place of plain ones.
const curly = "“”„‟‘’‚‛«»"

// id takes an id as written, with or without quotes.
func (d *decoder) id(n *yaml.Node) bool {
	if isID(n.Value) {
		return true
	}
	d.wrong(n, "id", diag.Say("“%s” không dùng làm mã được", "“%s” cannot be an id", clip(n.Value)), hintForID(n.Value))
	return false
}

// isID tells small letters and digits, with a dot before one of them or a hyphen or line anywhere but in front.
func isID(s string) bool {
	for n := range len(s) {
		plain := smallOrDigit(s[n])
		joins := n > 0 && (s[n] == '-' || s[n] == '_' || s[n] == '.' && n+1 < len(s) && smallOrDigit(s[n+1]))
		if !plain && !joins {
			return false
		}
	}
	return s != "" && len(s) <= 100 && !reserved(s)
}

func smallOrDigit(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

func (d *decoder) number(n *yaml.Node, v reflect.Value) {
	if !quoted(n) && parse(v, n.Value) == nil {
		return
	}
	plain, readable := plainNumber(n.Value)
	hint := nouns[number].example
	if readable {
		hint = writeHint(plain)
	}
	switch {
	case d.tooLong(n):
	case quoted(n):
		d.wrong(n, "quoted-number", diag.Say("“%s” nằm trong dấu ngoặc nên là văn bản, không phải số", "“%s” stands in quotes, so it is text, not a number", clip(n.Value)), hint)
	case readable && strings.Contains(n.Value, ","):
		d.wrong(n, "decimal-comma", commaMessage(n.Value), hint)
	default:
		d.wrong(n, "not-a-number", diag.Say("“%s” không phải là một con số viết đúng cách", "“%s” is not a plainly written number", clip(n.Value)), hint)
	}
}

var plainDigits = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// tooLong reports a number that is written well and has too many digits.
func (d *decoder) tooLong(n *yaml.Node) bool {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(n.Value, "-"), ".")
	if quoted(n) || !plainDigits.MatchString(n.Value) || len(whole) <= plan.WholeDigits && len(fraction) <= plan.FractionDigits {
		return false
	}
	d.wrong(n, "number-too-long", diag.Say("con số này quá dài", "this number is too long"),
		diag.Say("viết nhiều nhất %d chữ số trước dấu chấm và %d chữ số sau dấu chấm", "write at most %d digits before the point and %d behind it", plan.WholeDigits, plan.FractionDigits))
	return true
}

var vietnameseNumber = regexp.MustCompile(`^-?[0-9]{1,3}((\.[0-9]{3})+|[0-9]*),[0-9]+$`)

// plainNumber is how a number that was written in another way should be written; ok is false when that is a guess.
func plainNumber(s string) (plain string, ok bool) {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	if vietnameseNumber.MatchString(s) {
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	}
	s = strings.TrimPrefix(strings.NewReplacer("_", "", " ", "", "−", "-").Replace(s), "+")
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	if t := strings.TrimLeft(s, "0"); len(t) < len(s) && t != "" && t[0] >= '1' && t[0] <= '9' && !strings.ContainsAny(t, "xob") {
		s = t
	}
	_, err := plan.ParseNumber(s)
	return s, err == nil
}

func (d *decoder) whole(n *yaml.Node, v reflect.Value) {
	plain, err := plan.ParseNumber(n.Value)
	if i, bad := strconv.Atoi(n.Value); err == nil && bad == nil && plain.Decimals() == 0 && !quoted(n) {
		v.SetInt(int64(i))
		return
	}
	if d.tooLong(n) {
		return
	}
	rule, hint := "not-a-number", nouns[whole].example
	if quoted(n) {
		rule = "quoted-number"
	}
	if s, ok := plainNumber(n.Value); ok && !strings.Contains(s, ".") {
		hint = writeHint(s)
	}
	d.wrong(n, rule, diag.Say("“%s” không phải là số nguyên viết đúng cách", "“%s” is not a plainly written whole number", clip(n.Value)), hint)
}

func (d *decoder) yesNo(n *yaml.Node, v reflect.Value) {
	if quoted(n) || n.Value != "true" && n.Value != "false" {
		d.wrongType(n, yesNo)
		return
	}
	v.SetBool(n.Value == "true")
}
