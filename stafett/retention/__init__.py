"""Bevaring og sletting: how long a thing is kept, who stops that, and disposal by two with a certificate (L-50..L-55)."""
