// Package store keeps a project in an SQL database: state and log, written
// together. Its statements serve every engine; what differs between them is an
// Engine, and a package of its own opens each (store/sqlite).
//
// A DB is an opened project, and DB.As is that project as one person sees it:
// the coding.Store that the rest of Concord works with.
package store
