### Konsol va uning mini-ilova bilan umumiy matnlari

console-loading = Yuklanmoqda…
console-more = Yana ko‘rsatish
console-again = Qayta urinish
console-offline = Server bilan aloqa yo‘q. Internetni tekshirib, qayta urinib ko‘ring.
console-unreadable = Nimadir noto‘g‘ri ketdi. Sahifani yangilab, qayta urinib ko‘ring.
console-cancel = Bekor qilish
console-delete = O‘chirish
console-save = Saqlash
console-saved = Saqlandi
console-copy = Nusxalash
console-copied = Nusxalandi
console-menu = Menyu
console-language = Til
console-sign-out = Chiqish
console-just-now = hozirgina

# $seconds (Number) — qancha kutish
console-retry-after = Kutish kerak: { $seconds } soniya.

# $code (String) — hodisa raqami
console-incident = Takrorlansa, bizga { $code } kodini ayting.

console-sessions = Seanslarim
console-sessions-hint = Kontoraga qaysi qurilmalardan kirganingiz shu yerda. Notanish qurilmami? Uning seansini tugating: u darhol chiqib ketadi.
console-session-end = Tugatish
console-session-ended = Seans tugatildi
console-session-current = shu seans
console-session-unknown = Noma’lum qurilma
console-session-mini-app = Telegramdagi mini-ilova
console-session-console = Brauzerdagi konsol
console-session-third-party = Boshqa dastur
console-sessions-end-others = Qolganlarini tugatish
console-sessions-end-others-deed = Tugatish
console-sessions-end-others-hint = Shu qurilmadan boshqa hammasi darhol chiqadi. Ularda qaytadan kirish mumkin.

# $when (String) — qachon, so‘z bilan
console-session-seen = Faollik: { $when }

# $count (Number) — nechta seans
console-sessions-ended = { $count } ta seans tugatildi

console-roles = Rollar
console-roles-own = Tashkilot rollari
console-roles-own-none = Hozircha o‘z rollaringiz yo‘q
console-roles-own-hint = Tayyorlari yetarlimi? Yaxshi. Boshqasi kerak bo‘lsa, tayyori asosida yarating.
console-roles-presets = Tayyor rollar
console-roles-matrix = Kim nima qila oladi
console-roles-matrix-hint = Chiziqcha: rolda bunday huquq yo‘q. So‘z: huquq nimalarga tegishli.
console-role-new = Rol yaratish
console-role-create = Yaratish
console-role-name = Nomi
console-role-name-hint = Masalan, «Omborchi»
console-role-based-on = Qaysi rol asosida
console-role-based-on-hint = Huquqlar undan olinadi, keyin o‘zgartirsa bo‘ladi.
console-role-delete = Rolni o‘chirish
console-role-deleted = Rol o‘chirildi
console-permission = Huquq
console-not-granted = yo‘q

# $name (String) — rol nomi
console-role-delete-hint = «{ $name }» roli yo‘qoladi. U kimdadir bo‘lsa, avval boshqasini bering.

# $count (Number) — nechta kishida bor
console-role-members = { $count } nafar xodim

# $count (Number) — nechta huquq
console-role-grants = { $count } ta huquq

console-back = Orqaga
console-sign-in = Kirish
console-sign-in-deed = Kirish
console-email = E-pochta
console-password = Parol
console-forgot = Parol esdan chiqdimi?
console-forgot-hint = Kirishda ishlatadigan pochtangizni yozing: yangi parol uchun havola yuboramiz.
console-forgot-deed = Havolani olish
console-forgot-sent = Bunday hisob bo‘lsa, havola allaqachon pochtangizda, bot bilan tanish bo‘lsangiz, Telegramda ham bor. U yarim soat amal qiladi.
console-forgot-sent-bot = Bu server xat yubormaydi. Bunday hisob bo‘lsa va bot bilan tanish bo‘lsangiz, havola bot bilan chatda. Bo‘lmasa, bot orqali kiring.
console-link-key = Xatdagi yoki botdagi kod
console-confirm-email = Pochtani tasdiqlash
console-confirm-email-hint = Shu pochta bilan kirasiz.
console-confirm-email-deed = Tasdiqlash
console-confirm-email-done = Pochta tasdiqlandi. Endi u bilan kirish mumkin.
console-reset = Yangi parol
console-reset-done = Parol o‘zgardi, hamma seanslar tugatildi. Endi yangi parol bilan kiring.
console-to-sign-in = Kirish sahifasiga
console-register = Tashkilot ochish
console-register-deed = Ochish
console-have-account = Menda allaqachon hisob bor
console-organization-name = Tashkilot nomi
console-organization-name-hint = Uni xodimlar va aholi ko‘radi. Keyin o‘zgartirsa bo‘ladi.
console-your-name = Ismingiz
console-code = Kirishni tasdiqlang
console-code-label = Kod
console-code-hint = Autentifikator ilovasidagi olti raqam yoki zaxira kodlardan biri.

# $count (Number) — сколько знаков не меньше
console-password-hint = Kamida { $count } belgi. Uzun ibora murakkab so‘zdan yaxshiroq.

console-search = Qidiruv
console-any = hammasi
console-since = Dan
console-until = Gacha
console-reset-filter = Filtrni tozalash
console-webhooks = Vebhuklar
console-webhooks-hint = Dasturlaringiz voqealardan darhol xabar topadi: siz ko‘rsatgan manzilga imzo bilan yuboramiz.
console-webhooks-none = Hozircha vebhuk yo‘q
console-webhooks-none-hint = Dasturingiz manzilini qo‘shing: 1C, sayt, jadval.
console-webhook-new = Vebhuk qo‘shish
console-webhook-create = Qo‘shish
console-webhook-name = Nomi
console-webhook-name-hint = Masalan, «1C»
console-webhook-url = Manzil
console-webhook-url-hint = Faqat https va faqat ochiq internetda
console-webhook-events = Nimalar haqida xabar berilsin
console-webhook-event-request-created = Yangi ariza
console-webhook-event-request-status-changed = Ariza holati
console-webhook-event-request-commented = Ariza bo‘yicha xabar
console-webhook-event-request-rated = Ish bahosi
console-webhook-event-ping = Aloqani tekshirish
console-webhook-on = ishlayapti
console-webhook-off = o‘chirilgan
console-webhook-failing = javob bermayapti
console-webhook-given-up = o‘chirildi: bir kun javobsiz
console-webhook-switch-on = Yoqish
console-webhook-switch-off = O‘chirib qo‘yish
console-webhook-secret = Maxfiy kalit
console-webhook-secret-shown = Maxfiy kalitni saqlab oling
console-webhook-secret-hint = Har bir xabar u bilan imzolanadi. Uni boshqa ko‘rsatmaymiz.
console-webhook-kept = Kalitni saqladim
console-webhook-rotate = Kalitni almashtirish
console-webhook-rotate-deed = Almashtirish
console-webhook-rotate-hint = Bir kun davomida xabarlar eski va yangi kalit bilan imzolanadi. Shu vaqt ichida dasturingizda kalitni almashtiring.
console-webhook-delete = Vebhukni o‘chirish
console-webhook-deleted = Vebhuk o‘chirildi
console-webhook-log = Yuborilganlar
console-webhook-log-none = Hozircha hech narsa yuborilmagan
console-webhook-log-none-hint = Aloqani tekshiring: manzilga sinov xabari boradi.
console-webhook-look-again = Yangilash
console-webhook-ping = Aloqani tekshirish
console-webhook-replay = Takrorlash
console-webhook-sent = Yuborilmoqda
console-webhook-soon = bir daqiqa ichida
console-webhook-delivery-waiting = kutmoqda
console-webhook-delivery-done = qabul qilindi
console-webhook-delivery-failed = qabul qilinmadi
console-webhook-error-address-not-public = Manzil ichki tarmoqda, u yerga murojaat qilmaymiz
console-webhook-error-not-https = Manzil https emas
console-webhook-error-url-invalid = Manzil xato yozilgan
console-webhook-error-timed-out = 10 soniyada javob bermadi
console-webhook-error-not-reached = Ulanib bo‘lmadi
console-webhook-error-broken-off = Aloqa uzildi
console-webhook-error-switched-off = Vebhuk o‘chirib qo‘yilgan

# $name (String)
console-webhook-delete-hint = «{ $name }» vebhuki va uning jurnali yo‘qoladi. Bu manzilga boshqa hech narsa bormaydi.

# $count (Number)
console-webhook-attempts = { $count } marta urinildi

# $when (String)
console-webhook-next = Keyingi urinish: { $when }

console-audit = Jurnal
console-audit-none = Hech narsa topilmadi
console-audit-none-hint = Filtrni o‘zgartiring yoki tozalang.
console-audit-when = Qachon
console-audit-who = Kim
console-audit-what = Nima
console-audit-from = Qayerdan
console-audit-export = CSV yuklab olish
console-audit-verify = Butunligini tekshirish
console-actor-system = Kontora
console-actor-service = Dastur
console-event-new-device = yangi qurilma
console-event-signed-in = Kirish
console-event-sign-in-failed = Muvaffaqiyatsiz kirish
console-event-sessions-ended = Seanslar tugatildi
console-event-member-added = Yangi xodim
console-event-role-changed = Rol o‘zgardi
console-event-custom-role-given = Tashkilot roli berildi
console-event-member-removed = Xodim chiqarildi
console-event-member-left = Xodim ketdi
console-event-member-limited = Ish doirasi o‘zgardi
console-event-custom-role-taken = Tashkilot roli olindi
console-event-ownership-offered = Egalik taklif qilindi
console-event-ownership-withdrawn = Topshirish bekor qilindi
console-event-ownership-transferred = Ega almashdi
console-event-invite-created = Taklifnoma yaratildi
console-event-invite-revoked = Taklifnoma bekor qilindi
console-event-invite-accepted = Taklifnoma qabul qilindi
console-event-role-created = Rol yaratildi
console-event-role-edited = Rol huquqlari o‘zgardi
console-event-role-deleted = Rol o‘chirildi
console-event-elements-hidden = Ekran ko‘rinishi o‘zgardi
console-event-team-created = Jamoa yaratildi
console-event-team-edited = Jamoa o‘zgardi
console-event-team-deleted = Jamoa o‘chirildi
console-event-calendar-created = Taqvim yaratildi
console-event-calendar-edited = Taqvim o‘zgartirildi
console-event-calendar-chosen = Tashkilot taqvimi tanlandi
console-event-calendar-deleted = Taqvim o‘chirildi
console-event-shift-planned = Smena belgilandi
console-event-shift-edited = Smena o‘zgartirildi
console-event-shift-cancelled = Smena bekor qilindi
console-event-shift-begun = Smena qabul qilindi
console-event-shift-ended = Smena topshirildi
console-event-absence-noted = Yo‘qlik belgilandi
console-event-absence-ended = Yo‘qlik tugadi
console-event-skill-added = Ko‘nikma qo‘shildi
console-event-skill-renamed = Ko‘nikma nomi o‘zgardi
console-event-skill-deleted = Ko‘nikma o‘chirildi
console-event-member-skills-set = Xodim ko‘nikmalari o‘zgardi
console-event-assignment-changed = Ariza taqsimlash tartibi o‘zgardi
console-event-timeouts-changed = Kutish muddatlari o‘zgardi
console-event-request-timed-out = Juda uzoq kutildi
console-event-service-account-created = Dastur yaratildi
console-event-service-account-edited = Dastur o‘zgardi
console-event-service-account-secret-rotated = Dastur kaliti almashtirildi
console-event-service-account-revoked = Dastur bekor qilindi
console-event-service-account-approved = Dasturga ruxsat berildi
console-event-service-approval-used = Dastur xodim nomidan ishlay boshladi
console-event-service-approval-ended = Dasturga ruxsat to‘xtatildi
console-event-viewing-started = Boshqaning ko‘zi bilan ko‘rish boshlandi
console-event-viewing-used = Boshqaning ko‘zi bilan ko‘rildi
console-event-viewing-ended = Boshqaning ko‘zi bilan ko‘rish tugadi
console-event-exported = Ma’lumot yuklab olindi
console-event-alert-answered = Ogohlantirishga javob
console-event-org-created = Tashkilot ochildi
console-event-org-edited = Tashkilot sozlamalari o‘zgardi
console-event-org-deleted = Tashkilot o‘chirildi
console-event-org-restored = Tashkilot tiklandi
console-event-bot-added = Bot ulandi
console-event-bot-removed = Bot uzildi
console-event-bot-token-changed = Bot tokeni o‘zgardi
console-event-staff-chat-linked = Xodimlar guruhi ulandi
console-event-staff-chat-lost = Xodimlar guruhi yo‘qoldi
console-event-resident-joined = Yangi aholi
console-event-resident-listed = Ro‘yxatga aholi kiritildi
console-event-resident-unlisted = Aholi ro‘yxatdan olindi
console-event-resident-role-chosen = Aholi kimligini aytdi
console-event-resident-edited = Aholi ma’lumoti o‘zgartirildi
console-event-resident-verified = Aholi tasdiqlandi
console-event-resident-declined = Aholiga rad javobi berildi
console-event-resident-moved-out = Aholi ko‘chib ketdi
console-event-consent-given = Rozilik berildi
console-event-property-added = Obyekt qo‘shildi
console-event-property-edited = Obyekt o‘zgartirildi
console-event-property-archived = Obyekt arxivga olindi
console-event-property-link-renewed = Obyekt havolasi yangilandi
console-event-register-imported = Ro‘yxat fayldan yuklandi
console-event-register-import-undone = Ro‘yxatni yuklash bekor qilindi
console-event-phone-confirmed = Telefon tasdiqlandi
console-event-language-chosen = Til tanlandi
console-event-person-unreachable = Bot bloklandi
console-event-person-returned = Yana aloqada
console-event-request-filed = Ariza berildi
console-event-request-taken = Ariza olindi
console-event-phone-shown = Yashovchining telefoni ko‘rsatildi
console-event-request-completed = Ariza bajarildi
console-event-request-accepted = Ish qabul qilindi
console-event-request-returned = Ariza qaytarildi
console-event-request-cancelled = Ariza bekor qilindi
console-event-request-rated = Ish baholandi
console-event-comment-added = Ariza bo‘yicha xabar
console-event-comment-edited = Xabar o‘zgartirildi
console-event-comment-deleted = Xabar o‘chirildi
console-event-password-changed = Parol o‘zgardi
console-event-password-link-asked = Parol uchun havola so‘raldi
console-event-email-confirmed = Pochta tasdiqlandi
console-event-second-factor-changed = Kod bilan kirish almashtirildi
console-event-webhook-added = Vebxuk qo‘shildi
console-event-webhook-edited = Vebxuk o‘zgardi
console-event-webhook-secret-rotated = Vebxuk kaliti almashdi
console-event-webhook-switched-off = Vebxuk o‘chirildi: bir sutka muvaffaqiyatsiz
console-event-webhook-deleted = Vebxuk o‘chirib tashlandi
console-event-alert-limits-changed = Ogohlantirish chegaralari o‘zgardi
console-event-preferences-changed = Bildirishnoma sozlamalari o‘zgardi
console-event-quiet-hours-changed = Sokin soatlar o‘zgardi
console-event-other = Boshqa hodisa
console-surface-bot = Bot
console-surface-mini-app = Mini-ilova
console-surface-console = Konsol
console-surface-api = API
console-surface-cli = Buyruq qatori
console-surface-job = Fon ishi
console-surface-import = Import
console-surface-automation = Avtomatika
console-surface-system = Tizim
console-surface-other = Boshqa

# $count (Number) — сколько строк
console-event-rows = { $count } qator

# $seq (Number) — номер записи
console-audit-broken = Jurnal Kontoradan tashqarida o‘zgartirilgan: №{ $seq } yozuv. Serverga mas’ul kishiga xabar bering.

# $count (Number) — сколько записей проверено
# $waiting (Number) — сколько ждут печати
console-audit-whole = Jurnal butun. Tekshirilgan yozuvlar: { $count }, muhr kutmoqda: { $waiting }.

console-security = Parol va kirish
console-password-change-hint = Parol o‘zgargach, qolgan seanslaringiz tugaydi.
console-password-current = Hozirgi parol
console-password-current-hint = Parol hali bo‘lmasa, bo‘sh qoldiring.
console-password-new = Yangi parol
console-password-changed = Parol o‘zgardi
console-email-none = Hozircha yo‘q
console-email-confirmed = tasdiqlangan
console-email-unconfirmed = tasdiqlanmagan
console-email-again = Xatni qayta yuborish
console-email-new = Yangi pochta
console-email-new-hint = Havolali xat yuboramiz. Uni ochganingizda pochta almashadi.
console-email-sent = Xat yuborildi. Undagi havolani oching
console-email-off = Bu server xat yubormaydi, shuning uchun pochtani almashtirib bo‘lmaydi. Bot orqali kiring.
console-email-deed = Xat yuborish
console-second-factor = Kod bilan kirish
console-second-factor-hint = Paroldan tashqari autentifikator ilovasidagi kod kerak bo‘ladi. Parolni bilib olgan begona kira olmaydi.
console-second-factor-set-up = Sozlash
console-second-factor-scan = Kodni autentifikator ilovasi bilan skanerlang yoki kalitni qo‘lda kiriting.
console-second-factor-qr = Autentifikator ilovasi uchun QR-kod
console-second-factor-secret = Kalit
console-second-factor-code-hint = Ilova ko‘rsatgan olti raqam. Qolgan seanslar tugaydi.
console-second-factor-confirm = Yoqish
console-second-factor-is-on = Kod bilan kirish yoqildi.
console-recovery-codes = Zaxira kodlari
console-recovery-codes-hint = Zaxira kodlarini saqlab qo‘ying: telefon yo‘qolsa, har biri bir marta kod o‘rnini bosadi. Ularni boshqa ko‘rsatmaymiz.
console-second-factor-take-away = O‘chirish
console-second-factor-take-away-hint = Kod bilan kirish yoqilgan. O‘chirish uchun bu siz ekaningizni tasdiqlang.
console-second-factor-taken-away = Kod bilan kirish o‘chirildi

console-bot-sign-in = Bot orqali kirish
console-bot-sign-in-hint = Botni oching: u bu sizmisiz deb so‘raydi. U yerda shu sonni tanlang.
console-bot-number = Bot uchun son
console-bot-open = Telegramni ochish
console-bot-qr = Bot havolasining QR-kodi
console-bot-qr-hint = Telegram telefondami? Kamerani kodga qarating.
console-bot-waiting = Telegramdagi javobni kutyapmiz. Besh daqiqa amal qiladi.

console-my-rights = Huquqlarim
console-my-rights-hint = Bu tashkilotda nimalar qila olasiz va ular nimaga tegishli.
console-why = Nega?

# $permission (String) — huquq
console-why-of = Nega: { $permission }

# $name (String) — kimning ko‘zi bilan
console-eyes = Siz xodim ko‘zi bilan qarayapsiz: { $name }. Hech narsani o‘zgartirib bo‘lmaydi, bu jurnalga yozildi.
console-eyes-own = O‘zimga qaytish

console-reports = Hisobotlar
console-report-security = Xavfsizlik, kunma-kun
console-report-activity = Kim ishlayapti
console-report-day = Kun
console-report-last = So‘nggi marta
console-report-nobody = noma’lum shaxs
console-report-none = Bu vaqtda hech narsa bo‘lmagan
console-report-none-hint = Boshqa kunlarni tanlang.

# $count (Number) — necha marta
console-report-sign-ins = kirishlar: { $count }

# $count (Number) — necha marta
console-report-new-devices = yangi qurilmalar: { $count }

# $count (Number) — necha marta
console-report-failures = xato kirishlar: { $count }

# $count (Number) — necha marta
console-report-sessions-ended = tugatilgan seanslar: { $count }

# $count (Number) — necha marta
console-report-role-changes = rol o‘zgarishlari: { $count }

# $count (Number) — necha marta
console-report-exports = yuklab olishlar: { $count }

# $count (Number) — necha marta
console-report-events = amallar: { $count }

# $count (Number) — necha marta
console-report-days = kunlar: { $count }

console-telegram-sign-in = Telegram orqali kirish
console-telegram-no = Telegram kiritmadi. Qayta urinib ko‘ring yoki boshqacha kiring.

console-programs = Dasturlar
console-programs-hint = Dasturlar API bilan tashkilot nomidan yoki ruxsat bergan xodim nomidan ishlaydi.
console-programs-none = Hozircha dastur yo‘q
console-programs-none-hint = 1C, sayt yoki o‘z tizimingizni ulash uchun dastur yarating.
console-program-new = Dastur yaratish
console-program-create = Yaratish
console-program-name = Nomi
console-program-name-hint = Masalan, «1C» yoki «Sayt»
console-program-from = Ruxsat etilgan manzillar
console-program-from-hint = Har qatorda bittadan: 203.0.113.7 yoki 203.0.113.0/24. Bo‘sh bo‘lsa, istalgan joydan.
console-program-back = Qaytish manzillari
console-program-back-hint = Har qatorda bittadan, https. Dastur xodimlar nomidan ishlasagina kerak.
console-program-scopes = Unga nima mumkin
console-program-scopes-hint = O‘zingizga mumkin bo‘lganidan ortiq emas. O‘zgarishlar darhol kuchga kiradi.
console-program-secret-hint = Maxfiy kalitni hozir saqlang: uni qayta ko‘rsatmaymiz.
console-program-revoked = Bekor qilingan
console-program-is-revoked = Dastur bekor qilindi
console-program-unused = Hali kelmagan
console-program-rotate = Kalitni almashtirish
console-program-rotate-hint = Eski kalit yana bir sutka ishlaydi, yangisini yozib ulgurasiz.
console-program-revoke = Bekor qilish
console-authorize-may = Sizning nomingizdan u quyidagilarni qila oladi:
console-authorize-nothing = U so‘ragan narsalarning hech biri sizning o‘zingizga mumkin emas.
console-authorize-yes = Ruxsat berish
console-authorize-no = Rad etish
console-authorize-wrong = Dastur sizni xato bilan yubordi. Uni sozlayotgan odamga ayting.

# $when (String) — qachon, so‘z bilan
console-program-used = Kelgan: { $when }

# $until (String) — qaysi vaqtgacha
console-program-old-secret = Eski kalit { $until } gacha ishlaydi.

# $name (String) — dastur nomi
console-program-revoke-hint = «{ $name }» darhol va butunlay kira olmaydi, xodimlar nomidan ham.

# $name (String) — dastur nomi
console-authorize = «{ $name }» dasturi ruxsat so‘rayapti

# $where (String) — dastur manzili
console-authorize-hint = Javobdan keyin { $where } manziliga qaytasiz. Ruxsat «Seanslarim»da ko‘rinadi, istalgan payt tugatish mumkin.

console-alerts = Ogohlantirishlar
console-alerts-hint = Shubhali ko‘ringan narsalar. Bir egasining javobi hammaga ko‘rinadi.
console-alerts-none = Ogohlantirishlar bo‘lmadi
console-alerts-none-hint = Bu yerda yangi qurilmadan kirish, ko‘p muvaffaqiyatsiz urinish, katta yuklab olish va shunga o‘xshashlar chiqadi.
console-alert-fine = Bu men, hammasi joyida
console-alert-limits = Qachon xabar berish
console-alert-limit-failures = Ketma-ket muvaffaqiyatsiz kirishlar
console-alert-limit-failures-minutes = shuncha daqiqada
console-alert-limit-rows-exported = Yuklab olingan qatorlar
console-alert-limit-rows-minutes = shuncha daqiqada
console-alert-limit-new-device = Yangi qurilmadan kirish
console-alert-limit-odd-hours = Ish vaqtidan tashqari kirish
console-yes = ha
console-no = yo‘q

# $name (String) — kim
console-alert-other = Ogohlantirish: { $name }

# $name (String) — kimning seanslari
console-alert-end-hint = { $name }: hamma tashkilotlardagi seanslar darhol tugaydi. Keyin qayta kirish mumkin.

console-field-active = yoqilgan
console-field-allowed-from = qayerdan mumkin
console-field-assignee = bajaruvchi
console-field-colour = rang
console-field-currency = valyuta
console-field-custom-role = o‘z roli
console-field-events = hodisalar
console-field-failures = muvaffaqiyatsiz kirishlar
console-field-failures-minutes = necha daqiqada (kirishlar)
console-field-filter = doira
console-field-grants = huquqlar
console-field-greeting = salomlashuv
console-field-hidden = yashirilgan
console-field-industry = soha
console-field-language = til
console-field-members = a’zolar
console-field-members-see = xodimlar ko‘radi
console-field-name = nomi
console-field-new-device = yangi qurilma
console-field-odd-hours = ish vaqtidan tashqari
console-field-rating = baho
console-field-redirect-uris = qaytish manzillari
console-field-returns = qaytarishlar
console-field-role = rol
console-field-rows-exported = yuklab olingan qatorlar
console-field-rows-minutes = necha daqiqada (qatorlar)
console-field-scopes = ruxsat doiralari
console-field-second-factor = kod bilan kirish
console-field-short-name = qisqa nom
console-field-status = holat
console-field-time-zone = vaqt mintaqasi
console-field-url = manzil
console-field-working-hours = ish vaqti

console-value-new = qabul qilindi
console-value-in-progress = bajarilmoqda
console-value-done = tayyor
console-value-returned = qaytarildi
console-value-closed = yopildi
console-value-cancelled = bekor qilindi
console-value-ru = ruscha
console-value-uz = o‘zbekcha
console-value-en = inglizcha
console-value-all = hammasini
console-value-team = o‘z jamoasinikini
console-value-assigned = topshirilganini
console-value-own = o‘zinikini

console-members = Xodimlar
console-members-search = Ism yoki @nom
console-members-none = Hech kim topilmadi
console-members-none-hint = Qidiruvni o‘zgartiring yoki hamkasbingizni taklif qiling.
console-member-any-role = Istalgan
console-member-role = Rol
console-member-role-hint = Yangi rol darhol kuchga kiradi: keyingi bosishdanoq.
console-member-me = Bu sizsiz. O‘z rolini hech kim o‘zgartirmaydi: buni hamkasbi qiladi.

# $when (String) — kun
console-member-since = { $when } dan beri

console-member-eyes = Uning ko‘zi bilan ko‘rish
console-member-eyes-deed = Ko‘rish

# $name (String) — kim
console-member-eyes-hint = Kontorani { $name } qanday ko‘rsa, siz ham shunday ko‘rasiz. Hech narsani o‘zgartirib bo‘lmaydi, ko‘rganingiz jurnalga yoziladi.

console-member-sessions = Seanslarni tugatish
console-member-sessions-deed = Tugatish

# $name (String) — kim
console-member-sessions-hint = { $name }: hamma qurilmalar darhol, barcha tashkilotlardan chiqadi. Qaytadan kirish mumkin. Telefon yo‘qolganda kerak bo‘ladi.

console-member-offer = Tashkilotni topshirish
console-member-offer-deed = Taklif qilish

# $name (String) — kim
console-member-offer-hint = { $name } rozi bo‘lsa, ega bo‘ladi: buning uchun bir sutka bor. Siz administrator bo‘lib qolasiz.

console-member-remove = Jamoadan chiqarish
console-member-remove-deed = Chiqarish

# $name (String) — kim
console-member-remove-hint = { $name } keyingi bosishdan boshlab tashkilotda ishlay olmaydi. Qilgan ishlari qoladi. Taklifnoma bilan qaytarish mumkin.

# $name (String) — kim
console-member-removed = { $name } endi jamoada emas

console-offer-made = Taklif yuborildi
console-offer-accepted = Endi tashkilot sizniki
console-offer-withdrawn = Topshirish bekor qilindi
console-offer-accept = Qabul qilish
console-offer-decline = Rad etish
console-offer-withdraw = Topshirishni bekor qilish

# $name (String) — kim topshiradi
console-offer-to-me = { $name } sizga tashkilotni topshirmoqda

# $until (String) — qachongacha
console-offer-to-me-hint = Siz ega, avvalgi ega esa administrator bo‘ladi. { $until } gacha javob bering.

# $name (String) — kimga
console-offer-by-me = Tashkilot taklif qilindi: { $name }

# $until (String) — qachongacha
console-offer-by-me-hint = Javobni { $until } gacha kutamiz. Hozircha ega sizsiz.

console-invite = Taklif qilish
console-invites = Taklifnomalar
console-invites-open = Hali qabul qilinmagan
console-invites-none = Ochiq taklifnomalar yo‘q
console-invites-none-hint = Yuborilgan, lekin hali qabul qilinmaganlari shu yerda bo‘ladi.
console-invite-hint = Havola bir marta ishlaydi: uni birinchi ochgan odam shu rolda xodim bo‘ladi.
console-invite-lasts = Amal qiladi
console-invite-name = Kim uchun (ixtiyoriy)
console-invite-create = Taklifnoma yaratish
console-invite-ready = Taklifnoma tayyor

# $until (String) — qachongacha
console-invite-ready-hint = Havolani yuboring yoki kodni ko‘rsating. { $until } gacha, bir marta ishlaydi. Uni boshqa ko‘rsatmaymiz.

console-invite-link = Telegram uchun havola
console-invite-here = Brauzer uchun havola
console-invite-qr = Taklifnomaning QR-kodi
console-invite-another = Yana bitta taklifnoma
console-invite-revoke = Bekor qilish
console-invite-revoke-title = Taklifnoma bekor qilinsinmi?
console-invite-revoke-hint = Bu havola bilan endi hech kim kira olmaydi.
console-invite-revoked = Taklifnoma bekor qilindi

# $when (String) — qachongacha
console-valid-until = { $when } gacha

# $count (Number) — necha kun
console-days = { $count } kun

console-join = Sizni taklif qilishmoqda
console-join-none = Bu yerda taklifnoma yo‘q
console-join-none-hint = Sizga yuborilgan havolani yana bir bor oching.

# $name (String) — kim taklif qiladi
# $role (String) — rol
console-join-by = { $name } sizni jamoaga chaqirmoqda. Rol: { $role }.

# $role (String) — rol
console-join-as = Sizni jamoaga chaqirishmoqda. Rol: { $role }.

console-join-accept = Qo‘shilish
console-join-decline = Hozir emas

console-organization = Tashkilot
console-organizations = Tashkilotlaringiz
console-organizations-none = Hozircha hech qayerda ishlamaysiz
console-organizations-none-hint = Hamkasblardan taklifnoma so‘rang yoki o‘z tashkilotingizni yarating.
console-organization-new = + Yangi tashkilot
console-organization-open = Ochish
console-organization-is-deleted = o‘chirilgan
console-organization-restore = Qaytarish
console-organization-restored = Tashkilot qaytarildi

# $name (String) — tashkilot nomi
console-organization-deleted-name = { $name } (o‘chirilgan)

# $until (String) — qachongacha
console-organization-restorable = Egasi uni { $until } gacha qaytara oladi. Keyin butunlay yo‘qoladi.

console-organization-language = Xodimlar guruhining tili
console-industry = Faoliyati
console-industry-property = Uylar va xonadonlar
console-industry-services = Chaqiruv xizmatlari
console-industry-sales = Savdo
console-industry-call-center = Koll-markaz
console-industry-partners = Hamkorlar tarmog‘i
console-industry-other = Boshqa
console-time-zone = Vaqt mintaqasi
console-currency = Valyuta
console-working-hours = Ish soatlari
console-working-hours-hint = Tashkilot vaqti bo‘yicha. Hech narsa belgilanmasa, soatlar ko‘rsatilmagan bo‘ladi.
console-hours-from = boshlanishi
console-hours-to = tugashi
console-day-off = dam olish kuni
console-day-mon = Dushanba
console-day-tue = Seshanba
console-day-wed = Chorshanba
console-day-thu = Payshanba
console-day-fri = Juma
console-day-sat = Shanba
console-day-sun = Yakshanba
console-branding = Ko‘rinishi
console-short-name = Qisqa nomi
console-short-name-hint = To‘liq nomi sig‘maydigan joylarda
console-colour = Rangi
console-greeting = Salomlashuv
console-greeting-hint = Yangi aholi birinchi bo‘lib shuni o‘qiydi
console-organization-end = Ketish yoki o‘chirish
console-organization-leave = Tashkilotdan ketish
console-organization-leave-deed = Ketish

# $name (String) — tashkilot nomi
console-organization-leave-hint = Siz «{ $name }» xodimi bo‘lmay qolasiz. Faqat taklifnoma bilan qaytish mumkin.

# $name (String) — tashkilot nomi
console-organization-left = Siz «{ $name }» dan ketdingiz

console-organization-delete = Tashkilotni o‘chirish
console-organization-delete-hint = Endi hech kim kira olmaydi, bot ariza qabul qilmaydi. Yetti kun davomida egasi hammasini qaytara oladi, keyin ma’lumotlar butunlay yo‘qoladi.

# $name (String) — tashkilot nomi
console-organization-type-name = Nomini kiriting: { $name }

console-teams = Jamoalar
console-teams-hint = Bir jamoadagilar, roli ruxsat bersa, bir-birining ishini ko‘radi.
console-teams-none = Hozircha jamoalar yo‘q
console-teams-none-hint = Birinchisini yig‘ing, masalan «Santexniklar».
console-team-new = Yangi jamoa
console-team-name = Nomi
console-team-name-hint = Masalan, «Santexniklar»
console-team-members = Jamoada kimlar bor
console-team-delete = Jamoani o‘chirish
console-team-deleted = Jamoa o‘chirildi

# $name (String) — jamoa nomi
console-team-delete-hint = «{ $name }» jamoasi yo‘qoladi. Xodimlar qoladi.

## Дома, квартиры, жители

console-add = Qo‘shish
console-close = Yopish
console-archive = Arxivga olish
console-buildings = Uylar
console-building-add = Uy qo‘shish
console-buildings-search = Manzil, nom yoki majmua
console-buildings-none = Uy topilmadi
console-buildings-none-hint = Qidiruvni o‘zgartiring yoki uy qo‘shing.
# $count (Number) — сколько помещений
# $inhabited (Number) — в скольких живут
console-building-units = { $count } ta xona, { $inhabited } tasida yashashadi
console-building-address = Manzil
console-building-address-hint = Masalan, «Navoiy ko‘chasi, 5»
console-building-about = Uy haqida
console-building-name = Odamlar qanday ataydi
console-building-floors = Qavatlar soni
# $address (String) — дом
console-building-archive-hint = «{ $address }» uyi ro‘yxatlardan yo‘qoladi. Arizalar va tarix qoladi.
console-complex = Majmua
console-complex-any = Har qanday
console-complex-no = Majmuasiz
console-complex-add = Majmua qo‘shish
console-complex-name = Majmua nomi
console-property-note = Izoh
console-property-note-hint = Bu yerga keladiganlar uchun: kalit qayerda, suv qayerdan yopiladi.
console-entrances = Kirish yo‘laklari
console-entrances-none = Hozircha kirish yo‘lagi yo‘q.
# $number (Number) — подъезд
console-entrance-number = { $number }-kirish yo‘lagi
# $code (String) — код двери
console-entrance-code = kod { $code }
# $count (Number) — сколько помещений
console-entrance-units = { $count } ta xona
console-entrance-new = Yangi kirish yo‘lagi: raqami
console-entrance-door-code = Eshik kodi
console-sticker = Stiker
console-sticker-hint = Kirish yo‘lagi eshigi uchun QR-kod: aholi uni ochib, darrov ariza yozadi.
console-link-no-bot = Havola tashkilotda bot paydo bo‘lganda chiqadi.
console-units = Xonadonlar
console-units-search = Raqam, hisob, ism yoki telefon
console-units-none = Hech narsa topilmadi
console-units-none-hint = Xonadon raqami, shaxsiy hisob, ism yoki telefonni kiritib ko‘ring.
console-unit-kind = Turi
console-unit-kind-any = Har qanday
console-unit-kind-of-new = Bu nima
console-unit-kind-flat = Xonadon
console-unit-kind-commercial = Noturar joy
console-unit-kind-parking = Avtoturargoh
console-unit-kind-storage = Omborxona
# $address (String) — дом
# $number (String) — квартира
console-unit-at = { $address }, { $number }-xonadon
# $kind (String) — вид
# $number (String) — номер
console-unit-title = { $kind } { $number }
# $floor (Number) — этаж
console-unit-floor-number = { $floor }-qavat
# $count (Number) — сколько ждут
console-unit-waiting = { $count } kishi tekshiruvni kutmoqda
# $count (Number) — сколько живут
console-unit-residents = { $count ->
        [0] hech kim
       *[other] { $count } aholi
    }
console-unit-new = Yangi xonadon: raqami
console-unit-number = Raqam
console-unit-floor = Qavat
console-unit-entrance = Kirish yo‘lagi
console-unit-area = Maydoni, m²
console-unit-area-wrong = Son yozing, masalan 54,3
console-unit-account = Shaxsiy hisob
console-unit-about = Xona haqida
# $number (String) — номер
console-unit-archive-hint = { $number } ro‘yxatlardan yo‘qoladi. Arizalar va tarix qoladi.
console-unit-link = Aholi havolasi
console-unit-link-show = Ko‘rsatish
console-unit-link-hint = Kvitansiya yoki eshik uchun QR-kod: aholi u orqali botni ochadi va bot xonadonni biladi.
console-unit-link-renew = Havolani almashtirish
console-unit-link-renew-hint = Avvalgi havola va QR-kod ochilmay qoladi. Aholi o‘z joyida qoladi.
console-unit-link-renewed = Havola almashtirildi
console-unit-nobody = Bu yerda hozircha hech kim yo‘q
console-unit-nobody-hint = Telefonni kiriting: uni botda tasdiqlagan odam bu yerda o‘zi paydo bo‘ladi.
console-residents = Aholi
console-residents-search = Ism, telefon, manzil yoki xonadon
console-residents-none = Hech kim topilmadi
console-residents-none-hint = Qidiruvni o‘zgartiring. Aholi xonadon sahifasida kiritiladi.
console-resident-new = Aholini kiritish
console-resident-add = Kiritish
console-resident-phone = Telefon
console-resident-phone-hint = Botda bu raqamni tasdiqlagan odam darrov tasdiqlanadi.
console-resident-name = Ism
console-resident-role = Kim sifatida
console-resident-role-any = Har kim
console-resident-role-owner = mulkdor
console-resident-role-family = oila a’zosi
console-resident-role-tenant = ijarachi
console-resident-role-unknown = roli aytilmagan
console-resident-state = Holati
console-resident-state-any = Hozir yashaydi
console-resident-state-expected = hali botda emas
console-resident-state-pending = tekshiruvni kutmoqda
console-resident-state-verified = tasdiqlangan
console-resident-state-declined = rad etilgan
console-resident-state-moved-out = ko‘chib ketgan
console-resident-verify = Tasdiqlash
console-resident-decline = Rad etish
console-resident-verified = Aholi tasdiqlandi
console-resident-declined = Rad etildi
console-resident-move-out = Ko‘chib ketdi
# $name (String) — как зовут
console-resident-move-out-hint = { $name } endi bu xonadon aholisi bo‘lmaydi. Tarix qoladi.
console-resident-moved-out = Yozildi: endi bu yerda yashamaydi

## Ish vaqti

console-calendars = Ish vaqti
console-calendars-hint = Ariza muddatlari shu soatlar bo‘yicha hisoblanadi. Vaqt — tashkilotniki.
console-calendars-none = Taqvimlar hali yo‘q
console-calendars-none-hint = Hozircha muddatlar tashkilot ish soatlari bo‘yicha, ular ko‘rsatilmagan bo‘lsa — kecha-kunduz. Quyidagi tayyor taqvimni oling.
console-calendar-chosen = asosiy
console-calendar-always = Kecha-kunduz, dam olishsiz
# $count (Number)
console-calendar-dates = { $count } ta alohida kun
console-calendar-presets = Tayyor taqvimlar
console-calendar-preset-emergency-416 = Avariya xizmati (416)
console-calendar-preset-around-the-clock = Kecha-kunduz
console-calendar-preset-five-days = Besh kunlik
console-calendar-take = Olish
# $minutes (Number)
console-norm-answer-call = Qo‘ng‘iroqqa javob: { $minutes } daqiqagacha
# $minutes (Number)
console-norm-localise-damage = Avariyani to‘xtatish: { $minutes } daqiqa
# $hours (Number)
console-norm-clear-sewer = Kanalizatsiya tiqilishi: { $hours } soat
# $hours (Number)
console-norm-clear-chute = Axlat quvuri tiqilishi: { $hours } soat, 8 dan 23 gacha
# $hours (Number)
console-norm-repair-damage = Avariyani bartaraf etish: { $hours } soat
console-calendar-name = Nomi
console-calendar-week = Hafta soatlari
console-calendar-week-hint = Bir necha oraliq — bir necha qator. Tugashi boshlanishidan keyin bo‘lmasa, smena ertasi kuni tugaydi.
console-calendar-add-hours = + Soatlar
console-calendar-remove-hours = ✕
console-calendar-exceptions = Alohida kunlar
console-calendar-exceptions-hint = Bayramlar, qisqa kunlar va ish shanbalari. Soatsiz — dam olish kuni.
console-calendar-date = Sana
console-calendar-note = Qanday kun
console-calendar-add-date = Kun qo‘shish
console-calendar-remove-date = Kunni olib tashlash
console-calendar-choose = Asosiy qilish
console-calendar-delete = Taqvimni o‘chirish
# $name (String)
console-calendar-delete-hint = «{ $name }» taqvimi yo‘qoladi.

## Smenalar, yo‘qliklar, ko‘nikmalar

console-shifts = Smenalar
console-on-duty = Hozir smenada
console-on-duty-none = Hech kim yo‘q. Shoshilinch xabar dispetcherlarga, so‘ng menejer va egalarga boradi.
console-duty-dispatcher = dispetcher
console-duty-worker = usta
console-duty-manager = mas’ul
# $when (String)
console-shift-until = { $when } gacha
# $when (String)
console-shift-not-begun = smenani qabul qilmagan, jadvalda { $when } gacha
# $name (String)
console-shift-left = { $name } topshirdi:
console-shift-begin = Smenani qabul qilish
console-shift-end = Smenani topshirish
console-shift-note = Keyingi smenaga nima deysiz
console-shift-note-hint = Yozuvsiz smena topshirilmaydi
console-roster = Jadval
console-week-before = ← Hafta
console-week-next = Hafta →
console-roster-none = Bu haftada smenalar yo‘q
console-roster-none-hint = Smena belgilang: xodimga bot xabar beradi.
console-shift-cancel = Bekor qilish
console-shift-plan = Smena belgilash
console-shift-who = Kimga
console-shift-duty = Kim sifatida
console-absences = Yo‘qliklar
console-absences-hint = Odam yo‘qligida uning arizalari va signallari o‘rinbosarga keladi.
# $name (String)
console-absence-deputy = O‘rnini { $name } bosadi
console-absence-no-deputy = O‘rnini hech kim bosmaydi
console-absence-end = Qaytdi
console-absence-who = Kim bo‘lmaydi
console-absence-me = Men
console-absence-stand-in = O‘rnini kim bosadi
console-absence-nobody = Hech kim
console-absence-note = Yo‘qlikni belgilash
console-skills = Ko‘nikmalar
console-skills-hint = Xodimlar nima qila oladi. Ariza turi ko‘nikmani aytadi, uni biladigan odam oladi.
console-skills-none = Ko‘nikmalar hali yo‘q
console-skills-list = Ko‘nikmalar ro‘yxati
console-skill-new = Yangi ko‘nikma
console-skill-new-hint = Masalan, «Santexnika», «Elektr», «Liftlar»
console-skill-delete-hint = Ko‘nikma unga ega hammadan yo‘qoladi.
console-assignment = Ariza kimga tushadi
console-assignment-hint = Yo‘q bo‘lganlar hech narsa olmaydi; avval biladigan va smenadagilar.
console-assignment-by-hand = Qo‘lda
console-assignment-in-order = Navbat bilan
console-assignment-evenly = Teng
console-assignment-by-load-and-skill = Yuklama va ko‘nikma bo‘yicha
console-assignment-by-building = Uylar bo‘yicha
console-field-calendar = taqvim
console-field-duty = navbatchilik
console-field-skills = ko‘nikmalar
console-field-starts-at = boshlanishi
console-field-ends-at = tugashi
console-field-strategy = taqsimlash tartibi
console-timeouts = Kutish muddatlari
console-timeouts-hint = Daqiqalarda. Bir kun — 1440.
console-timeout-unassigned = Hech kim olmadi: navbatchiga signal
console-timeout-unassigned-emergency = Avariyani hech kim olmadi
console-timeout-not-accepted = Tayinlangan javob bermadi
console-timeout-answer-reminder = Aholiga savol: eslatma
console-timeout-answer-overdue = Aholiga savol: navbatchiga signal
console-timeout-answer-close = Aholiga savol: javobsiz yopish
console-timeout-done-reminder = Tayyor: aholiga eslatma
console-timeout-done-accept = Tayyor: javobsiz qabul qilish

console-requests = Arizalar
console-request-one = Ariza
console-request-file = Ariza berish
console-request-file-deed = Yuborish
console-requests-none = Hozircha ariza yo‘q
console-requests-none-hint = Ularni aholi botda beradi, aholi uchun shu yerdan ham berish mumkin.
console-requests-not-found = Hech narsa topilmadi
console-requests-not-found-hint = So‘zlarni yoki filtrni o‘zgartiring.
console-request-about = Mavzu
console-request-where = Qayerda
console-request-status = Holati
console-request-assignee = Ijrochi
console-request-due = Muddat
console-request-priority = Shoshilinchlik
console-request-building = Uy

# $number (String) — raqami
console-request-unit = { $number }-xonadon

console-request-clock-stands = kutmoqda
console-request-overdue = muddati o‘tgan
console-requests-search = So‘zlar yoki raqam
console-requests-filter = Filtr
console-requests-open = Barcha ochiqlar
console-requests-any-status = Istalgan
console-requests-any-priority = Istalgan
console-requests-any-category = Istalgan
console-requests-any-building = Istalgan
console-requests-any-assignee = Istalgan
console-requests-nobodys = Hech kim olmagan
console-requests-mine = Men
console-requests-overdue = Faqat muddati o‘tganlar
console-request-status-new = yangi
console-request-status-assigned = tayinlangan
console-request-status-accepted = olindi
console-request-status-on-the-way = yo‘lda
console-request-status-in-progress = bajarilmoqda
console-request-status-paused = to‘xtatilgan
console-request-status-done = tayyor
console-request-status-returned = qaytarilgan
console-request-status-closed = yopilgan
console-request-status-cancelled = bekor qilingan
console-request-status-declined = rad etilgan
console-request-priority-emergency = avariya
console-request-priority-high = shoshilinch
console-request-priority-normal = oddiy
console-request-priority-low = shoshilmaydi
console-request-pause-part = ehtiyot qism kutilmoqda
console-request-pause-access = kirib bo‘lmadi
console-request-pause-contractor = pudratchi kerak
console-request-pause-resident = aholi kutilmoqda
console-request-pause-other = boshqa sabab
console-request-tag-fast = Tez
console-request-tag-clean = Toza
console-request-tag-polite = Xushmuomala
console-request-tag-expensive = Qimmat
console-request-place-unit = Xonadon
console-request-place-entrance = Yo‘lak
console-request-place-yard = Hovli
console-request-closing-accepted = aholi qabul qildi
console-request-closing-unanswered = aholi javob bermadi
console-request-closing-by-staff = xodimlar yopdi
console-request-closing-merged = boshqasi bilan birlashtirildi
console-request-do-take = Olaman
console-request-did-take = Ariza sizda
console-request-do-assign = Tayinlash
console-request-did-assign = Tayinlandi
console-request-do-release = Qila olmayman
console-request-did-release = Navbatga qaytarildi
console-request-do-help = Yordam beraman
console-request-did-help = Siz yordam beryapsiz
console-request-do-depart = Yo‘lga chiqdim
console-request-did-depart = Aholi yo‘lda ekaningizni biladi
console-request-do-arrive = Yetib keldim
console-request-did-arrive = Belgilandi: joydasiz
console-request-do-pause = To‘xtatish
console-request-did-pause = Ariza to‘xtatildi
console-request-do-resume = Davom etish
console-request-did-resume = Ish davom etmoqda
console-request-do-complete = Tayyor
console-request-did-complete = Tayyor, aholidan so‘raymiz
console-request-do-accept = Ishni qabul qilish
console-request-did-accept = Qabul qilindi, rahmat
console-request-do-return = Hal bo‘lmadi
console-request-did-return = Ishga qaytarildi
console-request-do-reopen = Qayta ochish
console-request-did-reopen = Ariza qayta ochildi
console-request-do-rate = Baholash
console-request-did-rate = Baho uchun rahmat
console-request-do-cancel = Arizani bekor qilish
console-request-did-cancel = Ariza bekor qilindi
console-request-do-decline = Rad etish
console-request-did-decline = Ariza rad etildi
console-request-do-close = Arizani yopish
console-request-did-close = Ariza yopildi
console-request-do-merge = Takroriy ariza
console-request-did-merge = Arizalar birlashtirildi
console-request-do-edit = Mavzu va shoshilinchlik
console-request-did-edit = Saqlandi

# $count (Number) — necha marta
console-request-returns = { $count } marta qaytarilgan

# $done (Number) — nechtasi o‘tildi
# $all (Number) — jami nechta
console-request-step = Bosqich: { $all } dan { $done }

console-request-slot = Qulay vaqt
console-request-reporter = Aholi
console-request-unverified = tasdiqlanmagan
console-request-nobody = hozircha hech kim

# $count (Number) — nechta
console-request-helpers = { $count } kishi yordam beryapti

console-request-filed = Berilgan
console-request-files = Ilovalar

# $count (Number) — nechta
console-request-files-in-bot = { $count } ta fayl, Telegramda ko‘ring

console-request-followers = Kuzatayotgan qo‘shnilar
console-request-result = Nima qilindi
console-request-rating = Baho
console-request-parent = U birlashtirilgan arizani ochish

# $reason (String) — nega
# $until (String) — qachon
console-request-paused = To‘xtatilgan: { $reason }. Qaytish vaqti: { $until }.

console-request-asked = Aholi javobi kutilmoqda: vaqt hisobi to‘xtagan.
console-request-more = Boshqa amallar
console-request-reason = Sabab
console-request-words-release = Buni dispetcher o‘qiydi.
console-request-words-decline = Buni aholi o‘qiydi.
console-request-words-cancel = Yozmasa ham bo‘ladi.
console-request-words-complete = Buni aholi o‘qiydi. Yozmasa ham bo‘ladi.
console-request-until = Qachon qaytamiz
console-request-assign-whom = Kimga tayinlaymiz?

# $count (Number) — unda nechta ariza
console-request-has-open = { $count } ta ochiq

console-request-no-workers = Hozircha ijrochi yo‘q. «Xodimlar» bo‘limida ustani taklif qiling.
console-request-rating-words = O‘z so‘zingiz bilan
console-request-edit-hint = Muddat ariza berilgan vaqtdan qayta hisoblanadi.
console-request-merge-deed = Birlashtirish
console-request-merge-hint = Qaysi ariza bilan birlashtiramiz? Aholi uni kuzatib boradi.
console-request-merge-none = O‘xshash ochiq ariza yo‘q.
console-request-close-hint = Ariza aholining so‘zisiz yopiladi. U buni ko‘radi va 14 kun ichida qayta ocha oladi.
console-request-work = Ish

# $before (Number) — oldin nechta
# $after (Number) — keyin nechta
console-request-photos = Suratlar: oldin { $before }, keyin { $after }

console-request-photos-before = Oldin
console-request-photos-after = Keyin
console-request-photos-add = Ish suratini qo‘shish
console-request-photo = Surat
console-request-attach = Surat qo‘shish
console-request-uploading = Yuklanmoqda…
# $name (String) — имя файла
console-request-detach = { $name } ni olib tashlash
console-request-file-awaited = Fayl Telegramdan yuklanmoqda
console-request-file-gone = Fayl mavjud emas
console-request-file-one = Fayl

console-request-materials-and-price = Materiallar va narx
console-request-checklist = Tekshiruv ro‘yxati
console-request-materials = Materiallar

# $name (String) — nima
console-request-material-remove = Olib tashlash: { $name }

# $sum (String) — summa
console-request-materials-total = Jami: { $sum }

# $sum (String) — summa
console-request-price = Ish narxi: { $sum }

console-request-price-agreed = Aholi rozi
console-request-price-waits = Aholi roziligi kutilmoqda
console-request-price-yes = Roziman
console-request-price-no = Rozi emasman
console-request-material = Material
console-request-material-cost = Qiymati
console-request-sum-wrong = Summani raqam bilan yozing
console-request-material-add = Material qo‘shish
console-request-price-new = Aholi uchun narx
console-request-price-hint = Aholiga savol boradi, u rozi yoki yo‘qligini aytadi.
console-request-price-offer = Taklif qilish
console-request-history = Tarix

# $count (Number) — yana nechta
console-request-history-whole = Oldingilarini ko‘rsatish: { $count }

console-request-internal = ichki
console-request-question = savol
console-request-to = Kimga
console-request-to-resident = Aholiga
console-request-to-question = Savol
console-request-to-staff = Xodimlarga
console-request-words = Xabar
console-request-words-to-staff = Xodimlarga xabar
console-request-whom = Kim uchun?
console-request-whom-hint = Ism, telefon, manzil yoki xonadon
console-request-somebody-else = Boshqa odam
console-request-choose = Tanlash
console-request-what = Nima bo‘ldi?
console-request-what-hint = Masalan: rakovina ostidan suv oqyapti, pol ho‘l.
console-request-about-choose = Mavzuni tanlang

# $kind (String) — turi
console-request-about-other = { $kind }: boshqa

console-request-priority-usual = Mavzudagidek
console-send = Yuborish
console-change = O‘zgartirish
console-event-request-joined = Arizaga qo‘shni qo‘shildi
console-event-request-assigned = Ariza tayinlandi
console-event-request-offered = Ariza hammaga taklif qilindi
console-event-request-released = Ariza navbatga qaytdi
console-event-request-freed = Ijrochi ketdi, ariza yana navbatda
console-event-request-helped = Arizaga yordam keldi
console-event-request-departed = Usta yo‘lga chiqdi
console-event-request-arrived = Usta yetib keldi
console-event-request-paused = Ariza to‘xtatildi
console-event-request-resumed = Ish davom ettirildi
console-event-request-reopened = Ariza qayta ochildi
console-event-request-declined = Ariza rad etildi
console-event-request-closed = Ariza yopildi
console-event-request-merged = Ariza birlashtirildi
console-event-request-edited = Ariza o‘zgartirildi
console-event-request-remarked = Bahoga izoh
console-event-work-step-toggled = Tekshiruv bosqichi
console-event-work-photos-added = Ish suratlari
console-event-material-added = Material
console-event-material-removed = Material olib tashlandi
console-event-price-offered = Narx taklif qilindi
console-event-price-answered = Narxga javob
console-event-category-created = Mavzu yaratildi
console-event-category-edited = Mavzu o‘zgartirildi
console-categories = Ariza mavzulari
console-categories-hint = Ish turi va uning ostida muammolar. Muammoda ko‘rsatilmagani turidan olinadi.
console-categories-old = Olib tashlanganlarni ham ko‘rsatish
console-category-add-kind = Tur qo‘shish
console-category-add-problem = + Muammo

# $kind (String) — turi
console-category-new-in = { $kind }: yangi muammo

# $respond (String) — soat:daqiqa
# $resolve (String) — soat:daqiqa
console-category-terms = javob { $respond }, ish { $resolve }

console-category-photo-before = oldingi surat
console-category-photo-after = keyingi surat

# $count (Number) — nechta
console-category-steps = { $count } bosqich

console-category-archived = olib tashlangan

# $name (String) — nima
console-category-edit-named = O‘zgartirish: { $name }

# $name (String) — nima
console-category-archive-named = Olib tashlash: { $name }

console-category-archive-hint = Uni boshqa tanlab bo‘lmaydi. Berilgan arizalar qoladi.
console-category-back = Qaytarish
console-category-name-ru = Ruscha nomi
console-category-name-uz = O‘zbekcha nomi
console-category-name-en = Inglizcha nomi
console-category-icon = Belgi
console-category-places = Qayerda bo‘ladi
console-category-respond = Olish muddati, daqiqa
console-category-resolve = Bajarish muddati, daqiqa
console-category-minutes-as-kind = Ish vaqti. Bo‘sh bo‘lsa: turidagidek.
console-category-minutes-usual = Ish vaqti. Bo‘sh bo‘lsa: ikki soat va ikki sutka.
console-category-evidence = «Tayyor» uchun nima kerak
console-category-shared = butun uyda birdan bo‘lishi mumkin
console-category-skill = Ijrochi ko‘nikmasi
console-category-skill-hint = Shu ko‘nikmaga ega kishi arizani birinchi oladi.
console-category-checklist-hint = Har qatorda bitta bosqich. Hammasi bajarilmasa, «Tayyor» qabul qilinmaydi.
console-category-keywords = Qaysi so‘zlardan tanish
console-category-keywords-hint = So‘z boshlari, vergul bilan: oqy, kran tom.
console-notifications = Bildirishnomalar
console-notifications-hint = Telegramga sizga nima va qachon keladi. Avariyalar doim keladi.
console-notifications-what = Nima haqida xabar berish
console-quiet-own = Mening sokin soatlarim

# $zone (String) — vaqt mintaqasi
console-quiet-chosen = Ularni o‘zingiz tanlagansiz. Vaqt mintaqasi: { $zone }.

# $zone (String) — vaqt mintaqasi
console-quiet-as-org = Tashkilotdagidek. Vaqt mintaqasi: { $zone }.

console-quiet-org = Tashkilotning sokin soatlari
console-quiet-org-hint = O‘zinikini tanlamaganlar uchun. Shoshilinch bo‘lmagani ertalab bitta xabarda keladi.
console-quiet-on = Bezovta qilmaslik
console-quiet-from = Dan
console-quiet-to = Gacha
console-recipients = Ogohlantirishlarni kim oladi
console-recipients-rule = Ogohlantirish
console-risers = Stoyaklar
console-riser = Stoyak
console-riser-add = Stoyak qo‘shish
console-risers-none = Stoyaklar hali kiritilmagan.
console-riser-kind = Nima oqadi
console-riser-name = Stoyak nomi
console-riser-whole-house = butun uy
console-riser-note = Qayerda yopiladi

# $name (String) — stoyak
console-riser-edit = O‘zgartirish: { $name }

# $count (Number) — nechta
console-riser-units = { $count } ta xonadon

console-riser-kind-cold-water = sovuq suv
console-riser-kind-hot-water = issiq suv
console-riser-kind-heating = isitish
console-riser-kind-sewage = kanalizatsiya
console-riser-kind-electricity = elektr
console-entrance-edit = Yo‘lak

# $number (Number) — raqami
console-entrance-edit-number = { $number }-yo‘lakni o‘zgartirish

console-resident-edit = Aholi

# $name (String) — kim
console-resident-edit-named = O‘zgartirish: { $name }

# $name (String) — kim
console-resident-theirs = Ism va telefonni { $name } botda o‘zi o‘zgartiradi. Bu yerda rolni o‘zgartirish mumkin.
console-event-incident-suspected = Umumiy avariyaga o‘xshaydi
console-event-incident-declared = Umumiy avariya e’lon qilindi
console-event-incident-dismissed = Umumiy avariya yo‘q
console-event-incident-accepted = Avariya qabul qilindi
console-event-incident-unanswered = Navbatchilar avariyani qabul qilmadi
console-event-incident-told = Aholiga avariya haqida xabar berildi

### Avariyalar

console-incidents = Avariyalar
console-incidents-open = Hozir davom etmoqda
console-incidents-all = Hammasi
console-incidents-none = Avariya yo‘q
console-incidents-none-hint = Bir uyning uch nafar aholisi 15 daqiqada bir xil muammoni bildirsa, avariya bu yerda o‘zi paydo bo‘ladi. Uni e’lon qilish ham mumkin.
console-incident-one = Avariya
# $number (Number)
console-incident-number = №{ $number } avariya
console-incident-declare = Avariya e’lon qilish
console-incident-declare-hint = Shu joyning barcha aholisi darhol avariya kartochkasini oladi.
console-incident-declare-deed = E’lon qilish
console-incident-declare-whole = Butun uyga e’lon qilish
console-incident-building = Uy
console-incident-scope = Aynan qayerda
console-incident-whole-building = butun uy
console-incident-known = Nima ma’lum
console-incident-known-hint = Xodimlar uchun. Aholiga alohida yozasiz.
console-incident-people = Kartochkasi bor aholi
console-incident-declared-at = E’lon qilingan
console-incident-over-at = Bartaraf etilgan
console-incident-accepted-by = Qabul qildi
console-incident-accept = Qabul qilish
console-incident-dismiss = Bu avariya emas
console-incident-dismiss-hint = O‘xshash arizalar alohida qoladi.
console-incident-end = Avariyani yakunlash
console-incident-end-hint = Aholi kartochkalarida bartaraf etilgani aytiladi va uzr so‘raladi. Dalolatnoma xodimlar guruhiga keladi.
console-incident-request = Arizani ochish
console-incident-act = Dalolatnoma (PDF)
console-incident-told = Aholiga nima deyildi
# $count (Number)
console-incident-linked = U bilan birga arizalar: { $count }
# $time (String)
console-incident-until = Taxminan { $time } da tugatamiz
console-incident-sorry = Bartaraf etildi. Noqulaylik uchun uzr so‘raymiz.
console-incident-tell = Aholiga xabar berish
console-incident-tell-deed = Kartochkalarda ko‘rsatish
console-incident-stage = Bosqich
console-incident-stage-same = o‘zgarishsiz
console-incident-stage-searching = 🔎 Sababini qidiryapmiz
console-incident-stage-crew = 👷 Brigada joyida
console-incident-stage-repairing = 🔧 Ta’mirlayapmiz
console-incident-stage-restoring = 💧 Tiklayapmiz
console-incident-words = O‘z so‘zingiz bilan
# $count (Number)
console-incident-words-hint = O‘qiydiganlar: { $count }
console-incident-expected = Qachon tugatamiz
console-incident-state-suspected = avariyaga o‘xshaydi
console-incident-state-declared = avariya
console-incident-state-dismissed = avariya emas
console-incident-state-over = bartaraf etildi
