"""Who it is: login sessions. The only table that reaches across municipalities is here."""
