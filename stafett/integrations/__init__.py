"""Machines that speak with the municipality's Stafett: SCIM for staff, and a narrow API, never log text (C1, compliance 6)."""
