package ledger

import (
	"minhbach/generator/internal/diag"
	"minhbach/generator/internal/lang"
	"minhbach/generator/internal/plan"
)

// approval: the day of a release and who signed it off are those that its line keeps.
func (a *audit) approval(l Line, p *plan.Plan, s *plan.Snapshot) {
	file := "plans/" + p.ID + "/snapshots/" + l.Period + ".yaml"
	back := diag.Say("ghi lại như trong sổ công bố", "put it back as it was recorded")
	if s.Released.String() != l.Date {
		a.fail(file, "released", "released-edited",
			diag.Say("sổ công bố ghi kỳ “%[1]s” được công bố ngày %[2]s, ở đây lại là ngày %[4]s", "the release of period “%[1]s” was recorded on %[3]s, and here it is %[5]s",
				l.Period, l.day(plan.VI), l.day(plan.EN), lang.Date(plan.VI, s.Released), lang.Date(plan.EN, s.Released)), back)
	}
	now := signOff(s)
	switch was := l.SignedOff; {
	case was == nil && now == nil || was != nil && now != nil && *was == *now:
	case was == nil:
		a.fail(file, "signed_off", "released-edited", diag.Say("sổ công bố ghi kỳ “%[1]s” không có người duyệt, ở đây lại là %[2]s", "the release of period “%[1]s” was recorded as signed off by nobody, and here it is %[3]s",
			l.Period, now.told(plan.VI), now.told(plan.EN)), back)
	case now == nil:
		a.fail(file, "", "released-edited", diag.Say("sổ công bố ghi người duyệt kỳ “%[1]s” là %[2]s, ở đây lại không có ai", "the release of period “%[1]s” was recorded as signed off by %[3]s, and here it is nobody",
			l.Period, was.told(plan.VI), was.told(plan.EN)), back)
	default:
		a.fail(file, "signed_off", "released-edited", diag.Say("sổ công bố ghi người duyệt kỳ “%[1]s” là %[2]s, ở đây lại là %[4]s", "the release of period “%[1]s” was recorded as signed off by %[3]s, and here it is %[5]s",
			l.Period, was.told(plan.VI), was.told(plan.EN), now.told(plan.VI), now.told(plan.EN)), back)
	}
}

// signOff is who signed a snapshot off; nil when nobody did.
func signOff(s *plan.Snapshot) *SignOff {
	if s.SignedOff == nil {
		return nil
	}
	return &SignOff{s.SignedOff.By, s.SignedOff.On.String()}
}

func (s *SignOff) told(l plan.Lang) string {
	on := ", "
	if l == plan.VI {
		on = ", ngày "
	}
	return s.By + on + day(l, s.On)
}

func (l Line) day(to plan.Lang) string { return day(to, l.Date) }

// day is a day of a ledger as people write it; what is no day stays as it is.
func day(l plan.Lang, iso string) string {
	d, err := plan.ParseDate(iso)
	if err != nil {
		return iso
	}
	return lang.Date(l, d)
}
