package crf

import "math"

// The functions here stand in for math.Exp and math.Log, which have assembly of their own on some platforms and so may
// differ in the last bit. Every product is converted to float64 by hand: by the language specification this forbids its
// fusion with an addition, which arm64 would otherwise do. Equal input gives equal output everywhere.

const (
	log2High = 6.93147180369123816490e-01 // the upper 32 bits of the natural logarithm of 2, so that k*log2High is exact
	log2Low  = 1.90821492927058770002e-10 // what is left of it
)

// exp returns e to the power x with a relative error under 1e-13; x is kept within [-700, 700].
func exp(x float64) float64 {
	x = min(max(x, -700), 700)
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := x - float64(k*log2High) - float64(k*log2Low)
	sum := 1.0 // the Taylor series by Horner's rule; |r| <= 0.35, so eleven terms do
	for i := 11; i >= 1; i-- {
		sum = 1 + float64(float64(r*sum)*inverse[i])
	}
	return float64(sum * math.Float64frombits(uint64(int(k)+1023)<<52))
}

// log returns the natural logarithm of a positive, normal x with an absolute error under 1e-13.
func log(x float64) float64 {
	fraction, exponent := math.Frexp(x)
	if fraction < math.Sqrt2/2 {
		fraction, exponent = 2*fraction, exponent-1
	}
	// log f = 2 artanh((f-1)/(f+1)) = 2 (s + s³/3 + s⁵/5 + …) with |s| <= 0.172
	s := (fraction - 1) / (fraction + 1)
	square, sum := float64(s*s), 0.0
	for i := 17; i >= 1; i -= 2 {
		sum = float64(square*sum) + 1/float64(i)
	}
	k := float64(exponent)
	return float64(k*log2High) + float64(k*log2Low) + float64(2*float64(s*sum))
}

// inverse holds 1/i at index i.
var inverse = [...]float64{0, 1, 1. / 2, 1. / 3, 1. / 4, 1. / 5, 1. / 6, 1. / 7, 1. / 8, 1. / 9, 1. / 10, 1. / 11}
