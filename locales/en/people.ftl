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
people-other-unit = All right, let us find yours.
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
people-link-over = This link is no longer valid: it was renewed. Never mind, we will find the flat by its address.
# $address (String) — дом
# $entrance (Number) — подъезд
people-sticker = 📍 { $address }, entrance { $entrance }. Tell us what happened.
people-search = Write the street and building, for example: Navoi 5. If it is not found, open the QR code of your door or bill.
people-search-found = Which building is it?
people-search-nothing = We have no such building. Try something shorter: the street alone, or the number alone.
# $address (String) — дом
people-search-number = { $address }. Write the number of the flat.
people-search-no-number = There is no such flat in this building. Check the number.
people-another-building = Another building
people-phone-finds-nothing = Your number is confirmed, but no flat was found by it.
people-role-ask = As what do you live here?
people-role-owner = Owner
people-role-family = Family
people-role-tenant = Tenant
people-role-unknown = Resident
# $org (String) — организация
people-consent = One last thing: “{ $org }” keeps your name, phone and address to handle your requests and to tell you about your building. We give them to nobody else. You can have them deleted at any time by writing to us.
people-consent-give = ✅ I agree
people-ready = All set!
# $number (String) — квартира
people-check-title = To check: flat { $number }
people-check-no-phone = The number is not confirmed
people-check-phone-shared = ⚠️ Somebody else has confirmed this number before
# $role (String) — кем живёт
# $name (String) — как зовут
people-asks-access = { $role } { $name } asks for access
people-allow = ✅ Allow
people-confirm = ✅ Confirm
people-decline = Decline
# $by (String) — кто ответил
people-check-verified = ✅ Confirmed: { $by }
# $by (String) — кто ответил
people-check-declined = ✖️ Declined: { $by }
people-check-over = No longer needed: the person does not live here.
people-toast-verified = Confirmed
people-toast-declined = Declined
# $home (String) — дом и квартира
people-you-are-verified = ✅ { $home }: you are confirmed.
# $home (String) — дом и квартира
people-you-are-declined = { $home }: it was not confirmed that you live here. If this is a mistake, please talk to the dispatcher.
