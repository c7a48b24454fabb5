### The worker’s side in the private chat: the card, photos, materials, the sum of a shift

# $number (Number) — подъезд
work-card-door = 🚪 entrance { $number }
# $floor (Number) — этаж
work-card-floor = floor { $floor }
# $code (String) — код двери
work-card-code = code { $code }
# $times (Number) — которая по счёту
work-card-times = 🔁 number { $times } of the kind within a year
# $before (Number) — до работы
# $after (Number) — после
work-card-photos = 📷 before: { $before } · after: { $after }
# $count (Number) — сколько ещё
work-card-more = … and { $count } more
work-card-price-waits = ⏳ the resident has not answered the price yet
# $name (String) — кто взял
work-card-helping = 🤝 You help { $name }
work-card-assigned = 📨 The request was given to you. Will you take it?
work-card-returned = ↩️ The resident returned the work: it is not solved.
work-card-done = ✅ Done. The resident is asked.
work-card-gone = The request is back in the queue, no longer yours.
# $name (String) — кто теперь
work-card-gone-to = The request is no longer yours. { $name } has it now.
work-phone = 📞 Phone
# $name (String) — житель
# $number (String) — телефон
work-phone-of = { $name }: { $number }
# $count (Number) — сколько вложений
work-files = 📎 Files ({ $count })
work-files-below = The files are below ↓
work-cannot = 🙅 I cannot…
# $count (Number) — сколько есть
work-photo-before = 📷 Photo before{ $count ->
        [0] {""}
       *[other] {" "}✔{ $count }
    }
# $count (Number) — сколько есть
work-photo-after = 📷 Photo after{ $count ->
        [0] {""}
       *[other] {" "}✔{ $count }
    }
work-material = ➕ Material
work-price = 💰 Price
work-wait-part = ⏸ Waiting for a part
work-wait-contractor = 👥 A contractor is needed
work-wait-access = 🔒 No access
work-step-saved = Noted
# $what (String) — чего нет, через точку с запятой
work-missing = Not done yet. Missing: { $what }
work-missing-before = a photo from BEFORE
work-missing-after = a photo from AFTER
# $step (String) — шаг
work-missing-step = “{ $step }”
work-missing-price = the resident’s word on the price
work-to-card = 📋 To the card
# $number (Number) — номер
work-ask-location = 📍 №{ $number }: are you there? Send your location with the button below, or skip it.
work-key-location = 📍 I am here
work-key-skip = Skip
work-location-by-key = A location is wanted: the button “📍 I am here” below. You may skip it.
# $distance (String) — расстояние
work-far = 📍 You are far away ({ $distance }). All the same?
work-far-yes = Yes, I am there
# $metres (Number) — метры
work-metres = { $metres } m
# $kilometres (String) — километры
work-kilometres = { $kilometres } km
# $number (Number) — номер
work-ask-before = 📷 №{ $number }: send a photo from BEFORE the work
# $number (Number) — номер
work-ask-after = 📷 №{ $number }: send a photo from AFTER the work
work-ask-photo-hint = One or several at once. A film will do as well.
# $number (Number) — номер
# $count (Number) — сколько
work-saved-before = ✔ №{ $number }: photos from BEFORE are kept ({ $count }). You may send more.
# $number (Number) — номер
# $count (Number) — сколько
work-saved-after = ✔ №{ $number }: photos from AFTER are kept ({ $count }). You may send more.
work-photo-only = A photo or a film is wanted here.
# $number (Number) — номер
work-ask-material = ➕ №{ $number }: which material?
work-ask-material-hint = Its name, how much, and what it cost. For example: “siphon 1 85000” or “pipe 2.5 m 120 000”.
work-material-unclear = Not understood. Write, for example: “siphon 1 85000”.
# $name (String) — что
# $quantity (String) — сколько
# $cost (String) — сумма с валютой
work-material-line = 🔩 { $name } × { $quantity } — { $cost }
work-material-added = Noted. Write another material, or go back to the card.
work-material-remove = ✕ Take off
work-material-removed = The material was taken off
# $number (Number) — номер
work-ask-price = 💰 №{ $number }: what will the work cost?
work-ask-price-hint = Write the sum, for example: 185000. The resident is asked and agrees or refuses.
work-price-unclear = The sum was not understood. Write, for example: 185000.
# $number (Number) — номер
# $price (String) — сумма с валютой
work-price-offered = 💰 №{ $number }: the resident was asked about { $price }. The answer will be on the card.
# $number (Number) — номер
# $reason (String) — почему
work-ask-until = ⏸ №{ $number } · { $reason }: when do we come back?
work-until-evening = This evening
work-until-morning = Tomorrow morning
work-until-monday = On Monday
# $number (Number) — номер
# $time (String) — когда
work-paused-until = ⏸ №{ $number } rests until { $time }. You will be reminded.
# $number (Number) — номер
work-ask-result = ✅ №{ $number }: what was done?
work-ask-result-hint = Write a few words for the resident, say them by voice, or choose. A voice message is heard as it is: it is not turned into text.
work-result-by-voice = Told by voice
work-result-repaired = Repaired
work-result-replaced = Part replaced
work-result-adjusted = Adjusted
work-result-none = ✅ Done, no words
# $number (Number) — номер
work-to-resident = ✉️ Passed on to the resident (request №{ $number }).
work-jobs-title = 🧰 My jobs
work-jobs-none = 🧰 You have no open jobs.
work-jobs-hint = Tap to bring the card down.
work-command-jobs = My jobs (for the staff)
# $done (Number) — заявок
work-turnout = 🧾 This shift: { $done ->
        [one] { $done } request
       *[other] { $done } requests
    }
# $count (Number) — сколько вернули
work-turnout-returns = { $count } returned
# $sum (String) — сумма с валютой
work-turnout-materials = materials { $sum }
