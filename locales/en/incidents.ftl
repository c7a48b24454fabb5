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
