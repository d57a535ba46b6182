"""The child's own side: one page in large plain text, with a goal, a staircase, bright spots and a wish for the meeting."""
