## codes
