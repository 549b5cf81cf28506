-- Proposals are joined piece by piece: only what hangs together with a new one is joined anew. Decisions bear on it.
-- What joining made is dropped here; all proposals are pending, and are joined when the record is next asked.
DROP TABLE merge_proposals;
DROP TABLE mentions;
DROP TABLE held_voices;
DROP TABLE held_actors;
DROP TABLE held;
DROP TABLE affiliations;
DROP TABLE actors;
DROP TABLE joining;

-- When a report was first read by a reader, and when it was last read anew.
ALTER TABLE readings ADD COLUMN at TEXT NOT NULL DEFAULT '';

ALTER TABLE readings ADD COLUMN again TEXT NOT NULL DEFAULT '';

CREATE INDEX readings_by_time ON readings (again);

-- A number is never used again, so that what is kept beside by number cannot come to mean another proposal.
CREATE TABLE numbered_proposals (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  reading INTEGER NOT NULL REFERENCES readings (id),
  report TEXT NOT NULL,
  form TEXT NOT NULL,
  json TEXT NOT NULL
);

INSERT INTO numbered_proposals (id, reading, report, form, json)
SELECT id, reading, report, form, json FROM proposals ORDER BY id;

DROP TABLE proposals;

ALTER TABLE numbered_proposals RENAME TO proposals;

CREATE INDEX proposals_by_reading ON proposals (reading);

CREATE INDEX proposals_by_report ON proposals (report);

-- What readers tell of actors, each wording once.
CREATE TABLE actor_tellings (
  id INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  json TEXT NOT NULL UNIQUE
);

CREATE INDEX actor_tellings_by_actor ON actor_tellings (actor);

CREATE TABLE told_actors (
  telling INTEGER NOT NULL REFERENCES actor_tellings (id),
  reading INTEGER NOT NULL REFERENCES readings (id),
  PRIMARY KEY (telling, reading)
);

CREATE INDEX told_actors_by_reading ON told_actors (reading);

INSERT INTO actor_tellings (actor, json) SELECT DISTINCT json_extract(json, '$.id'), json FROM actors_told;

INSERT INTO told_actors (telling, reading)
SELECT t.id, a.reading FROM actors_told a JOIN actor_tellings t ON t.json = a.json;

DROP TABLE actors_told;

-- The same for who stands for whom; those that proposals tell are added when they are joined.
CREATE TABLE affiliation_tellings (
  id INTEGER PRIMARY KEY,
  json TEXT NOT NULL UNIQUE
);

CREATE TABLE told_affiliations (
  telling INTEGER NOT NULL REFERENCES affiliation_tellings (id),
  reading INTEGER NOT NULL REFERENCES readings (id),
  PRIMARY KEY (telling, reading)
);

CREATE INDEX told_affiliations_by_reading ON told_affiliations (reading);

INSERT INTO affiliation_tellings (json) SELECT DISTINCT json FROM affiliations_told;

INSERT INTO told_affiliations (telling, reading)
SELECT t.id, a.reading FROM affiliations_told a JOIN affiliation_tellings t ON t.json = a.json;

DROP TABLE affiliations_told;

-- From here on: made by joining. Pending are the proposals that are not joined yet.
CREATE TABLE pending (
  n INTEGER PRIMARY KEY
);

INSERT INTO pending (n) SELECT n FROM proposals;

CREATE TABLE pending_actors (
  actor TEXT PRIMARY KEY
);

INSERT INTO pending_actors (actor) SELECT DISTINCT actor FROM actor_tellings;

CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  folded TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE INDEX actors_by_name ON actors (folded);

-- Statements and talks (form `talk`), by the number of their earliest proposal; the first columns are their order.
CREATE TABLE held (
  n INTEGER PRIMARY KEY,
  undated INTEGER NOT NULL,
  published TEXT NOT NULL,
  report TEXT NOT NULL,
  start INTEGER NOT NULL,
  id TEXT NOT NULL,
  form TEXT NOT NULL,
  type TEXT,
  reality TEXT NOT NULL,
  status TEXT NOT NULL,
  fact INTEGER NOT NULL,
  plain INTEGER NOT NULL,
  decision TEXT,
  starts TEXT,
  ends TEXT,
  day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  month TEXT,
  told INTEGER NOT NULL
);

CREATE INDEX held_in_order ON held (undated, published, report, start, id);

-- In the order of days, the undated (day 9999) last: what is asked for first is read first.
CREATE INDEX held_by_form ON held (form, day, last_day);

CREATE INDEX held_by_status ON held (status, day, last_day);

CREATE INDEX held_by_plainness ON held (plain, day, last_day);

CREATE INDEX held_by_day ON held (day, last_day);

-- All that a count over time looks at.
CREATE INDEX held_over_time ON held (form, month, fact, decision, starts, ends);

-- `shown` is 0 where only a later telling names the actor.
CREATE TABLE held_actors (
  actor TEXT NOT NULL,
  held INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  PRIMARY KEY (actor, held)
);

CREATE INDEX held_actors_by_held ON held_actors (held);

CREATE TABLE held_voices (
  held INTEGER NOT NULL,
  report TEXT NOT NULL,
  who TEXT,
  stance TEXT NOT NULL
);

CREATE INDEX held_voices_by_who ON held_voices (who, held);

CREATE INDEX held_voices_by_held ON held_voices (held);

CREATE TABLE held_links (
  held INTEGER NOT NULL,
  rel TEXT NOT NULL,
  target TEXT NOT NULL
);

CREATE INDEX held_links_by_target ON held_links (target);

CREATE INDEX held_links_by_held ON held_links (held);

CREATE TABLE held_decisions (
  held INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (held, seq)
);

-- What holds each proposal, and the part in which it was joined: nothing outside had a say in it.
CREATE TABLE mentions (
  n INTEGER PRIMARY KEY,
  held INTEGER NOT NULL,
  part INTEGER NOT NULL,
  cells TEXT NOT NULL
);

CREATE INDEX mentions_by_held ON mentions (held);

CREATE INDEX mentions_by_part ON mentions (part);

-- Where a new proposal looks for those that it may be joined with.
CREATE TABLE cells (
  cell INTEGER NOT NULL,
  n INTEGER NOT NULL,
  seeks INTEGER NOT NULL,
  PRIMARY KEY (cell, n)
) WITHOUT ROWID;

CREATE INDEX decisions_by_target ON decisions (target);

-- Words of reports and proposals, by number. The texts themselves stand elsewhere; this is only their index.
CREATE TABLE report_numbers (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  report TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE report_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE proposal_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2');

-- Reports and proposals whose words are not in the index yet.
CREATE TABLE unindexed (
  report TEXT,
  n INTEGER
);

INSERT INTO unindexed (report) SELECT id FROM reports;

INSERT INTO unindexed (n) SELECT n FROM proposals;

-- Dated states of the record that were written out.
CREATE TABLE snapshots (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  json TEXT NOT NULL
);

-- Reports given to coders, who code blind.
CREATE TABLE assignments (
  id TEXT PRIMARY KEY,
  report TEXT NOT NULL,
  coder TEXT NOT NULL,
  json TEXT NOT NULL
);
