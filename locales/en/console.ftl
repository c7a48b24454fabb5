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

console-back = Back
console-sign-in = Sign in
console-sign-in-deed = Sign in
console-email = E-mail
console-password = Password
console-forgot = Forgot your password?
console-forgot-hint = Name the address that you sign in with, and we will send a link for a new password.
console-forgot-deed = Get the link
console-forgot-sent = If there is such an account, the link is in your mail already, and in Telegram too if you know the bot. It is good for half an hour.
console-forgot-sent-bot = This server sends no mail. If there is such an account and you know the bot, the link is in your chat with it. If not, sign in through the bot.
console-link-key = Code from the letter or from the bot
console-confirm-email = Confirm your address
console-confirm-email-hint = You will sign in with this address.
console-confirm-email-deed = Confirm
console-confirm-email-done = The address is confirmed. You can sign in with it now.
console-reset = New password
console-reset-done = The password is changed and every session has ended. Sign in with the new one.
console-to-sign-in = To sign-in
console-register = Create an organization
console-register-deed = Create
console-have-account = I have an account already
console-organization-name = Name of the organization
console-organization-name-hint = Your staff and residents will see it. You can change it later.
console-your-name = Your name
console-code = Confirm that it is you
console-code-label = Code
console-code-hint = Six digits from your authenticator app, or one of your recovery codes.

# $count (Number) — сколько знаков не меньше
console-password-hint = At least { $count } characters. A long phrase is better than a difficult word.

console-search = Search
console-any = any
console-since = From
console-until = To
console-reset-filter = Clear the filter
console-webhooks = Webhooks
console-webhooks-hint = Your programs hear at once what happens: we send it, signed, to the address that you name.
console-webhooks-none = No webhooks yet
console-webhooks-none-hint = Add the address of a program of yours: accounting, a site, a sheet.
console-webhook-new = Add a webhook
console-webhook-create = Add
console-webhook-name = Name
console-webhook-name-hint = For example, “1C”
console-webhook-url = Address
console-webhook-url-hint = Only https, and only on the public internet
console-webhook-events = What to tell
console-webhook-event-request-created = New request
console-webhook-event-request-status-changed = Status of a request
console-webhook-event-request-commented = Message about a request
console-webhook-event-request-rated = Work rated
console-webhook-event-ping = Connection check
console-webhook-on = on
console-webhook-off = off
console-webhook-failing = not answering
console-webhook-given-up = switched off: a day without an answer
console-webhook-switch-on = Switch on
console-webhook-switch-off = Switch off
console-webhook-secret = Secret
console-webhook-secret-shown = Keep the secret
console-webhook-secret-hint = It signs every message. We will not show it again.
console-webhook-kept = I have kept it
console-webhook-rotate = Change the secret
console-webhook-rotate-deed = Change
console-webhook-rotate-hint = For a day messages are signed with both the old and the new secret. Replace it in your program meanwhile.
console-webhook-delete = Delete the webhook
console-webhook-deleted = The webhook is deleted
console-webhook-log = What was sent
console-webhook-log-none = Nothing was sent yet
console-webhook-log-none-hint = Check the connection: the address gets a trial message.
console-webhook-look-again = Refresh
console-webhook-ping = Check the connection
console-webhook-replay = Repeat
console-webhook-sent = On its way
console-webhook-soon = within a minute
console-webhook-delivery-waiting = waiting
console-webhook-delivery-done = taken
console-webhook-delivery-failed = not taken
console-webhook-error-address-not-public = The address is inside a network; we do not call it
console-webhook-error-not-https = The address is not https
console-webhook-error-url-invalid = The address is misspelled
console-webhook-error-timed-out = No answer within 10 seconds
console-webhook-error-not-reached = Could not connect
console-webhook-error-broken-off = The connection broke
console-webhook-error-switched-off = The webhook was switched off

# $name (String)
console-webhook-delete-hint = The webhook “{ $name }” and its log will be gone. Nothing more will come to this address.

# $count (Number)
console-webhook-attempts = { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }

# $when (String)
console-webhook-next = Next attempt: { $when }

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
console-event-member-removed = Member removed
console-event-member-left = Member left
console-event-member-limited = Limits of work changed
console-event-custom-role-taken = Own role taken away
console-event-ownership-offered = Ownership offered
console-event-ownership-withdrawn = Handover withdrawn
console-event-ownership-transferred = New owner
console-event-invite-created = Invite created
console-event-invite-revoked = Invite withdrawn
console-event-invite-accepted = Invite accepted
console-event-role-created = Role created
console-event-role-edited = Role edited
console-event-role-deleted = Role deleted
console-event-elements-hidden = Screens changed
console-event-team-created = Team created
console-event-team-edited = Team edited
console-event-team-deleted = Team deleted
console-event-calendar-created = Calendar made
console-event-calendar-edited = Calendar changed
console-event-calendar-chosen = The organization’s calendar chosen
console-event-calendar-deleted = Calendar deleted
console-event-shift-planned = Shift planned
console-event-shift-edited = Shift changed
console-event-shift-cancelled = Shift cancelled
console-event-shift-begun = Shift taken over
console-event-shift-ended = Shift handed over
console-event-absence-noted = Absence noted
console-event-absence-ended = Absence ended
console-event-skill-added = Skill added
console-event-skill-renamed = Skill renamed
console-event-skill-deleted = Skill deleted
console-event-member-skills-set = A member’s skills changed
console-event-assignment-changed = How requests are given out changed
console-event-timeouts-changed = How long is waited changed
console-event-request-timed-out = Waited too long
console-event-service-account-created = Program created
console-event-service-account-edited = Program edited
console-event-service-account-secret-rotated = Program’s secret changed
console-event-service-account-revoked = Program revoked
console-event-service-account-approved = Program allowed to act
console-event-service-approval-used = Program began to act for a member
console-event-service-approval-ended = Program’s approval ended
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
console-event-resident-listed = Resident put in the register
console-event-resident-unlisted = Resident taken out of the register
console-event-resident-role-chosen = Resident said their role
console-event-resident-edited = Resident edited
console-event-resident-verified = Resident verified
console-event-resident-declined = Resident declined
console-event-resident-moved-out = Resident moved out
console-event-consent-given = Consent given
console-event-property-added = Property added
console-event-property-edited = Property edited
console-event-property-archived = Property archived
console-event-property-link-renewed = Property link renewed
console-event-register-imported = Register loaded from a file
console-event-register-import-undone = Import of the register undone
console-event-phone-confirmed = Phone confirmed
console-event-language-chosen = Language chosen
console-event-person-unreachable = Bot blocked
console-event-person-returned = Back in touch
console-event-request-filed = Request filed
console-event-request-taken = Request taken
console-event-phone-shown = Phone of the resident shown
console-event-request-completed = Request completed
console-event-request-accepted = Work accepted
console-event-request-returned = Request returned
console-event-request-cancelled = Request cancelled
console-event-request-rated = Work rated
console-event-comment-added = Message about a request
console-event-comment-edited = Message changed
console-event-comment-deleted = Message deleted
console-event-password-changed = Password changed
console-event-password-link-asked = Link for a password asked for
console-event-email-confirmed = Address confirmed
console-event-second-factor-changed = Sign-in with a code switched
console-event-webhook-added = Webhook added
console-event-webhook-edited = Webhook edited
console-event-webhook-secret-rotated = Webhook’s secret rotated
console-event-webhook-switched-off = Webhook switched off: a day without success
console-event-webhook-deleted = Webhook deleted
console-event-alert-limits-changed = Limits of alerts changed
console-event-preferences-changed = Notification settings changed
console-event-quiet-hours-changed = Quiet hours changed
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

console-security = Password and sign-in
console-password-change-hint = Your other sessions end when the password changes.
console-password-current = Current password
console-password-current-hint = Leave it empty when there is none yet.
console-password-new = New password
console-password-changed = The password is changed
console-email-none = None yet
console-email-confirmed = confirmed
console-email-unconfirmed = not confirmed
console-email-again = Send the letter again
console-email-new = New address
console-email-new-hint = We will send a letter with a link. The address changes when you open it.
console-email-sent = The letter is sent. Open the link in it
console-email-off = This server sends no mail, so the address cannot be changed. Sign in through the bot.
console-email-deed = Send the letter
console-second-factor = Sign-in with a code
console-second-factor-hint = Beside the password a code from an authenticator app is needed. Somebody who learns the password stays outside.
console-second-factor-set-up = Set up
console-second-factor-scan = Scan the code with an authenticator app, or type the key.
console-second-factor-qr = QR code for an authenticator app
console-second-factor-secret = Key
console-second-factor-code-hint = The six digits that the app shows. Your other sessions end.
console-second-factor-confirm = Turn on
console-second-factor-is-on = Sign-in with a code is on.
console-recovery-codes = Recovery codes
console-recovery-codes-hint = Keep the recovery codes: each stands in for a code once, when the phone is lost. They are not shown again.
console-second-factor-take-away = Turn off
console-second-factor-take-away-hint = Sign-in with a code is on. To turn it off, confirm that it is you.
console-second-factor-taken-away = Sign-in with a code is off

console-bot-sign-in = Sign in through the bot
console-bot-sign-in-hint = Open the bot: it asks whether this is you. Choose this number there.
console-bot-number = The number for the bot
console-bot-open = Open Telegram
console-bot-qr = QR code of the link to the bot
console-bot-qr-hint = Telegram on your phone? Point its camera at the code.
console-bot-waiting = Waiting for the answer in Telegram. It is good for five minutes.

console-my-rights = My rights
console-my-rights-hint = What you may do in this organization, and on which things.
console-why = Why?

# $permission (String) — the right
console-why-of = Why: { $permission }

# $name (String) — whose eyes
console-eyes = You are seeing with the eyes of { $name }. Nothing can be changed, and the look is in the log.
console-eyes-own = Back to my own

console-reports = Reports
console-report-security = Safety, day by day
console-report-activity = Who is at work
console-report-day = Day
console-report-last = Last seen
console-report-nobody = nobody known
console-report-none = Nothing happened in this time
console-report-none-hint = Choose other days.

# $count (Number) — how many times
console-report-sign-ins = sign-ins: { $count }

# $count (Number) — how many times
console-report-new-devices = new devices: { $count }

# $count (Number) — how many times
console-report-failures = failed sign-ins: { $count }

# $count (Number) — how many times
console-report-sessions-ended = sessions ended: { $count }

# $count (Number) — how many times
console-report-role-changes = roles changed: { $count }

# $count (Number) — how many times
console-report-exports = exports: { $count }

# $count (Number) — how many times
console-report-events = deeds: { $count }

# $count (Number) — how many times
console-report-days = days: { $count }

console-telegram-sign-in = Sign in with Telegram
console-telegram-no = Telegram did not let you in. Try again, or sign in another way.

console-programs = Programs
console-programs-hint = Programs use the API for the organization, or on behalf of a member who let them.
console-programs-none = No programs yet
console-programs-none-hint = Make one to connect your accounting, your site or a system of your own.
console-program-new = New program
console-program-create = Create
console-program-name = Name
console-program-name-hint = For example, “1C” or “Site”
console-program-from = Allowed addresses
console-program-from-hint = One to a line: 203.0.113.7 or 203.0.113.0/24. Empty: from anywhere.
console-program-back = Return addresses
console-program-back-hint = One to a line, https. Needed only when the program acts on behalf of members.
console-program-scopes = What it may do
console-program-scopes-hint = No more than you may. Changes count at once.
console-program-secret-hint = Keep the secret now: it is not shown again.
console-program-revoked = Revoked
console-program-is-revoked = The program is revoked
console-program-unused = Has not come yet
console-program-rotate = New secret
console-program-rotate-hint = The old secret is good for another day, so that you have time to put the new one in.
console-program-revoke = Revoke
console-authorize-may = On your behalf it will be able to:
console-authorize-nothing = It asks for nothing that you may do yourself.
console-authorize-yes = Allow
console-authorize-no = Refuse
console-authorize-wrong = The program sent you here with a mistake. Tell whoever sets it up.

# $when (String) — when, in words
console-program-used = Last came: { $when }

# $until (String) — until when
console-program-old-secret = The old secret is good until { $until }.

# $name (String) — name of the program
console-program-revoke-hint = “{ $name }” loses its access at once and for good, also on behalf of members.

# $name (String) — name of the program
console-authorize = “{ $name }” asks for access

# $where (String) — address of the program
console-authorize-hint = After your answer you go back to { $where }. You see its access among your sessions, and may end it at any time.

console-alerts = Alerts
console-alerts-hint = What looked suspicious. One owner’s answer is seen by all.
console-alerts-none = No alerts so far
console-alerts-none-hint = A sign-in from a new device, many failed ones, a large export and the like will be here.
console-alert-fine = It’s me, all is well
console-alert-limits = When to tell
console-alert-limit-failures = Failed sign-ins
console-alert-limit-failures-minutes = within so many minutes
console-alert-limit-rows-exported = Rows exported
console-alert-limit-rows-minutes = within so many minutes
console-alert-limit-new-device = Sign-in from a new device
console-alert-limit-odd-hours = Sign-in outside working hours
console-yes = yes
console-no = no

# $name (String) — who
console-alert-other = Alert: { $name }

# $name (String) — whose sessions
console-alert-end-hint = { $name }: every session ends at once, in every organization. They can sign in again.

console-field-active = active
console-field-allowed-from = allowed from
console-field-assignee = assignee
console-field-colour = colour
console-field-currency = currency
console-field-custom-role = role of the org
console-field-events = events
console-field-failures = failed sign-ins
console-field-failures-minutes = within minutes (sign-ins)
console-field-filter = limits
console-field-grants = rights
console-field-greeting = greeting
console-field-hidden = hidden
console-field-industry = industry
console-field-language = language
console-field-members = members
console-field-members-see = members see
console-field-name = name
console-field-new-device = new device
console-field-odd-hours = outside working hours
console-field-rating = rating
console-field-redirect-uris = redirect addresses
console-field-returns = returns
console-field-role = role
console-field-rows-exported = rows exported
console-field-rows-minutes = within minutes (rows)
console-field-scopes = scopes
console-field-second-factor = sign-in with a code
console-field-short-name = short name
console-field-status = status
console-field-time-zone = time zone
console-field-url = address
console-field-working-hours = working hours

console-value-new = filed
console-value-in-progress = in progress
console-value-done = done
console-value-returned = returned
console-value-closed = closed
console-value-cancelled = cancelled
console-value-ru = Russian
console-value-uz = Uzbek
console-value-en = English
console-value-all = everything
console-value-team = their team’s
console-value-assigned = what is assigned
console-value-own = their own

console-members = Staff
console-members-search = Name or @name
console-members-none = Nobody found
console-members-none-hint = Change the search, or invite a colleague.
console-member-any-role = Any
console-member-role = Role
console-member-role-hint = A new role counts at once, from their next tap.
console-member-me = This is you. Nobody changes their own role: a colleague does.

# $when (String) — a day
console-member-since = Since { $when }

console-member-eyes = See with their eyes
console-member-eyes-deed = See

# $name (String) — who it is
console-member-eyes-hint = You will see Kontora as { $name } sees it. Nothing can be changed, and that you looked is logged.

console-member-sessions = End sessions
console-member-sessions-deed = End

# $name (String) — who it is
console-member-sessions-hint = { $name }: every device is signed out at once, in every organization. They can sign in again. For a lost phone.

console-member-offer = Hand over the organization
console-member-offer-deed = Offer

# $name (String) — who it is
console-member-offer-hint = { $name } becomes the owner once they accept, within a day. You stay as an admin.

console-member-remove = Remove from the team
console-member-remove-deed = Remove

# $name (String) — who it is
console-member-remove-hint = { $name } can no longer work here, from their next tap. What they did stays. An invite brings them back.

# $name (String) — who it is
console-member-removed = { $name } is no longer in the team

console-offer-made = The offer is made
console-offer-accepted = The organization is yours now
console-offer-withdrawn = The handover is off
console-offer-accept = Accept
console-offer-decline = Decline
console-offer-withdraw = Withdraw the offer

# $name (String) — who hands over
console-offer-to-me = { $name } offers you the organization

# $until (String) — until when
console-offer-to-me-hint = You become the owner, they an admin. Answer by { $until }.

# $name (String) — to whom
console-offer-by-me = The organization is offered to { $name }

# $until (String) — until when
console-offer-by-me-hint = They may answer until { $until }. For now you are the owner.

console-invite = Invite
console-invites = Invites
console-invites-open = Not accepted yet
console-invites-none = No open invites
console-invites-none-hint = Those that were sent and not accepted yet will be here.
console-invite-hint = The link works once: whoever opens it first joins the staff in this role.
console-invite-lasts = Good for
console-invite-name = For whom (optional)
console-invite-create = Create an invite
console-invite-ready = The invite is ready

# $until (String) — until when
console-invite-ready-hint = Send the link or show the code. It works once, until { $until }. We will not show it again.

console-invite-link = Link for Telegram
console-invite-here = Link for a browser
console-invite-qr = QR code of the invite
console-invite-another = Another invite
console-invite-revoke = Withdraw
console-invite-revoke-title = Withdraw the invite?
console-invite-revoke-hint = Nobody will get in by this link any more.
console-invite-revoked = The invite is withdrawn

# $when (String) — until when
console-valid-until = Until { $when }

# $count (Number) — how many days
console-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

console-join = You are invited
console-join-none = There is no invite here
console-join-none-hint = Open the link that you were sent once more.

# $name (String) — who invites
# $role (String) — the role
console-join-by = { $name } invites you to the team. Role: { $role }.

# $role (String) — the role
console-join-as = You are invited to the team. Role: { $role }.

console-join-accept = Join
console-join-decline = Not now

console-organization = Organization
console-organizations = Your organizations
console-organizations-none = You work nowhere yet
console-organizations-none-hint = Ask a colleague for an invite, or create your own organization.
console-organization-new = + New organization
console-organization-open = Open
console-organization-is-deleted = deleted
console-organization-restore = Restore
console-organization-restored = The organization is back

# $name (String) — what the organization is called
console-organization-deleted-name = { $name } (deleted)

# $until (String) — until when
console-organization-restorable = Its owner can restore it until { $until }. Then it is gone for good.

console-organization-language = Language of the staff group
console-industry = What it does
console-industry-property = Houses and flats
console-industry-services = Services on call
console-industry-sales = Sales
console-industry-call-center = Call center
console-industry-partners = Network of partners
console-industry-other = Something else
console-time-zone = Time zone
console-currency = Currency
console-working-hours = Working hours
console-working-hours-hint = In the time of the organization. Nothing ticked means that the hours are not told.
console-hours-from = from
console-hours-to = to
console-day-off = day off
console-day-mon = Monday
console-day-tue = Tuesday
console-day-wed = Wednesday
console-day-thu = Thursday
console-day-fri = Friday
console-day-sat = Saturday
console-day-sun = Sunday
console-branding = How it looks
console-short-name = Short name
console-short-name-hint = Where the full one does not fit
console-colour = Colour
console-greeting = Greeting
console-greeting-hint = What a new resident reads first
console-organization-end = Leave or delete
console-organization-leave = Leave the organization
console-organization-leave-deed = Leave

# $name (String) — what the organization is called
console-organization-leave-hint = You will no longer work for “{ $name }”. Only an invite brings you back.

# $name (String) — what the organization is called
console-organization-left = You have left “{ $name }”

console-organization-delete = Delete the organization
console-organization-delete-hint = Nobody gets in any more, and the bot takes no requests. For seven days its owner can restore it, then the data is gone for good.

# $name (String) — what the organization is called
console-organization-type-name = Type the name: { $name }

console-teams = Teams
console-teams-hint = Those in one team see each other’s work, where their role allows it.
console-teams-none = No teams yet
console-teams-none-hint = Make the first, for example “Plumbers”.
console-team-new = A new team
console-team-name = Name
console-team-name-hint = For example “Plumbers”
console-team-members = Who is in the team
console-team-delete = Delete the team
console-team-deleted = The team is deleted

# $name (String) — what the team is called
console-team-delete-hint = The team “{ $name }” goes. Its members stay.

## Дома, квартиры, жители

console-add = Add
console-close = Close
console-archive = Archive
console-buildings = Buildings
console-building-add = Add a building
console-buildings-search = Address, name or complex
console-buildings-none = No buildings
console-buildings-none-hint = Change the search, or add a building.
# $count (Number) — сколько помещений
# $inhabited (Number) — в скольких живут
console-building-units = { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }, { $inhabited } inhabited
console-building-address = Address
console-building-address-hint = For example, “5 Navoi street”
console-building-about = About the building
console-building-name = What people call it
console-building-floors = Floors
# $address (String) — дом
console-building-archive-hint = “{ $address }” leaves the lists. Requests and history stay.
console-complex = Complex
console-complex-any = Any
console-complex-no = None
console-complex-add = Add a complex
console-complex-name = Name of the complex
console-property-note = Note
console-property-note-hint = For those who come here: where the key is, where the water is shut.
console-entrances = Entrances
console-entrances-none = No entrances yet.
# $number (Number) — подъезд
console-entrance-number = entrance { $number }
# $code (String) — код двери
console-entrance-code = code { $code }
# $count (Number) — сколько помещений
console-entrance-units = { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
console-entrance-new = New entrance: number
console-entrance-door-code = Door code
console-sticker = Sticker
console-sticker-hint = A QR code for the entrance door: a resident opens it and writes a request at once.
console-link-no-bot = There will be a link once the organization has a bot.
console-units = Flats
console-units-search = Number, account, name or phone
console-units-none = Nothing found
console-units-none-hint = Try the number of a flat, an account, a name or a phone.
console-unit-kind = Kind
console-unit-kind-any = Any
console-unit-kind-of-new = What it is
console-unit-kind-flat = Flat
console-unit-kind-commercial = Commercial
console-unit-kind-parking = Parking
console-unit-kind-storage = Storage
# $address (String) — дом
# $number (String) — квартира
console-unit-at = { $address }, flat { $number }
# $kind (String) — вид
# $number (String) — номер
console-unit-title = { $kind } { $number }
# $floor (Number) — этаж
console-unit-floor-number = floor { $floor }
# $count (Number) — сколько ждут
console-unit-waiting = { $count } to be checked
# $count (Number) — сколько живут
console-unit-residents = { $count ->
        [0] nobody
        [one] { $count } resident
       *[other] { $count } residents
    }
console-unit-new = New flat: number
console-unit-number = Number
console-unit-floor = Floor
console-unit-entrance = Entrance
console-unit-area = Area, m²
console-unit-area-wrong = Write a number, for example 54.3
console-unit-account = Personal account
console-unit-about = About the unit
# $number (String) — номер
console-unit-archive-hint = { $number } leaves the lists. Requests and history stay.
console-unit-link = Resident’s link
console-unit-link-show = Show
console-unit-link-hint = A QR code for the bill or the door: a resident opens the bot by it, and the bot knows the flat.
console-unit-link-renew = Replace the link
console-unit-link-renew-hint = The link of before and its QR code stop working. Residents stay.
console-unit-link-renewed = Link replaced
console-unit-nobody = Nobody here yet
console-unit-nobody-hint = Add a phone: whoever confirms it in the bot appears here.
console-residents = Residents
console-residents-search = Name, phone, address or flat
console-residents-none = Nobody found
console-residents-none-hint = Change the search. Residents are added on the page of a flat.
console-resident-new = Add a resident
console-resident-add = Add
console-resident-phone = Phone
console-resident-phone-hint = Whoever confirms this number in the bot is verified at once.
console-resident-name = Name
console-resident-role = Role
console-resident-role-any = Any
console-resident-role-owner = owner
console-resident-role-family = family
console-resident-role-tenant = tenant
console-resident-role-unknown = role not said
console-resident-state = State
console-resident-state-any = Live there now
console-resident-state-expected = not in the bot yet
console-resident-state-pending = to be checked
console-resident-state-verified = verified
console-resident-state-declined = declined
console-resident-state-moved-out = moved out
console-resident-verify = Confirm
console-resident-decline = Decline
console-resident-verified = Resident confirmed
console-resident-declined = Declined
console-resident-move-out = Move out
# $name (String) — как зовут
console-resident-move-out-hint = { $name } will no longer be a resident of this flat. The history stays.
console-resident-moved-out = Noted: lives here no more

## Working time

console-calendars = Working time
console-calendars-hint = The deadlines of requests are counted in these hours, in the time of the organization.
console-calendars-none = No calendars yet
console-calendars-none-hint = For now deadlines follow the working hours of the organization, or run day and night when there are none. Take a ready calendar below.
console-calendar-chosen = main
console-calendar-always = Day and night
# $count (Number)
console-calendar-dates = { $count ->
    [one] { $count } special day
   *[other] { $count } special days
}
console-calendar-presets = Ready calendars
console-calendar-preset-emergency-416 = Emergency service (416)
console-calendar-preset-around-the-clock = Day and night
console-calendar-preset-five-days = Five days
console-calendar-take = Take
# $minutes (Number)
console-norm-answer-call = A call is answered within { $minutes } min
# $minutes (Number)
console-norm-localise-damage = Damage is contained within { $minutes } min
# $hours (Number)
console-norm-clear-sewer = A blocked sewer: { $hours } h
# $hours (Number)
console-norm-clear-chute = A blocked rubbish chute: { $hours } h, from 8 to 23
# $hours (Number)
console-norm-repair-damage = Damage is repaired within { $hours } h
console-calendar-name = Name
console-calendar-week = Hours of the week
console-calendar-week-hint = Several stretches, several lines. One whose end is not after its beginning ends on the next day.
console-calendar-add-hours = + Hours
console-calendar-remove-hours = ✕
console-calendar-exceptions = Special days
console-calendar-exceptions-hint = Holidays, short days and working Saturdays. Without hours it is a day off.
console-calendar-date = Date
console-calendar-note = What day it is
console-calendar-add-date = Add the day
console-calendar-remove-date = Remove the day
console-calendar-choose = Make it the main one
console-calendar-delete = Delete the calendar
# $name (String)
console-calendar-delete-hint = The calendar “{ $name }” will be gone.

## Shifts, absences, skills

console-shifts = Shifts
console-on-duty = On duty now
console-on-duty-none = Nobody. What is urgent goes to the dispatchers, then to the managers and owners.
console-duty-dispatcher = dispatcher
console-duty-worker = worker
console-duty-manager = in charge
# $when (String)
console-shift-until = until { $when }
# $when (String)
console-shift-not-begun = has not taken over, planned until { $when }
# $name (String)
console-shift-left = { $name } left this:
console-shift-begin = Take the shift over
console-shift-end = Hand the shift over
console-shift-note = What the next one has to know
console-shift-note-hint = A shift is not handed over without a note
console-roster = Roster
console-week-before = ← Week
console-week-next = Week →
console-roster-none = No shifts this week
console-roster-none-hint = Plan one: the bot tells the colleague.
console-shift-cancel = Cancel
console-shift-plan = Plan a shift
console-shift-who = For whom
console-shift-duty = As what
console-absences = Absences
console-absences-hint = While somebody is away, their requests and alerts go to their deputy.
# $name (String)
console-absence-deputy = { $name } stands in
console-absence-no-deputy = Nobody stands in
console-absence-end = Is back
console-absence-who = Who is away
console-absence-me = Me
console-absence-stand-in = Who stands in
console-absence-nobody = Nobody
console-absence-note = Note the absence
console-skills = Skills
console-skills-hint = What the members can do. A category names a skill, and the request goes to whoever has it.
console-skills-none = No skills yet
console-skills-list = The list of skills
console-skill-new = New skill
console-skill-new-hint = For example “Plumbing”, “Electricity”, “Lifts”
console-skill-delete-hint = It is taken from everybody who has it.
console-assignment = Who gets a request
console-assignment-hint = Whoever is away gets nothing; first come those who can do it and are on duty.
console-assignment-by-hand = By hand
console-assignment-in-order = In order
console-assignment-evenly = Evenly
console-assignment-by-load-and-skill = By load and skill
console-assignment-by-building = By building
console-field-calendar = calendar
console-field-duty = duty
console-field-skills = skills
console-field-starts-at = beginning
console-field-ends-at = end
console-field-strategy = strategy
console-timeouts = How long is waited
console-timeouts-hint = In minutes. A day is 1440.
console-timeout-unassigned = Nobody took it: tell whoever is on duty
console-timeout-unassigned-emergency = Nobody took an emergency
console-timeout-not-accepted = Whoever it was given to did not answer
console-timeout-answer-reminder = A question to the resident: reminder
console-timeout-answer-overdue = A question to the resident: tell the desk
console-timeout-answer-close = A question to the resident: close without an answer
console-timeout-done-reminder = Done: remind the resident
console-timeout-done-accept = Done: accept without an answer

console-requests = Requests
console-request-one = Request
console-request-file = File a request
console-request-file-deed = Send
console-requests-none = No requests yet
console-requests-none-hint = Residents file them in the bot; you can file for a resident here.
console-requests-not-found = Nothing found
console-requests-not-found-hint = Change the words or the filter.
console-request-about = About
console-request-where = Where
console-request-status = Status
console-request-assignee = Assignee
console-request-due = Due
console-request-priority = Urgency
console-request-building = Building

# $number (String) — its number
console-request-unit = unit { $number }

console-request-clock-stands = waiting
console-request-overdue = overdue
console-requests-search = Words or number
console-requests-filter = Filter
console-requests-open = All open
console-requests-any-status = Any
console-requests-any-priority = Any
console-requests-any-category = Any
console-requests-any-building = Any
console-requests-any-assignee = Anybody
console-requests-nobodys = Nobody yet
console-requests-mine = Me
console-requests-overdue = Overdue only
console-request-status-new = new
console-request-status-assigned = assigned
console-request-status-accepted = taken
console-request-status-on-the-way = on the way
console-request-status-in-progress = in progress
console-request-status-paused = paused
console-request-status-done = done
console-request-status-returned = returned
console-request-status-closed = closed
console-request-status-cancelled = cancelled
console-request-status-declined = declined
console-request-priority-emergency = emergency
console-request-priority-high = urgent
console-request-priority-normal = normal
console-request-priority-low = not urgent
console-request-pause-part = waiting for a part
console-request-pause-access = no access
console-request-pause-contractor = a contractor is needed
console-request-pause-resident = waiting for the resident
console-request-pause-other = another reason
console-request-tag-fast = Fast
console-request-tag-clean = Clean
console-request-tag-polite = Polite
console-request-tag-expensive = Expensive
console-request-place-unit = Home
console-request-place-entrance = Entrance
console-request-place-yard = Yard
console-request-closing-accepted = accepted by the resident
console-request-closing-unanswered = the resident did not answer
console-request-closing-by-staff = closed by the staff
console-request-closing-merged = merged into another
console-request-do-take = Take
console-request-did-take = It is yours
console-request-do-assign = Assign
console-request-did-assign = Assigned
console-request-do-release = I cannot
console-request-did-release = Back in the queue
console-request-do-help = I will help
console-request-did-help = You help
console-request-do-depart = On my way
console-request-did-depart = The resident knows that you are coming
console-request-do-arrive = I am there
console-request-did-arrive = Noted: you are there
console-request-do-pause = Pause
console-request-did-pause = Paused
console-request-do-resume = Resume
console-request-did-resume = The work goes on
console-request-do-complete = Done
console-request-did-complete = Done; the resident is asked
console-request-do-accept = Accept the work
console-request-did-accept = Accepted, thank you
console-request-do-return = Not solved
console-request-did-return = Returned to work
console-request-do-reopen = Open again
console-request-did-reopen = Open again
console-request-do-rate = Rate
console-request-did-rate = Thank you for rating
console-request-do-cancel = Withdraw
console-request-did-cancel = Withdrawn
console-request-do-decline = Decline
console-request-did-decline = Declined
console-request-do-close = Close
console-request-did-close = Closed
console-request-do-merge = Duplicate
console-request-did-merge = Merged
console-request-do-edit = Topic and urgency
console-request-did-edit = Saved

# $count (Number) — how often
console-request-returns = { $count ->
        [one] returned once
       *[other] returned { $count } times
    }

# $done (Number) — how many are done
# $all (Number) — how many there are
console-request-step = Step { $done } of { $all }

console-request-slot = Convenient time
console-request-reporter = Resident
console-request-unverified = not verified
console-request-nobody = nobody yet

# $count (Number) — how many
console-request-helpers = { $count ->
        [one] { $count } person helps
       *[other] { $count } people help
    }

console-request-filed = Filed
console-request-files = Attachments

# $count (Number) — how many
console-request-files-in-bot = { $count ->
        [one] { $count } file, to be seen in Telegram
       *[other] { $count } files, to be seen in Telegram
    }

console-request-followers = Neighbours who follow
console-request-result = What was done
console-request-rating = Rating
console-request-parent = Open the request that it was merged into

# $reason (String) — why
# $until (String) — when
console-request-paused = Paused: { $reason }. We return to it on { $until }.

console-request-asked = Waiting for the resident’s answer: the clock stands still.
console-request-more = More
console-request-reason = Reason
console-request-words-release = The dispatcher reads it.
console-request-words-decline = The resident reads it.
console-request-words-cancel = May be left out.
console-request-words-complete = The resident reads it. May be left out.
console-request-until = Return to it on
console-request-assign-whom = Assign to whom?

# $count (Number) — how many they have
console-request-has-open = { $count } open

console-request-no-workers = There are no workers yet. Invite one under “Team”.
console-request-rating-words = In your own words
console-request-edit-hint = The term is counted anew from the time of filing.
console-request-merge-deed = Merge
console-request-merge-hint = Into which one? The resident will follow it.
console-request-merge-none = There are no open requests alike.
console-request-close-hint = It ends without the resident’s word. They see it and may open it again within 14 days.
console-request-work = Work

# $before (Number) — how many before
# $after (Number) — how many after
console-request-photos = Photos: before { $before }, after { $after }

console-request-photos-before = Before
console-request-photos-after = After
console-request-photos-add = Add photos of the work
console-request-photo = Photo
console-request-attach = Attach a photo
console-request-uploading = Uploading…
# $name (String) — имя файла
console-request-detach = Remove { $name }
console-request-file-awaited = The file is coming from Telegram
console-request-file-gone = The file is not available
console-request-file-one = File

console-request-materials-and-price = Materials and price
console-request-checklist = Checklist
console-request-materials = Materials

# $name (String) — what
console-request-material-remove = Remove: { $name }

# $sum (String) — the sum
console-request-materials-total = Total: { $sum }

# $sum (String) — the sum
console-request-price = Price of the work: { $sum }

console-request-price-agreed = The resident agrees
console-request-price-waits = Waiting for the resident to agree
console-request-price-yes = Agree
console-request-price-no = Disagree
console-request-material = Material
console-request-material-cost = Cost
console-request-sum-wrong = Write the sum as a number
console-request-material-add = Add the material
console-request-price-new = Price for the resident
console-request-price-hint = The resident is asked whether they agree.
console-request-price-offer = Offer
console-request-history = History

# $count (Number) — how many more
console-request-history-whole = Show earlier: { $count }

console-request-internal = internal
console-request-question = question
console-request-to = To whom
console-request-to-resident = Resident
console-request-to-question = Question
console-request-to-staff = Staff
console-request-words = Message
console-request-words-to-staff = Message to the staff
console-request-whom = For whom?
console-request-whom-hint = Name, phone, address or unit
console-request-somebody-else = Somebody else
console-request-choose = Choose
console-request-what = What is the matter?
console-request-what-hint = For example: it leaks under the sink, the floor is wet.
console-request-about-choose = Choose a topic

# $kind (String) — the kind
console-request-about-other = { $kind }: other

console-request-priority-usual = As the topic has it
console-send = Send
console-change = Change
console-event-request-joined = A neighbour joined the request
console-event-request-assigned = Request assigned
console-event-request-offered = Request offered to all
console-event-request-released = Request given back
console-event-request-freed = Whoever had it does no such work any more
console-event-request-helped = Somebody helps
console-event-request-departed = On the way
console-event-request-arrived = Arrived
console-event-request-paused = Request paused
console-event-request-resumed = Request resumed
console-event-request-reopened = Request opened again
console-event-request-declined = Request declined
console-event-request-closed = Request closed
console-event-request-merged = Request merged
console-event-request-edited = Request changed
console-event-request-remarked = Words to the rating
console-event-work-step-toggled = Step of the checklist
console-event-work-photos-added = Photos of the work
console-event-material-added = Material
console-event-material-removed = Material removed
console-event-price-offered = Price offered
console-event-price-answered = Answer about the price
console-event-category-created = Category created
console-event-category-edited = Category changed
console-categories = Topics of requests
console-categories-hint = A kind of work, and problems under it. What a problem does not say is as its kind has it.
console-categories-old = Show those taken away too
console-category-add-kind = Add a kind
console-category-add-problem = + Problem

# $kind (String) — the kind
console-category-new-in = { $kind }: a new problem

# $respond (String) — hours:minutes
# $resolve (String) — hours:minutes
console-category-terms = answer { $respond }, work { $resolve }

console-category-photo-before = photo before
console-category-photo-after = photo after

# $count (Number) — how many
console-category-steps = { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }

console-category-archived = taken away

# $name (String) — what
console-category-edit-named = Change: { $name }

# $name (String) — what
console-category-archive-named = Take away: { $name }

console-category-archive-hint = It can no longer be chosen. What was filed stays.
console-category-back = Bring back
console-category-name-ru = Name in Russian
console-category-name-uz = Name in Uzbek
console-category-name-en = Name in English
console-category-icon = Icon
console-category-places = Where it can be
console-category-respond = To be taken within, minutes
console-category-resolve = To be done within, minutes
console-category-minutes-as-kind = Of working time. Empty: as the kind.
console-category-minutes-usual = Of working time. Empty: two hours and two days.
console-category-evidence = What «Done» takes
console-category-shared = a whole house may have it at once
console-category-skill = Skill of the worker
console-category-skill-hint = Who has it gets the request first.
console-category-checklist-hint = A step a line. «Done» takes all of them.
console-category-keywords = Words to guess it by
console-category-keywords-hint = Beginnings of words with commas: leak, dripping tap.
console-notifications = Notifications
console-notifications-hint = What reaches you in Telegram, and when. Emergencies always do.
console-notifications-what = What to tell
console-quiet-own = My quiet hours

# $zone (String) — the time zone
console-quiet-chosen = Your own choice. Time zone: { $zone }.

# $zone (String) — the time zone
console-quiet-as-org = As the organization has them. Time zone: { $zone }.

console-quiet-org = Quiet hours of the organization
console-quiet-org-hint = For everybody who chose none. What can wait comes in the morning, in one message.
console-quiet-on = Do not disturb
console-quiet-from = From
console-quiet-to = Until
console-recipients = Who gets alerts
console-recipients-rule = Alert
console-risers = Risers
console-riser = Riser
console-riser-add = Add a riser
console-risers-none = No risers yet.
console-riser-kind = What runs in it
console-riser-name = Name of the riser
console-riser-whole-house = the whole house
console-riser-note = Where it is shut

# $name (String) — the riser
console-riser-edit = Change: { $name }

# $count (Number) — how many
console-riser-units = { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }

console-riser-kind-cold-water = cold water
console-riser-kind-hot-water = hot water
console-riser-kind-heating = heating
console-riser-kind-sewage = sewage
console-riser-kind-electricity = electricity
console-entrance-edit = Entrance

# $number (Number) — its number
console-entrance-edit-number = Change entrance { $number }

console-resident-edit = Resident

# $name (String) — who
console-resident-edit-named = Change: { $name }

# $name (String) — who
console-resident-theirs = { $name } changes their name and phone in the bot. Their role can be changed here.
console-event-incident-suspected = It may be a trouble of many homes
console-event-incident-declared = A trouble of many homes declared
console-event-incident-dismissed = It is no trouble of many homes
console-event-incident-accepted = Somebody sees to the trouble
console-event-incident-unanswered = Nobody on duty accepted the incident
console-event-incident-told = Residents told of the trouble

### Incidents

console-incidents = Incidents
console-incidents-open = Open
console-incidents-all = All
console-incidents-none = No incidents
console-incidents-none-hint = When three people of a house say the same within 15 minutes, the incident is here by itself. You can declare one, too.
console-incident-one = Incident
# $number (Number)
console-incident-number = Incident №{ $number }
console-incident-declare = Declare an incident
console-incident-declare-hint = Everybody who lives there gets a card of it at once.
console-incident-declare-deed = Declare
console-incident-declare-whole = Declare for the building
console-incident-building = Building
console-incident-scope = How far it reaches
console-incident-whole-building = whole building
console-incident-known = What is known
console-incident-known-hint = For the staff. Residents are told separately.
console-incident-people = Residents with a card
console-incident-declared-at = Declared
console-incident-over-at = Over
console-incident-accepted-by = Accepted by
console-incident-accept = Accept
console-incident-dismiss = It is none
console-incident-dismiss-hint = The requests stay apart.
console-incident-end = End the incident
console-incident-end-hint = The cards say that it is over, with an apology. The report comes into the staff’s group.
console-incident-request = Open the request
console-incident-act = Report (PDF)
console-incident-told = What residents were told
# $count (Number)
console-incident-linked = Requests with it: { $count }
# $time (String)
console-incident-until = Over at about { $time }
console-incident-sorry = It is over. We are sorry for the trouble.
console-incident-tell = Tell the residents
console-incident-tell-deed = Show on their cards
console-incident-stage = Stage
console-incident-stage-same = as it is
console-incident-stage-searching = 🔎 Looking for the cause
console-incident-stage-crew = 👷 Crew on site
console-incident-stage-repairing = 🔧 Repairing
console-incident-stage-restoring = 💧 Restoring
console-incident-words = In your own words
# $count (Number)
console-incident-words-hint = Read by { $count }
console-incident-expected = When it should be over
console-incident-state-suspected = suspected
console-incident-state-declared = declared
console-incident-state-dismissed = none
console-incident-state-over = over
