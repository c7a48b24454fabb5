### Shifts: the roster, taking one over and handing it over, who is on duty

shifts-title = 🕗 Shift
# $duty (String)
# $since (String)
# $until (String)
shifts-goes-on = You are on duty: { $duty }, from { $since } to { $until }.
# $duty (String)
# $from (String)
# $until (String)
shifts-planned = Your shift: { $duty }, { $from } – { $until }.
shifts-none = The roster has no shift for you. If you are at work, take one over.
shifts-begin = ✅ Take the shift over
shifts-end = Hand the shift over
shifts-refresh = 🔄 Refresh
shifts-begun = The shift is yours
shifts-ended = The shift is handed over, the note is kept. Have a good rest!
shifts-ask-note = What does the next one have to know?
shifts-ask-note-hint = Briefly: what is open, what was promised, where the keys are. If all is quiet, say so.
shifts-note-by-words = A note in words is needed: a shift is not handed over without one.
# $name (String)
# $when (String)
shifts-left = { $name } left this, { $when }:
shifts-on-duty = On duty now
shifts-nobody = Nobody.
# $name (String)
# $duty (String)
# $until (String)
shifts-who = { $name }, { $duty }, until { $until }
shifts-not-begun = has not taken it over
shifts-duty-dispatcher = dispatcher
shifts-duty-worker = worker
shifts-duty-manager = in charge
# $from (String)
# $until (String)
shifts-news-planned = 🕗 You have a shift: { $from } – { $until }.
# $from (String)
# $until (String)
shifts-news-cancelled = The shift { $from } – { $until } is cancelled.
# $name (String)
# $from (String)
# $until (String)
shifts-news-stands-in = You stand in for { $name }, { $from } – { $until }. Their requests and alerts come to you.
# $name (String)
shifts-news-stood-in = You no longer stand in for { $name }.
