"""What self-assessment asks for: reports one reaches, the area's inbox and comparison, and the numbers that fill them in."""
