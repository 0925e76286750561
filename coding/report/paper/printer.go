package paper

import (
	"bufio"
	"context"
	"io"
)

// printer writes pieces of text and remembers the first error, so that the
// code that lays out a document reads like the document. Cancelling ctx is an
// error as well.
type printer struct {
	ctx context.Context
	to  *bufio.Writer
	err error
}

func newPrinter(ctx context.Context, w io.Writer) *printer {
	return &printer{ctx: ctx, to: bufio.NewWriterSize(w, 1<<16)}
}

func (p *printer) print(pieces ...string) {
	if p.err == nil {
		p.err = p.ctx.Err()
	}
	for _, piece := range pieces {
		if p.err == nil {
			_, p.err = p.to.WriteString(piece)
		}
	}
}

// end gives back what went wrong, if anything did.
func (p *printer) end() error {
	if p.err == nil {
		p.err = p.to.Flush()
	}
	return p.err
}
