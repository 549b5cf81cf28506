-- What the shared text says by ways of SQLite's own: the row of a maximum, JSON that knows its type, sums of conditions.
CREATE VIEW v_base_corrections AS
WITH RECURSIVE chain (seq, last, length) AS (
  SELECT seq, seq, 0 FROM decisions
  WHERE json_extract(json, '$.action') = 'correct' AND json_extract(json, '$.coder') IS NULL
    AND target IN (SELECT id FROM reports)
  UNION ALL
  SELECT chain.seq, u.seq, chain.length + 1
  FROM chain JOIN LATERAL (
    SELECT max(d.seq) AS seq FROM decisions d WHERE json_extract(d.json, '$.undoes') = chain.last::text
  ) u ON u.seq IS NOT NULL
)
SELECT DISTINCT ON (d.target, json_extract(d.json, '$.field'))
  d.target AS report, json_extract(d.json, '$.field') AS field, json_extract(d.json, '$.new') AS new, d.seq
FROM decisions d
JOIN (SELECT seq, max(length) AS length FROM chain GROUP BY seq) c ON c.seq = d.seq AND c.length % 2 = 0
ORDER BY d.target, json_extract(d.json, '$.field'), d.seq DESC;

CREATE VIEW v_base_held AS
SELECT h.n, h.id, h.form, h.type, h.starts, h.ends, h.status, h.reality,
  CASE h.fact WHEN 1 THEN 'yes' ELSE 'no' END AS fact,
  h.told AS tellings, h.decision, h.report, json_extract(p.json, '$.quote') AS quote,
  json_merged(parley_json(p.json), coalesce((
    SELECT jsonb_object_agg(json_extract(d.json, '$.field'), json_value(d.json, '$.new'))
    FROM held_decisions x JOIN decisions d ON d.seq = x.seq
    WHERE x.held = h.n AND json_extract(d.json, '$.action') = 'correct'
      AND NOT EXISTS (
        SELECT 1 FROM held_decisions y JOIN decisions e ON e.seq = y.seq
        WHERE y.held = x.held AND e.seq > d.seq AND json_extract(e.json, '$.action') = 'correct'
          AND json_extract(e.json, '$.field') = json_extract(d.json, '$.field')
      )
  ), '{}'))::text AS said
FROM held h JOIN proposals p ON p.n = h.n
WHERE (h.decision IS NULL OR h.decision != 'rejected')
  AND NOT EXISTS (
    SELECT 1 FROM mentions m JOIN proposals q ON q.n = m.n
    WHERE m.held = h.n AND q.report IN (SELECT report FROM v_base_hidden)
  );

CREATE VIEW v_actors AS
SELECT a.id, json_extract(a.json, '$.name') AS name, json_extract(a.json, '$.type') AS type,
  json_extract(a.json, '$.country') AS country, json_extract(a.json, '$.sector') AS sector,
  json_extract(a.json, '$.wikidata') AS wikidata, count(h.n) AS named,
  count(*) FILTER (WHERE h.form = 'talk') AS talks,
  count(*) FILTER (WHERE h.fact = 'yes' AND h.form = 'event') AS events_that_are_facts
FROM actors a JOIN held_actors x ON x.actor = a.id AND x.shown = 1 JOIN v_base_held h ON h.n = x.held
GROUP BY a.id;
