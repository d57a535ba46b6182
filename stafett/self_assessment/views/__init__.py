"""Pages of self-assessment: the unit's own, one report for both leaders, and the area's."""
