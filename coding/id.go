package coding

import (
	"encoding/binary"
	"encoding/hex"
	"io"
	"sync"
	"time"
)

// The identities of a project's nouns. Each is the text of a UUIDv7 (RFC 9562),
// of a type of its own so that the compiler tells them apart: REFI-QDA needs
// GUIDs, and two coders who work apart never make the same one.
type (
	ProjectID   string
	CoderID     string
	SourceID    string
	CaseID      string
	AttributeID string
	CodeID      string
	CodingID    string
	RoundID     string
	DoneID      string
	VersionID   string
	MemoID      string
	DecisionID  string
	SearchID    string
	StepID      string
)

// Mint makes identities from a clock and a source of randomness. Those of one
// mint ascend, so that rows come to lie in the order in which they were made.
// It is safe for use by several goroutines.
type Mint struct {
	now    func() time.Time
	random io.Reader

	mu   sync.Mutex
	last uint64 // milliseconds << 12 | counter of the identity made last
}

// NewMint returns a mint that reads the time from now and its random bits from
// random (crypto/rand.Reader in the program, a seeded reader in tests).
func NewMint(now func() time.Time, random io.Reader) *Mint {
	return &Mint{now: now, random: random}
}

// Now is the mint's time, in UTC and whole milliseconds, as the log keeps it.
func (m *Mint) Now() time.Time { return m.now().UTC().Truncate(time.Millisecond) }

// NewID makes an identity of the wanted type. It panics if randomness runs dry,
// which no working machine lets happen.
func NewID[T ~string](m *Mint) T { return T(m.uuid()) }

func (m *Mint) uuid() string {
	var id [16]byte
	m.mu.Lock()
	// The 12 bits behind the milliseconds count up within one of them
	// (RFC 9562, 6.2, method 1), and run over into the next.
	tick := uint64(m.now().UnixMilli()) << 12
	if tick <= m.last {
		tick = m.last + 1
	}
	m.last = tick
	_, err := io.ReadFull(m.random, id[8:])
	m.mu.Unlock()
	if err != nil {
		panic("coding: no randomness for an identity: " + err.Error())
	}
	binary.BigEndian.PutUint64(id[:8], tick>>12<<16|tick&0xfff)
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80

	var text [36]byte
	hex.Encode(text[0:8], id[0:4])
	hex.Encode(text[9:13], id[4:6])
	hex.Encode(text[14:18], id[6:8])
	hex.Encode(text[19:23], id[8:10])
	hex.Encode(text[24:36], id[10:16])
	text[8], text[13], text[18], text[23] = '-', '-', '-', '-'
	return string(text[:])
}
