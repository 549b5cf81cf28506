CREATE TRIGGER actor_tellings_numbered BEFORE INSERT ON actor_tellings
FOR EACH ROW WHEN (NEW.id IS NULL) EXECUTE FUNCTION next_number();

CREATE TRIGGER affiliation_tellings_numbered BEFORE INSERT ON affiliation_tellings
FOR EACH ROW WHEN (NEW.id IS NULL) EXECUTE FUNCTION next_number();
