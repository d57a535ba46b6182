"""The job of reminders: one for each municipality, and never two messages of one thing."""

from datetime import timedelta

from procrastinate.contrib.django.models import ProcrastinateJob

from stafett.demo import cast
from stafett.kernel import clock
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register.tenancy import within
from stafett.relay_log import tasks
from tests import stage
from tests.web.visiting import together

HERE = cast.EKSEMPELVIK.id


def test_two_workers_at_the_same_moment_make_one_message_of_each(committed_database):
    with within(HERE):
        stage.active_concern(stage.open_log("tiril"))
    day = clock.now() + timedelta(days=43)

    def work():
        with clock.set_to(day):
            return tasks.remind(municipality_id=str(HERE))

    made = together([work] * 3)

    with within(HERE):
        messages = list(Message.objects.values_list("kind", "recipient_id", "once_key"))
    assert len(messages) == len(set(messages)) == sum(made) == 2
    assert {kind for kind, _person, _key in messages} == {Kind.EVALUATION_OVERDUE, Kind.WEEK_AHEAD}


def test_the_round_gives_each_municipality_a_job_of_its_own(db):
    count = tasks.remind_everybody(0)

    jobs = ProcrastinateJob.objects.filter(task_name="relay_log.remind")
    assert count == len(cast.PLACES)
    assert {job.args["municipality_id"] for job in jobs} == {str(place.id) for place in cast.PLACES}
