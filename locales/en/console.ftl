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

console-search = Search
console-any = any
console-since = From
console-until = To
console-reset-filter = Clear the filter
console-audit = Log
console-audit-none = Nothing was found
console-audit-none-hint = Change the filter, or clear it.
console-audit-when = When
console-audit-who = Who
console-audit-what = What
console-audit-from = From where
console-audit-export = Download CSV
console-audit-verify = Check that it is whole
console-actor-system = Kontora
console-actor-service = A program
console-event-new-device = a new device
console-event-signed-in = Signed in
console-event-sign-in-failed = Sign-in failed
console-event-sessions-ended = Sessions ended
console-event-member-added = Member added
console-event-role-changed = Role changed
console-event-custom-role-given = A role of the org was given
console-event-role-created = Role created
console-event-role-edited = Role edited
console-event-role-deleted = Role deleted
console-event-elements-hidden = Screens changed
console-event-team-created = Team created
console-event-team-edited = Team edited
console-event-team-deleted = Team deleted
console-event-viewing-started = Began to see with another’s eyes
console-event-viewing-used = Looked with another’s eyes
console-event-viewing-ended = Stopped seeing with another’s eyes
console-event-exported = Data exported
console-event-alert-answered = Alert answered
console-event-org-created = Organization founded
console-event-org-edited = Organization edited
console-event-org-deleted = Organization deleted
console-event-org-restored = Organization restored
console-event-bot-added = Bot added
console-event-bot-removed = Bot removed
console-event-bot-token-changed = Bot token changed
console-event-staff-chat-linked = Staff group linked
console-event-staff-chat-lost = Staff group lost
console-event-resident-joined = Resident joined
console-event-phone-confirmed = Phone confirmed
console-event-language-chosen = Language chosen
console-event-person-unreachable = Bot blocked
console-event-person-returned = Back in touch
console-event-request-filed = Request filed
console-event-request-taken = Request taken
console-event-request-completed = Request completed
console-event-request-accepted = Work accepted
console-event-request-returned = Request returned
console-event-request-cancelled = Request cancelled
console-event-request-rated = Work rated
console-event-comment-added = Message about a request
console-event-other = Another event
console-surface-bot = Bot
console-surface-mini-app = Mini-app
console-surface-console = Console
console-surface-api = API
console-surface-cli = Command line
console-surface-job = Background job
console-surface-import = Import
console-surface-automation = Automation
console-surface-system = System
console-surface-other = Other

# $count (Number) — сколько строк
console-event-rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }

# $seq (Number) — номер записи
console-audit-broken = The log was changed behind Kontora’s back: entry No. { $seq }. Tell whoever runs the server.

# $count (Number) — сколько записей проверено
# $waiting (Number) — сколько ждут печати
console-audit-whole = The log is whole. Entries checked: { $count }, waiting for their seal: { $waiting }.
