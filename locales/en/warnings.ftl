### Warnings for a manager: what is wrong with a request, and what mends it

# $number (Number)
# $ago (String)
warnings-unassigned = ⏰ Request №{ $number }: nobody’s for { $ago }
# $number (Number)
# $name (String)
warnings-not-accepted = 📨 Request №{ $number }: { $name } does not answer
# $number (Number)
# $left (String)
warnings-due-soon = ⏰ Request №{ $number } will be late in { $left }
# $number (Number)
# $ago (String)
warnings-overdue = 🔴 Request №{ $number } is late by { $ago }
# $number (Number)
# $stars (String)
warnings-low-rating = 👎 Request №{ $number }: rated { $stars }
# $number (Number)
warnings-returned = ↩️ Request №{ $number } was returned
# $number (Number)
# $times (Number) — how often
warnings-returned-again = ↩️ Request №{ $number } was returned, { $times } times by now
# $number (Number)
warnings-was-unassigned = ⏰ Request №{ $number } was nobody’s
# $number (Number)
warnings-was-not-accepted = 📨 Request №{ $number } was not accepted for long
# $number (Number)
warnings-was-due-soon = ⏰ Request №{ $number } was nearly late
# $number (Number)
warnings-was-overdue = 🔴 Request №{ $number } was late
# $number (Number)
warnings-was-returned = ↩️ Request №{ $number } was returned
# $name (String)
warnings-cause-not-answered = 👷 { $name } has not answered yet
# $name (String)
warnings-cause-not-departed = 👷 { $name } is not on the way yet
# $name (String)
warnings-cause-on-the-way = 👷 { $name } is on the way
# $name (String)
warnings-cause-at-work = 👷 { $name } is at it
# $name (String)
warnings-cause-had = 👷 Done by { $name }
# $name (String)
warnings-done-by = 👷 Done by { $name }
warnings-cause-nobody = 👷 Nobody has it
warnings-nobody-there = 👷 No worker is free
# $count (Number)
warnings-followers = 👥 { $count ->
        [one] { $count } neighbour waits too
       *[other] { $count } neighbours wait too
    }
warnings-escalated = ⏫ Nobody answered, passed on
# $until (String)
warnings-quiet = 🔕 Quiet until { $until }
warnings-on-shift = on duty
warnings-other = 👷 Another…
warnings-extend = ⏳ 1 hour more
warnings-call = 📞 Call
# $until (String)
warnings-hush = 🔕 Quiet until { $until }
warnings-say-sorry = 🙏 Say sorry
warnings-dealt-with = ✅ Dealt with
# $number (Number)
warnings-extended = №{ $number } has an hour more, the resident was told
# $until (String)
warnings-hushed = All right, quiet until { $until }
warnings-apologized = The resident has read our apology
warnings-settled-toast = All right, dealt with
# $number (Number)
warnings-sorry-late = Sorry, request №{ $number } takes us longer: we will be about an hour late.
# $number (Number)
warnings-sorry-bad = We are sorry that request №{ $number } was not done as you expected. We will look into it. If anything is left, open it again or write here.
# $name (String)
warnings-solved-by = ✅ Solved · { $name }
warnings-solved-done = ✅ Solved: the work is done
warnings-solved-over = ✅ Solved: the request is off
warnings-solved-paused = ✅ Solved: it rests
warnings-solved-later = ✅ Solved: it is due later
# $name (String)
warnings-solved-assigned = ✅ Solved: given to { $name }
# $name (String)
warnings-solved-taken = ✅ Solved: { $name } took it
warnings-solved = ✅ Solved
