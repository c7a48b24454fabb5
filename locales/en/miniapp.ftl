### The mini-app in Telegram

miniapp-home = Home
miniapp-title-home = My home
miniapp-title-work = Work
miniapp-title-panel = Panel
miniapp-home-staff = Requests come to the staff group and to the bot: take and finish them there.
miniapp-home-resident = To file a request or ask about one, write to the bot: it answers at once.
miniapp-elsewhere = This page opens in Telegram
miniapp-elsewhere-hint = Open your organization’s bot and press the menu button to the left of the message field.
miniapp-to-console = Go to the console
miniapp-ended = The session has ended
miniapp-ended-hint = Close this page and open it again from the bot.

miniapp-my-requests = My requests
miniapp-file = File
miniapp-file-title = A new request
miniapp-requests-mine = Mine
miniapp-requests-free = Free
miniapp-requests-all = All
miniapp-no-home = No home yet
miniapp-no-home-hint = Write to the bot: it asks where you live.
miniapp-home-which = Home
