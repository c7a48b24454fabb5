### The first meeting: flat, phone, language

people-hello = Hello, { $name }!
people-this-is-bot-of = This is the bot of “{ $org }”.
people-home = { $address }, flat { $number }
people-unit-short = flat { $number }
people-is-it-you = Is this you?
people-yes-i-live-here = ✅ Yes, I live here
people-another-unit = Another flat
people-i-am-not-resident = I don’t live here
people-answer-by-button = Please answer with a button. I will remember what you wrote.
people-other-unit = All right. Open the link or QR code of your own flat, or confirm your number and I will look for the flat by it.
people-not-resident = All right. If something is wrong in the building, write all the same: we will pass it on.
people-already-home = { $home }: you are already here.
people-phone-why = Confirm your phone number with the button below: we recognise you by it.
people-phone-finds-home = Open the link or QR code of your flat. Or confirm your number with the button below and I will look for the flat by it.
people-key-phone = 📱 Confirm my number
people-key-later = Later
people-phone-later = All right, the number can be confirmed later.
people-phone-by-button = First send your number with the button below, or press “Later”. I will remember what you wrote.
people-phone-not-own = That is somebody else’s contact. Please send your own number with the button.
people-verified = ✅ Thank you! The number matches our register: your flat is confirmed.
people-to-be-verified = Thank you! We will check your details; you can already send requests.
people-not-verified = not verified
