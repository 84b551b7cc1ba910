## Times
long-time = { $weekday } { $day }، ساعت { $clock }
