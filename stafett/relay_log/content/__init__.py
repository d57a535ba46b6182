"""Fixed texts of the relay log: worked examples, measures to pick from and help texts.

Data only, read with `tomllib`. A text is a table of languages: `nb` and `nn` always, `en` as well in
`prompts`. Every entry cites in `sources` the requirement rows it rests on. All texts
are our own words about those facts, and none names a child. The keys are the code's own enum keys.

`templates.toml`, a list `template` in the order to show it:
    key, sources, unit_types (kindergarten, school, health_station, several), level (1-3),
    grades ([first, last], or [] where grades mean nothing), name, outcome (optional: how it went),
    concern: a list of
        category, subcategory (only when category is subjects), title (at most 100 code points), goal
        (one sentence, present tense), success_indicator, ladder (optional: steps, easiest first),
        measure: a list of
            type, arena (service, home, child), owner (baton_holder, guardians, child, participant),
            service (the other service that owns or runs it: ppt, child_welfare, health_station; else absent),
            habit (absent means false; a habit is evaluated after 2-3 weeks), description,
            added (true: not in the source, ours, so that a concern has a service and a home measure).

`measure_bank.toml`, a list `measure`: key, sources, unit_types, and the fields of a measure above.

`prompts.toml`, a table by key: sources, heading, text. `smarte_s` .. `smarte_e` hold one question each.
"""
