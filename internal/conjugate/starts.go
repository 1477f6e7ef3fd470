package conjugate

// startSet holds the first three bytes of all stems, so that most words of a text are rejected before any look-up. Two
// starts may share a bit: the set may let a word through, it never rejects a form.
type startSet [startBits / 64]uint64

const startBits = 1 << 15

// startBit hashes three bytes; Latin letters of one case do not collide.
func startBit(a, b, c byte) uint32 {
	return (uint32(a&31)<<10 | uint32(b&31)<<5 | uint32(c&31)) % startBits
}

// add notes a stem. After a stem of one or two bytes any ending may follow.
func (s *startSet) add(stem string) {
	switch {
	case len(stem) >= 3:
		s.set(startBit(stem[0], stem[1], stem[2]))
	case len(stem) == 2:
		for c := range 32 {
			s.set(startBit(stem[0], stem[1], byte(c)))
		}
	case len(stem) == 1:
		for rest := range 1024 {
			s.set(startBit(stem[0], byte(rest>>5), byte(rest)))
		}
	}
}

func (s *startSet) set(bit uint32) { s[bit/64] |= 1 << (bit % 64) }

// mayStart reports whether a word may begin with a noted stem.
func (s *startSet) mayStart(word string) bool {
	var start [3]byte
	copy(start[:], word)
	bit := startBit(start[0], start[1], start[2])
	return word != "" && s[bit/64]&(1<<(bit%64)) != 0
}
