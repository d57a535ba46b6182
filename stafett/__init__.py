"""Stafett: stafettlogg, handlingsveileder, årshjul and system meetings in one place."""

__version__ = "0.1.0"
