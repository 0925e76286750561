// Package sqlite opens a project that is kept in one file, NAME.concord: an
// SQLite database in WAL mode, with one writing connection and a pool of
// reading ones. Several processes of one machine may have it open at once; a
// writer waits its turn. When the last of them closes it, it is one file again.
//
// Beside the file lie backups of it, NAME.concord.backup-DATE: one is made
// before the schema is raised and one a day before the first step is written;
// the last five are kept.
package sqlite
