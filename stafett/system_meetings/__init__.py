"""BTI-møte på systemnivå: about phenomena, never a named child (S002-39)."""
