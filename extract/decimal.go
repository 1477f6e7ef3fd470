package extract

import (
	"math/big"
	"strconv"
	"strings"
)

// decimal is an exact decimal number, digits × 10^exponent, of at most eighteen significant figures: what is longer is
// rounded to that. It has no rounding of base two, so that "3,3 milioni" is 3300000 on every platform.
type decimal struct {
	digits   int64
	exponent int
}

const decimalFigures = 18

// parseDecimal reads figures with an optional point: "1782.75", ".5".
func parseDecimal(s string) (decimal, bool) {
	whole, fraction, _ := strings.Cut(s, ".")
	all := strings.TrimLeft(whole+fraction, "0")
	d := decimal{exponent: -len(fraction)}
	if len(all) > decimalFigures {
		d.exponent += len(all) - decimalFigures
		all = all[:decimalFigures]
	}
	if all != "" {
		n, err := strconv.ParseInt(all, 10, 64)
		if err != nil {
			return decimal{}, false
		}
		d.digits = n
	}
	return d, len(whole)+len(fraction) > 0
}

func integer(n int64) decimal { return decimal{digits: n} }

// shifted is the number times ten to the n.
func (d decimal) shifted(n int) decimal { return decimal{d.digits, d.exponent + n} }

func (d decimal) negated() decimal { return decimal{-d.digits, d.exponent} }

func (d decimal) rational() *big.Rat {
	r := new(big.Rat).SetInt64(d.digits)
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(abs(d.exponent))), nil)
	if d.exponent < 0 {
		return r.Quo(r, new(big.Rat).SetInt(power))
	}
	return r.Mul(r, new(big.Rat).SetInt(power))
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// rounded is the decimal nearest to a rational number that has the given number of significant figures.
func rounded(r *big.Rat, figures int) decimal {
	if r.Sign() == 0 {
		return decimal{}
	}
	exponent := len(r.Num().String()) - len(r.Denom().String()) - figures
	scaled := new(big.Rat).Mul(r, decimal{1, -exponent}.rational())
	text := scaled.FloatString(0)
	if digits := strings.TrimPrefix(text, "-"); len(digits) > figures {
		exponent++
		text = new(big.Rat).Mul(r, decimal{1, -exponent}.rational()).FloatString(0)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return decimal{}
	}
	return decimal{n, exponent}.reduced()
}

// reduced has no zeros at the end of its digits.
func (d decimal) reduced() decimal {
	for d.digits != 0 && d.digits%10 == 0 {
		d.digits, d.exponent = d.digits/10, d.exponent+1
	}
	return d
}

func (d decimal) plus(other decimal) decimal {
	if d.exponent == other.exponent && small(d.digits) && small(other.digits) {
		return decimal{d.digits + other.digits, d.exponent}
	}
	return rounded(new(big.Rat).Add(d.rational(), other.rational()), decimalFigures)
}

// small reports whether products and sums of such numbers fit in eighteen figures.
func small(n int64) bool { return n > -1e9 && n < 1e9 }

func (d decimal) times(other decimal) decimal {
	d, other = d.reduced(), other.reduced()
	if small(d.digits) && small(other.digits) {
		return decimal{d.digits * other.digits, d.exponent + other.exponent}
	}
	return rounded(new(big.Rat).Mul(d.rational(), other.rational()), decimalFigures)
}

// over divides; a quotient that does not end in base ten has fifteen figures, as many as a float64 keeps.
func (d decimal) over(other decimal) decimal {
	if other.digits == 0 {
		return decimal{}
	}
	return rounded(new(big.Rat).Quo(d.rational(), other.rational()), 15)
}

// power is the number to the n, for |n| up to 64.
func (d decimal) power(n int) decimal {
	result := integer(1)
	for range min(abs(n), 64) {
		result = result.times(d)
	}
	if n < 0 {
		return integer(1).over(result)
	}
	return result
}

// int returns the number if it is a whole one of at most nine figures.
func (d decimal) int() (int, bool) {
	d = d.reduced()
	if d.exponent < 0 || d.exponent > 9 || abs(int(d.digits)) > 1e9 {
		return 0, d.digits == 0
	}
	n := d.digits
	for range d.exponent {
		n *= 10
	}
	return int(n), n < 1e9 && n > -1e9
}

// String is plain decimal notation ("1782.75"), or scientific ("1e+60") when that would take over forty zeros.
func (d decimal) String() string {
	var room [longestValue]byte
	return string(d.appendTo(room[:0]))
}

// longestValue is the length in bytes that hardly any value exceeds: values are put together in rooms of this length, so that
// only the whole is allocated.
const longestValue = 64

// appendTo appends what String returns.
func (d decimal) appendTo(dst []byte) []byte {
	d = d.reduced()
	if d.digits == 0 {
		return append(dst, '0')
	}
	var room [20]byte
	digits := strconv.AppendInt(room[:0], d.digits, 10)
	if digits[0] == '-' {
		dst, digits = append(dst, '-'), digits[1:]
	}
	switch {
	case d.exponent > 40 || d.exponent < -60:
		dst = append(append(dst, digits...), 'e')
		return strconv.AppendInt(dst, int64(d.exponent), 10)
	case d.exponent >= 0:
		return appendZeros(append(dst, digits...), d.exponent)
	case -d.exponent < len(digits):
		point := len(digits) + d.exponent
		dst = append(append(dst, digits[:point]...), '.')
		return append(dst, digits[point:]...)
	}
	dst = appendZeros(append(dst, "0."...), -d.exponent-len(digits))
	return append(dst, digits...)
}

func appendZeros(dst []byte, n int) []byte {
	for range n {
		dst = append(dst, '0')
	}
	return dst
}
