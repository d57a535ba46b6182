"""The shape of what people fill in before, in and after a system meeting."""
