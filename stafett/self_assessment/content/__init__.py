"""The forms as data, in both Norwegian languages, with every version that has ever been filled in.

`forms.nb.toml`, `forms.nn.toml`: a list `form`: key (report, year), version, title, lead, and a list `section`: title, and a
list `question`: key, kind (scale, text), text, and where wanted `hint`. A version that has been used is never changed: a new
one is added with a later `version`, and keys that mean the same stay, so that years can be compared. {model} is the
municipality's name for the model. A section with `numbers = true` shows what is counted.
"""
