### Signing in

auth-cross-site = Another site sent this request, so it was not carried out.
auth-init-data-refused = Telegram did not confirm the sign-in. Open the app from the chat with the bot.
auth-init-data-stale = The sign-in is too old. Close the app and open it again.
auth-refresh-raced = The sign-in is just being renewed. Try again in a second.
auth-refresh-reused = Somebody else used this sign-in, so it has ended. Please sign in again.
