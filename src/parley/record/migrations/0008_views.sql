-- Views for people who open the file in Datasette or another browser of databases. Parley itself asks none of them.
-- What people rejected, what was withdrawn, and all that a report tells which is marked restricted or source-sensitive
-- stays out of them; the tables beneath hold it all. A later migration that renames a table drops these views first.

-- Decisions that an undo takes back. Whoever undoes an undo makes the first decision stand again.
CREATE INDEX decisions_undoing ON decisions (CASE WHEN json_valid(json) THEN json_extract(json, '$.undoes') END)
WHERE CASE WHEN json_valid(json) THEN json_extract(json, '$.undoes') END IS NOT NULL;

-- Corrections of reports that stand, the last of each field: a chain of undos as long as even leaves them standing.
CREATE VIEW v_base_corrections AS
WITH RECURSIVE chain (seq, last, length) AS (
  SELECT seq, seq, 0 FROM decisions
  WHERE json_extract(json, '$.action') = 'correct' AND json_extract(json, '$.coder') IS NULL
    AND target IN (SELECT id FROM reports)
  UNION ALL
  SELECT seq,
    (SELECT max(u.seq) FROM decisions u WHERE CASE WHEN json_valid(u.json) THEN json_extract(u.json, '$.undoes') END = chain.last),
    length + 1
  FROM chain
  WHERE (SELECT max(u.seq) FROM decisions u WHERE CASE WHEN json_valid(u.json) THEN json_extract(u.json, '$.undoes') END = chain.last) IS NOT NULL
)
SELECT d.target AS report, json_extract(d.json, '$.field') AS field, json_extract(d.json, '$.new') AS new,
  max(d.seq) AS seq
FROM decisions d
JOIN (SELECT seq, max(length) AS length FROM chain GROUP BY seq) c ON c.seq = d.seq AND c.length % 2 = 0
GROUP BY d.target, json_extract(d.json, '$.field');

CREATE VIEW v_base_hidden AS
SELECT r.id AS report
FROM reports r
LEFT JOIN v_base_corrections c ON c.report = r.id AND c.field = 'handling'
WHERE r.state = 'withdrawn' OR coalesce(c.new, json_extract(r.json, '$.handling')) != 'open';

CREATE VIEW v_reports AS
SELECT r.id, r.published,
  CASE WHEN p.seq IS NULL THEN json_extract(r.json, '$.publisher') ELSE p.new END AS publisher,
  CASE WHEN t.seq IS NULL THEN json_extract(r.json, '$.title') ELSE t.new END AS title,
  CASE WHEN u.seq IS NULL THEN json_extract(r.json, '$.url') ELSE u.new END AS url,
  json_extract(r.json, '$.language') AS language, r.state,
  (SELECT count(*) FROM proposals f WHERE f.report = r.id) AS found,
  length(json_extract(r.json, '$.text')) AS characters
FROM reports r
LEFT JOIN v_base_corrections p ON p.report = r.id AND p.field = 'publisher'
LEFT JOIN v_base_corrections t ON t.report = r.id AND t.field = 'title'
LEFT JOIN v_base_corrections u ON u.report = r.id AND u.field = 'url'
WHERE r.id NOT IN (SELECT report FROM v_base_hidden);

-- Statements and talks that may be shown, with what their earliest telling says, as people corrected it (`told`).
CREATE VIEW v_base_held AS
SELECT h.n, h.id, h.form, h.type, h.starts, h.ends, h.status, h.reality,
  CASE h.fact WHEN 1 THEN 'yes' ELSE 'no' END AS fact,
  h.told AS tellings, h.decision, h.report, json_extract(p.json, '$.quote') AS quote,
  json_patch(p.json, (
    SELECT json_group_object(json_extract(d.json, '$.field'), json_extract(d.json, '$.new'))
    FROM held_decisions x JOIN decisions d ON d.seq = x.seq
    WHERE x.held = h.n AND json_extract(d.json, '$.action') = 'correct'
      AND NOT EXISTS (
        SELECT 1 FROM held_decisions y JOIN decisions e ON e.seq = y.seq
        WHERE y.held = x.held AND e.seq > d.seq AND json_extract(e.json, '$.action') = 'correct'
          AND json_extract(e.json, '$.field') = json_extract(d.json, '$.field')
      )
  )) AS said
FROM held h JOIN proposals p ON p.n = h.n
WHERE (h.decision IS NULL OR h.decision != 'rejected')
  AND NOT EXISTS (
    SELECT 1 FROM mentions m JOIN proposals q ON q.n = m.n
    WHERE m.held = h.n AND q.report IN (SELECT report FROM v_base_hidden)
  );

CREATE VIEW v_events AS
SELECT h.id, h.starts AS first_day, h.ends AS last_day,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), e.value), '; ') FROM json_each(h.said, '$.actors') e
   LEFT JOIN actors a ON a.id = e.value) AS who,
  h.type AS act, json_extract(h.said, '$.mode') AS mode,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), e.value), '; ') FROM json_each(h.said, '$.recipients') e
   LEFT JOIN actors a ON a.id = e.value) AS whom,
  json_extract(h.said, '$.object.text') AS what,
  (SELECT group_concat(json_extract(e.value, '$.name'), '; ') FROM json_each(h.said, '$.places') e) AS places,
  (SELECT group_concat(json_extract(e.value, '$.kind') || ' ' || coalesce(json_extract(e.value, '$.low'), '?')
     || '–' || coalesce(json_extract(e.value, '$.high'), '?'), '; ')
   FROM json_each(h.said, '$.harm') e) AS harm,
  h.fact, h.status, h.reality, h.tellings, h.decision, h.quote, r.publisher AS outlet, r.published, h.report
FROM v_base_held h LEFT JOIN v_reports r ON r.id = h.report
WHERE h.form = 'event';

CREATE VIEW v_ties AS
SELECT h.id, h.starts AS first_day, h.ends AS last_day,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), e.value), '; ') FROM json_each(h.said, '$.from') e
   LEFT JOIN actors a ON a.id = e.value) AS who,
  h.type AS relation, json_extract(h.said, '$.sign') AS sign,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), e.value), '; ') FROM json_each(h.said, '$.to') e
   LEFT JOIN actors a ON a.id = e.value) AS whom,
  h.fact, h.status, h.reality, h.tellings, h.decision, h.quote, r.publisher AS outlet, r.published, h.report
FROM v_base_held h LEFT JOIN v_reports r ON r.id = h.report
WHERE h.form = 'tie';

CREATE VIEW v_positions AS
SELECT h.id, h.starts AS first_day, h.ends AS last_day,
  coalesce(json_extract(a.json, '$.name'), json_extract(h.said, '$.actor')) AS who, json_extract(h.said, '$.stance') AS stance,
  json_extract(h.said, '$.issue') AS issue, json_extract(h.said, '$.issue_id') AS issue_id,
  json_extract(h.said, '$.intensity') AS intensity, json_extract(h.said, '$.condition') AS condition,
  h.fact, h.status, h.reality, h.tellings, h.decision, h.quote, r.publisher AS outlet, r.published, h.report
FROM v_base_held h LEFT JOIN v_reports r ON r.id = h.report
LEFT JOIN actors a ON a.id = json_extract(h.said, '$.actor')
WHERE h.form = 'position';

CREATE VIEW v_offices AS
SELECT h.id, h.starts AS first_day, h.ends AS last_day,
  coalesce(json_extract(a.json, '$.name'), json_extract(h.said, '$.person')) AS who, json_extract(h.said, '$.office') AS office,
  coalesce(json_extract(o.json, '$.name'), json_extract(h.said, '$.of')) AS of_whom, coalesce(json_extract(t.json, '$.name'), json_extract(h.said, '$.to')) AS to_whom,
  json_extract(h.said, '$.tenure') AS tenure,
  h.fact, h.status, h.reality, h.tellings, h.decision, h.quote, r.publisher AS outlet, r.published, h.report
FROM v_base_held h LEFT JOIN v_reports r ON r.id = h.report
LEFT JOIN actors a ON a.id = json_extract(h.said, '$.person')
LEFT JOIN actors o ON o.id = json_extract(h.said, '$.of')
LEFT JOIN actors t ON t.id = json_extract(h.said, '$.to')
WHERE h.form = 'role';

CREATE VIEW v_judgements AS
SELECT h.id, h.starts AS first_day, h.ends AS last_day, h.type AS verdict, json_extract(h.said, '$.words') AS words,
  coalesce(json_extract(h.said, '$.about.talk'), json_extract(h.said, '$.about.statement'),
    json_extract(h.said, '$.about.text')) AS about,
  h.status, h.reality, h.tellings, h.decision, h.quote, r.publisher AS outlet, r.published, h.report
FROM v_base_held h LEFT JOIN v_reports r ON r.id = h.report
WHERE h.form = 'judgement';

CREATE VIEW v_talks AS
SELECT h.id, h.starts AS first_day, h.ends AS last_day, json_extract(h.said, '$.title') AS title, h.type AS outcome,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), json_extract(e.value, '$.actor')), '; ')
   FROM json_each(h.said, '$.parties') e
   LEFT JOIN actors a ON a.id = json_extract(e.value, '$.actor')) AS parties,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), e.value), '; ') FROM json_each(h.said, '$.mediators') e
   LEFT JOIN actors a ON a.id = e.value) AS mediators,
  (SELECT group_concat(coalesce(json_extract(a.json, '$.name'), e.value), '; ') FROM json_each(h.said, '$.hosts') e
   LEFT JOIN actors a ON a.id = e.value) AS hosts,
  json_extract(h.said, '$.place.name') AS place, json_extract(h.said, '$.process') AS process,
  json_extract(h.said, '$.round') AS round, json_extract(h.said, '$.level') AS level,
  json_extract(h.said, '$.format') AS format,
  h.status, h.tellings, h.decision, h.quote, r.publisher AS outlet, r.published, h.report
FROM v_base_held h LEFT JOIN v_reports r ON r.id = h.report
WHERE h.form = 'talk';

-- Who is heard on what. Whoever passes on what another says has a row too.
CREATE VIEW v_voices AS
SELECT h.id, h.form, h.type,
  CASE WHEN v.who IS NULL THEN 'nobody named' WHEN v.who = 'report' THEN 'the report' ELSE coalesce(json_extract(a.json, '$.name'), v.who) END
    AS who,
  v.stance, h.status, h.reality, h.starts AS first_day, h.quote, r.publisher AS outlet, r.published, v.report
FROM v_base_held h JOIN held_voices v ON v.held = h.n
LEFT JOIN actors a ON a.id = v.who
LEFT JOIN v_reports r ON r.id = v.report;

-- Every place where something is told.
CREATE VIEW v_quotes AS
SELECT h.id, h.form, h.type, h.status, json_extract(p.json, '$.quote') AS quote,
  json_extract(p.json, '$.start') AS start_at, json_extract(p.json, '$.end') AS end_at, r.publisher AS outlet, r.published,
  r.title, p.report, p.id AS proposal
FROM v_base_held h JOIN mentions m ON m.held = h.n JOIN proposals p ON p.n = m.n
LEFT JOIN v_reports r ON r.id = p.report;

CREATE VIEW v_actors AS
SELECT a.id, json_extract(a.json, '$.name') AS name, json_extract(a.json, '$.type') AS type,
  json_extract(a.json, '$.country') AS country, json_extract(a.json, '$.sector') AS sector,
  json_extract(a.json, '$.wikidata') AS wikidata, count(h.n) AS named,
  sum(h.form = 'talk') AS talks, sum(h.fact = 'yes' AND h.form = 'event') AS events_that_are_facts
FROM actors a JOIN held_actors x ON x.actor = a.id AND x.shown = 1 JOIN v_base_held h ON h.n = x.held
GROUP BY a.id;
