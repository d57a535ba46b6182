"""Pages of the toolbox: what everybody reads, and the pages of those who look after it."""
