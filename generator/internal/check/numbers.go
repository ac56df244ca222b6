package check

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// personalKind is what kind of data belongs to one person.
type personalKind int

const (
	nothing personalKind = iota
	identityNumber
	telephone
	privateAddress
)

// sighting is a number in a text, from one rune to another.
type sighting struct {
	kind     personalKind
	from, to int
	digits   string
}

// numbersIn finds the identity and telephone numbers of a text, as people write them in Vietnam: in one piece, or in
// groups with blanks, dots, hyphens or brackets between. What is part of something longer (an id, the number of a
// document, a decimal) is none.
func numbersIn(text []rune) []sighting {
	var found []sighting
	for at := 0; at < len(text); at++ {
		if !digit(text[at]) || !begins(text, at) {
			continue
		}
		if s := numberAt(text, at); s.kind != nothing {
			found = append(found, s)
			at = s.to - 1
		}
	}
	return found
}

// numberAt is the longest number that begins at a rune, with whole groups; its kind is nothing when there is none.
func numberAt(text []rune, at int) sighting {
	groups := groupsAt(text, at)
	for n := len(groups); n > 0; n-- {
		c := candidate{text, groups[:n]}
		if !ends(text, c.to()) {
			continue
		}
		switch {
		case c.phone():
			return sighting{telephone, at, c.to(), c.digits()}
		case c.identity():
			return sighting{identityNumber, at, c.to(), c.digits()}
		}
	}
	return sighting{}
}

// group is digits with nothing between them, from one rune to another.
type group struct{ from, to int }

// longestNumber is how many digits an international telephone number may have, and widest how many runes may stand
// between two groups, as in “(0256) – 3822”.
const (
	longestNumber = 15
	widest        = 3
)

func groupsAt(text []rune, at int) []group {
	var groups []group
	for digits := 0; ; {
		end := at
		for end < len(text) && digit(text[end]) {
			end++
		}
		if digits += end - at; digits > longestNumber {
			return groups
		}
		groups = append(groups, group{at, end})
		at = end
		for at < len(text) && at-end < widest && between(text[at]) {
			at++
		}
		if at == end || at == len(text) || !digit(text[at]) {
			return groups
		}
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
func blank(r rune) bool { return unicode.Is(unicode.Zs, r) }

func between(r rune) bool { return blank(r) || strings.ContainsRune("./-\u2010\u2011–()", r) }

// begins tells the beginning of a group that hangs on nothing before it, but for a word that says what follows.
func begins(text []rune, at int) bool {
	if at == 0 {
		return true
	}
	before := text[at-1]
	hangs := word(before)
	if strings.ContainsRune("/.,-\u2011", before) {
		hangs = at > 1 && word(text[at-2])
	}
	return !hangs || !digit(before) && said(text, at)
}

// said tells that the words before a number call it one of a person.
func said(text []rune, at int) bool {
	words := ahead(text, at)
	return phoneAhead().MatchString(words) || cardAhead().MatchString(words)
}

// ends tells that nothing hangs on what ends before a rune.
func ends(text []rune, to int) bool {
	if to == len(text) {
		return true
	}
	next := to+1 < len(text) && (text[to] == '/' && unicode.IsLetter(text[to+1]) || text[to] == '.' && digit(text[to+1]))
	return !word(text[to]) && !next
}

func word(r rune) bool { return unicode.IsLetter(r) || digit(r) || r == '_' }

// candidate is groups of digits that may be a number of a person.
type candidate struct {
	text   []rune
	groups []group
}

func (c candidate) from() int { return c.groups[0].from }
func (c candidate) to() int   { return c.groups[len(c.groups)-1].to }

func (c candidate) digits() string {
	var b strings.Builder
	for _, g := range c.groups {
		b.WriteString(string(c.text[g.from:g.to]))
	}
	return b.String()
}

// size is how many digits the n-th group has, counted from the end where n is negative.
func (c candidate) size(n int) int {
	if n < 0 {
		n += len(c.groups)
	}
	return c.groups[n].to - c.groups[n].from
}

// phone: +84 and nine or ten digits, or as it is dialled inside the country. Groups of two, as days and months have
// them, are no beginning of one, but for five of them with dots; nor are groups with slashes, but for those as
// in 0905/123/456. Behind a word that says so, groups are of any size.
func (c candidate) phone() bool {
	digits := c.digits()
	if local, abroad := c.abroad(digits); abroad {
		return mobile(local) || landline(local)
	}
	if !mobile(digits) && !landline(digits) {
		return false
	}
	switch sign := c.sign(); {
	case len(c.groups) == 1 || c.behind(phoneAhead()):
		return true
	case c.slashed():
		return sign == '/' && c.size(0) == 4 && c.size(-1) >= 3
	case len(c.groups) == 5 && c.size(0) == 2:
		return sign == '.' && c.pairs()
	}
	return len(c.groups) <= 5 && c.size(0) >= 3 && c.size(0) <= 5 && (landline(digits) || len(c.groups) < 5)
}

// sign is the one rune between all groups, a blank for any of them; 0 where there are others.
func (c candidate) sign() rune {
	var sign rune
	for n := 1; n < len(c.groups); n++ {
		end := c.groups[n-1].to
		r := c.text[end]
		if blank(r) {
			r = ' '
		}
		if c.groups[n].from-end != 1 || sign != 0 && r != sign {
			return 0
		}
		sign = r
	}
	return sign
}

func (c candidate) slashed() bool {
	return strings.ContainsRune(string(c.text[c.from():c.to()]), '/')
}

// pairs tells groups of two digits each.
func (c candidate) pairs() bool {
	return !slices.ContainsFunc(c.groups, func(g group) bool { return g.to-g.from != 2 })
}

// abroad is a number with the country's code as it is dialled inside, such as 0256 3822 294 for +84 (0)256 3822 294.
// Without + or brackets only one piece is taken for such a number: groups may be an amount.
func (c candidate) abroad(digits string) (local string, is bool) {
	rest, zeros := strings.CutPrefix(digits, "0084")
	if !zeros {
		rest, is = strings.CutPrefix(digits, "84")
		marked := c.from() > 0 && c.text[c.from()-1] == '+' || len(c.groups) > 1 && c.size(0) == 2 && c.text[c.groups[0].to] == ')'
		if !is || !marked && (len(c.groups) > 1 || c.counts()) {
			return "", false
		}
	}
	return "0" + strings.TrimPrefix(rest, "0"), true
}

var (
	mobilePhone = regexp.MustCompile(`^0[35789][0-9]{8}$`)
	fixedPhone  = regexp.MustCompile(`^02[0-9]{8,9}$`)
	citizenCard = regexp.MustCompile(`^0([0-8][0-9]|9[0-6])[0-9]{9}$`)
)

func mobile(digits string) bool   { return mobilePhone.MatchString(digits) }
func landline(digits string) bool { return fixedPhone.MatchString(digits) }

// oldCard is how many digits the older identity card has.
const oldCard = 9

// identity: twelve digits that begin with the code of a province, 001 to 096, also in groups; or nine in one piece that
// count nothing. Behind the name of a card both are, in any groups and whatever follows; behind “mã” they are a code.
func (c candidate) identity() bool {
	digits := c.digits()
	citizen := citizenCard.MatchString(digits) && !strings.HasPrefix(digits, "000")
	switch {
	case !citizen && len(digits) != oldCard:
		return false
	case c.behind(cardAhead()):
		return len(c.groups) <= 4 && !c.slashed()
	case c.behind(codeAhead()):
		return false
	case citizen:
		return len(c.groups) == 1 || c.grouped()
	}
	return len(c.groups) == 1 && !c.counts() && !c.countsThings() && !c.hangs()
}

// grouped: at most four groups with one sign between, the last of three digits or more, and the first too where the sign is
// no blank. They go on from no number before them: 1 012 345 678 901 is an amount.
func (c candidate) grouped() bool {
	sign := c.sign()
	goesOn := c.from() > 1 && blank(c.text[c.from()-1]) && digit(c.text[c.from()-2])
	return (sign == ' ' || (sign == '.' || sign == '-') && c.size(0) >= 3) && len(c.groups) <= 4 && c.size(-1) >= 3 && !goesOn
}

// hangs: after it comes more of a decimal, an id or a fraction.
func (c candidate) hangs() bool {
	next := c.text[c.to():]
	return len(next) > 1 && strings.ContainsRune(".,-/", next[0]) && digit(next[1])
}

// lazily compiles a pattern when it is first asked for: most texts never come so far.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// units are words and signs beside a number that counts something; unitAfter is the longest of them with its blanks.
var (
	unitBehind = lazily(`^[\s\p{Zs}]*(?i:%|‰|₫|\$|(đồng|đ|vnd|vnđ|usd|eur|dong|nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion|per cent|người|lượt|hộ|hồ sơ|people|persons|households|files|records|kg|tấn|tonnes|km|ha|m²|m2|m³|m3|kwh)([^\p{L}0-9]|$))`)
	unitAhead  = lazily(`(?i:₫|\$|€|(^|[^\p{L}])(vnd|vnđ|usd|eur))[\s\p{Zs}]*$`)
)

const unitAfter = 16

// counts tells a number with a unit behind or a currency ahead.
func (c candidate) counts() bool {
	behind := c.text[c.to():min(c.to()+unitAfter, len(c.text))]
	ahead := c.text[max(c.from()-unitAfter, 0):c.from()]
	return unitBehind().MatchString(string(behind)) || unitAhead().MatchString(string(ahead))
}

// The words before a number that say what it is, with what may stand between: titles, names, signs. Card words that are
// also other words need their whole name.
const (
	cardWords = `cccd|cmnd|cmtnd|cmt|căn\s+cước|chứng\s+minh\s+(?:nhân\s+dân|thư)|thẻ\s+căn\s+cước|mã\s+(?:số\s+)?định\s+danh|identity\s+(?:card|number)|id\s+(?:card|number)`
	fillers   = `(?:[\s\p{Zs}:.,()–-]|(?i:công dân|nhân dân|cá nhân|gắn chip|số|cũ|mới|của|ông|bà|anh|chị|là|no|number|of|is)|\p{Lu}\p{L}*)*$`
)

var (
	cardAhead  = lazily(`(?:^|[^\p{L}])(?i:` + cardWords + `)` + fillers)
	phoneAhead = lazily(`(?:^|[^\p{L}])(?i:sđt|sdt|đtdđ|đt|dđ|tel|phone|mobile|hotline|zalo|viber|fax|điện\s+thoại|di\s+động)` + fillers)
	codeAhead  = lazily(`(?:^|[^\p{L}])(?i:mã(?:\s+(?:số\s+)?(?:hồ\s+sơ|giao\s+dịch|tra\s+cứu|vạch|biên\s+nhận|thủ\s+tục|dự\s+án|đơn\s+vị|gói\s+thầu))?)[\s\p{Zs}:]*$`)
	cardNear   = lazily(`(?:^|[^\p{L}])(?i:` + cardWords + `)`)
	// personAhead is a name or a title, or a bare “số”, right before a number: it counts nothing then.
	personAhead = lazily(`(?:\p{Lu}\p{L}*[\p{Zs}\t]+\p{Lu}\p{L}*|(?i:ông|bà|anh|chị|mr|mrs|ms)\.?[\p{Zs}\t]+\p{Lu}\p{L}*|(?:^|[^\p{L}])(?i:số))[\p{Zs}\t:]*$`)
	totalAhead  = lazily(`(?i:tổng\s+số)[\p{Zs}\t:]*$`)
	thingBehind = lazily(`^[\p{Zs}\t]+(\p{Ll}\p{L}*)`)
)

// noThings are words that follow an identity number as often as they follow anything: they name nothing that is counted.
var noThings = strings.Fields("đã cấp do tại ngày là của và ký nhận ở được thường sinh có nộp hiện cư trú quê đến từ để theo số xin bị đang sẽ gọi gặp liên nơi cho với hoặc không như vừa về " +
	"issued of is was has and or from in by at born who to for on the")

// context is how far the words beside a number are looked at.
const context = 60

func ahead(text []rune, at int) string { return string(text[max(at-context, 0):at]) }

func (c candidate) behind(words *regexp.Regexp) bool {
	return words.MatchString(ahead(c.text, c.from()))
}

// countsThings tells a number with a noun behind it, as in “123456789 giao dịch”, where nothing nearby speaks of a person.
func (c candidate) countsThings() bool {
	after := string(c.text[c.to():min(c.to()+context, len(c.text))])
	thing := thingBehind().FindStringSubmatch(after)
	return thing != nil && !slices.Contains(noThings, thing[1]) && !cardNear().MatchString(after) && !c.behind(cardNear()) &&
		(!c.behind(personAhead()) || c.behind(totalAhead()))
}
