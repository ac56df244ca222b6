package check

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/plan"
)

// What can be used against a person has no place in what is published: identity numbers, telephone numbers, private
// e-mail addresses. The office's own are allowed (see contacts). A message never repeats what was found: logs are read
// by others too.

// trace is personal data in a text, at a rune.
type trace struct {
	kind          personalKind
	at            int
	message, hint diag.Text
}

// personal looks at a text of the data.
func (r *review) personal(file string, at *step, text string) {
	for _, t := range r.public.tracesIn(text) {
		r.fail(file, at.String(), "personal-data", t.message, t.hint)
	}
}

// personalInNumber looks at the number of a document, which may be long, for what is none.
func (r *review) personalInNumber(file string, at *step, text string) {
	for _, t := range r.public.tracesIn(text) {
		if t.kind != identityNumber {
			r.fail(file, at.String(), "personal-data", t.message, t.hint)
		}
	}
}

// personalInPage looks at the text of a page; what is found has a line and a column of its own.
func (r *review) personalInPage(p *plan.Page) {
	if !mayTell(p.Body) && !strings.Contains(p.Body, "&") && !encoded.MatchString(p.Body) { // nothing to find, however it is written
		return
	}
	read := readingOf(p.Body)
	for _, t := range r.public.tracesIn(read.text.String()) {
		before := string([]rune(p.Body)[:read.at[t.at]])
		start := strings.LastIndexByte(before, '\n') + 1
		r.found = append(r.found, Finding{File: p.File, Line: p.Line + strings.Count(before, "\n"), Col: utf8.RuneCountInString(before[start:]) + 1,
			Severity: diag.Error, Rule: "personal-data", Message: t.message, Hint: t.hint})
	}
}

var (
	webAddress = regexp.MustCompile(`(?i)(?:https?://|www\.)[^\s<>"”)]+`)
	reference  = regexp.MustCompile(`\{\{[^{}\n]*\}\}`)
	mailInText = regexp.MustCompile(`[\p{L}0-9._%+'-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+`)
)

// tracesIn finds the personal data of a text. Web addresses and references to the data are passed over.
func (c contacts) tracesIn(text string) []trace {
	if !mayTell(text) {
		return nil
	}
	return c.searched(text)
}

// searched does the work of tracesIn.
func (c contacts) searched(text string) (found []trace) {
	text = blot(reference, blot(webAddress, folded(text)))
	for _, at := range mailInText.FindAllStringIndex(text, -1) {
		if address := text[at[0]:at[1]]; !c.mail(address) {
			found = append(found, privateMail(utf8.RuneCountInString(text[:at[0]]), domainOf(address)))
		}
	}
	for _, s := range numbersIn([]rune(blot(mailInText, text))) {
		if !c.numbers[s.digits] && !c.numbers[inland(s.digits)] {
			found = append(found, s.trace())
		}
	}
	return found
}

// mayTell tells a text that may hold an address, or as many digits as the shortest number that is looked for, with nothing
// between them that ends a number wherever it stands. Wide signs, which are read as others, begin with a byte from 0xef on.
func mayTell(text string) bool {
	digits := 0
	for n := range len(text) {
		s := &signs[text[n]]
		if digits = digits&s.keeps + s.adds; digits >= oldCard {
			return true
		}
	}
	return false
}

// signs are what each byte does to the count of digits: it goes on counting with all bits or begins anew with none, and adds
// one, or at once as many as are looked for.
var signs = func() (all [256]struct{ keeps, adds int }) {
	for c := range all {
		all[c].keeps = -1
		switch {
		case c >= '0' && c <= '9':
			all[c].adds = 1
		case c == '@' || c >= 0xef:
			all[c].adds = oldCard
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c == ',' || c == ';' || c == '|':
			all[c].keeps = 0
		}
	}
	return all
}()

// blot hides what matches, so that everything else keeps its place.
func blot(what *regexp.Regexp, text string) string {
	return what.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("\x00", utf8.RuneCountInString(s)) })
}

func (s sighting) trace() trace {
	ending := s.digits[len(s.digits)-2:]
	if s.kind == telephone {
		return trace{s.kind, s.from, diag.Say("số điện thoại trong văn bản (tận cùng là %s)", "a telephone number in a text (ending in %s)", ending), publicHint}
	}
	return trace{s.kind, s.from, diag.Say("số giấy tờ tùy thân trong văn bản (tận cùng là %s)", "an identity number in a text (ending in %s)", ending),
		diag.Say("bỏ số này; số tiền thì viết thành nhóm, ví dụ 123.456.789 đồng; số mà cơ quan công bố thì ghi vào public_contacts trong site.yaml",
			"remove it; write an amount in groups, such as 123.456.789; a number that the office publishes goes into public_contacts of site.yaml")}
}

func privateMail(at int, domain string) trace {
	return trace{privateAddress, at, diag.Say("địa chỉ thư điện tử cá nhân trong văn bản (ở %s)", "a private e-mail address in a text (at %s)", domain), publicHint}
}

var publicHint = diag.Say("bỏ đi; nếu là địa chỉ hay số mà cơ quan công bố thì ghi vào public_contacts trong site.yaml",
	"remove it; one that the office publishes goes into public_contacts of site.yaml")

// contacts are the addresses and numbers that an office publishes itself, and may repeat in its texts.
type contacts struct {
	mails, numbers map[string]bool
	domains        []string
}

// publicContacts are those of site.yaml: public_contacts, contact and feedback. The domains of its addresses are the
// office's own, but for those where anybody can have an address.
func publicContacts(s *plan.Settings) contacts {
	c := contacts{mails: map[string]bool{}, numbers: map[string]bool{}}
	own := slices.Clone(s.PublicContacts)
	addresses := []string{s.BaseURL, s.Feedback}
	feedback, _, _ := strings.Cut(strings.TrimPrefix(s.Feedback, "mailto:"), "?")
	if strings.HasPrefix(s.Feedback, "mailto:") {
		own = append(own, feedback)
		c.domain(domainOf(feedback))
	}
	if s.Contact != nil {
		own = append(own, s.Contact.Phone, s.Contact.Email)
		addresses = append(addresses, s.Contact.URL)
		c.domain(domainOf(s.Contact.Email))
	}
	for _, text := range own {
		c.mails[strings.ToLower(text)] = true
		c.numbers[digitsOf(text)] = true
		c.numbers[inland(digitsOf(text))] = true
	}
	for _, address := range addresses {
		if u, err := url.Parse(address); err == nil {
			c.domain(strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."))
		}
	}
	return c
}

func (c *contacts) domain(name string) {
	if strings.Contains(name, ".") && !everybodys(name) {
		c.domains = append(c.domains, name)
	}
}

// mail tells whether an address is an office's: one of its own, or on its domain or that of the state.
func (c contacts) mail(address string) bool {
	domain := domainOf(address)
	return c.mails[strings.ToLower(address)] || under(domain, "gov.vn") ||
		slices.ContainsFunc(c.domains, func(own string) bool { return under(domain, own) })
}

func under(domain, above string) bool { return domain == above || strings.HasSuffix(domain, "."+above) }

func domainOf(address string) string {
	_, domain, _ := strings.Cut(strings.ToLower(address), "@")
	return domain
}

// everybodys tells the domains of the mail services where anybody can have an address: gmail.com, yahoo.com.vn, …
func everybodys(domain string) bool {
	service, _, _ := strings.Cut(domain, ".")
	return slices.Contains([]string{"gmail", "googlemail", "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "icloud", "proton", "protonmail",
		"zoho", "zohomail", "gmx", "aol", "yandex"}, service)
}

func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if digit(r) {
			return r
		}
		return -1
	}, text)
}

// inland is a telephone number without the country's code.
func inland(digits string) string {
	rest, abroad := strings.CutPrefix(strings.TrimPrefix(digits, "00"), "84")
	if !abroad {
		return digits
	}
	return "0" + strings.TrimPrefix(rest, "0")
}
