### Arizalar: yuborish, kuzatish, qabul qilish

requests-ask-category = Ariza nima haqida?
requests-ask-place = Bu qayerda?
requests-ask-place-hint = Joylashuvni yuborsangiz ham bo‘ladi.
requests-ask-words = Nima bo‘ldi?
requests-ask-words-hint = Masalan: «Rakovina tagidan suv oqyapti, pol ho‘l». Rasm, video yoki ovozli xabar ham bo‘ladi.
requests-place-entrance = 🚪 Yo‘lak
requests-place-yard = 🌳 Hovli
requests-at-entrance = Yo‘lak
requests-at-yard = Hovli
requests-at-point = { $point } nuqtasi
requests-attachments = 📎 { $count ->
        [one] { $count } ta fayl
       *[other] { $count } ta fayl
    }
requests-comments = 💬 { $count ->
        [one] { $count } ta xabar
       *[other] { $count } ta xabar
    }
requests-new-title = Yangi ariza
requests-review-hint = Tekshirib, yuboring. Yana yozish yoki rasm qo‘shish mumkin.
requests-submit = ✅ Yuborish
requests-edit-category = ✏️ Nima
requests-edit-place = ✏️ Qayerda
requests-edit-words = ✏️ Matn
requests-noted = ✍️ Yozib oldim. Endi tanlang:
requests-added-to-draft = ✍️ Qoralamangizga qo‘shdim.
requests-draft-empty = Hozircha bo‘sh
requests-words-full = Matn juda uzun: oxirgi xabar sig‘madi, qolgani saqlandi.
requests-attachments-full = { $max } tadan ortiq fayl qabul qilinmaydi: oxirgilari sig‘madi, qolgani saqlandi.
requests-filed = №{ $number } ariza qabul qilindi
requests-status-new = qabul qilindi
requests-status-in-progress = bajarilmoqda
requests-status-done = tayyor, tasdiq kutilmoqda
requests-status-returned = qaytarildi
requests-status-closed = yopildi
requests-status-cancelled = bekor qilindi
requests-card-waiting = Bajaruvchini qidiryapmiz. Kartochka o‘zi yangilanadi.
requests-card-confirm = Hammasi joyidami? Tugmani bosing.
# $time (String) — когда
requests-card-done-at = ✅ Tayyor: { $time }
# $minutes (Number) — сколько минут
requests-card-took-minutes = {", "}{ $minutes } daqiqada
# $hours (Number) — сколько часов
# $minutes (Number) — и минут
requests-card-took-hours = {", "}{ $hours } soat { $minutes } daqiqada
# $materials (String) — что и за сколько
requests-card-used = 🔩 Ishlatildi: { $materials }
requests-card-worker = 👷 { $name }
requests-card-returns = ↩️ { $times ->
        [one] { $times } marta qaytarilgan
       *[other] { $times } marta qaytarilgan
    }
requests-write-staff = 💬 Yozish
requests-cancel-request = ✕ Arizani bekor qilish
requests-accept = 👍 Qabul qilish
requests-return-work = 👎 Hal bo‘lmadi
requests-take = 👷 Olaman
requests-complete = ✅ Tayyor
requests-ask-resident = ❓ Aholidan so‘rash
requests-reply = 💬 Javob berish
requests-you-took = №{ $number } ariza sizniki
requests-you-completed = №{ $number } tayyor, aholidan so‘rayapmiz
requests-write-question = Savolni bot xabariga javob qilib yozing
requests-question-prompt = ❓ №{ $number }: { $name }, aholidan nimani so‘raymiz? Shu xabarga javob qilib yozing.
requests-question-placeholder = Aholiga savol
requests-taken-notice = 👷 №{ $number }: arizani { $name } oldi.
requests-done-title = ✅ №{ $number } ariza tayyor
requests-done-question = Hammasi joyidami?
requests-accepted = Ish qabul qilindi, №{ $number } ariza yopildi
requests-ask-rating = Rahmat! №{ $number } ariza bo‘yicha ishni baholang:
requests-thanks = Rahmat!
requests-returned = ↩️ №{ $number } ariza ishga qaytarildi.
requests-reply-title = 💬 №{ $number } ariza: xodimlarga xabar
requests-reply-hint = Yozing yoki rasm yuboring: keyingi xabar xodimlarga boradi.
requests-passed-on = ✉️ Xodimlarga yetkazdim (№{ $number } ariza).
requests-comment-title = 💬 №{ $number } · { $name }
requests-question-title = ❓ №{ $number } · { $name } so‘rayapti
requests-resident-title = 💬 №{ $number } · { $name }
requests-colleague-title = ↗️ №{ $number } · { $name } → yashovchiga
requests-note-title = 📝 №{ $number } · { $name }, qayd
requests-taken-back = 🗑 Xabar o‘chirildi
requests-take-back-how = O‘z xabaringizga /del deb javob yozing: 10 daqiqa ichida qaytarib olish mumkin.
requests-note-how = Buyruqdan keyin yozing, masalan: /note kalit konsyerjda. Buni faqat xodimlar ko‘radi.
requests-command-in-a-topic = Bu buyruq ariza mavzusida yoki uning kartochkasiga javob sifatida ishlaydi.
requests-nobody-so-called = «{ $name }» kimligini tushunmadim. Tanlang:
requests-no-such-number = №{ $number } ariza yo‘q.
requests-my-jobs = 🧰 Arizalaringiz
requests-no-jobs = Sizda ochiq ariza yo‘q.
requests-who-has = 👷 №{ $number } ijrochisi: { $name }
requests-who-nobody = 👷 №{ $number } hech kimda emas
requests-who-helps = 🤝 Yordamchilar: { $count }
requests-who-on-duty = 🕘 Smenada: { $names }
requests-nobody-on-duty = 🕘 Smenada hech kim yo‘q
requests-clocks = ⏱ Muddatlar
requests-clocks-title = ⏱ №{ $number }: muddatlar
requests-clock-respond = { $time } gacha olish kerak
requests-clock-due = { $time } gacha bajarish kerak
requests-clock-stopped = ⏸ Soat { $time } dan beri to‘xtagan
requests-clock-none = Muddat belgilanmagan.
requests-extend = +{ $hours } soat
requests-extended = ⏱ №{ $number }: yangi muddat { $time }
requests-sure-to-cancel = №{ $number } arizani bekor qilaymi?
requests-cancelled = №{ $number } ariza bekor qilindi.
requests-card-below = №{ $number } kartochka pastda ↓
requests-none-yet = Hozircha ariza yo‘q.
requests-my-title = 📋 Arizalarim
requests-my-hint = Kartochkani ko‘rish uchun bosing.
requests-older = ↓ Oldingilari
requests-staff-chat-lost = ⚠️ Meni «{ $title }» guruhidan chiqarishdi. Arizalar saqlanadi, lekin xodimlar ularni ko‘rmaydi. Meni guruhga qayta qo‘shing: barcha ochiq arizalarni ko‘rsataman.
requests-staff-chat-linked = ✅ Guruh ulandi: «{ $org }» arizalari shu yerga keladi.
requests-staff-chat-needs-rights = Guruhda mavzular bor, lekin ularni yarata olmayman. Meni mavzularni boshqarish huquqiga ega administrator qiling, shunda har bir ariza o‘z mavzusiga ega bo‘ladi.
requests-show-card = 📋 Kartochkani ko‘rsatish
# $title (String) — категория
requests-ask-problem = { $title }: aynan nima?
requests-other-problem = Boshqa
requests-guessed = (taxminan)
requests-ask-slot = Sizga qachon qulay?
requests-ask-slot-hint = Yoki yozing: «ertaga 9–12», «bugun 18 keyin».
requests-slot-unclear = Vaqtni tushunmadim. Masalan, shunday yozing: «ertaga 9–12».
requests-slot-any = Istalgan vaqtda
requests-slot-today-evening = Bugun 18–21
requests-slot-tomorrow-morning = Ertaga 9–12
requests-slot-tomorrow-evening = Ertaga 18–21
requests-urgent = 🚨 Avariya
requests-not-urgent = Avariya emas
requests-urgent-line = 🚨 Avariya: navbatsiz kelamiz
requests-edit-slot = ✏️ Qachon
# $number (Number) — номер
requests-alike-title = Uyingizda bunday ariza bor: №{ $number }
requests-alike-question = Qo‘shiling, uning kartasi sizda ham yangilanib turadi.
requests-join = 🙋 Qo‘shilish
requests-file-anyway = Baribir yaratish
# $number (Number) — номер
requests-joined = Siz qo‘shnilar bilan birgasiz: №{ $number }-ariza. Karta pastda ↓
requests-status-assigned = tayinlandi
requests-status-accepted = ishga olindi
requests-status-on-the-way = yo‘lda
requests-status-paused = to‘xtatib turildi
requests-status-declined = rad etildi
requests-priority-low = shoshilinch emas
requests-priority-normal = oddiy
requests-priority-high = shoshilinch
requests-priority-emergency = avariya
requests-pause-resident = Yashovchini kutyapmiz
requests-pause-part = Ehtiyot qismni kutyapmiz
requests-pause-contractor = Pudratchi kerak
requests-pause-access = Kirish imkoni yo‘q
requests-pause-other = Boshqa sabab
# $days (Number) — сколько дней
requests-span-days = { $days } kun
# $time (String) — когда
requests-card-due = {" "}· ⏱ { $time } gacha
# $reason (String) — почему
# $day (String) — до какого дня
requests-card-paused = ⏸ { $reason } · { $day } qaytamiz
# $count (Number) — сколько человек
requests-card-followers = 👥 { $count } kishi
requests-card-merged = Boshqa arizaga birlashtirildi: uning kartasi pastda.
# $day (String) — до какого дня
requests-card-reopen-until = { $day } gacha qayta ochish mumkin
requests-card-asked = ❓ Javobingizni kutyapmiz
requests-card-asked-staff = ❓ Yashovchining javobini kutyapmiz, muddat to‘xtatilgan
requests-reopen = ↩️ Qayta ochish
requests-depart = 🚗 Yo‘lga chiqdim
requests-arrive = 📍 Yetib keldim
requests-pause = ⏸ Pauza
requests-resume = ▶️ Davom ettirish
requests-release = 🙅 Qila olmayman
requests-help = 🤝 Yordam beraman
requests-triage = ⚙️ Boshqarish
# $number (Number) — номер
requests-triage-title = ⚙️ №{ $number }: nima qilamiz?
requests-assign = 👷 Tayinlash…
# $number (Number) — номер
requests-assign-title = 👷 №{ $number }: kimga beramiz?
# $name (String) — кто
# $count (Number) — сколько у него открытых заявок
requests-worker-label = { $name } · ishda { $count }
# $name (String) — kim
requests-assign-to = 👷 { $name }
requests-assign-other = 👷 Boshqa…
requests-reason-unskilled = ko‘nikmasi yo‘q
requests-reason-on-shift = smenada
requests-reason-near = yaqin
# $count (Number) — сколько у него открытых заявок
requests-reason-open = ishda { $count }
# $number (Number) — номер
# $name (String) — кому
requests-assigned = 👷 №{ $number } tayinlandi: { $name }
requests-set-priority = ❗ Shoshilinchlik
# $number (Number) — номер
requests-priority-title = ❗ №{ $number }: qanchalik shoshilinch?
# $number (Number) — номер
# $priority (String) — срочность
requests-priority-set = №{ $number }: { $priority }
requests-set-category = 🏷 Turkum
# $number (Number) — номер
requests-category-title = 🏷 №{ $number }: ariza nima haqida?
# $number (Number) — номер
# $category (String) — категория
requests-category-set = №{ $number }: { $category }
requests-merge = ↔ Takror
# $number (Number) — номер
requests-merge-title = ↔ №{ $number }: qaysi ariza bilan birlashtiramiz?
# $number (Number) — номер
requests-merge-none = ↔ №{ $number }: bu uyda o‘xshash ochiq ariza yo‘q.
# $number (Number) — номер
# $main (Number) — номер главной
requests-merged = ↔ №{ $number } endi №{ $main } bilan birga
requests-decline = ⛔ Rad etish
# $number (Number) — номер
requests-decline-title = ⛔ №{ $number }: nima uchun? Yashovchi buni o‘qiydi.
requests-decline-not-ours = Bu bizning mas’uliyatimiz emas
requests-decline-unclear = Nima bo‘lgani tushunarsiz
requests-decline-already = Allaqachon qilingan
requests-decline-spam = Bu ariza emas
# $number (Number) — номер
requests-declined = ⛔ №{ $number } rad etildi
# $number (Number) — номер
requests-declined-notice = ⛔ №{ $number }-ariza rad etildi
requests-close = ☑️ Yopish
# $number (Number) — номер
requests-close-title = ☑️ №{ $number } yashovchining so‘zisiz yopilsinmi? U qayta ocha oladi.
requests-yes-close = Ha, yopish
# $number (Number) — номер
requests-closed = ☑️ №{ $number } yopildi
# $number (Number) — номер
requests-release-title = 🙅 №{ $number }: nega qila olmaysiz?
requests-release-busy = Ish juda ko‘p
requests-release-other-trade = Boshqa usta kerak
requests-release-ill = Kasalman
requests-release-no-tools = Asbob yoki kirish imkoni yo‘q
# $number (Number) — номер
requests-pause-title = ⏸ №{ $number }: nega va qancha muddatga?
# $number (Number) — номер
requests-you-departed = 🚗 №{ $number }: siz yo‘ldasiz, yashovchi biladi
# $number (Number) — номер
requests-you-arrived = 📍 №{ $number }: siz joydasiz
# $number (Number) — номер
requests-you-paused = ⏸ №{ $number } to‘xtatib turildi
# $number (Number) — номер
requests-you-resumed = ▶️ №{ $number } yana ishda
# $number (Number) — номер
requests-you-released = №{ $number } navbatga qaytdi
# $number (Number) — номер
requests-you-help = 🤝 Siz №{ $number } bo‘yicha yordam beryapsiz
# $number (Number) — номер
# $name (String) — кто едет
requests-departed-notice = 🚗 №{ $number }: { $name } yo‘lga chiqdi.
requests-cancel-late = Usta yo‘lda yoki ishlayapti.
requests-cancel-solved = O‘zi hal bo‘ldi
requests-cancel-mistake = Xato yaratilgan
requests-cancel-elsewhere = Boshqa kishi qildi
requests-cancel-too-long = Juda uzoq kutdim
requests-keep-request = Yo‘q, qolsin
requests-tag-fast = Tez
requests-tag-clean = Toza
requests-tag-polite = Xushmuomala
requests-tag-expensive = Qimmat
requests-remark = 💬 So‘z qo‘shish
# $number (Number) — номер
requests-remark-title = 💬 №{ $number }: ish haqida nima deysiz?
requests-remark-hint = Bitta xabar bilan yozing.
# $number (Number) — номер
requests-remarked = Rahmat! №{ $number }-ariza bahosiga yozib qo‘ydim.
# $number (Number) — номер
# $price (String) — сумма с валютой
requests-price-question = 💰 №{ $number }: ish narxi { $price }. Rozimisiz?
# $price (String) — сумма с валютой
requests-price-yes = Roziman · { $price }
requests-price-no = Rad etaman
# $number (Number) — номер
requests-price-agreed = 💰 №{ $number }: narxga rozi bo‘ldingiz.
# $number (Number) — номер
requests-price-refused = 💰 №{ $number }: bu narxni rad etdingiz. Usta siz bilan bog‘lanadi.
# $number (Number) — номер
# $stars (String) — звёзды
requests-rated = №{ $number }-ariza: { $stars }. Bahoyingiz uchun rahmat! Nima esda qoldi?
