"""Samtykke: who has said yes to which services, how, and until when. Nothing in a log is active without it."""
