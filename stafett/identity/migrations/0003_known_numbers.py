"""The directory across the border of municipalities follows the register by triggers: whoever writes a person, by
whatever way, and whatever is deleted. Blind indexes only, and each municipality's are its own."""

from django.db import migrations

FOLLOW = """
CREATE FUNCTION identity_know_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO identity_known (id, index, municipality_id, person_id)
    SELECT gen_random_uuid(), personal_number_index, municipality_id, id
      FROM added WHERE personal_number_index IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER know_new AFTER INSERT ON register_person
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION identity_know_new();

CREATE FUNCTION identity_know_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM identity_known WHERE person_id = OLD.id;
  IF TG_OP = 'UPDATE' AND NEW.personal_number_index IS NOT NULL THEN
    INSERT INTO identity_known (id, index, municipality_id, person_id)
      VALUES (gen_random_uuid(), NEW.personal_number_index, NEW.municipality_id, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER know_anew AFTER UPDATE OF personal_number_index OR DELETE ON register_person
  FOR EACH ROW EXECUTE FUNCTION identity_know_anew();

-- Those who are in the register already. Its owner is bound by the fence like everybody, so the fence is opened for
-- this statement, in this transaction.
ALTER TABLE register_person NO FORCE ROW LEVEL SECURITY;
INSERT INTO identity_known (id, index, municipality_id, person_id)
  SELECT gen_random_uuid(), personal_number_index, municipality_id, id
    FROM register_person WHERE personal_number_index IS NOT NULL;
ALTER TABLE register_person FORCE ROW LEVEL SECURITY;
"""
FORGET = """
DROP TRIGGER know_new ON register_person;
DROP TRIGGER know_anew ON register_person;
DROP FUNCTION identity_know_new();
DROP FUNCTION identity_know_anew();
DELETE FROM identity_known;
"""


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_logins_by_provider"), ("register", "0002_fence")]

    operations = [migrations.RunSQL(FOLLOW, FORGET)]
