package extract

import (
	"math/big"
	"strconv"
	"strings"
	"time"
)

// The Norm of an entity, by kind. Numbers are plain decimals with a point; a range of numbers is "10..20"; two ends of
// a stretch of time are joined by "/".
//
//	LOC        ISO 3166-1 code of a country                        "KZ"
//	DATE       TIMEX3 value (ISO 8601, X for what is unsaid)       "2024-07-03" "XXXX-07" "2024-W27" "2024-W27-WE"
//	           decade, century, millennium                         "199" "19" "2"
//	           season, quarter, half                               "2019-SU" "2024-Q3" "XXXX-H1"
//	           before Christ                                       "BC0044" "BC02"
//	           weekday of an unknown week                          "XXXX-WXX-1"
//	           the third Sunday of a month of an unknown year      "XXXX-10-WXX-7#3" (# and -1: the last)
//	           stretch                                             "XXXX-07-03/XXXX-07-05"
//	           set ("ogni lunedì", "due volte al giorno")          "XXXX-WXX-1" "P1D", with Mod EVERY or 2X
//	           vague                                               "PRESENT_REF" "PAST_REF" "FUTURE_REF"
//	           relative, if Extractor.Now is not set               "PRESENT_REF-P1D" (see below)
//	TIME       time of day, with its date if said                  "T18:30" "T18:30:05Z" "2024-07-03T18:30"
//	           part of the day: morning, midday, afternoon,        "TMO" "TMI" "TAF" "TEV" "TNI"
//	           evening, night                                      "2024-07-02TEV"
//	DURATION   ISO 8601 duration, X for an unknown count           "PT2H30M" "P3M" "P1Y6M" "PXD"; "P2D/P3D" is a range
//	MONEY      amount and ISO 4217 code                            "75000000 USD" "10..20 EUR"
//	PERCENT    percentage, or percentage points                    "3.5%" "5..7%" "3 pp"
//	QUANTITY   number and UCUM code; "a" and "mo" are years        "1782.75 km" "37.5 Cel" "120 km/h" "42 a"
//	           and months of age
//	ORDINAL    rank; -1 the last, -2 the last but one              "24" "-2"
//	CARDINAL   number; a fraction that does not end in base ten    "1500" "10..20" "0.333333333333333"
//	           has fifteen figures, all others at most eighteen
//
// A relative value is PRESENT_REF, a sign, and how far: an ISO 8601 duration whose unit is also how exact the value is
// ("il mese scorso" PRESENT_REF-P1M, "oggi" PRESENT_REF+P0D), or the TIMEX3 value of what is nearest on that side of now
// ("lunedì scorso" PRESENT_REF-XXXX-WXX-1). Smaller units follow as in a date: "domani alle 8" is PRESENT_REF+P1DT08:00.

// Mod says how the value of an expression is limited, in the terms of TIMEX3's mod, quant and freq: for numbers APPROX
// ("circa"), MORE_THAN ("oltre"), LESS_THAN ("quasi"), EQUAL_OR_MORE ("almeno"), EQUAL_OR_LESS ("al massimo"); for
// dates START, MID and END ("fine marzo"), BEFORE ("prima di"), ON_OR_BEFORE ("entro"), AFTER ("dopo"); for sets EVERY
// ("ogni") and "2X" and so on ("due volte al giorno").
type Mod string

// IsExpression reports whether the kind is one of those the grammar reads, from DATE to CARDINAL.
func (k Kind) IsExpression() bool { return k >= Date && k <= Cardinal }

// Number returns the number of a MONEY, PERCENT, QUANTITY, ORDINAL or CARDINAL, exactly as Norm has it; the number of a
// percentage is that before the sign (3.5 for "3,5%"). It reports false for other kinds and for a range: see Range.
func (e Entity) Number() (*big.Rat, bool) {
	low, high, ok := e.Range()
	if !ok || low.Cmp(high) != 0 {
		return nil, false
	}
	return low, true
}

// Range returns the ends of a range of numbers ("tra 10 e 20 euro"), which are equal for a single number. It reports
// false for kinds that have no number.
func (e Entity) Range() (low, high *big.Rat, ok bool) {
	if !e.Kind.hasNumber() {
		return nil, nil, false
	}
	text, _, _ := strings.Cut(e.Norm, " ")
	text = strings.TrimSuffix(text, "%")
	from, to, ranged := strings.Cut(text, "..")
	if !ranged {
		to = from
	}
	low, ok = plainNumber(from)
	if !ok {
		return nil, nil, false
	}
	high, ok = plainNumber(to)
	return low, high, ok
}

// plainNumber reads a plain decimal. Of a file that somebody else wrote the value may be anything, also "1e999999999", which is a
// number of a thousand million figures.
func plainNumber(text string) (*big.Rat, bool) {
	if strings.Trim(text, "-.0123456789") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

func (k Kind) hasNumber() bool { return k >= Money && k <= Cardinal }

// Unit returns what the number counts: the ISO 4217 code of MONEY ("EUR"), the UCUM code of a QUANTITY ("km"), "%" or
// "pp" for a PERCENT, "" for all else.
func (e Entity) Unit() string {
	if _, unit, ok := strings.Cut(e.Norm, " "); ok && e.Kind.hasNumber() {
		return unit
	}
	if e.Kind == Percent {
		return "%"
	}
	return ""
}

// Time returns the first instant of a DATE or TIME whose value has a year: "luglio 2024" is the first of July, at
// midnight; seasons begin with their first month (winter in December), weeks on Monday. A value without a zone is
// taken in the location given; nil means UTC. It reports false for what is no place in the calendar: values with an
// unknown year, a clock time without a date, years before Christ, sets (Mod EVERY or a frequency), and PRESENT_REF and
// its like. Of a stretch it returns the beginning; see Interval.
func (e Entity) Time(location *time.Location) (time.Time, bool) {
	from, _, ok := e.Interval(location)
	return from, ok
}

// Interval returns the stretch of time that a DATE or TIME covers, from its first instant to the first one after it:
// "luglio 2024" ends with the first of August. A clock time lasts one minute or second, a part of the day from four to
// eight hours. What is not representable is as for Time.
func (e Entity) Interval(location *time.Location) (from, to time.Time, ok bool) {
	if e.Kind != Date && e.Kind != Time || e.Mod == "EVERY" || strings.HasSuffix(string(e.Mod), "X") && e.Mod != "APPROX" {
		return from, to, false
	}
	if location == nil {
		location = time.UTC
	}
	first, last, ranged := strings.Cut(e.Norm, "/")
	if !ranged {
		last = first
	}
	from, _, ok = instants(first, location)
	if !ok {
		return time.Time{}, time.Time{}, false
	}
	if _, to, ok = instants(last, location); !ok {
		return time.Time{}, time.Time{}, false
	}
	return from, to, true
}

// dayParts are the first hour and the hours of the parts of the day.
var dayParts = map[string][2]int{"MO": {6, 6}, "MI": {12, 2}, "AF": {12, 6}, "EV": {18, 4}, "NI": {22, 8}}

// instants returns the first instant of a TIMEX3 value and the first after it.
func instants(value string, location *time.Location) (from, to time.Time, ok bool) {
	date, clock, timed := strings.Cut(value, "T")
	year, rest, _ := strings.Cut(date, "-")
	y, err := strconv.Atoi(year)
	if err != nil || len(year) > 4 {
		return from, to, false
	}
	if rest == "" && !timed {
		size := 1
		for range 4 - len(year) {
			size *= 10
		}
		return time.Date(y*size, 1, 1, 0, 0, 0, 0, location), time.Date((y+1)*size, 1, 1, 0, 0, 0, 0, location), true
	}
	if timed {
		return clockInstants(date, clock, location)
	}
	return calendarInstants(y, rest, location)
}

// calendarInstants reads what follows the year of a date: "07", "07-03", "W27", "Q3", "SU".
func calendarInstants(y int, rest string, location *time.Location) (from, to time.Time, ok bool) {
	months := func(first, count int) (time.Time, time.Time, bool) {
		return time.Date(y, time.Month(first), 1, 0, 0, 0, 0, location), time.Date(y, time.Month(first+count), 1, 0, 0, 0, 0, location), true
	}
	if first, ok := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[rest]; ok {
		return months(first, 3)
	}
	var month, day, n int
	switch {
	case len(rest) >= 3 && rest[0] == 'W':
		week, err := strconv.Atoi(rest[1:3])
		if err != nil {
			return from, to, false
		}
		monday := time.Date(y, 1, 4, 0, 0, 0, 0, location)
		monday = monday.AddDate(0, 0, 7*(week-1)+1-isoWeekday(monday))
		if strings.HasSuffix(rest, "-WE") {
			return monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 7), true
		}
		return monday, monday.AddDate(0, 0, 7), true
	case len(rest) == 2 && rest[0] >= 'A':
		n = int(rest[1] - '0')
		count := map[byte]int{'Q': 3, 'H': 6, 'B': 2, 'K': 4}[rest[0]]
		if count == 0 {
			return from, to, false
		}
		return months((n-1)*count+1, count)
	case len(rest) == 2:
		month, ok = twoDigits(rest)
		if !ok {
			return from, to, false
		}
		return months(month, 1)
	case len(rest) == 5:
		month, ok = twoDigits(rest[:2])
		day, _ = twoDigits(rest[3:])
		from = time.Date(y, time.Month(month), day, 0, 0, 0, 0, location)
		return from, from.AddDate(0, 0, 1), ok && day > 0
	}
	return from, to, false
}

func twoDigits(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0
}

// clockInstants reads the time of day after a date: "18:30", "18:30:05Z", "MO".
func clockInstants(date, clock string, location *time.Location) (from, to time.Time, ok bool) {
	if part, known := dayParts[clock]; known {
		day, err := time.ParseInLocation("2006-01-02", date, location)
		from = day.Add(time.Duration(part[0]) * time.Hour)
		return from, from.Add(time.Duration(part[1]) * time.Hour), err == nil
	}
	for _, layout := range [...]struct {
		form string
		size time.Duration
	}{{"15:04", time.Minute}, {"15:04Z07:00", time.Minute}, {"15:04:05", time.Second}, {"15:04:05Z07:00", time.Second}} {
		if t, err := time.ParseInLocation("2006-01-02T"+layout.form, date+"T"+clock, location); err == nil {
			return t, t.Add(layout.size), true
		}
	}
	return from, to, false
}
