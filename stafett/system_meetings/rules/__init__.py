"""Rules of system meetings: plain functions, values in and a verdict out."""
