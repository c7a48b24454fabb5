### The console, and what it shares with the mini-app

console-loading = Loading…
console-more = Show more
console-again = Try again
console-offline = The server cannot be reached. Check your connection and try again.
console-unreadable = Something went wrong. Reload the page and try again.
console-cancel = Cancel
console-delete = Delete
console-save = Save
console-saved = Saved
console-copy = Copy
console-copied = Copied
console-menu = Menu
console-language = Language
console-sign-out = Sign out
console-just-now = just now

# $seconds (Number) — how long to wait
console-retry-after = Wait { $seconds } s.

# $code (String) — the incident
console-incident = If it happens again, tell us the code { $code }.

console-sessions = My sessions
console-sessions-hint = Where you are signed in. A device you do not know? End its session: it is out at once.
console-session-end = End
console-session-ended = The session has ended
console-session-current = this session
console-session-unknown = Unknown device
console-session-mini-app = Mini-app in Telegram
console-session-console = Console in a browser
console-session-third-party = Another program
console-sessions-end-others = End all others
console-sessions-end-others-deed = End them
console-sessions-end-others-hint = Every device but this one is signed out at once. You can sign in there again.

# $when (String) — when, in words
console-session-seen = Active { $when }

# $count (Number) — how many sessions
console-sessions-ended = { $count ->
        [one] { $count } session ended
       *[other] { $count } sessions ended
    }

console-roles = Roles
console-roles-own = Your own roles
console-roles-own-none = No roles of your own yet
console-roles-own-hint = Are the ready ones enough? Good. If not, make one from them.
console-roles-presets = Ready-made roles
console-roles-matrix = Who may do what
console-roles-matrix-hint = A dash: the role may not. A word: what the right covers.
console-role-new = New role
console-role-create = Create
console-role-name = Name
console-role-name-hint = For example, “Storekeeper”
console-role-based-on = Based on
console-role-based-on-hint = Its rights are copied; you can change them afterwards.
console-role-delete = Delete role
console-role-deleted = The role is deleted
console-permission = Right
console-not-granted = no

# $name (String) — the role’s name
console-role-delete-hint = The role “{ $name }” will be gone. If somebody has it, give them another one first.

# $count (Number) — how many have it
console-role-members = { $count ->
        [one] { $count } member
       *[other] { $count } members
    }

# $count (Number) — how many rights
console-role-grants = { $count ->
        [one] { $count } right
       *[other] { $count } rights
    }
