### The menu, help and drafts

menu-key-new = 🛠 Request
menu-key-my = 📋 My requests
menu-key-more = ☰ More
menu-just-write = If something is wrong, just write or send a photo.
menu-staff-hint = Residents’ requests come to the staff group.
menu-draft-waits = You have a draft request
menu-draft-resume = ▶️ Continue
menu-draft-new = 🆕 New
menu-draft-drop = ✕ Delete
menu-draft-back = ↩️ Bring the draft back
menu-draft-cancelled = The new request is cancelled.
menu-draft-dropped = The draft is deleted.
menu-reply-cancelled = Your message about the request is cancelled.
menu-cancelled = Cancelled.
menu-nothing-to-cancel = There is nothing to cancel.
menu-help-button = ❓ Help
menu-help-title = What I can do
menu-help-body =
    • Write or send a photo, and I will make a request of it.
    • Every request has a card, which changes by itself.
    • Reply to the card, and your words reach the staff.

    /new — new request
    /my — my requests
    /language — language
    /cancel — cancel
    /menu — menu
menu-command-start = Start
menu-command-new = New request
menu-command-my = My requests
menu-command-menu = Menu
menu-command-language = Language
menu-command-cancel = Cancel
menu-command-help = Help
