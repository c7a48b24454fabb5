### Tashkilot: kartochka, yaratish, o‘chirish

orgs-industry-property = Uylarni boshqarish
orgs-industry-services = Xizmatlar
orgs-industry-sales = Savdo
orgs-industry-call-center = Koll-markaz
orgs-industry-partners = Hamkorlar tarmog‘i
orgs-industry-other = Boshqa
# $role (String)
orgs-your-role = Rolingiz: { $role }
orgs-button-team = 👥 Jamoa
orgs-button-mine = 🏢 Tashkilotlarim
orgs-button-leave = Jamoadan chiqish
orgs-button-delete = Tashkilotni o‘chirish
orgs-button-back = ← Tashkilotga
orgs-mine-title = Sizning tashkilotlaringiz
orgs-mine-here = siz shu yerdasiz
orgs-mine-no-bot = hozircha boti yo‘q
orgs-mine-deleted = o‘chirilgan
orgs-mine-none = Siz hozircha hech bir tashkilotda ishlamaysiz.
orgs-mine-hint = Boshqasiga o‘tish uchun uning botini oching.
# $org (String)
orgs-leave-question = «{ $org }» jamoasidan chiqasizmi? Qaytish uchun yangi taklifnoma kerak bo‘ladi.
orgs-leave-yes = Ha, chiqish
# $org (String)
orgs-left = Siz «{ $org }» jamoasidan chiqdingiz.
# $org (String)
orgs-delete-question = «{ $org }»ni o‘chirish uchun uning nomini aynan shunday yozing. Yetti kun ichida qaytarish mumkin. Keyin hammasi yo‘qoladi: arizalar, odamlar, uylar.
# $org (String)
# $until (String)
orgs-closed = «{ $org }» tashkiloti o‘chirilgan, bot hozir ishlamaydi. { $until } gacha egasi hammasini qaytarishi mumkin.
orgs-restore = ↩️ Tashkilotni qaytarish
# $org (String)
orgs-restored = «{ $org }» yana ishlayapti.
# $name (String)
orgs-welcome = Assalomu alaykum, { $name }! Bu Kontora: arizalar, jamoa va mijozlar Telegramning o‘zida.
orgs-button-create = ➕ Tashkilot yaratish
# $org (String)
orgs-button-connect = 🤖 Bot ulash: { $org }
orgs-ask-industry = Tashkilot nima bilan shug‘ullanadi?
orgs-ask-name = Uning nomi nima? Aholi va mijozlar uni shunday ko‘radi.
orgs-ask-language = Jamoa bilan qaysi tilda gaplashaylik?
orgs-ask-zone = Qaysi vaqt bo‘yicha ishlaydi? Shaharni tanlang yoki vaqt mintaqasini yozing, masalan Asia/Tashkent.
orgs-by-button = Iltimos, tugma bilan javob bering.
orgs-by-words = Iltimos, so‘z bilan yozing.
orgs-city-tashkent = Toshkent
orgs-city-samarkand = Samarqand
orgs-city-almaty = Olmaota
orgs-city-bishkek = Bishkek
orgs-city-dushanbe = Dushanbe
orgs-city-moscow = Moskva
# $org (String)
orgs-created = ✅ «{ $org }» yaratildi, siz uning egasisiz.
orgs-ask-token =
    Endi uning botini ulang:
    1. @BotFather botini oching va /newbot yuboring.
    2. U bergan tokenni shu yerga yuboring.
    Tokenli xabarni darhol o‘chiraman.
orgs-token-later = Keyinroq
orgs-token-shape = Bu tokenga o‘xshamaydi. U shunday ko‘rinadi: 123456:ABC-def…
orgs-token-unknown = Telegram bu tokenni bilmaydi. To‘liq nusxalaganingizni tekshiring.
# $bot (String)
# $org (String)
orgs-connected = 🎉 Tayyor: @{ $bot } «{ $org }» uchun ishlayapti. Uni ochib, «Boshlash»ni bosing: https://t.me/{ $bot }
orgs-bot-later = Yaxshi. Botni keyin ulash mumkin: /org.
orgs-only-staff = Bu buyruq xodimlar uchun. Sizni taklif qilishgan bo‘lsa, taklifnomadagi havolani oching.
orgs-command-org = Tashkilot va jamoa
