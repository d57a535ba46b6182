"""What system meetings ask for: proposals, meetings and their people, what was said, what became of it."""
