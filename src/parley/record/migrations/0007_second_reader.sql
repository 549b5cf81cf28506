-- A second reader: whether two readers of one report differ about a thing, which then waits in front of all else; what
-- a chat server answered, so that nothing is asked twice; and to which addresses reports may be sent.
ALTER TABLE held ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;

DROP INDEX held_by_pressing;

CREATE INDEX held_by_pressing ON held (
  decision,
  (CASE status WHEN 'contested' THEN 5 WHEN 'denied' THEN 4 WHEN 'alleged' THEN 4 WHEN 'claimed' THEN 3 WHEN 'admitted' THEN 2 ELSE 0 END + CASE WHEN (form != 'talk') THEN CASE reality WHEN 'unknown' THEN 2 WHEN 'did-not-happen' THEN 1 WHEN 'possible' THEN 1 ELSE 0 END ELSE 0 END + CASE form WHEN 'talk' THEN 3 WHEN 'event' THEN 1 WHEN 'position' THEN 2 WHEN 'tie' THEN 2 WHEN 'judgement' THEN 1 WHEN 'role' THEN 0 ELSE 0 END + CASE WHEN (form = 'event' AND type IN ('AGREE', 'ASSAULT', 'COERCE', 'CONCEDE', 'MOBILIZE', 'REJECT', 'RETREAT', 'THREATEN')) THEN 3 ELSE 0 END + CASE WHEN (told = 1) THEN 1 ELSE 0 END + CASE WHEN (apart = 1) THEN 20 ELSE 0 END) DESC,
  day,
  n
);

CREATE TABLE answers (
  key TEXT PRIMARY KEY,
  report TEXT NOT NULL,
  text TEXT NOT NULL
);

CREATE INDEX answers_by_report ON answers (report);

CREATE TABLE consents (
  address TEXT PRIMARY KEY,
  at TEXT NOT NULL
);
