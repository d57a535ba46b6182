"""One child's log in the making: each method is one thing a person does, by the product's own operations.

What is done gets the clock's moment and is checked by the same rules as on the pages, so that the demo's trail,
history and timeline are real ones.
"""

from datetime import date, time

from stafett.access.enums import LogState
from stafett.consent import operations as consents
from stafett.consent import queries as consent_queries
from stafett.consent import rules as consent_rules
from stafett.demo import cast, paper
from stafett.demo.cast.kinds import made_id, today
from stafett.demo.telling import Calendar
from stafett.demo.wording import said
from stafett.identity import sessions
from stafett.log_meetings import operations as meetings
from stafett.log_meetings.enums import Answer, InterpreterBooking, MeetingForm, MeetingKind
from stafett.register.models import Child
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.enums import (
    EvaluationForm,
    GoalKind,
    Informed,
    OwnerKind,
    Smarte,
    StartCriterion,
    TookPart,
)
from stafett.relay_log.models import MeasureOwner
from stafett.relay_log.rules import measures

MONTHS = 12
EVERYBODY = (TookPart.GUARDIANS, TookPart.CHILD, TookPart.BATON_HOLDER)
WITHOUT_CHILD = (TookPart.GUARDIANS, TookPart.BATON_HOLDER)


class Story:
    """The log of one child of the cast, and the person who holds its baton."""

    def __init__(self, child: str, holder: str):
        self.child, self.holder = cast.child(child), holder
        self.place = cast.place_of(child)
        self.calendar = Calendar(today())
        self.log = None
        self._actors = {}
        self._with_own_round = set()

    def start(self, leader: str, *criteria: StartCriterion):
        """The holder starts the log as agreed with the leader the day before."""
        self.log = self._do(
            operations.start_log,
            child=Child.objects.get(pk=self.child.id),
            unit_id=self.child.unit.id,
            criteria=criteria or (StartCriterion.OVER_TIME, StartCriterion.NEXT_HOLDER),
            simple_measures_tried=True,
            leader_id=cast.person(leader).id,
            leader_agreed_on=today(),
            today=today(),
        )

    def sign(self, *guardians: str, services=(), until: int | None = None, limits=""):
        """Guardians sign for the holder's unit and these units; the log opens when that is enough."""
        for guardian in guardians:
            person = cast.person(guardian)
            line = f"Samtykke. {person.name}. {today():%d.%m.%Y}. Demo."
            self._do(
                consents.record_paper_consent,
                guardian_id=person.id,
                signed_on=today(),
                valid_until=self._consent_end(until),
                locale=person.locale or self.place.locale,
                covered_unit_ids=[cast.unit(key).id for key in services],
                limits=limits,
                file=("samtykke.pdf", paper.signed_form(line)),
                today=today(),
            )
        self._open_if_covered()

    def sign_aloud(self, guardian: str, *, witness: str):
        """A guardian says yes while a colleague of the holder's hears it; the text is read to them in their language."""
        person = cast.person(guardian)
        self._do(
            consents.record_oral_consent,
            guardian_id=person.id,
            signed_on=today(),
            valid_until=self._consent_end(None),
            locale=person.locale or self.place.locale,
            covered_unit_ids=[],
            limits="",
            witness_id=made_id("post", witness),
            today=today(),
        )
        self._open_if_covered()

    def ask(self, *people: str, services=(), about=""):
        """The holder asks people for consent on the phone; each request waits until it is answered."""
        persons = [cast.person(key) for key in people]
        self._do(
            consents.request_consent,
            person_ids=[person.id for person in persons],
            unit_ids=[cast.unit(key).id for key in services],
            valid_until=self._consent_end(None),
            locale=persons[0].locale or self.place.locale,
            about=about,
            today=today(),
        )

    def answer(self, *people: str):
        """People say yes to all they were asked, each on their phone."""
        for key in people:
            person_id = cast.person(key).id
            with within(self.place.id, actor_id=person_id):
                waiting = consent_queries.my_consents(self._actor(person_id), today=today())
            asked = next(each.asked for each in waiting if each.log.pk == self.log.pk)
            self._do(
                consents.answer_request,
                by=key,
                asked=asked,
                covered_unit_ids=asked.unit_ids,
                restrictions={},
                limits="",
                valid_until=asked.valid_until,
                locale=asked.locale,
                today=today(),
            )
        self._open_if_covered()

    def limit(self, guardian: str, service: str, concerns):
        """A guardian lets a service see these concerns only."""
        with within(self.place.id):
            word = consent_queries.newest_word_of(self.log, cast.person(guardian).id)
        self._do(
            consents.narrow_consent,
            by=guardian,
            covered_unit_ids=word.covered_unit_ids,
            restrictions={cast.unit(service).id: [concern.pk for concern in concerns]},
            limits=word.limits,
            valid_until=word.valid_until,
            today=today(),
        )

    def take_back(self, giver: str, *, asks_to_end=False):
        """A guardian or a youth takes their consent back on the phone."""
        self._do(consents.withdraw_consent, by=giver, asks_to_end=asks_to_end, today=today())

    def draft(self, words: dict, *, child_view="", no_child_talk_reason="", informed=None, **more):
        """Write a concern, from a template's or one's own `words`, after having talked with family and child."""
        goal = self._goal(words)
        return self._do(
            operations.draft_concern,
            goal=goal,
            title=said(words["title"]),
            category=words["category"],
            subcategory=words.get("subcategory", ""),
            informed=informed or [Informed.CHILD, Informed.GUARDIANS, Informed.LEADER],
            talked_with_guardians_on=today(),
            talked_with_child_on=None if no_child_talk_reason else today(),
            child_view=child_view,
            no_child_talk_reason=no_child_talk_reason,
            today=today(),
            **more,
        )

    def share(self, concern):
        """Show the concern to everybody in the log, with what staff have thought of before."""
        shared = self._do(operations.share_concern, concern=concern, today=today())
        if concern.pk in self._with_own_round:
            self._do(operations.share_factors, concern=concern)
        return shared

    def factor(self, concern, kind, text, **more):
        """Add something that keeps the challenge alive; the staff's own until the concern is shared."""
        self._with_own_round.add(concern.pk)
        return self._do(operations.add_factor, concern=concern, kind=kind, text=text, **more)

    def activate(self, concern, *, no_child_measure_reason=""):
        """Set the concern and its measures in motion."""
        return self._do(
            operations.activate_concern,
            concern=concern,
            no_child_measure_reason=no_child_measure_reason,
            today=today(),
        )

    def plan(
        self, concern, words: dict, *, start: int | None = None, until: int | None = None, by=(), aim=None
    ):
        """Add a measure. `start` (else this day) and `until` (else as the rule suggests) count days from loading.

        `by` are the keys of participants who own it; else the owner is as `words` say. `aim` is the factor it aims at.
        """
        is_habit = words.get("habit", False)
        return self._do(
            operations.add_measure,
            concern=concern,
            owner_kinds=[OwnerKind.PARTICIPANT] if by else [words["owner"]],
            chosen_ids=[cast.person(key).id for key in by],
            accept_second=True,
            factor_id=aim.pk if aim else None,
            arena=words["arena"],
            type=words["type"],
            description=said(words["description"]),
            is_habit=is_habit,
            shaped_with_guardians=words["arena"] == "home",
            start_by=today() if start is None else self.calendar.day(start),
            evaluate_by=self._evaluation_day(until, is_habit=is_habit),
            today=today(),
        )

    def plan_all(self, concern, words: dict, *, until: int | None = None):
        """Add all the measures of a template's concern. Returns them in the template's order."""
        return [self.plan(concern, measure, until=until) for measure in words["measure"]]

    def evaluate(self, measure, option, words="", *, took_part=EVERYBODY, form=EvaluationForm.MEETING):
        """Evaluate a measure together; returns it, with `.successor` where one was made."""
        return self._do(
            operations.evaluate_measure,
            measure=measure,
            option=option,
            form=form,
            took_part=took_part,
            words=words,
            new_evaluate_by=None,
            reason="",
            today=today(),
        )

    def go_on(self, measure, *, until: int, reason: str):
        """Let a measure go on, and look at it on a later day."""
        return self._do(
            operations.evaluate_measure,
            measure=measure,
            option="ongoing",
            form=EvaluationForm.PHONE,
            took_part=WITHOUT_CHILD,
            words="",
            new_evaluate_by=self.calendar.day(until),
            reason=reason,
            today=today(),
        )

    def adjust(self, measure, description: str, *, until: int):
        """Reword a planned measure that follows another, and set it in motion."""
        owners = list(MeasureOwner.objects.filter(measure=measure))
        self._do(
            operations.revise_measure,
            measure=measure,
            version=measure.version,
            owner_kinds=list({owner.kind for owner in owners}),
            chosen_ids=[owner.person_id for owner in owners if owner.person_id],
            accept_second=True,
            arena=measure.arena,
            type=measure.type,
            description=description,
            is_habit=measure.is_habit,
            start_by=today(),
            evaluate_by=self.calendar.day(until),
            today=today(),
        )
        return self._do(operations.start_measure, measure=measure)

    def new_goal(self, concern, goal, success_indicator):
        """Write a new goal in place of the former one."""
        words = {"goal": goal, "success_indicator": success_indicator}
        return self._do(operations.replace_goal, concern=concern, today=today(), **self._goal(words))

    def achieve(self, concern):
        """Say that the goal is reached."""
        return self._do(operations.achieve_goal, concern=concern, today=today())

    def end(self, concern, reason: str):
        """Put a concern away without having reached its goal."""
        return self._do(operations.end_concern, concern=concern, reason=reason, today=today())

    def ladder(self, concern, title, steps):
        """Shape a ladder with the child. Returns its steps, easiest first."""
        ladder = self._do(
            operations.shape_ladder,
            concern=concern,
            title=title,
            steps=[said(step) for step in steps],
            shaped_with_child=True,
        )
        return list(ladder.steps.order_by("position"))

    def step(self, step, change="take"):
        """Take, skip or merge a step."""
        return self._do(operations.change_step, step=step, change=change, today=today())

    def raise_level(self, level: int, reason: str):
        """Take the log up one level."""
        self.log = self._do(operations.change_level, level=level, reason=reason)

    def coordinate(self, service: str, why: str, child_view: str):
        """Say which service coordinates, and what the child thinks of it."""
        words = {"unit_id": cast.unit(service).id, "why": why, "child_view": child_view, "plan": "not_wanted"}
        words |= {"is_decided_above": False, "child_coordinator_id": None}
        self._do(operations.say_coordination, version=1, today=today(), **words)

    def let_in(self, person: str, purpose: str):
        """Add a colleague or another service."""
        post = cast.person(person).posts[0]
        employment = made_id("post", f"{person}-{post.unit.key}")
        return self._do(operations.add_participant, employment_id=employment, purpose=purpose, today=today())

    def let_in_from_outside(self, person: str, organisation: str, purpose: str, *, until: int):
        """Give somebody from outside the municipality a place, until so many days from loading."""
        outsider = cast.person(person)
        return self._do(
            operations.let_in_from_outside,
            unit_id=cast.unit(organisation).id,
            given_name=outsider.given,
            family_name=outsider.family,
            number=outsider.number,
            purpose=purpose,
            ends_on=self.calendar.day(until),
            today=today(),
        )

    def look(self, leader: str, reason: str):
        """The unit's leader opens the log to read it, with a reason."""
        return self._do(operations.look_with_reason, by=leader, reason=reason, today=today())

    def bright_spot(self, by: str, text: str):
        """Somebody shares something good."""
        return self._do(operations.share_bright_spot, by=by, text=text)

    def note(self, by: str, text: str, *, concern=None):
        """Somebody writes a note, to the log or to a concern."""
        return self._do(operations.write_note, by=by, text=text, concern_id=concern.pk if concern else None)

    def invite(self, *others: str, days: int, place: str):
        """The holder invites these and the child to a follow-up meeting so many days from loading."""
        return self._do(
            meetings.plan_meeting,
            kind=MeetingKind.FOLLOW_UP,
            day=self.calendar.day(days),
            at=time(14),
            minutes=45,
            form=MeetingForm.IN_PERSON,
            place=place,
            video_link="",
            invited_ids=[self.child.person.id, *(cast.person(key).id for key in others)],
            child_absent_reason="",
            interpreter=InterpreterBooking.NOT_NEEDED,
            interpreter_language="",
            writer_id=None,
            today=today(),
        )

    def reply(self, by: str, meeting, words: str):
        """Somebody invited says that they come."""
        self._do(
            meetings.answer_invitation, by=by, meeting=meeting, answer=Answer.YES, words=words, today=today()
        )

    def close(self, summary: str):
        """Close the log with a few words."""
        self.log = self._do(operations.close_log, summary=summary, today=today())

    def _do(self, operation, *, by=None, **given):
        """Carry out an operation as its actor, who must work or live here on that day."""
        person_id = cast.person(by or self.holder).id
        if self.log is not None:
            given["log"] = self.log
        with within(self.place.id, actor_id=person_id):
            return operation(actor=self._actor(person_id), **given)

    def _actor(self, person_id):
        """The person with the positions of that day; asked for once a day, which makes loading quicker."""
        key = (person_id, today())
        if key not in self._actors:
            self._actors[key] = sessions.actor_of(person_id, today=today())
        return self._actors[key]

    def _open_if_covered(self):
        standing = consent_queries.standing_of(self.log, today=today())
        if self.log.state == LogState.AWAITING_CONSENT and standing.is_valid:
            self.log = self._do(operations.open_log)

    def _consent_end(self, until: int | None) -> date:
        if until is None:
            return consent_rules.default_end(today(), months=MONTHS)
        return self.calendar.day(until)

    def _evaluation_day(self, until: int | None, *, is_habit: bool) -> date:
        if until is None:
            return measures.default_evaluate_by(today(), is_habit=is_habit)
        return self.calendar.day(until)

    def _goal(self, words: dict) -> dict:
        return {
            "text": said(words["goal"]),
            "kind": GoalKind.MAIN,
            "success_indicator": said(words["success_indicator"]),
            "smarte": [Smarte.SPECIFIC, Smarte.MEASURABLE, Smarte.ACCEPTED, Smarte.REALISTIC],
        }
