"""The guide as data: what its levels and steps are made of, and every word of it in both Norwegian languages.

Data only, read with `tomllib`. All texts are our own words. The keys are part of the addresses, so a key that has been
published stays; a new edition gets a new `version` and `published_on`.

`guide.toml`: the structure, whatever the language. A list `level`, each with
    key ("0" to "3"), keeps_nothing (level 0), notices (keys of notices shown on its page), sources, and a list `step`:
        key (unique in its level), tools, notices, sources, and on steps that decide: outcomes, a table from
        close | stay | up | down | report to the key of the level it leads to ("" for none).
    A table `tool`: each is a `sheet` of ours, or a `route` of the product (`in_log`: of the log one comes from).

`nb.toml`, `nn.toml`: the words, under the same keys: level.<key> (name, about, keeps), step.<level>-<key> (title, what,
    how, who, deadline, outcome), tool, notice, holder, and `exit`, the page about violence and abuse.

`sheets.nb.toml`, `sheets.nn.toml`: a list `sheet` (key, title, lead, anonymous) of blocks, each with a kind:
    tips (points), lines (hint, rows), scale (low, high) or checks (options).

`word_pairs.toml`: words of bokmål and nynorsk that mean the same. `names.toml`: common given names.
"""
