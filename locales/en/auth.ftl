### Signing in

auth-cross-site = Another site sent this request, so it was not carried out.
auth-init-data-refused = Telegram did not confirm the sign-in. Open the app from the chat with the bot.
auth-init-data-stale = The sign-in is too old. Close the app and open it again.
auth-refresh-raced = The sign-in is just being renewed. Try again in a second.
auth-refresh-reused = Somebody else used this sign-in, so it has ended. Please sign in again.
auth-told-locked = Somebody typed a wrong password for your account many times. Sign-in by password is closed for a little while. If it was not you, change your password.
auth-told-password-changed = The password of your account was changed and the other sessions ended. If it was not you, set a new password at once.
auth-told-email-changed = The address that you sign in with was changed. If it was not you, tell your organization’s administrator at once.
auth-told-second-factor-on = Sign-in with a code is on.
auth-told-second-factor-off = Sign-in with a code is off. If it was not you, change your password at once.
auth-told-password-link = To set a new password, open the link within 30 minutes. Do not pass it on. If you did not ask for it, there is nothing to do.
auth-locked = Too many attempts. Please try again later.
auth-mfa-over = Time is up. Please enter your password again.
auth-login-title = Signing in to the console
auth-login-question = Is it you? Tap the number that you see on the screen.
auth-login-no = No, it is not me
auth-login-done = Done, you are signed in. Go back to the browser.
auth-login-wrong-number = That is not the number, so the sign-in was refused. If it was you, begin again in the browser.
auth-login-denied = The sign-in was refused. Nobody got into your account.
auth-login-refused = The answer in the bot was no, or the number was wrong.
# $device (String)
# $address (String)
auth-login-from = { $device } · { $address }
auth-telegram-refused = Telegram did not confirm the sign-in. Try again.
auth-telegram-unknown = We do not know you yet. Open your organization’s bot and try again.
