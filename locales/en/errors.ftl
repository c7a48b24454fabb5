### Why it did not happen; the key is the error’s code

errors-not-found = It is no longer there.
errors-forbidden = You are not allowed to do this.
errors-already-applied = That is already done.
errors-unavailable = Not possible right now, try again in a minute.
errors-internal = Something broke on our side. Nothing is lost.
errors-not-in-this-status = The request has moved on. See its card.
errors-already-taken = Somebody has already taken it.
errors-already-yours = It is already yours.
errors-already-rated = It is already rated, thank you!
errors-words-missing = Write a word or send a photo.
errors-words-too-long = Too long: split it into several messages.
errors-too-many-attachments = Too many attachments at once.
errors-rating-out-of-range = A rating is from 1 to 5.
errors-not-a-resident = This flat is not registered to you.
errors-unit-unknown = The link does not work: it is old or belongs to another building. Ask the management company for a new one.
errors-phone-invalid = That does not look like a phone number.
errors-name-invalid = A name has 1 to 200 characters.
errors-bot-taken = This bot already serves another organization.
