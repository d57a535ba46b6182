"""The topic bank as data: 31 suggested topics in ten groups, in both Norwegian languages, each with a question to begin with.

`topics.toml`: a list `group` (key, letter, nb, nn) and a list `topic`: group; numbers (the source's own, more than one where
it says the same thing twice); nb, nn; ask.nb and ask.nn, a question that helps to say what the challenge is; sheets (keys of
the guide's sheets); exit (whether the page about violence and abuse is shown with it). The words are ours (S002-38).
"""
