package index

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"concord/coding"
)

// A key names a source in the index: its place in the project's order, four
// bytes, then its identity. The place comes first so that keys of one import lie
// close together; a UUID takes 16 bytes in place of 36, which halves what the
// keys cost.

// The bits of the byte behind the place.
const (
	// packed says that the identity is a UUID of 16 bytes, not a text.
	packed = 1 << iota
	// removed says that the source isn't in the project any more. Its key
	// remains, so that undo finds its place again.
	removed
)

func makeKey(place uint32, id coding.SourceID, flags byte) string {
	key := binary.BigEndian.AppendUint32(make([]byte, 0, 4+1+len(id)), place)
	if uuid, ok := packUUID(string(id)); ok {
		return string(append(append(key, flags|packed), uuid[:]...))
	}
	return string(append(append(key, flags), id...))
}

// readKey takes a key apart; the identity is appended to ids as text.
func readKey(key, ids []byte) (place uint32, flags byte, _ []byte, _ error) {
	if len(key) <= 5 {
		return 0, 0, ids, fmt.Errorf("read %w: a source is named %q", errEngine, key)
	}
	place, flags = binary.BigEndian.Uint32(key), key[4]
	if flags&packed == 0 {
		return place, flags, append(ids, key[5:]...), nil
	}
	return place, flags, appendUUID(ids, key[5:]), nil
}

// packUUID reads a UUID in its usual form: lower case, four dashes.
func packUUID(s string) (id [16]byte, ok bool) {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return id, false
	}
	digits := []byte(s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:])
	for _, c := range digits {
		if 'A' <= c && c <= 'F' {
			return id, false
		}
	}
	_, err := hex.Decode(id[:], digits)
	return id, err == nil
}

func appendUUID(text, id []byte) []byte {
	for i, b := range id {
		switch i {
		case 4, 6, 8, 10:
			text = append(text, '-')
		}
		const digits = "0123456789abcdef"
		text = append(text, digits[b>>4], digits[b&15])
	}
	return text
}
