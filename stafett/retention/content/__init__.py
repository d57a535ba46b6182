"""What holds until a municipality has decided otherwise, and the certificate's words."""
