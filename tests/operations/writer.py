"""Run beside a drill: writes in the trail without a pause, as the app does, and prints each number the database has kept.

`python -m tests.operations.writer`. After a fault it tries the same number anew, as a browser that was told "try again".
"""

import time

import django
from django.db import DatabaseError


def main():
    django.setup()
    from stafett.audit import trail
    from stafett.demo import cast
    from stafett.register.actor import Actor
    from stafett.register.tenancy import within

    place = cast.EKSEMPELVIK.id
    actor = Actor(person_id=cast.person("kari").id, municipality_id=place, name="Kari Eksempelmo")
    number, kept_at = 0, time.monotonic()
    while True:
        try:
            with within(place):
                trail.refused(actor, "test.refused", reason="drill", asked=str(number))
        except DatabaseError:
            time.sleep(0.05)
            continue
        gap, kept_at = time.monotonic() - kept_at, time.monotonic()
        print(f"kept {number} {gap:.3f}", flush=True)
        number += 1


if __name__ == "__main__":
    main()
