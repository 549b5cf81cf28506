-- The few functions of SQLite's that migrations and views call, over JSON that is kept as text. Like SQLite they take
-- whatever JSON can spell; jsonb has no room for NUL and lone surrogates, so that these are shown as a replacement.
-- Each statement ends with an empty line; none has one within.
CREATE FUNCTION parley_json(given TEXT) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN given::jsonb;
EXCEPTION WHEN untranslatable_character OR invalid_text_representation THEN
  RETURN regexp_replace(given, '(?<!\\)((?:\\\\)*)\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\1\\ufffd', 'g')::jsonb;
END $$;

CREATE FUNCTION json_extract(given TEXT, path TEXT) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE STRICT
SET search_path FROM CURRENT AS $$
BEGIN
  RETURN parley_json(given) #>> string_to_array(substr(path, 3), '.');
END $$;

CREATE FUNCTION json_value(given TEXT, path TEXT) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT
SET search_path FROM CURRENT AS $$
BEGIN
  RETURN parley_json(given) #> string_to_array(substr(path, 3), '.');
END $$;

CREATE FUNCTION json_each(given TEXT, path TEXT) RETURNS TABLE (value TEXT) LANGUAGE plpgsql IMMUTABLE STRICT
SET search_path FROM CURRENT AS $$
DECLARE found jsonb := json_value(given, path);
BEGIN
  IF jsonb_typeof(found) = 'array' THEN
    RETURN QUERY SELECT e.value #>> '{}' FROM jsonb_array_elements(found) WITH ORDINALITY e (value, n) ORDER BY e.n;
  END IF;
END $$;

CREATE FUNCTION json_merged(one jsonb, other jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE
SET search_path FROM CURRENT AS $$
DECLARE name TEXT; inner_value jsonb; made jsonb := CASE WHEN jsonb_typeof(one) = 'object' THEN one ELSE '{}' END;
BEGIN
  IF other IS NULL OR jsonb_typeof(other) != 'object' THEN RETURN other; END IF;
  FOR name, inner_value IN SELECT * FROM jsonb_each(other) LOOP
    IF inner_value = 'null' THEN made := made - name;
    ELSE made := made || jsonb_build_object(name, json_merged(made -> name, inner_value));
    END IF;
  END LOOP;
  RETURN made;
END $$;
