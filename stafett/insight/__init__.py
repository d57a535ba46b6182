"""Innsikt: counts for leaders and system meetings; no free text, and small cells hidden (S002-11, L-56)."""
