"""The consent text, one file a language, read with `tomllib`: data only, our own words, no child's name.

A file is named by the language's code (enums.TextLocale) and holds: name (the language's own name for itself), checked
(whether somebody who reads the language as their own has vouched for it; else people are told to use an interpreter),
direction (ltr or rtl), and (the word between the last two of several names), title, intro; `label`, words for the
lines of the printed form; `section`, a list in the order to show it: key, heading, text.
Seven sections have the key of one of the seven facts a valid consent rests on (enums.Fact, L-03).
Blanks: {child}, {unit}, {municipality}, {services}, {until}. Every language has the same sections, blanks and labels.
"""
