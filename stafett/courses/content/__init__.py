"""Slides for teaching, as data in both Norwegian languages: points to talk from, a question to talk about, and an invented log.

`slides.nb.toml`, `slides.nn.toml`: a list `deck`, the same keys in both, each with key (part of the address), title, lead and
a list `slide`: title, points, and where wanted `talk` (a question for the room) and `rows` (label and text, as the log has
them). {model} is the municipality's name for the model. All texts are our own; nobody in them exists.
"""
