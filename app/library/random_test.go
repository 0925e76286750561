package library_test

import "math/rand/v2"

// random is randomness that is the same in every run.
func random(seed byte) *rand.ChaCha8 { return rand.NewChaCha8([32]byte{seed}) }
