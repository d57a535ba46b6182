"""Pages of the archive: what has been handed in, how it is set up, and deposits of whole periods."""
