"""Who may do what on every route, written by hand from the sources and never read from the policy.

A route that is missing here fails the test: whoever adds one decides here who may use it.
"""

from stafett.demo import cast

HOLDER, PARTICIPANT, GUARDIAN = "holder", "participant", "guardian"
OUTSIDER, LEADER, YOUTH = "outsider", "leader", "youth"

# Who stands how to each log today (four_logs.py). Everyone else stands outside.
# a: nobody but the holder before consent. Trond has left (L-29); Ronny is blocked (L-25); Marek's relation is
# not settled (L-24); Gudrun has no parental responsibility (L-26). c: Henrik's service is not covered any more (L-09).
IN_LOG = {
    "a": {"kari": HOLDER},
    "b": {"kari": HOLDER, "jonas": PARTICIPANT, "henrik": PARTICIPANT, "hilde": GUARDIAN},
    "c": {"kari": HOLDER, "jonas": PARTICIPANT, "wenche": GUARDIAN},
    "d": {"kari": HOLDER, "jonas": PARTICIPANT, "henrik": PARTICIPANT, "lars": GUARDIAN, "siv": GUARDIAN},
    "e": {
        "kari": HOLDER, "jonas": PARTICIPANT, "henrik": PARTICIPANT, "hamid": GUARDIAN, "sunniva": OUTSIDER,
        "elle": LEADER, "ahmed": YOUTH,
    },
}  # fmt: skip

# What each place in a log opens, by the log's letter.
MAY = {
    "read": {
        HOLDER: "abcde", PARTICIPANT: "bcde", GUARDIAN: "bcde", OUTSIDER: "e", LEADER: "e", YOUTH: "e",
    },  # S003-09, L-02
    "consent": {HOLDER: "abce"},  # S001-13, W-18
    "decide who reads": {YOUTH: "e"},  # L-14
    "write": {HOLDER: "be"},  # S003-08, L-09
    "small words": {
        HOLDER: "be", PARTICIPANT: "be", GUARDIAN: "be", OUTSIDER: "e", YOUTH: "e",
    },  # S001-47; a leader who looks in only reads
    "keep note": {HOLDER: "be", PARTICIPANT: "be"},  # L-13; not whoever comes from outside
    "answer invitation": {PARTICIPANT: "be", GUARDIAN: "be", YOUTH: "e", HOLDER: "be"},  # S001-29, S001-42: those invited
    "give on": {HOLDER: "bce"},  # design 4.8: also where consent has run out, but not before it came
    "close": {HOLDER: "bce"},  # S003-71, W-28
    "discard": {HOLDER: "a"},  # L-52
    "childs side": {HOLDER: "bcde", GUARDIAN: "bcde", YOUTH: "e"},  # S001-28, W-23: the same as who has seen the log
    "childs words": {HOLDER: "be", YOUTH: "e"},  # L-12: guardians read it with the child
    "hand screen": {HOLDER: "be"},  # W-23
    "say how it was": {GUARDIAN: "be", YOUTH: "e"},  # L-45
    "see how it was": {HOLDER: "bcde"},  # L-45
    "see readers": {HOLDER: "bcde", GUARDIAN: "bcde", YOUTH: "e"},  # L-50
    "take home": {GUARDIAN: "bcde", YOUTH: "e"},  # L-50
    "answer family": {HOLDER: "bcde"},  # L-50
}  # fmt: skip

# Route: what it takes to use it, and which things of the log its address points at.
GET, POST = "GET", "POST"
LOG_ROUTES = {
    "log": ("read", ("log",), (GET,)),
    "learned": ("read", ("log",), (GET,)),
    "received_log": ("read", ("log",), (GET,)),
    "carried_history": ("read", ("log",), (GET,)),
    "history_package": ("write", ("log",), (GET, POST)),
    "transfer_log": ("give on", ("log",), (GET,)),
    "transfer_to_colleague": ("give on", ("log",), (GET, POST)),
    "transfer_to_deputy": ("give on", ("log",), (GET, POST)),
    "transfer_to_unit": ("give on", ("log",), (GET, POST)),
    "transfer_to_municipality": ("give on", ("log",), (GET, POST)),
    "transfer_consent": ("give on", ("log",), (GET, POST)),
    "meetings": ("read", ("log",), (GET,)),
    "new_meeting": ("write", ("log",), (GET, POST)),
    "meeting": ("read", ("meeting",), (GET,)),
    "change_meeting": ("write", ("meeting",), (GET, POST)),
    "cancel_meeting": ("close", ("meeting",), (GET, POST)),
    "invitation_answer": ("answer invitation", ("meeting",), (GET, POST)),
    "invitations": ("write", ("meeting",), (GET, POST)),
    "meeting_calendar": ("read", ("meeting",), (GET,)),
    "new_bright_spot": ("small words", ("log",), (GET, POST)),
    "new_note": ("small words", ("log",), (GET, POST)),
    "note_keeping": ("keep note", ("note",), (GET, POST)),
    "level": ("write", ("log",), (GET, POST)),
    "participants": ("write", ("log",), (GET, POST)),
    "end_participation": ("write", ("log", "grant"), (POST,)),
    "let_in_from_outside": ("write", ("log",), (GET, POST)),
    "new_organisation": ("write", ("log",), (GET, POST)),
    "coordination": ("read", ("log",), (GET,)),
    "edit_coordination": ("write", ("log",), (GET, POST)),
    "closure": ("close", ("log",), (GET, POST)),
    "discard_log": ("discard", ("log",), (GET, POST)),
    "consent": ("consent", ("log",), (GET, POST)),
    "consent_form": ("consent", ("log",), (GET,)),
    "consent_request": ("consent", ("log",), (GET, POST)),
    "oral_consent": ("consent", ("log",), (GET, POST)),
    "recorded_withdrawal": ("consent", ("log",), (GET, POST)),
    "consent_text": ("consent", ("log", "consent"), (GET,)),
    "guardian_reading": ("decide who reads", ("log",), (GET, POST)),
    "consent_document": ("consent", ("log", "consent"), (GET,)),
    "access_list": ("see readers", ("log",), (GET,)),
    "own_package": ("take home", ("log",), (POST,)),
    "package_for_family": ("answer family", ("log",), (GET, POST)),
    "concern_papers": ("answer family", ("concern",), (GET,)),
    "concern_paper": ("answer family", ("concern", "plan"), (GET,)),
    "log_export": ("answer family", ("log",), (GET,)),
    "log_paper": ("answer family", ("log",), (GET,)),
    "individual_plan": ("answer family", ("log",), (GET,)),
    "individual_plan_file": ("answer family", ("log",), (GET,)),
    "care_plan_file": ("answer family", ("concern",), (GET,)),
    "new_concern": ("write", ("log",), (GET, POST)),
    "concern": ("read", ("concern",), (GET,)),
    "edit_concern": ("write", ("concern",), (GET, POST)),
    "concern_history": ("read", ("concern",), (GET,)),
    "sharing": ("write", ("concern",), (POST,)),
    "activation": ("write", ("concern",), (GET, POST)),
    "achievement": ("write", ("concern",), (POST,)),
    "ending": ("write", ("concern",), (GET, POST)),
    "discard_concern": ("write", ("concern",), (GET, POST)),
    "new_goal": ("write", ("concern",), (GET, POST)),
    "meeting_opening": ("write", ("meeting",), (GET, POST)),
    "meeting_mode": ("read", ("meeting",), (GET,)),
    "meeting_part": ("read", ("meeting",), (GET,)),
    "meeting_step": ("write", ("meeting",), (GET, POST)),
    "meeting_words": ("write", ("meeting",), (GET, POST)),
    "writer_change": ("write", ("meeting",), (GET, POST)),
    "meeting_stop": ("write", ("meeting",), (GET, POST)),
    "writing_end": ("write", ("meeting",), (POST,)),
    "confirmation": ("answer invitation", ("meeting",), (GET, POST)),
    "confirmation_at_table": ("write", ("meeting", str(cast.person("kari").id)), (GET, POST)),
    "minutes_closing": ("write", ("meeting",), (POST,)),
    "minutes": ("read", ("meeting",), (GET,)),
    "meeting_paper": ("read", ("meeting",), (GET,)),
    "analysis": ("read", ("concern",), (GET,)),
    "analysis_sharing": ("write", ("concern",), (POST,)),
    "new_factor": ("write", ("concern",), (GET, POST)),
    "factor_sharing": ("write", ("concern", "factor"), (POST,)),
    "factor_reach": ("write", ("concern", "factor"), (POST,)),
    "factor_removal": ("write", ("concern", "factor"), (POST,)),
    "new_concern_note": ("small words", ("concern",), (GET, POST)),
    "new_measure": ("write", ("concern",), (GET, POST)),
    "new_ladder": ("write", ("concern",), (GET, POST)),
    "measure": ("read", ("measure",), (GET,)),
    "edit_measure": ("write", ("measure",), (GET, POST)),
    "measure_history": ("read", ("measure",), (GET,)),
    "measure_start": ("write", ("measure",), (POST,)),
    "discard_measure": ("write", ("measure",), (GET, POST)),
    "evaluation": ("write", ("measure",), (GET, POST)),
    "child_page": ("childs side", ("log",), (GET,)),
    "child_goal": ("childs words", ("log",), (GET, POST)),
    "child_bright_spot": ("childs words", ("log",), (GET, POST)),
    "child_wish": ("childs words", ("log",), (GET, POST)),
    "child_step": ("childs words", ("log", "step", "take"), (POST,)),
    "child_pulse": ("childs words", ("log", "meeting"), (GET, POST)),
    "screen_handover": ("hand screen", ("log",), (GET, POST)),
    "meeting_pulse": ("say how it was", ("meeting",), (GET, POST)),
    "pulses": ("see how it was", ("log",), (GET,)),
    "ladder": ("read", ("ladder",), (GET,)),
    "step_change": ("write", ("step", "take"), (POST,)),
}
# Sent empty, these are carried out; every other form that is sent empty by somebody who may gets 422.
DONE_WHEN_EMPTY = {
    "child_step",
    "screen_handover",
    "guardian_confirmation",
    "article_removal",
    "contact_card_removal",
    "discard_log",
    "end_participation",
    "factor_removal",
    "factor_reach",
    "issue_publishing",
    "service_removal",
    "step_change",
    "cancel_meeting",  # nobody has to say why
}

# So are these, by this person; to others in the log the rule says that the note is not theirs.
DONE_WHEN_EMPTY_BY = {("note_keeping", "kari")}

# These answer with a file: sent empty, or when somebody is chosen.
ANSWERS_WITH_A_FILE = {"own_package", "package_for_family", "trail_export", "trail_export_of_child"}
FILE_WHEN_EMPTY = ANSWERS_WITH_A_FILE - {"package_for_family"}

# Routes that are about no log: what staff, other people who are logged in, and strangers get.
OTHER_ROUTES = {
    "live": (GET, 200, 200, 200),
    "ready": (GET, 200, 200, 200),
    "start": (GET, 302, 302, 200),
    "security": (GET, 200, 200, 200),
    "security_txt": (GET, 404, 404, 404),  # nobody is named in tests
    "accessibility_statement": (GET, 200, 200, 200),
    "privacy_statement": (GET, 200, 200, 200),
    "guide": (GET, 200, 200, 200),
    "guide_whole": (GET, 200, 200, 200),
    "guide_pdf": (GET, 200, 200, 200),
    "help": (GET, 200, 200, 200),
    "own_tour": (GET, 302, 302, 302),
    "guide_search": (GET, 200, 200, 200),
    "guide_exit": (GET, 200, 200, 200),
    "toolbox": (GET, 200, 200, 200),
    "services": (GET, 200, 200, 200),
    "news": (GET, 200, 200, 200),
    "own_documents": (GET, 200, 403, 302),
    "system_meetings": (GET, 200, 403, 302),
    "topic_bank": (GET, 200, 403, 302),
    "new_topic": (GET, 200, 403, 302),
    "guide_editions": (GET, 200, 200, 200),
    "log_in": (GET, 200, 200, 200),
    "demo_login": (POST, 404, 404, 404),  # nobody chosen
    "choose_place": (GET, 302, 302, 302),  # nobody waits to choose a municipality
    "confirm_login": (GET, 200, 200, 302),
    "logged_out": (GET, 200, 200, 200),
    "front_channel_logout": (GET, 200, 200, 200),  # tells nothing of what was ended (OIDC-06)
    "back_channel_logout": (POST, 400, 400, 400),  # no message
    "take_back": (GET, 302, 302, 302),  # nobody has given a screen away
    "own_sessions": (GET, 200, 200, 302),
    "end_other_sessions": (POST, 302, 302, 302),
    "own_page": (GET, 200, 200, 302),
    "my_consents": (GET, 200, 200, 302),
    "inbox": (GET, 200, 200, 302),
    "all_read": (POST, 302, 302, 302),
    "pointers": (GET, 200, 200, 302),
    "my_logs": (GET, 200, 403, 302),
    "participating_logs": (GET, 200, 403, 302),
    "family_logs": (GET, 200, 200, 302),
    "transfers": (GET, 200, 403, 302),
    "choose_child": (GET, 200, 403, 302),
    "staff_search": (GET, 200, 403, 302),
    "new_child": (GET, 200, 403, 302),
    "log_out": (POST, 302, 302, 302),  # last: whoever has logged out asks for nothing more
}
# Employees who do not work with children: they find colleagues, and have no logs (L-50).
WITHOUT_CHILDREN = {"torbjorn", "randi", "personvern", "arkivar", "gudveig", "torfinn", "valborg"}
FROM_OUTSIDE = {"sunniva"}
ONE_FAMILY_LOG = {"hilde", "wenche", "lars", "siv", "hamid", "ahmed"}  # sent straight on to it

# Routes about a child of the unit where one works (Nils), and a relation that waits for the unit's leader.
CHILD_ROUTES = {"guardians": (GET, POST), "start_log": (GET, POST)}
WORK_WITH_NILS = {"kari", "jonas", "yusuf", "elle"}
RELATION_ROUTES = {"guardian_confirmation": (GET, POST)}
CONFIRMS_MAREK = {"elle"}

# Routes of logging in that name a provider, a place or a login: method, what the address names, and what everybody gets
# where no provider is set up. Another person's login is nobody else's to end (identity/test_own_sessions.py).
LOGIN_ROUTES = {
    "begin_login": (GET, "proveporten", 404),
    "login_return": (GET, "proveporten", 404),
    "short_address": (GET, cast.EKSEMPELVIK.slug, 302),
    "end_own_session": (POST, "0199a9f5-0000-7000-8000-000000000000", 404),
}

# Routes of the tour: whoever is logged in, whatever their role (W-03).
TOUR_ROUTES = {"tour_step": (GET, ("foresatt", 1), 200), "tour_end": (POST, ("foresatt",), 302)}

# Routes about a message: nobody but the one it was sent to, whatever else they may.
MESSAGE_ROUTES = {"message_read": (POST,)}

# Routes about a part of the guide, and a part that is there: for everybody, logged in or not (S003-02).
GUIDE_ROUTES = {
    "blank_consent": ("nn",),
    "guide_level": ("1",),
    "guide_step": ("1", "evaluer"),
    "guide_sheet": ("skala",),
    "help_topic": ("ansatt", "loggen"),
    "user_guide": ("foresatt",),
    "user_guide_pdf": ("leder",),
}

# The work with the guide, by what each is about and whose it is (test_guide_routes.py). Whoever is in no group is told that
# there is no such thing; the other group, that it is not theirs (S004-07, S004-08, S004-14).
GUIDE_GROUPS = {"project": {"yusuf", "mina"}, "steering": {"elle", "torbjorn"}, "administrators": {"randi"}}
GUIDE_WORK_ROUTES = {
    "guide_desk": (None, (GET,), ("employees",)),
    "guide_groups": (None, (GET, POST), ("administrators",)),
    "guide_membership_end": ("member", (POST,), ("administrators",)),
    "guide_draft": ("place", (POST,), ("project",)),
    "guide_edition": ("edition", (GET,), ("project", "steering")),
    "guide_review": ("edition", (GET,), ("project", "steering")),
    "guide_new_step": ("edition", (GET, POST), ("project",)),
    "guide_sending": ("edition", (POST,), ("project",)),
    "guide_decision": ("edition", (GET, POST), ("steering",)),
    "guide_publication": ("edition", (GET, POST), ("project",)),
    "guide_file": ("former", (GET,), ("project",)),
    "guide_borrowing": ("edition", (GET, POST), ("project",)),
    "guide_borrowed": ("borrowed", (GET, POST), ("project",)),
    "guide_part": ("part", (GET, POST), ("project", "steering")),
    "guide_part_words": ("part", (GET, POST), ("project",)),
}

# Routes about a child, a guardian or a request in Kari's school, by the thing they are about (test_register_routes.py):
# the unit's own leader alone. Nobody else is told that there is such a thing.
LEADER_ROUTES = {
    "guardian_relation": ("hilde", (GET,)),
    "blocking": ("hilde", (GET, POST)),
    "block_lifting": ("ronny", (GET, POST)),
    "responsibility": ("hilde", (GET, POST)),
    "relation_ending": ("hilde", (GET, POST)),
    "guardian_number": ("hilde", (GET, POST)),
    "child_number": ("nils", (GET, POST)),
    "protection": ("nils", (GET, POST)),
    "new_opening": ("iben", (GET, POST)),
    "consent_right": ("nils", (GET, POST)),
    "request_answer": ("request", (GET, POST)),
    "information_letter": ("request", (GET,)),
}
LEADS_THEM = {"elle"}
# Those who work there note what a parent asks for; the administrator alone answers about a protected address (L-27).
ASKING_ROUTES = {"information_request": (GET, POST)}
OPENING_ROUTES = {"opening_answer": (GET, POST)}
ANSWERS_ABOUT_IBEN = {"randi"}
# Routes about one's own consent, in a log or to a request: whoever said it or is asked, and nobody else (L-22).
WORD_ROUTES = {
    "withdrawal": (GET, POST), "own_consent_text": (GET,), "consent_narrowing": (GET, POST),
}  # fmt: skip
CONSENT_REQUEST_ROUTES = {"consent_answer": (GET, POST), "consent_decline": (POST,)}
# What waits for leaders and administrators; other people are told that it is not for them.
WAITING_ROUTES = {"what_waits": (GET,)}

# Leaders' pages: who has them, and what is about one log, which is there for the leader of its unit (S000-07, L-29).
ROLE_ROUTES = {
    "unit_logs": {
        "elle", "aslaug", "ingeborg", "tove", "astrid", "liv", "geir",
        "torleiv", "asbjorn", "gunnvor", "magnhild", "aud", "olav",
    },
    "school_starters": {
        "elle", "aslaug", "ingeborg", "tove", "astrid", "liv", "geir",
        "torleiv", "asbjorn", "gunnvor", "magnhild", "aud", "olav",
    },
    "package_check": {
        "elle", "aslaug", "ingeborg", "tove", "astrid", "liv", "geir",
        "torleiv", "asbjorn", "gunnvor", "magnhild", "aud", "olav",
    },
    "deposits": {
        "elle", "aslaug", "ingeborg", "tove", "astrid", "liv", "geir", "arkivar",
        "torleiv", "asbjorn", "gunnvor", "magnhild", "aud", "olav",
    },
    "archive_setup": {"arkivar"},
    "period_deposits": {"arkivar"},
    "area": {"torbjorn", "torfinn"},
    "new_document": {"randi", "gudveig"},
    "new_service": {"randi", "gudveig"},
    "contact_cards": {"randi", "gudveig"},
    "newsroom": {"randi", "gudveig"},
    "new_issue": {"randi", "gudveig"},
    "new_phase": {"randi", "gudveig"},
    "roll_out": {
        "randi", "gudveig", "torbjorn", "torfinn", "elle", "aslaug", "ingeborg", "tove", "astrid", "liv", "geir",
        "torleiv", "asbjorn", "gunnvor", "magnhild", "aud", "olav",
    },
}  # fmt: skip
# An offer of the baton, for each who stands to it in some way, by what it takes (test_transfer_routes.py): nobody else is told
# that there is one (design 4.8, L-61).
TRANSFER_ROUTES = {
    "transfer": ("see", (GET,)), "transfer_acceptance": ("answer", (POST,)), "transfer_refusal": ("answer", (GET, POST)),
    "transfer_receiver": ("name", (GET, POST)), "transfer_withdrawal": ("withdraw", (POST,)),
    "transfer_reading": ("read", (POST,)), "transfer_return": ("return", (POST,)),
    "transfer_package": ("withdraw", (POST,)), "transfer_receipt": ("withdraw", (GET, POST)),
}  # fmt: skip
HISTORY_ROUTES = {
    "history_choice": (GET, POST)
}  # a package opened for a log: its holder's alone (test_history_routes.py)
# What has been handed in to the archive: the archivist, and the leader of the unit it is from (test_archive_routes.py).
ARCHIVE_ROUTES = {"deposit": (GET,), "deposit_sending": (POST,)}
# The school of a school starter: the holder of the log, and the leader of the kindergarten.
STARTER_ROUTES = {"starter_school": (GET, POST)}
LED_ROUTES = {"new_holder": (GET, POST), "look_with_reason": (GET, POST), "holder_reminder": (GET, POST)}
ROLE_ROUTES |= dict.fromkeys(("leaders_day", "talk_notes"), ROLE_ROUTES["unit_logs"])  # S000-12, S000-13
ROLE_ROUTES |= dict.fromkeys(
    ("numbers", "numbers_table"), ROLE_ROUTES["unit_logs"] | ROLE_ROUTES["area"] | {"randi", "gudveig"}
)  # L-56: small numbers are hidden from them all
KEEP_THE_RECORD = {"personvern", "valborg", "randi", "gudveig"}  # art. 30
ROLE_ROUTES |= dict.fromkeys(("processing_record", "processing_record_list"), KEEP_THE_RECORD)
# The numbers of Kari's school: its leader, the area's and the administrator (test_number_routes.py).
NUMBER_ROUTES = {"unit_numbers": (GET,), "unit_numbers_table": (GET,)}
SEES_THE_SCHOOLS_NUMBERS = {"elle", "torbjorn", "randi"}
# The toolbox and the news, about one thing each (test_toolbox_routes.py): what everybody reads, by the name of the thing in
# the address; what the owner and the administrator look after; what is the administrator's, where employees read former
# versions (S003-12..17, S004-01).
TOOLBOX_READING = {
    "toolbox_document": ("document", "document"),
    "toolbox_file": ("document", "document"),
    "news_issue": ("published", "issue"),
    "news_for_meeting": ("published", "issue"),
    "news_pdf": ("published", "issue"),
}
TOOLBOX_CARE = {
    "edit_document": (GET, POST), "new_version": (GET, POST), "document_withdrawal": (POST,), "document_return": (POST,),
}  # fmt: skip
CARE_FOR_IT = {"elle", "randi"}
TOOLBOX_EDITING = {
    "edit_service": ("service", (GET, POST)), "service_removal": ("service", (POST,)),
    "contact_card": ("card", (GET, POST)), "contact_card_removal": ("card", (POST,)),
    "issue_draft": ("issue", (GET,)), "edit_issue": ("issue", (GET, POST)), "new_article": ("issue", (GET, POST)),
    "issue_publishing": ("issue", (POST,)), "issue_taking_back": ("issue", (POST,)),
    "edit_article": ("article", (GET, POST)), "article_removal": ("article", (POST,)),
}  # fmt: skip
ADMINISTRATORS = {"randi", "gudveig"}
FORMER_VERSIONS = {"former_version": (GET,)}
# The last day of a place from outside, by the log's holder (W-05).
PLACE_ROUTES = {"last_day": (GET, POST)}

# Routes by which the trail is read, and what each is about (test_oversight_routes.py). What is about somebody does not
# exist for others; pages about nobody say that they are personvernombudet's (L-50, SEC-08).
OVERSIGHT_ROUTES = {
    "unusual_readings": (None, (GET,)),
    "trail": (None, (GET, POST)),
    "trail_export": (None, (POST,)),
    "trail_of_child": ("child", (GET,)),
    "trail_export_of_child": ("child", (POST,)),
    "reading_review": ("reading", (GET, POST)),
    "trail_of_employee": ("employee", (GET,)),
}
OVERSEE = {"personvern"}  # and in the neighbouring municipality, about their own, valborg


def of_log(rule, letter, key) -> str:
    """What a person gets when asking for something of a log: "allowed", "forbidden" or "unknown"."""
    relation = IN_LOG[letter].get(key)
    if relation is None:
        return "unknown"
    return "allowed" if letter in MAY[rule].get(relation, "") else "forbidden"


# Routes of a system meeting in Kari's school before and after it, by the thing their address points at and who may use them
# (test_system_meeting_routes.py). Elle leads the school; Henrik, of PPT, is invited; a proposal and what is tried later are
# there for those who work in the school as well. Nobody else learns that any of it exists (S002-07, S002-13, S002-34).
SYSTEM_LEADER = {"elle"}
SYSTEM_COLLEAGUES = {"kari", "jonas", "yusuf", "elle"}
SYSTEM_INVITED = {"elle", "kari", "henrik"}
SYSTEM_PROPOSER = {"henrik"}
SYSTEM_ROUTES = {
    "system_unit": ("school", SYSTEM_LEADER, (GET,)),
    "new_system_meeting": ("school", SYSTEM_LEADER, (GET, POST)),
    "system_learning": ("school", SYSTEM_COLLEAGUES, (GET,)),
    "system_learning_pdf": ("school", SYSTEM_COLLEAGUES, (GET,)),
    "proposal_withdrawal": ("proposal", SYSTEM_PROPOSER, (POST,)),
    "proposal_setting_aside": ("proposal", SYSTEM_LEADER, (GET, POST)),
    "proposal_return": ("proposal", SYSTEM_LEADER, (POST,)),
    "system_meeting": ("planned", SYSTEM_COLLEAGUES | SYSTEM_INVITED, (GET,)),
    "system_calendar": ("planned", SYSTEM_COLLEAGUES | SYSTEM_INVITED, (GET,)),
    "change_system_meeting": ("planned", SYSTEM_LEADER, (GET, POST)),
    "cancel_system_meeting": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_topic": ("planned", SYSTEM_LEADER, (GET, POST)),
    "topic_choice": ("planned", SYSTEM_LEADER, (GET, POST)),
    "topic_release": ("planned", SYSTEM_LEADER, (POST,)),
    "system_people": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_services": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_outsider": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_tasks": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_information": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_answer": ("planned", SYSTEM_INVITED, (GET, POST)),
    "system_preparation": ("planned", SYSTEM_INVITED, (GET, POST)),
    "system_opening": ("planned", SYSTEM_LEADER, (GET, POST)),
    "system_step": ("running", SYSTEM_LEADER, (GET, POST)),
    "system_roles": ("running", SYSTEM_LEADER, (GET, POST)),
    "system_stop": ("running", SYSTEM_LEADER, (GET, POST)),
    "system_mode": ("running", SYSTEM_INVITED, (GET,)),
    "system_part": ("running", SYSTEM_INVITED, (GET,)),
    "system_words": ("running", SYSTEM_INVITED, (GET, POST)),
    "system_own": ("running", SYSTEM_INVITED, (GET, POST)),
    "system_presence": ("running", SYSTEM_INVITED, (GET, POST)),
    "system_card": ("running", SYSTEM_INVITED, (POST,)),
    "system_evaluation": ("over", SYSTEM_LEADER, (GET, POST)),
    "system_signing": ("over", SYSTEM_LEADER, (GET, POST)),
    "system_minutes": ("done", SYSTEM_COLLEAGUES | SYSTEM_INVITED, (GET,)),
    "system_minutes_pdf": ("done", SYSTEM_COLLEAGUES | SYSTEM_INVITED, (GET,)),
    "system_correction": ("done", SYSTEM_LEADER, (GET, POST)),
    "measure_outcome": ("measure", SYSTEM_LEADER, (GET, POST)),
    "next_measure": ("idea", SYSTEM_LEADER, (GET, POST)),
    "idea_removal": ("idea", SYSTEM_LEADER, (POST,)),
}
SYSTEM_SEAT_ROUTES = {"seat_removal": (POST,), "system_said": (POST,)}
# Who finds each thing at all: the others are told that there is none.
SYSTEM_REACHED = {
    "school": SYSTEM_COLLEAGUES,
    "proposal": SYSTEM_COLLEAGUES | SYSTEM_PROPOSER,
}
SYSTEM_DONE_WHEN_EMPTY = {
    "proposal_withdrawal", "cancel_system_meeting", "topic_release", "system_people", "system_preparation", "idea_removal",
    "system_own",
}  # fmt: skip
