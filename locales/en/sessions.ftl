### Sessions: where somebody is signed in

sessions-title = 🔐 Your sessions
sessions-hint = You are signed in here. A device you do not know? Open it and end its session.
sessions-none = You are signed in nowhere: neither in the console nor in the mini-app.
sessions-unknown = Unknown device
sessions-mini-app = mini-app
sessions-console = console
sessions-third-party = another program
# $when (String) — when they signed in
sessions-since = Signed in: { $when }
# $when (String) — when they were seen last
sessions-seen = Last active: { $when }
sessions-end = End session
sessions-end-all = End all
sessions-all-question = End all sessions? The console and the mini-app will ask you to sign in again.
sessions-all-yes = Yes, end all
# $count (Number) — how many sessions
sessions-ended = { $count ->
    [one] { $count } session ended
   *[other] { $count } sessions ended
}
sessions-button = 🔐 My sessions
sessions-command = Where you are signed in
