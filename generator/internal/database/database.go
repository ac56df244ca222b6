// Package database writes the open data as one SQLite database: every table with its key, its references and the only
// values that a column may hold, tables that split the lists of ids, views that answer what is asked most, and what every
// table, view and column means.
//
// A table and its columns have the names that they have in the CSV; a cell that is empty there is NULL here.
//
//	string, code, date, list   TEXT; CHECK holds the codes of the list and the days of the calendar
//	integer                    INTEGER
//	boolean                    INTEGER, 0 or 1
//	number                     NUMERIC, not REAL, so that 12 is 12 and not 12.0
//	value                      no type: a number as above, and as TEXT what is none: true, false, 3/63, and the id of a
//	                           tier, which NUMERIC would make a number where it looks like one (01, 1e3)
//
// NUMERIC makes a float of every number that is no integer, and a float keeps 15 digits. A column in which a number has
// more is left without a type, the one way in which SQLite changes nothing, and that number is kept as TEXT; SUM and CAST
// read it all the same.
//
// The key of a table is its PRIMARY KEY. Where a cell of the key may be empty it is a UNIQUE index that takes NULL for an
// empty text, because a column cannot be NULL for its reference and empty for its key (see mayBeEmpty).
//
// The same tables give the same bytes: one connection, one transaction, no journal, no leftovers in free space, VACUUM at
// the end. The header holds the version of the library, so a newer one changes the file.
package database

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"minhbach/generator/internal/export"
)

// Path is where the database stands, from the root of the site.
const Path = "data/minhbach.sqlite"

// The file is built on the disk, in the system's folder for temporary files: in memory it would take three times its
// size, once as the database, once for VACUUM and once to hand it over.
const settings = `
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA application_id = 1296188232; -- MBCH
PRAGMA user_version = 1;            -- of the schema
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA secure_delete = ON;          -- zeros in what is free
PRAGMA cache_size = -16384;         -- KiB
PRAGMA foreign_keys = OFF;          -- checked at the end, so that rows may come in any order
`

//go:embed views.sql
var views string

// Write writes the database of all tables, which are those of export.Tables and export.Codebook.
func Write(w io.Writer, c export.Colophon, words export.Words, tables []export.Table) error {
	if err := write(w, c, words, tables); err != nil {
		return fmt.Errorf("%s: %w", Path, err)
	}
	return nil
}

func write(w io.Writer, c export.Colophon, words export.Words, tables []export.Table) error {
	folder, err := os.MkdirTemp("", "minhbach-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "data.sqlite")
	if err := build(name, c, describer{words}, tables); err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// build makes the file of the database.
func build(name string, c export.Colophon, d describer, tables []export.Table) (err error) {
	db, err := sql.Open("sqlite", name)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	l := loader{conn, d, tiersOf(tables)}
	if err := l.exec(settings + "BEGIN"); err != nil {
		return err
	}
	if err := l.load(c, tables); err != nil {
		return err
	}
	if err := l.exec("COMMIT"); err != nil {
		return err
	}
	if err := l.checkReferences(); err != nil {
		return err
	}
	return l.exec("VACUUM")
}
