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
people-other-unit = Yaxshi. O‘z xonadoningiz havolasi yoki QR-kodini oching yoki raqamingizni tasdiqlang: xonadonni shu raqam bo‘yicha topaman.
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
