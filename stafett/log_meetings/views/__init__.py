"""Pages of meetings: translators between the form, one domain call, and the page."""
