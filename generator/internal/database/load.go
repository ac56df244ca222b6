package database

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"minhbach/generator/internal/export"
)

// loader fills the database over its one connection.
type loader struct {
	conn  *sql.Conn
	say   describer
	tiers tiers
}

func (l loader) exec(sql string) error {
	_, err := l.conn.ExecContext(context.Background(), sql)
	return err
}

// load makes all tables and views. What describes the views comes after them, as their columns are asked of SQLite.
func (l loader) load(c export.Colophon, tables []export.Table) error {
	linked, err := links(tables)
	if err != nil {
		return err
	}
	all := slices.Concat(tables, linked, []export.Table{l.say.about(c)})
	all = append(all, l.say.contents(all))
	for _, t := range all {
		if err := l.table(t); err != nil {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
	}
	if err := l.exec(views); err != nil {
		return err
	}
	others, err := l.others(all[len(tables):])
	if err != nil {
		return err
	}
	return l.table(others)
}

// table makes a table, its rows, and then its indexes, which are quicker to make of what is there.
func (l loader) table(t export.Table) error {
	types := typesOf(t)
	if err := l.exec(l.say.create(t.Schema, types)); err != nil {
		return err
	}
	if err := l.rows(t); err != nil {
		return err
	}
	for _, statement := range indexes(t.Schema) {
		if err := l.exec(statement); err != nil {
			return err
		}
	}
	return nil
}

func (l loader) rows(t export.Table) error {
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.Columns)), ", ")
	insert, err := l.conn.PrepareContext(context.Background(), "INSERT INTO "+quoted(t.Name)+" VALUES ("+marks+")")
	if err != nil {
		return err
	}
	defer insert.Close()
	values := make([]any, len(t.Columns))
	isTier := l.tiers.in(t)
	for row := range t.Rows {
		for n, c := range t.Columns {
			values[n] = value(c.Type, row[n], isTier(row, n))
		}
		if _, err := insert.ExecContext(context.Background(), values...); err != nil {
			return fmt.Errorf("%q: %w", row, err)
		}
	}
	return nil
}

// checkReferences reports the first row that refers to none.
func (l loader) checkReferences() error {
	var table, to string
	var row sql.NullInt64
	var number int
	err := l.conn.QueryRowContext(context.Background(), "PRAGMA foreign_key_check").Scan(&table, &row, &to, &number)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: row %d refers to a row that is not in %s", table, row.Int64, to)
}
