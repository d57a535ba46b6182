"""Who exists: municipality, unit, person, employment, child, guardian relation.

Tables and look-ups, no pages. The tenancy layer, which fences one municipality from the next, lives here too.
"""
