"""Pages of system meetings: before, during and after."""
