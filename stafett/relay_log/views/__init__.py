"""Translators between requests and the log: parse, one domain call, render. Split by what the page is about."""
