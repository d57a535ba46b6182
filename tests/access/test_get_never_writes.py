"""Looking changes nothing: a view that writes when somebody only looks is stopped, and no page does (house test 6)."""

import pytest
from django.urls import reverse

from stafett.demo import cast
from tests.access import asking, who_may
from tests.access.stored import fingerprint
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


def test_no_log_page_writes_anything_when_it_is_read(logs):
    kari, before, wrote, count = Visitor("kari"), fingerprint(HERE), [], 0

    for name, (rule, _kinds, methods) in who_may.LOG_ROUTES.items():
        for letter in who_may.MAY[rule].get(who_may.HOLDER, "") if "GET" in methods else "":
            status = kari.get(reverse(name, args=asking.address(name, logs[letter]))).status_code
            count += status == 200
            if fingerprint(HERE) != before:
                wrote.append((name, letter))

    assert wrote == []
    assert count > 40


@pytest.mark.parametrize("key", ["kari", "elle", "hilde", None])
def test_no_other_page_writes_anything_when_it_is_read(logs, key):
    visitor = Visitor(key)
    pages = [reverse(name) for name, (method, *_rest) in who_may.OTHER_ROUTES.items() if method == "GET"]
    pages += [reverse(name, args=[cast.child("nils").id]) for name in who_may.CHILD_ROUTES]
    pages += [
        f"{reverse('choose_child')}?q=ni",
        f"{reverse('participants', args=[logs['b'].log.pk])}?q=yusuf",
    ]
    before = fingerprint(HERE)

    statuses = [visitor.get(page).status_code for page in pages]

    assert fingerprint(HERE) == before
    assert max(statuses) < 500


@pytest.mark.urls("tests.access.careless_urls")
@pytest.mark.parametrize("page", ["skriver/", "laser/", "sletter/", "skriver-i-en-spørring/"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_a_view_that_writes_when_somebody_looks_is_stopped(db, page, method):
    kari = Visitor("kari")
    before = fingerprint(HERE)

    answer = getattr(kari, method)(f"/{page}")

    assert answer.status_code == 500
    assert fingerprint(HERE) == before


@pytest.mark.urls("tests.access.careless_urls")
def test_the_same_view_may_write_when_somebody_sends_a_form(db):
    kari = Visitor("kari")
    before = fingerprint(HERE)

    answer = kari.post("/skriver/")

    assert answer.status_code == 200
    assert fingerprint(HERE)["register_person"] != before["register_person"]
