-- Version 1. All that is here is derived from the texts, which the bank does not keep.

-- A text that was read. Its name says which text it is: the path of a file, or the id of a line of JSON.
CREATE TABLE document (
	id     INTEGER PRIMARY KEY,
	kind   TEXT    NOT NULL CHECK (kind IN ('file', 'record')),
	name   TEXT    NOT NULL,
	file   TEXT    NOT NULL, -- the path, seen from the folder of the database; '-' for standard input
	record INTEGER NOT NULL, -- the line of JSON in the file, from 1; 0 where the file is the document
	date   TEXT    NOT NULL, -- YYYY-MM-DD, '' if unknown
	hash   BLOB    NOT NULL, -- SHA-256 of date and text
	UNIQUE (kind, name)
);
CREATE INDEX document_date ON document (date);

CREATE TABLE quote (
	id          INTEGER PRIMARY KEY,
	document    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	start       INTEGER NOT NULL, -- byte offset in the text
	line        INTEGER NOT NULL, -- line of the text, from 1
	col         INTEGER NOT NULL, -- character of the line, from 1
	text        TEXT    NOT NULL,
	form        TEXT    NOT NULL, -- 'direct' or 'indirect'
	act         TEXT    NOT NULL, -- '' if there is no cue
	cue         TEXT    NOT NULL, -- lemma
	speaker     TEXT    NOT NULL, -- '' if unknown
	speaker_key TEXT    NOT NULL, -- the speaker under which all spellings of the name are one
	named       INTEGER NOT NULL, -- 1: the speaker is a name; 0: a description ("riviste straniere") or unknown
	score       REAL    NOT NULL
);
CREATE INDEX quote_document ON quote (document);

-- What can be searched. Contentless: the words themselves are in quote.
CREATE VIRTUAL TABLE quote_search USING fts5 (
	speaker, -- the speaker's name
	stems,   -- lang.Stem of the words said, without function words
	words,   -- the same words as they were said
	content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER quote_deleted AFTER DELETE ON quote BEGIN
	DELETE FROM quote_search WHERE rowid = old.id;
END;

-- A principle that somebody names in a quotation, or that a list declares.
CREATE TABLE principle (
	id        INTEGER PRIMARY KEY,
	document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
	quote     INTEGER REFERENCES quote ON DELETE CASCADE, -- where it stands in one; its speaker declares it
	start     INTEGER NOT NULL,
	line      INTEGER NOT NULL,
	col       INTEGER NOT NULL,
	principle TEXT    NOT NULL, -- 'mutual-respect'
	text      TEXT    NOT NULL,
	list      TEXT    NOT NULL  -- the kind of list it is an item of, '' for none
);
CREATE INDEX principle_document ON principle (document);
CREATE INDEX principle_quote ON principle (quote);
CREATE INDEX principle_principle ON principle (principle);
