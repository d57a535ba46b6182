"""What goes to the archive, as documents, XML and data: plain values in, bytes out."""
