"""Who may: the policy, the scope, the guard at the door, and the grants that open a log to a person."""
