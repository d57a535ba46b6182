"""The help as data: what it is made of (`topics.toml`, `pictures.toml`) and every word of it (`nb`, `nn`, `en`, `tours.*`).

Data only, read with `tomllib`. All texts are our own words, about pages and never about anybody. English holds what
guardians, youth and strangers meet. `topic.<key>` says what, do, then and sees; a table in it named for a role says what
is another for that role.
"""
