### Incidents: one trouble of many homes

# $number (Number)
incidents-title = 🚨 Incident No. { $number }
# $number (Number)
incidents-suspected = 🚨 Looks like an incident: No. { $number }
# $number (Number)
incidents-over = ✅ Incident No. { $number } is over
# $number (Number)
incidents-dismissed = No. { $number } is no incident
# $name (String)
incidents-accepted = 🙋 Accepted by { $name }
incidents-accept = 🙋 I’m on it
# $number (Number)
incidents-you-accepted = Incident No. { $number } is yours
incidents-declare = 🚨 Declare…
incidents-dismiss = ✖️ Unrelated
incidents-change-scope = 📍 Change the place…
# $number (Number)
incidents-ask-title = 🚨 No. { $number }: where is it?
incidents-ask-hint = Residents of this place get a card of the incident, which changes by itself. Requests alike will join it.
# $count (Number)
incidents-whole-building = 🏢 Whole building · { $count } units
# $number (String)
# $count (Number)
incidents-one-entrance = 🚪 Entrance { $number } · { $count } units
# $name (String)
# $count (Number)
incidents-one-riser = 🚰 { $name } · { $count } units
incidents-at-building = whole building
# $number (Number)
incidents-at-entrance = entrance { $number }
# $name (String)
incidents-at-riser = riser { $name }
incidents-nowhere = This request has no building, so there is no place for an incident.
incidents-in-a-topic = Write /incident in the topic of a request.
# $number (Number)
# $count (Number)
incidents-declared = 🚨 Incident No. { $number } declared. { $count ->
    [one] { $count } resident sees it.
   *[other] { $count } residents see it.
}
incidents-told = Residents will see it on their cards
incidents-answer-hint = Answer this message, and all residents read your words.
incidents-stage-searching = 🔎 Looking for the cause
incidents-stage-crew = 👷 Crew on site
incidents-stage-repairing = 🔧 Repairing
incidents-stage-restoring = 💧 Restoring
# $count (Number)
incidents-hours = ⏱ { $count } h
# $time (String)
incidents-expected = ⏱ Done about { $time }
incidents-sorry = ✅ Fixed. We are sorry for the trouble.
# $number (Number)
incidents-waits = 🚨 Incident No. { $number } waits: accept it
# $number (Number)
incidents-act-title = Incident report no. { $number }
# $time (String)
incidents-act-made = Made { $time }
# $number (Number)
incidents-act-file = incident-{ $number }
# $number (Number)
incidents-act-caption = 📄 Incident report no. { $number }
incidents-act-what = What happened
incidents-act-where = Where
incidents-act-began = First report
incidents-act-declared = Declared
incidents-act-accepted = Accepted by
incidents-act-worker = Worker
incidents-act-over = Over
incidents-act-lasted = Duration
# $hours (Number)
# $minutes (Number)
incidents-act-hours = { $hours } h { $minutes } min
incidents-act-requests = Requests
incidents-act-people = Residents told
incidents-act-result = What was done
incidents-act-timeline = Timeline
incidents-act-told = What residents were told
# $org (String)
incidents-act-sign-org = For { $org }
incidents-act-sign-worker = Worker
incidents-act-sign-residents = For the residents
incidents-act-filed = First report
incidents-act-suspected = Several alike reports
incidents-act-step-declared = Incident declared
incidents-act-step-accepted = Accepted by the one on duty
incidents-act-unanswered = Nobody on duty answered; managers were called
incidents-act-assigned = Given to a worker
incidents-act-taken = Taken by a worker
incidents-act-released = Back in the queue
incidents-act-departed = Worker on the way
incidents-act-arrived = Worker on site
incidents-act-paused = Work paused
incidents-act-resumed = Work went on
incidents-act-completed = Work done
incidents-act-returned = Residents: not solved
incidents-act-closed = Closed
incidents-act-searching = Looking for the cause
incidents-act-crew = Crew on site
incidents-act-repairing = Repairing
incidents-act-restoring = Restoring
# $time (String)
incidents-act-expected = over at about { $time }
# $number (Number)
incidents-unanswered = 🚨🚨 Nobody has accepted incident no. { $number }: those on duty do not answer. Call them, or accept it.
