### Reports for a manager: /today, /report and the morning digest

reports-command-today = How it stands today
reports-command-report = Report of the month
reports-overview = 📊 Overview
reports-late = ⏰ Late
reports-people = 👷 People
reports-houses = 🏠 Houses
reports-week = 7 days
reports-month = 30 days
reports-chart-week = Requests in 7 days
reports-chart-month = Requests in 30 days
reports-legend-created = new
reports-legend-closed = closed
reports-legend-overdue = late
# $created (Number)
# $closed (Number)
# $overdue (Number)
# $change (String)
reports-yesterday = Yesterday: { $created } new, { $closed } closed, { $overdue } late{ $change }
# $span (String)
# $created (Number)
# $more_created (String)
# $closed (Number)
# $more_closed (String)
reports-period = In { $span }: { $created } new{ $more_created }, { $closed } closed{ $more_closed }
# $mean (String)
# $count (Number)
# $change (String)
reports-stars = ★{ $mean } ({ $count ->
        [one] { $count } rating
       *[other] { $count } ratings
    }{ $change })
# $open (Number)
# $unassigned (Number)
# $overdue (Number)
reports-now = Now: { $open } open, { $unassigned } without a worker, { $overdue } late
# $total (Number)
reports-late-title = ⏰ { $total ->
        [one] { $total } request is late
       *[other] { $total } requests are late
    }
reports-late-none = ✅ No request is late
reports-late-chart = Late for the longest time
reports-nobody = nobody
reports-no-address = No address
reports-nothing = Nothing happened in this time.
# $done (Number)
reports-person-done = { $done } done
# $late (Number)
reports-person-late = { $late } too late
# $returns (Number)
reports-person-returns = { $returns } returned
# $open (Number)
reports-person-open = { $open } open
reports-people-chart = Requests done
# $created (Number)
reports-house-created = { $created } new
# $overdue (Number)
reports-house-overdue = { $overdue } late
reports-houses-chart = New requests by house
# $ago (String)
reports-why-unassigned = nobody’s for { $ago }
reports-why-returned = returned
# $ago (String)
reports-why-overdue = late by { $ago }
reports-why-not-accepted = not accepted
reports-why-low-rating = low rating
# $count (Number)
reports-minutes = { $count } min
# $count (Number)
reports-hours = { $count } h
# $count (Number)
reports-days = { $count } d
reports-monday = Mon
reports-tuesday = Tue
reports-wednesday = Wed
reports-thursday = Thu
reports-friday = Fri
reports-saturday = Sat
reports-sunday = Sun
