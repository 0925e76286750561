// Package paper writes a document of headings, paragraphs, tables, entries and
// quotations as DOCX, HTML or Markdown, and tables as XLSX or CSV.
//
// It knows nothing of coding: package report says what stands in a document,
// this package what it looks like. The same document gives the same bytes, on
// every machine and at any time.
//
// XLSX is written by excelize, which Concord needs anyway to read survey
// exports. DOCX is written here. The Go libraries for it are under the AGPL, sold,
// or kept by one person each, and all of them leave styles and footers to XML
// given by hand; what a document of ours needs is six small parts in a zip, of
// which five are constant. That is less to maintain than the ties to a library.
package paper
