-- The first schema of a Concord project.
--
-- A noun is stored as it is logged: body is its JSON, and beside it stand only
-- those columns that queries ask for. A noun that is taken out keeps its row,
-- without body and name, so that its number (the order in which nouns came)
-- is the same when it is brought back. Of cases and sources, of which there are
-- many, the body holds what has no column, and the store sees to it that what
-- they are called stands for one; codings and done marks have columns alone.

-- The texts lie beside the log under their hash.
CREATE TABLE texts (
	no     INTEGER PRIMARY KEY,
	length INTEGER NOT NULL,
	body   TEXT NOT NULL
);

CREATE TABLE text_hashes (
	hash TEXT NOT NULL PRIMARY KEY,
	text INTEGER NOT NULL
) WITHOUT ROWID;

-- What comments answer; each question once.
CREATE TABLE questions (
	no    INTEGER PRIMARY KEY,
	asked TEXT NOT NULL UNIQUE
);

CREATE TABLE projects (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT
);

CREATE TABLE coders (
	no         INTEGER PRIMARY KEY,
	id         TEXT NOT NULL UNIQUE,
	called     TEXT UNIQUE,
	body       TEXT,
	supervisor INTEGER NOT NULL
);

CREATE TABLE attributes (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT
);

CREATE TABLE cases (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT,
	body   TEXT
);

-- respondent is the first case of a source; the others are in source_cases.
-- since is the event that brought the source in.
CREATE TABLE sources (
	no         INTEGER PRIMARY KEY,
	id         TEXT NOT NULL UNIQUE,
	called     TEXT,
	body       TEXT,
	kind       TEXT NOT NULL,
	question   INTEGER REFERENCES questions (no),
	hash       TEXT NOT NULL,
	text       INTEGER NOT NULL REFERENCES texts (no),
	length     INTEGER NOT NULL,
	words      INTEGER NOT NULL,
	respondent INTEGER REFERENCES cases (no),
	since      INTEGER NOT NULL
);
CREATE INDEX sources_since ON sources (since);

CREATE TABLE source_cases (
	source INTEGER NOT NULL REFERENCES sources (no),
	member INTEGER NOT NULL REFERENCES cases (no),
	PRIMARY KEY (source, member)
) WITHOUT ROWID;
CREATE INDEX source_cases_member ON source_cases (member);

CREATE TABLE codes (
	no      INTEGER PRIMARY KEY,
	id      TEXT NOT NULL UNIQUE,
	called  TEXT UNIQUE,
	body    TEXT,
	parent  INTEGER REFERENCES codes (no),
	retired INTEGER NOT NULL
);
CREATE INDEX codes_parent ON codes (parent);

CREATE TABLE versions (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT
);

CREATE TABLE rounds (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT,
	blind  INTEGER NOT NULL,
	closed INTEGER NOT NULL
);

CREATE TABLE round_coders (
	round INTEGER NOT NULL REFERENCES rounds (no),
	coder INTEGER NOT NULL REFERENCES coders (no),
	PRIMARY KEY (round, coder)
) WITHOUT ROWID;

-- The sources of a round are set when it is first opened and kept for good.
CREATE TABLE round_sources (
	round  INTEGER NOT NULL REFERENCES rounds (no),
	source INTEGER NOT NULL REFERENCES sources (no),
	PRIMARY KEY (round, source)
) WITHOUT ROWID;

-- Clustered in the order in which codings are read. at is in milliseconds since 1970.
CREATE TABLE codings (
	source INTEGER NOT NULL REFERENCES sources (no),
	start  INTEGER NOT NULL,
	stop   INTEGER NOT NULL,
	id     TEXT NOT NULL UNIQUE,
	code   INTEGER NOT NULL REFERENCES codes (no),
	coder  INTEGER NOT NULL REFERENCES coders (no),
	round  INTEGER REFERENCES rounds (no),
	unsure INTEGER NOT NULL,
	at     INTEGER NOT NULL,
	PRIMARY KEY (source, start, stop, id)
) WITHOUT ROWID;
CREATE INDEX codings_code ON codings (code);

-- codes is empty for all of them, else the identities, joined by blanks.
CREATE TABLE dones (
	round  INTEGER NOT NULL REFERENCES rounds (no),
	source INTEGER NOT NULL REFERENCES sources (no),
	coder  INTEGER NOT NULL REFERENCES coders (no),
	id     TEXT NOT NULL UNIQUE,
	codes  TEXT NOT NULL,
	at     INTEGER NOT NULL,
	PRIMARY KEY (round, source, coder)
) WITHOUT ROWID;

CREATE TABLE memos (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT,
	kind   TEXT NOT NULL,
	about  TEXT NOT NULL,
	source INTEGER REFERENCES sources (no),
	round  INTEGER REFERENCES rounds (no),
	coder  INTEGER REFERENCES coders (no)
);
CREATE INDEX memos_about ON memos (about);
CREATE INDEX memos_source ON memos (source);

CREATE TABLE decisions (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT,
	source INTEGER NOT NULL REFERENCES sources (no),
	round  INTEGER REFERENCES rounds (no),
	coder  INTEGER NOT NULL REFERENCES coders (no)
);
CREATE INDEX decisions_source ON decisions (source);
CREATE INDEX decisions_round ON decisions (round);

CREATE TABLE searches (
	no     INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	called TEXT UNIQUE,
	body   TEXT
);

-- The log: a step is a gesture of a person, an event one change of it.
-- first and last are its events, undoes the first event of the step it takes back, or 0.
CREATE TABLE steps (
	first  INTEGER PRIMARY KEY,
	last   INTEGER NOT NULL,
	id     TEXT NOT NULL UNIQUE,
	coder  INTEGER NOT NULL REFERENCES coders (no),
	at     INTEGER NOT NULL,
	label  TEXT NOT NULL,
	undoes INTEGER NOT NULL
);
CREATE INDEX steps_undoes ON steps (undoes) WHERE undoes > 0;

-- round and coder say whose work in which round the change is made to.
CREATE TABLE events (
	seq     INTEGER PRIMARY KEY,
	step    INTEGER NOT NULL REFERENCES steps (first),
	kind    TEXT NOT NULL,
	round   INTEGER REFERENCES rounds (no),
	coder   INTEGER REFERENCES coders (no),
	payload TEXT NOT NULL
);
CREATE INDEX events_step ON events (step);
CREATE INDEX events_round ON events (round, coder, step) WHERE round IS NOT NULL;

-- Who has this file open for writing: what a writer is told that waits in vain.
CREATE TABLE openers (
	pid   INTEGER NOT NULL,
	host  TEXT NOT NULL,
	since INTEGER NOT NULL,
	PRIMARY KEY (host, pid)
) WITHOUT ROWID;
