"""The shape of input to the relay log. Rules are called by the operations; nothing is decided here."""
