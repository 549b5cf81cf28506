-- What was taken in from exports that were no whole records: how many reports had stayed out of each, by their mark.
CREATE TABLE parts (
  left_out TEXT PRIMARY KEY
);
