-- What readers found, written once; what joining makes of it, rebuilt at any time; what people decided, appended.
CREATE TABLE schema_version (
  product TEXT NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  published TEXT,
  state TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE INDEX reports_by_text ON reports (sha256);

-- Ids under which a text that the record held already was given again.
CREATE TABLE report_names (
  name TEXT PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id)
);

CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id),
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  codebook TEXT NOT NULL,
  UNIQUE (report, reader)
);

CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings (id),
  report TEXT NOT NULL,
  form TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE INDEX proposals_by_reading ON proposals (reading);

CREATE TABLE actors_told (
  reading INTEGER NOT NULL REFERENCES readings (id),
  json TEXT NOT NULL,
  PRIMARY KEY (reading, json)
);

CREATE TABLE affiliations_told (
  reading INTEGER NOT NULL REFERENCES readings (id),
  json TEXT NOT NULL,
  PRIMARY KEY (reading, json)
);

-- From here on: made by joining. `stale` is 1 while proposals came in that are not joined yet.
CREATE TABLE joining (
  stale INTEGER NOT NULL
);

INSERT INTO joining (stale) VALUES (0);

CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL
);

CREATE TABLE affiliations (
  place INTEGER PRIMARY KEY,
  json TEXT NOT NULL
);

-- Statements and talks (form `talk`), `place` being their order.
CREATE TABLE held (
  id TEXT PRIMARY KEY,
  place INTEGER NOT NULL,
  form TEXT NOT NULL,
  type TEXT,
  reality TEXT NOT NULL,
  status TEXT NOT NULL,
  fact INTEGER NOT NULL,
  starts TEXT,
  ends TEXT,
  words TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE INDEX held_by_form ON held (form, status, reality);

CREATE INDEX held_by_time ON held (starts, ends);

CREATE TABLE held_actors (
  held TEXT NOT NULL REFERENCES held (id),
  actor TEXT NOT NULL,
  PRIMARY KEY (actor, held)
);

CREATE TABLE held_voices (
  held TEXT NOT NULL REFERENCES held (id),
  report TEXT NOT NULL,
  who TEXT,
  stance TEXT NOT NULL
);

CREATE INDEX held_voices_by_who ON held_voices (who, stance);

CREATE TABLE mentions (
  proposal TEXT PRIMARY KEY,
  held TEXT NOT NULL REFERENCES held (id),
  report TEXT NOT NULL
);

CREATE INDEX mentions_by_report ON mentions (report);

CREATE INDEX mentions_by_held ON mentions (held);

CREATE TABLE merge_proposals (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL
);

CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  json TEXT NOT NULL
);
