"""Reading the trail: who has seen a log, what is unusual, lists to take out, and a family's own package."""
