package store

import (
	"context"

	"concord/coding"
)

// Project is the study itself.
func (v *view) Project(ctx context.Context) (coding.Project, error) {
	found, err := all[coding.Project](ctx, v, "projects")
	if err != nil {
		return coding.Project{}, err
	}
	if len(found) == 0 {
		return coding.Project{}, refuse(coding.ErrNotFound, "the project is empty")
	}
	return found[0], nil
}

// Coders are the people of the project in the order in which they joined it.
func (v *view) Coders(ctx context.Context) ([]coding.Coder, error) {
	return all[coding.Coder](ctx, v, "coders")
}

// Attributes are what is known of cases and sources, in the order in which they came.
func (v *view) Attributes(ctx context.Context) ([]coding.Attribute, error) {
	return all[coding.Attribute](ctx, v, "attributes")
}

// Codes are the codebook's, in the order in which they were made.
func (v *view) Codes(ctx context.Context) ([]coding.Code, error) {
	return all[coding.Code](ctx, v, "codes")
}

// Versions are the states of the codebook that were kept, the oldest first.
func (v *view) Versions(ctx context.Context) ([]coding.Version, error) {
	return all[coding.Version](ctx, v, "versions")
}

// Searches are the queries that were kept, the oldest first.
func (v *view) Searches(ctx context.Context) ([]coding.Search, error) {
	return all[coding.Search](ctx, v, "searches")
}

// Rounds are read without their sources, in the order in which they were opened.
func (v *view) Rounds(ctx context.Context) ([]coding.Round, error) {
	return all[coding.Round](ctx, v, "rounds")
}
