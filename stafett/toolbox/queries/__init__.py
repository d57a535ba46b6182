"""What the toolbox, the directory, the news and the roll-out ask for. What everybody reads asks for a municipality's id."""
