"""Pages of courses: what all employees see, what leaders and the administrator do, and what is shown on the wall."""
