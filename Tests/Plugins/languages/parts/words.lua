return { greeting = "{n} {n:bow|bows}" }
