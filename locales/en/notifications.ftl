### Notifications: what somebody wants to know, and when

notifications-button = 🔔 Notifications
notifications-command = Notifications and language
notifications-title = 🔔 Notifications
notifications-hint = Tap a line to hear everything, only what matters, or nothing. Cards of requests change without a sound anyway.
# $from (String) — the beginning, as 22:00
# $to (String) — the end, as 08:00
notifications-quiet-on = 🌙 Quiet hours: { $from } to { $to }. What can wait comes in the morning in one message, what is urgent at once.
notifications-quiet-off = 🔔 No quiet hours: everything comes at once.
# $zone (String) — the time zone
notifications-time-zone = Time zone: { $zone }
notifications-quiet-start = 🌙 Quiet hours on
notifications-quiet-stop = 🔔 Quiet hours off
notifications-saved = Saved
notifications-level-all = everything
notifications-level-important = only what matters
notifications-level-none = nothing
notifications-subject-requests = 🛠 My requests
notifications-subject-comments = 💬 Messages
notifications-subject-team = 👥 Team
notifications-subject-digest = ☀️ Morning digest
notifications-subject-new-device = 📱 Sign-in on a new device
notifications-subject-many-failures = 🔒 Failed sign-ins
notifications-subject-mass-export = 📤 Large export
notifications-subject-role-raised = ⬆️ More rights
notifications-subject-bot-token-changed = 🤖 Bot token
notifications-subject-odd-hours = 🌃 Sign-in outside working hours
notifications-subject-staff-chat-lost = 👥 Bot removed from the group
notifications-subject-unassigned = ⏰ Nobody’s request
notifications-subject-not-accepted = 📨 Not accepted
notifications-subject-due-soon = ⏰ Nearly late
notifications-subject-overdue = 🔴 Late
notifications-subject-low-rating = 👎 Low rating
notifications-subject-returned = ↩️ Returned
# $count (Number) — how many events
notifications-bundle-title = { $count ->
    [one] ☀️ Overnight: { $count } event
   *[other] ☀️ Overnight: { $count } events
}
# $count (Number) — how many are not shown
notifications-bundle-more = …and { $count } more
# $number (Number) — the request's number
notifications-bundle-show = Show №{ $number }
notifications-topic-queue = 📥 Queue
notifications-topic-emergencies = 🚨 Emergencies
notifications-topic-manager = 👔 For the manager
notifications-topic-lounge = 💬 Lounge
notifications-board-title = 📥 The queue
notifications-board-empty = All done: no open requests.
# $count (Number) — how many requests
notifications-board-overdue = ⏰ Overdue: { $count }
# $count (Number) — how many requests
notifications-board-unassigned = 🆕 Nobody has taken: { $count }
# $count (Number) — how many requests
notifications-board-assigned = 👷 Assigned: { $count }
# $count (Number) — how many requests
notifications-board-working = 🔧 In progress: { $count }
# $count (Number) — how many requests
notifications-board-waiting = ⏸ Waiting: { $count }
