"""The domain of the meeting as plain functions: values in, a verdict or a value out."""
