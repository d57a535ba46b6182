"""What courses ask for: the days and who is on them, who needs training, who has not begun to use the log."""
