"""What machines and the administrator meet. Nothing here decides anything."""
