-- What waits for a person's eye, the most pressing first. The figure is spelled as `parley.record.queue` spells it (a
-- test holds the two together), for an index serves only what is written like it.
CREATE INDEX held_by_pressing ON held (
  decision,
  (CASE status WHEN 'contested' THEN 5 WHEN 'denied' THEN 4 WHEN 'alleged' THEN 4 WHEN 'claimed' THEN 3 WHEN 'admitted' THEN 2 ELSE 0 END + CASE WHEN (form != 'talk') THEN CASE reality WHEN 'unknown' THEN 2 WHEN 'did-not-happen' THEN 1 WHEN 'possible' THEN 1 ELSE 0 END ELSE 0 END + CASE form WHEN 'talk' THEN 3 WHEN 'event' THEN 1 WHEN 'position' THEN 2 WHEN 'tie' THEN 2 WHEN 'judgement' THEN 1 WHEN 'role' THEN 0 ELSE 0 END + CASE WHEN (form = 'event' AND type IN ('AGREE', 'ASSAULT', 'COERCE', 'CONCEDE', 'MOBILIZE', 'REJECT', 'RETREAT', 'THREATEN')) THEN 3 ELSE 0 END + CASE WHEN (told = 1) THEN 1 ELSE 0 END) DESC,
  day,
  n
);
