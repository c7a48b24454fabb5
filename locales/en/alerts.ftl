### Security alerts for the owner

# $name (String) — who signed in
alerts-new-device = 🔔 Sign-in from a new device: { $name }
# $count (Number) — how many attempts
# $minutes (Number) — within how many minutes
# $name (String) — whose account
alerts-many-failures = 🔔 { $count ->
        [one] { $count } failed sign-in
       *[other] { $count } failed sign-ins
    } within { $minutes } min: { $name }
# $count (Number) — how many rows
# $minutes (Number) — within how many minutes
# $name (String) — who exported
alerts-mass-export = 🔔 { $name }: { $count ->
        [one] { $count } row exported
       *[other] { $count } rows exported
    } within { $minutes } min
# $name (String) — whose rights
# $role (String) — the role that they have now
alerts-role-raised = 🔔 More rights: { $name }, now { $role }
# $bot (String) — the bot's name
alerts-bot-token-changed = 🔔 Bot @{ $bot } has a new token
# $name (String) — who signed in
alerts-odd-hours = 🔔 Sign-in outside working hours: { $name }
# $name (String) — who did it
alerts-by = 👤 Done by { $name }
alerts-it-is-me = It’s me
alerts-fine = All is well
alerts-end-sessions = End sessions
alerts-toast-fine = Noted
alerts-toast-ended = Sessions ended
# $name (String) — who answered
alerts-solved-fine = ✅ Settled: all is well · { $name }
# $name (String) — who answered
alerts-solved-ended = ✅ Settled: sessions ended · { $name }
