"""Where `access/limits.py` counts requests. Unlogged: a count costs no write to disk, and may be lost with the server.

No municipality stands here, for nobody is known before the login, and no person or address either: a key is a keyed
hash that changes every day.
"""

from django.db import migrations

COUNT = """
CREATE UNLOGGED TABLE web_requestcount (
  kind text NOT NULL,
  key bytea NOT NULL,
  ends_at timestamptz NOT NULL,
  taken integer NOT NULL,
  PRIMARY KEY (kind, key)
) WITH (fillfactor = 50);
CREATE INDEX request_counts_by_end ON web_requestcount (ends_at);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [migrations.RunSQL(COUNT, "DROP TABLE web_requestcount")]
