### Menyu, yordam va qoralamalar

menu-key-new = 🛠 Ariza
menu-key-my = 📋 Arizalarim
menu-key-more = ☰ Yana
menu-just-write = Biror narsa yuz bersa, shunchaki yozing yoki rasm yuboring.
menu-staff-hint = Aholi arizalari xodimlar guruhiga keladi.
menu-draft-waits = Sizda ariza qoralamasi bor
menu-draft-resume = ▶️ Davom etish
menu-draft-new = 🆕 Yangi
menu-draft-drop = ✕ O‘chirish
menu-draft-back = ↩️ Qoralamani qaytarish
menu-draft-cancelled = Yangi ariza bekor qilindi.
menu-draft-dropped = Qoralama o‘chirildi.
menu-reply-cancelled = Ariza bo‘yicha javob bekor qilindi.
menu-cancelled = Bekor qilindi.
menu-nothing-to-cancel = Bekor qiladigan narsa yo‘q.
menu-help-button = ❓ Yordam
menu-help-title = Nimalar qila olaman
menu-help-body =
    • Yozing yoki rasm yuboring, men arizani rasmiylashtiraman.
    • Har bir arizaning kartochkasi bor: u o‘zi yangilanadi.
    • Kartochkaga javob yozing, so‘zlaringiz xodimlarga yetadi.

    /new — yangi ariza
    /my — arizalarim
    /language — til
    /cancel — bekor qilish
    /menu — menyu
menu-command-start = Boshlash
menu-command-new = Yangi ariza
menu-command-my = Arizalarim
menu-command-menu = Menyu
menu-command-language = Til
menu-command-cancel = Bekor qilish
menu-command-help = Yordam
