"""Forms of the annual wheel: tasks, what was done, the municipality's tasks."""
