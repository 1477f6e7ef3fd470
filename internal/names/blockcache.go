package names

// blockCache keeps the blocks of the latest different tokens, each in one of the two slots that its key tells: with only one,
// frequent words would drive each other out again and again. It changes how fast a text is read, not what is found.
type blockCache struct {
	keys   []uint64 // by slot, two side by side for a pair; 0 in a free one
	latest []uint8  // by pair, which of its slots was asked for last: 0 or 1
	blocks []int16
	size   int // numbers in a block
}

// cachedBlocks is the number of slots.
const cachedBlocks = 16384

func newBlockCache(size int) blockCache {
	return blockCache{keys: make([]uint64, cachedBlocks), latest: make([]uint8, cachedBlocks/2), blocks: make([]int16, cachedBlocks*size), size: size}
}

// get returns the block of a key, which is odd. Where it is not known the block returned is for the caller to fill.
func (c *blockCache) get(key uint64) (block []int16, known bool) {
	slot, known := c.find(key)
	c.keys[slot], c.latest[slot/2] = key, uint8(slot%2)
	return c.blocks[slot*c.size:][:c.size], known
}

// find returns the slot that holds a key or, where none does, the one that was not asked for last. The lowest bit of a key
// is always set and tells nothing.
func (c *blockCache) find(key uint64) (slot int, known bool) {
	pair := int(key >> 1 % (cachedBlocks / 2))
	switch key {
	case c.keys[2*pair]:
		return 2 * pair, true
	case c.keys[2*pair+1]:
		return 2*pair + 1, true
	}
	return 2*pair + int(1-c.latest[pair]), false
}

// drop forgets a key whose block can't be kept.
func (c *blockCache) drop(key uint64) {
	if slot, known := c.find(key); known {
		c.keys[slot] = 0
	}
}
