"""Forms of the toolbox: documents, services and contact cards, news, and the phase of the roll-out."""
