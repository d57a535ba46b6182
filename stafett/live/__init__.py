"""Server-sent events: tells open pages that somebody has written, never what. One machinery for every kind of
meeting; which things can be followed, and what is news in them, is handed in from above."""
