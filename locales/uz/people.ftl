### Birinchi tanishuv: xonadon, telefon, til

people-hello = Assalomu alaykum, { $name }!
people-this-is-bot-of = Bu «{ $org }» boti.
people-home = { $address }, { $number }-xonadon
people-unit-short = { $number }-xonadon
people-is-it-you = Bu sizmi?
people-yes-i-live-here = ✅ Ha, shu yerda yashayman
people-another-unit = Boshqa xonadon
people-i-am-not-resident = Bu yerda yashamayman
people-answer-by-button = Iltimos, tugma orqali javob bering. Yozganlaringizni eslab qolaman.
people-other-unit = Yaxshi, sizning xonadoningizni topamiz.
people-not-resident = Yaxshi. Uyda biror narsa yuz bersa, baribir yozing: yetkazamiz.
people-already-home = { $home }: siz allaqachon shu yerdasiz.
people-phone-why = Pastdagi tugma orqali telefon raqamingizni tasdiqlang: sizni shu raqam bo‘yicha taniymiz.
people-phone-finds-home = Xonadoningiz havolasi yoki QR-kodini oching. Yoki pastdagi tugma orqali raqamingizni tasdiqlang: xonadonni shu raqam bo‘yicha topaman.
people-key-phone = 📱 Raqamni tasdiqlash
people-key-later = Keyinroq
people-phone-later = Yaxshi, raqamni keyinroq tasdiqlasa bo‘ladi.
people-phone-by-button = Avval raqamingizni pastdagi tugma orqali yuboring yoki «Keyinroq» tugmasini bosing. Yozganlaringizni eslab qolaman.
people-phone-not-own = Bu boshqa odamning kontakti. Iltimos, o‘z raqamingizni tugma orqali yuboring.
people-verified = ✅ Rahmat! Raqam ro‘yxatimizga mos keldi, xonadoningiz tasdiqlandi.
people-to-be-verified = Rahmat! Ma’lumotlarni tekshiramiz, arizani esa hozirdan yuborish mumkin.
people-not-verified = tekshirilmagan
people-link-over = Bu havola endi ishlamaydi: u yangilangan. Hechqisi yo‘q, xonadonni manzil bo‘yicha topamiz.
# $address (String) — дом
# $entrance (Number) — подъезд
people-sticker = 📍 { $address }, { $entrance }-kirish yo‘lagi. Nima bo‘lganini yozing.
people-search = Ko‘cha va uyni yozing, masalan: Navoiy 5. Topilmasa, eshigingiz yoki kvitansiyadagi QR-kodni oching.
people-search-found = Bu qaysi uy?
people-search-nothing = Bizda bunday uy yo‘q. Qisqaroq yozib ko‘ring: faqat ko‘cha yoki faqat raqam.
# $address (String) — дом
people-search-number = { $address }. Xonadon raqamini yozing.
people-search-no-number = Bu uyda bunday xonadon yo‘q. Raqamni tekshiring.
people-another-building = Boshqa uy
people-phone-finds-nothing = Raqam tasdiqlandi, lekin u bo‘yicha xonadon topilmadi.
people-role-ask = Bu yerda kim sifatida yashaysiz?
people-role-owner = Mulkdor
people-role-family = Oila a’zosi
people-role-tenant = Ijarachi
people-role-unknown = Aholi
# $org (String) — организация
people-consent = Oxirgisi: «{ $org }» arizalaringizni bajarish va uy haqida xabar berish uchun ismingiz, telefon raqamingiz va manzilingizni saqlaydi. Ularni boshqa hech kimga bermaymiz. Istalgan payt bizga yozib, o‘chirtirishingiz mumkin.
people-consent-give = ✅ Roziman
people-ready = Tayyor!
# $number (String) — квартира
people-check-title = Tekshiruv: { $number }-xonadon
people-check-no-phone = Raqam tasdiqlanmagan
people-check-phone-shared = ⚠️ Bu raqamni avval boshqa odam tasdiqlagan
# $role (String) — кем живёт
# $name (String) — как зовут
people-asks-access = { $role } { $name } ruxsat so‘rayapti
people-allow = ✅ Ruxsat berish
people-confirm = ✅ Tasdiqlash
people-decline = Rad etish
# $by (String) — кто ответил
people-check-verified = ✅ Tasdiqlandi: { $by }
# $by (String) — кто ответил
people-check-declined = ✖️ Rad etildi: { $by }
people-check-over = Endi kerak emas: bu odam bu yerda yashamaydi.
people-toast-verified = Tasdiqlandi
people-toast-declined = Rad etildi
# $home (String) — дом и квартира
people-you-are-verified = ✅ { $home }: siz tasdiqlandingiz.
# $home (String) — дом и квартира
people-you-are-declined = { $home }: bu yerda yashashingiz tasdiqlanmadi. Agar xato bo‘lsa, dispetcherga murojaat qiling.
