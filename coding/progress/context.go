package progress

import "context"

// key is where a context holds the counter.
type key struct{}

// With makes a context whose work bumps the counter, for work that is called
// through an interface which doesn't speak of counters.
func With(ctx context.Context, c *Counter) context.Context {
	if c == nil {
		return ctx
	}
	return context.WithValue(ctx, key{}, c)
}

// From is the counter that the work under a context bumps; nil, which counts
// nothing, where there is none.
func From(ctx context.Context) *Counter {
	c, _ := ctx.Value(key{}).(*Counter)
	return c
}
