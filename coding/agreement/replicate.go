package agreement

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
)

// replicates runs work for every number below total, on all processors. Each
// goroutine makes its own worker. Numbers are done in chunks, and a stream of
// random numbers belongs to a chunk, so that a seed gives the same draws anywhere.
func replicates(ctx context.Context, total, chunk int, seed uint64, progress func(done, total int),
	worker func() func(random *rand.Rand, replicate int),
) error {
	var next, done atomic.Int64
	var telling sync.Mutex
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (total+chunk-1)/chunk) {
		workers.Go(func() {
			work := worker()
			for {
				stream := next.Add(1) - 1
				from := int(stream) * chunk
				if from >= total {
					return
				}
				to := min(from+chunk, total)
				random := rand.New(rand.NewPCG(seed, uint64(stream)))
				for replicate := from; replicate < to; replicate++ {
					if ctx.Err() != nil {
						return
					}
					work(random, replicate)
				}
				if progress != nil {
					telling.Lock()
					progress(int(done.Add(int64(to-from))), total)
					telling.Unlock()
				}
			}
		})
	}
	workers.Wait()
	return ctx.Err()
}
