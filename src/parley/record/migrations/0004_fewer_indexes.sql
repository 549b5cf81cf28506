-- Fewer indexes: what pages and counts are found by stands in one, in the order of days, the undated (day 9999) last.
-- Each index costs every new statement a page of the file, read and written, wherever its day happens to fall.
DROP INDEX held_in_order;

DROP INDEX held_by_form;

DROP INDEX held_by_status;

DROP INDEX held_by_plainness;

DROP INDEX held_by_day;

DROP INDEX held_over_time;

CREATE INDEX held_by_day ON held (day, last_day, form, status, reality, plain, fact, decision);

-- The few of which only the last day is known: they may have begun on any day before it.
CREATE INDEX held_of_open_start ON held (n) WHERE starts IS NULL AND ends IS NOT NULL;

-- How many statements and talks of each kind began in each month ('' where that is not known).
CREATE TABLE tallies (
  form TEXT NOT NULL,
  month TEXT NOT NULL,
  status TEXT NOT NULL,
  reality TEXT NOT NULL,
  fact INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  many INTEGER NOT NULL,
  PRIMARY KEY (form, month, status, reality, fact, rejected)
);

INSERT INTO tallies (form, month, status, reality, fact, rejected, many)
SELECT form, coalesce(month, ''), status, reality, fact, CASE WHEN decision = 'rejected' THEN 1 ELSE 0 END, count(*)
FROM held GROUP BY 1, 2, 3, 4, 5, 6;

CREATE INDEX reports_by_state ON reports (state);

-- Whom a statement names, and who tells of whom: kept once, by their key, and not a second time beside it.
CREATE TABLE actors_named (
  actor TEXT NOT NULL,
  held INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  PRIMARY KEY (actor, held)
) WITHOUT ROWID;

INSERT INTO actors_named (actor, held, shown) SELECT actor, held, shown FROM held_actors ORDER BY actor, held;

DROP TABLE held_actors;

ALTER TABLE actors_named RENAME TO held_actors;

CREATE INDEX held_actors_by_held ON held_actors (held);

CREATE TABLE actors_told (
  telling INTEGER NOT NULL REFERENCES actor_tellings (id),
  reading INTEGER NOT NULL REFERENCES readings (id),
  PRIMARY KEY (telling, reading)
) WITHOUT ROWID;

INSERT INTO actors_told (telling, reading) SELECT telling, reading FROM told_actors ORDER BY telling, reading;

DROP TABLE told_actors;

ALTER TABLE actors_told RENAME TO told_actors;

CREATE INDEX told_actors_by_reading ON told_actors (reading);
