### Usta ishi shaxsiy chatda: kartochka, rasmlar, materiallar, smena yakuni

# $number (Number) — подъезд
work-card-door = 🚪 { $number }-yo‘lak
# $floor (Number) — этаж
work-card-floor = { $floor }-qavat
# $code (String) — код двери
work-card-code = kod { $code }
# $times (Number) — которая по счёту
work-card-times = 🔁 bir yilda { $times }-marta
# $before (Number) — до работы
# $after (Number) — после
work-card-photos = 📷 oldin: { $before } · keyin: { $after }
# $count (Number) — сколько ещё
work-card-more = … va yana { $count } ta
work-card-price-waits = ⏳ yashovchi narxga hali javob bermadi
# $name (String) — кто взял
work-card-helping = 🤝 Yordam beryapsiz: { $name }
work-card-assigned = 📨 Ariza sizga tayinlandi. Olasizmi?
work-card-returned = ↩️ Yashovchi ishni qaytardi: hal bo‘lmagan.
work-card-done = ✅ Tayyor. Yashovchining so‘zini kutyapmiz.
work-card-gone = Ariza yana navbatda, sizda emas.
# $name (String) — кто теперь
work-card-gone-to = Ariza endi sizda emas. Uni { $name } olib boryapti.
work-phone = 📞 Telefon
# $name (String) — житель
# $number (String) — телефон
work-phone-of = { $name }: { $number }
# $count (Number) — сколько вложений
work-files = 📎 Fayllar ({ $count })
work-files-below = Fayllar pastda ↓
work-cannot = 🙅 Qila olmayman…
# $count (Number) — сколько есть
work-photo-before = 📷 Oldingi rasm{ $count ->
        [0] {""}
       *[other] {" "}✔{ $count }
    }
# $count (Number) — сколько есть
work-photo-after = 📷 Keyingi rasm{ $count ->
        [0] {""}
       *[other] {" "}✔{ $count }
    }
work-material = ➕ Material
work-price = 💰 Narx
work-wait-part = ⏸ Qism kutyapman
work-wait-contractor = 👥 Pudratchi kerak
work-wait-access = 🔒 Kirib bo‘lmadi
work-step-saved = Belgilandi
# $what (String) — чего нет, через точку с запятой
work-missing = Hali tayyor emas. Yetishmaydi: { $what }
work-missing-before = ishdan OLDINGI rasm
work-missing-after = ishdan KEYINGI rasm
# $step (String) — шаг
work-missing-step = «{ $step }»
work-missing-price = yashovchining narxga roziligi
work-to-card = 📋 Kartochkaga
# $number (Number) — номер
work-ask-location = 📍 №{ $number }: yetib keldingizmi? Pastdagi tugma bilan joylashuvni yuboring yoki o‘tkazib yuboring.
work-key-location = 📍 Men shu yerdaman
work-key-skip = O‘tkazib yuborish
work-location-by-key = Joylashuv kerak: pastdagi «📍 Men shu yerdaman» tugmasi. O‘tkazib yuborsa ham bo‘ladi.
# $distance (String) — расстояние
work-far = 📍 Siz uzoqdasiz ({ $distance }). Baribirmi?
work-far-yes = Ha, men joydaman
# $metres (Number) — метры
work-metres = { $metres } m
# $kilometres (String) — километры
work-kilometres = { $kilometres } km
# $number (Number) — номер
work-ask-before = 📷 №{ $number }: ishdan OLDINGI rasmni yuboring
# $number (Number) — номер
work-ask-after = 📷 №{ $number }: ishdan KEYINGI rasmni yuboring
work-ask-photo-hint = Bitta yoki bir nechta. Video ham bo‘ladi.
# $number (Number) — номер
# $count (Number) — сколько
work-saved-before = ✔ №{ $number }: OLDINGI rasmlar saqlandi ({ $count } ta). Yana yuborsangiz bo‘ladi.
# $number (Number) — номер
# $count (Number) — сколько
work-saved-after = ✔ №{ $number }: KEYINGI rasmlar saqlandi ({ $count } ta). Yana yuborsangiz bo‘ladi.
work-photo-only = Bu yerda rasm yoki video kerak.
# $number (Number) — номер
work-ask-material = ➕ №{ $number }: qanday material?
work-ask-material-hint = Nomi, miqdori va puli. Masalan: «sifon 1 85000» yoki «quvur 2,5 m 120 000».
work-material-unclear = Tushunmadim. Masalan, shunday yozing: «sifon 1 85000».
# $name (String) — что
# $quantity (String) — сколько
# $cost (String) — сумма с валютой
work-material-line = 🔩 { $name } × { $quantity } — { $cost }
work-material-added = Yozib oldim. Yana material yozing yoki kartochkaga qayting.
work-material-remove = ✕ Olib tashlash
work-material-removed = Material olib tashlandi
# $number (Number) — номер
work-ask-price = 💰 №{ $number }: ish qancha turadi?
work-ask-price-hint = Summani yozing, masalan: 185000. Yashovchi savol oladi va rozi bo‘ladi yoki rad etadi.
work-price-unclear = Summani tushunmadim. Masalan, shunday yozing: 185000.
# $number (Number) — номер
# $price (String) — сумма с валютой
work-price-offered = 💰 №{ $number }: yashovchidan { $price } haqida so‘radim. Javob kartochkada chiqadi.
# $number (Number) — номер
# $reason (String) — почему
work-ask-until = ⏸ №{ $number } · { $reason }: qachon qaytamiz?
work-until-evening = Bugun kechqurun
work-until-morning = Ertaga ertalab
work-until-monday = Dushanba kuni
# $number (Number) — номер
# $time (String) — когда
work-paused-until = ⏸ №{ $number } { $time } gacha to‘xtatildi. Eslataman.
# $number (Number) — номер
work-ask-result = ✅ №{ $number }: nima qilindi?
work-ask-result-hint = Yashovchi uchun bir-ikki so‘z yozing, ovozda ayting yoki tanlang. Ovozni yashovchi o‘zi eshitadi: u matnga aylantirilmaydi.
work-result-by-voice = Ovozda aytib berdi
work-result-repaired = Tuzatildi
work-result-replaced = Qism almashtirildi
work-result-adjusted = Sozlandi
work-result-none = ✅ So‘zsiz tayyor
# $number (Number) — номер
work-to-resident = ✉️ Yashovchiga yetkazdim (№{ $number } ariza).
work-jobs-title = 🧰 Ishlarim
work-jobs-none = 🧰 Sizda ochiq ish yo‘q.
work-jobs-hint = Kartochka pastga tushishi uchun bosing.
work-command-jobs = Ishlarim (xodimlar uchun)
# $done (Number) — заявок
work-turnout = 🧾 Smena davomida: { $done } ta ariza
# $count (Number) — сколько вернули
work-turnout-returns = { $count } ta qaytarilgan
# $sum (String) — сумма с валютой
work-turnout-materials = materiallar { $sum }
