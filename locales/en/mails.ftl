### Letters

mails-confirm-subject = Confirm your address
mails-confirm = To sign in to Kontora with this address, open the link within a day:
mails-not-you = If you did not ask for it, there is nothing to do.
mails-known-subject = Your address in Kontora
mails-known = Somebody gave your address for another Kontora account. You have an account with it already, so nothing has changed. If you forgot the password, ask for a new one on the sign-in page.
mails-password-subject = A new password
mails-security-subject = Your sign-in to Kontora
# $org (String) — the organization’s name
mails-alert-subject = Suspicious activity: { $org }
mails-alert-answer = You can answer in the console:
