"""An employee leaves: everything is shut at the next click, and the leader gives the baton to a colleague, on a phone."""

import pytest

from stafett.demo import cast
from tests.journeys.auditing import faults_of
from tests.journeys.browsing import PHONE, choose, follow, not_see, press, see, see_heading

pytestmark = pytest.mark.journey


def test_whoever_leaves_reaches_nothing_more_and_the_log_is_given_to_a_colleague(enter, site):
    log = site.log_of("sara")
    holder = enter("kari", width=PHONE)
    holder.goto(log)
    see_heading(holder, "Sárá Vrøvlevik")

    dismiss(site, "kari")
    follow(holder, "Det vi har lært")
    see_heading(holder, "Vi finner ikke siden")
    holder.goto("/logger/")
    not_see(holder, "Sárá", "Noor")

    leader = enter("elle", width=PHONE)
    leader.goto("/enheten/")
    see(leader, "Uten stafettholder", "Ingen stafettholder")
    assert faults_of(leader) == []
    row = leader.get_by_role("listitem").filter(has_text="Sárá Vrøvlevik")
    row.get_by_role("link", name="Velg ny stafettholder").click()
    assert faults_of(leader) == []
    choose(leader, "Hvem skal ha stafettpinnen?", "Yusuf Tenkeland, Sosiallærer")
    press(leader, "Gi stafettpinnen")
    see(leader, "Loggen har fått ny stafettholder.")

    colleague = enter("yusuf", width=PHONE)
    colleague.goto(log)
    see(colleague, "Stafettholder: Yusuf Tenkeland")
    father = enter("ante", width=PHONE)
    father.goto(log)
    see(father, "Stafettholder: Yusuf Tenkeland")


def dismiss(site, key):
    """End somebody's employments with yesterday, as the staff list does."""
    site.ask(
        "WITH here AS (SELECT set_config('stafett.municipality', %s, true))"
        " UPDATE register_employment SET ends_on = current_date - 1 FROM here WHERE person_id = %s RETURNING id",
        str(cast.place_of(key).id),
        cast.person(key).id,
    )
