-- A row's next number where the table gives none itself: the greatest and one, as SQLite does it. One writes at a time.
CREATE FUNCTION next_number() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  EXECUTE format('SELECT coalesce(max(id), 0) + 1 FROM %I', TG_TABLE_NAME) INTO NEW.id;
  RETURN NEW;
END $$;

CREATE TRIGGER readings_numbered BEFORE INSERT ON readings
FOR EACH ROW WHEN (NEW.id IS NULL) EXECUTE FUNCTION next_number();

CREATE TABLE report_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX report_words_by_word ON report_words USING gin (words);

CREATE TABLE proposal_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX proposal_words_by_word ON proposal_words USING gin (words);
