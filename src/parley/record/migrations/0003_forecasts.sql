-- Forecasts as they were made, and again with their outcome: a state is never written over, the latest counts.
CREATE TABLE forecasts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  json TEXT NOT NULL
);

CREATE INDEX forecasts_by_id ON forecasts (id);
