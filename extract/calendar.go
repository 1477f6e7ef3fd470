package extract

import (
	"fmt"
	"strconv"
	"time"
)

// moment is what an expression says of a place in the calendar. Zero fields are unsaid.
type moment struct {
	year      int  // of four digits; with digits 3 a decade (199), with 2 a century (19), with 1 a millennium
	digits    int  // 0 means 4
	bc        bool // before Christ
	month     int
	day       int
	weekday   int    // 1 Monday … 7 Sunday
	nth       int    // which weekday of the month: 3 the third, -1 the last
	code      string // what stands in the month's place: "SU", "Q3", "H1", "W27", "W27-WE"
	part      string // part of the day: "MO", "AF", "EV", "NI"
	clock     clock
	unit      byte // relative: the unit of the shift, a letter of period.go
	shift     int  // relative: how many units from now
	seek      int  // -1 the last one before now, +1 the next one after
	easter    int  // days from Easter, in a year to be known, if movable
	movable   bool
	mod       Mod
	reference string // PRESENT_REF, PAST_REF, FUTURE_REF: nothing else is said
}

// clock is a time of the day.
type clock struct {
	set, seconds         bool
	hour, minute, second int
	zone                 string // "Z", "+01:00" or ""
}

// appendTo appends the time as ISO 8601 writes it: "T18:30".
func (c clock) appendTo(dst []byte) []byte {
	dst = appendPadded(append(dst, 'T'), c.hour, 2)
	dst = appendPadded(append(dst, ':'), c.minute, 2)
	if c.seconds {
		dst = appendPadded(append(dst, ':'), c.second, 2)
	}
	return append(dst, c.zone...)
}

// appendPadded appends a number with zeros before it, up to a width in characters that its sign counts for.
func appendPadded(dst []byte, n, width int) []byte {
	if n < 0 {
		dst, n, width = append(dst, '-'), -n, width-1
	}
	for limit := 10; width > 1; width, limit = width-1, 10*limit {
		if n < limit {
			dst = append(dst, '0')
		}
	}
	return strconv.AppendInt(dst, int64(n), 10)
}

// value is the TIMEX3 value, with now for what is relative and for years unsaid if it is known. past says that the
// sentence tells of the past, which decides on which side of now a bare weekday is.
func (m moment) value(now time.Time, past bool) string {
	if m.reference != "" {
		return m.reference
	}
	var room [longestValue]byte
	value := room[:0]
	switch {
	case now.IsZero():
		value = m.appendRelative(value)
	case m.unit != 0:
		m = m.shifted(now).completed(now, past)
	default:
		m = m.completed(now, past)
	}
	return string(m.appendTo(value))
}

// appendRelative appends what takes the year's place when now is unknown: "PRESENT_REF-P1D".
func (m moment) appendRelative(dst []byte) []byte {
	if m.unit == 0 && m.seek == 0 {
		return dst
	}
	dst = append(dst, "PRESENT_REF"...)
	if m.shift < 0 || m.seek < 0 {
		dst = append(dst, '-')
	} else {
		dst = append(dst, '+')
	}
	shift := integer(int64(abs(m.shift)))
	switch m.unit {
	case 0:
		return dst
	case 'X':
		return append(appendPeriod(dst, shift, 'W'), "-WE"...)
	}
	return appendPeriod(dst, shift, m.unit)
}

// appendTo appends the fields: "2024-07-03T18:30", "XXXX-07", "2019-SU", "199", "BC0044", "XXXX-WXX-1".
func (m moment) appendTo(dst []byte) []byte {
	m.resolveNth()
	m.resolveEaster()
	relative := m.unit != 0
	onlyWeekday := m.weekday != 0 && m.day == 0 && m.month == 0
	noDate := m.month == 0 && m.day == 0 && m.year == 0 && m.digits == 0 && !m.movable
	if said := m.code != "" || onlyWeekday || !noDate; said && !relative {
		dst = m.appendYear(dst)
	}
	switch {
	case m.code != "":
		dst = append(append(dst, '-'), m.code...)
	case onlyWeekday:
		dst = m.appendWeekday(dst, relative)
	default:
		dst = m.appendMonth(dst, relative)
	}
	if m.clock.set {
		return m.clock.appendTo(dst)
	}
	if m.part != "" {
		dst = append(append(dst, 'T'), m.part...)
	}
	return dst
}

func (m moment) appendYear(dst []byte) []byte {
	if m.year == 0 && m.digits == 0 {
		return append(dst, "XXXX"...)
	}
	if m.bc {
		dst = append(dst, "BC"...)
	}
	width := m.digits
	if width == 0 {
		width = 4
	}
	return appendPadded(dst, m.year, width)
}

// appendMonth appends the month and what is said of the day; a relative moment needs no place for an unknown day.
func (m moment) appendMonth(dst []byte, relative bool) []byte {
	switch {
	case m.month != 0:
		dst = appendPadded(append(dst, '-'), m.month, 2)
	case m.day != 0:
		dst = append(dst, "-XX"...)
	case m.movable && !relative:
		return append(dst, "-XX-XX"...)
	default:
		return dst
	}
	if m.day != 0 {
		return appendPadded(append(dst, '-'), m.day, 2)
	}
	if m.weekday != 0 && m.nth != 0 {
		return m.appendWeekday(dst, true)
	}
	return dst
}

// appendWeekday appends the weekday, and which one of the month if that counts: "-WXX-4#3".
func (m moment) appendWeekday(dst []byte, counted bool) []byte {
	dst = strconv.AppendInt(append(dst, "-WXX-"...), int64(m.weekday), 10)
	if counted && m.nth != 0 {
		dst = strconv.AppendInt(append(dst, '#'), int64(m.nth), 10)
	}
	return dst
}

// shifted counts the units of a relative moment from now and forgets that it was relative.
func (m moment) shifted(now time.Time) moment {
	y, mo, d := now.Date()
	n := m.shift
	unit := m.unit
	m.unit, m.shift = 0, 0
	switch unit {
	case 'D':
		m.setDate(time.Date(y, mo, d+n, 0, 0, 0, 0, time.UTC))
	case 'W', 'X':
		m.setWeek(time.Date(y, mo, d+7*n, 0, 0, 0, 0, time.UTC), unit == 'X')
	case 'M':
		first := time.Date(y, mo+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		m.year, m.month = first.Year(), int(first.Month())
	case 'Y':
		m.year = y + n
	case 'Q', 'H', 'B', 'K':
		m.setFraction(y, int(mo), n, map[byte]int{'Q': 3, 'H': 6, 'B': 2, 'K': 4}[unit], unit)
	case 'E', 'C', 'L':
		digits := map[byte]int{'E': 3, 'C': 2, 'L': 1}[unit]
		for range 4 - digits {
			y /= 10
		}
		m.year, m.digits = y+n, digits
	case 'h', 'm', 's':
		m.setClock(now.Add(time.Duration(n) * map[byte]time.Duration{'h': time.Hour, 'm': time.Minute, 's': time.Second}[unit]))
	}
	return m
}

func (m *moment) setDate(t time.Time) { m.year, m.month, m.day = t.Year(), int(t.Month()), t.Day() }

func (m *moment) setClock(t time.Time) {
	m.setDate(t)
	m.clock = clock{set: true, hour: t.Hour(), minute: t.Minute()}
}

// setWeek sets the ISO week of a day, its weekend, or the wanted day of that week.
func (m *moment) setWeek(t time.Time, weekend bool) {
	if m.weekday != 0 {
		m.setDate(t.AddDate(0, 0, m.weekday-isoWeekday(t)))
		return
	}
	year, week := t.ISOWeek()
	m.year, m.code = year, fmt.Sprintf("W%02d", week)
	if weekend {
		m.code += "-WE"
	}
}

// setFraction sets a quarter, half or other part of the year of so many months, n parts from the present one.
func (m *moment) setFraction(year, month, n, months int, unit byte) {
	part := (month-1)/months + n
	perYear := 12 / months
	year += floorDivide(part, perYear)
	m.year, m.code = year, fmt.Sprintf("%c%d", unit, part-floorDivide(part, perYear)*perYear+1)
}

func floorDivide(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// completed fills in what is unsaid from now: the year of a month or season, the date of a weekday.
func (m moment) completed(now time.Time, past bool) moment {
	y, mo, d := now.Date()
	today := time.Date(y, mo, d, 0, 0, 0, 0, time.UTC)
	switch {
	case m.year != 0 || m.digits != 0:
	case m.code != "":
		m.year = y + m.seekYear(today)
	case m.month == 0 && m.day == 0 && m.weekday != 0:
		m.setDate(nearWeekday(today, m.weekday, m.seek, past))
	case m.month == 0 && m.day != 0:
		m.year, m.month = y, int(mo)
	case m.month != 0 || m.movable:
		m.year = m.nearYear(today)
	}
	m.seek = 0
	return m
}

// onlyWeekday reports whether nothing but a day of the week is said: "venerdì".
func (m moment) onlyWeekday() bool {
	return m.weekday != 0 && m.day == 0 && m.month == 0 && m.year == 0 && m.unit == 0 && m.seek == 0
}

// time is the midnight of a moment that has a date.
func (m moment) time() time.Time {
	return time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
}

// nearWeekday is the date of a weekday: before, after or on the given day.
func nearWeekday(today time.Time, weekday, seek int, past bool) time.Time {
	ahead := (weekday - isoWeekday(today) + 7) % 7
	switch {
	case seek < 0, seek == 0 && past && ahead > 0:
		ahead -= 7
	case seek > 0 && ahead == 0:
		ahead = 7
	}
	return today.AddDate(0, 0, ahead)
}

// seekYear is 0, or -1 or 1 where "scorso" or "prossimo" takes a season or part of the year into another year.
func (m moment) seekYear(today time.Time) int {
	start := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[m.code]
	if start == 0 {
		return m.seek
	}
	month := int(today.Month())
	switch {
	case m.seek < 0 && month < start+3:
		return -1
	case m.seek > 0 && month >= start:
		return 1
	}
	return 0
}

// nearYear is the year in which a month or day lies nearest to today, on the side sought.
func (m moment) nearYear(today time.Time) int {
	best, bestGap := today.Year(), 1<<30
	for year := today.Year() - 1; year <= today.Year()+1; year++ {
		gap := m.gap(year, today)
		if m.seek < 0 && gap >= 0 || m.seek > 0 && gap <= 0 || m.day != 0 && m.weekday != 0 && m.nth == 0 && !m.fallsOnWeekday(year) {
			continue
		}
		if abs(gap) < bestGap {
			best, bestGap = year, abs(gap)
		}
	}
	return best
}

func (m moment) fallsOnWeekday(year int) bool {
	return isoWeekday(time.Date(year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)) == m.weekday
}

// gap is how many days after today the moment would be in a year; 0 if today is in it.
func (m moment) gap(year int, today time.Time) int {
	m.year = year
	m.resolveNth()
	m.resolveEaster()
	day := max(m.day, 1)
	t := time.Date(year, time.Month(m.month), day, 0, 0, 0, 0, time.UTC)
	if m.day == 0 && t.Year() == today.Year() && t.Month() == today.Month() {
		return 0
	}
	return int(t.Sub(today).Hours()) / 24
}

// resolveNth turns "third Sunday of October" and "last day of February" into a date once the year is known.
func (m *moment) resolveNth() {
	if m.nth == 0 || m.year == 0 || m.digits != 0 || m.month == 0 {
		return
	}
	if m.weekday == 0 { // the last day of the month
		m.day, m.nth = time.Date(m.year, time.Month(m.month)+1, 0, 0, 0, 0, 0, time.UTC).Day(), 0
		return
	}
	t := time.Date(m.year, time.Month(m.month), 1, 0, 0, 0, 0, time.UTC)
	day := 1 + (m.weekday-isoWeekday(t)+7)%7 + 7*(m.nth-1)
	if m.nth < 0 {
		t = time.Date(m.year, time.Month(m.month)+1, 0, 0, 0, 0, 0, time.UTC)
		day = t.Day() - (isoWeekday(t)-m.weekday+7)%7
	}
	m.day, m.nth, m.weekday = day, 0, 0
}

// resolveEaster turns days from Easter into a date once the year is known: the Gregorian computus of Meeus, Jones and
// Butcher (Nature, 20 April 1876).
func (m *moment) resolveEaster() {
	if !m.movable || m.year < 1583 || m.digits != 0 {
		return
	}
	a, b, c := m.year%19, m.year/100, m.year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	k := (a + 11*h + 22*l) / 451
	n := h + l - 7*k + 114
	m.setDate(time.Date(m.year, time.Month(n/31), n%31+1+m.easter, 0, 0, 0, 0, time.UTC))
	m.movable = false
}

// valid reports whether the date exists in some year.
func (m moment) valid() bool {
	days := [...]int{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	return m.month >= 0 && m.month <= 12 && m.day >= 0 && m.day <= days[m.month]
}
