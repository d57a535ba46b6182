"""Pages of insight, the tables they are taken out as, and the geometry of their pictures."""
