## Times
long-time = { $weekday } { $day }, { $clock }
