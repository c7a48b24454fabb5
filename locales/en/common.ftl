common-language-name = English
common-choose-language = Choose a language
common-back = ← Back
common-cancel = ✕ Cancel
common-yes = Yes
common-no = No

common-page = { $page } of { $pages }

common-old-button = This button no longer works. Here is where things stand.
common-unknown-command = There is no such command. What I can do: /help
common-not-understood = I cannot read this kind of message. Write in words, or send a photo, a voice message or a location.
common-language-set = I speak English now
common-already-done = That is already done
common-incident = Something broke on our side. Nothing is lost, please try again. If it happens again, tell us the code { $code }.
