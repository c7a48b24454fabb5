### Jamoa: rollar, xodim kartochkasi, topshirish

members-title = Jamoa
members-you = siz
members-next = Keyingi →
members-first = ← Boshiga
# $name (String)
members-since = Jamoada { $name } dan beri
# $count (Number)
members-limited = Faqat o‘z uylari: { $count }
members-button-role = Rol
members-button-remove = Chiqarish
members-button-offer = 👑 Tashkilotni topshirish
members-button-back = ← Jamoaga
# $name (String)
members-choose-role = { $name }: qaysi rol?
# $name (String)
# $role (String)
members-role-set = { $name }: endi { $role }
# $name (String)
members-remove-question = Jamoadan chiqarilsinmi: { $name }? Kirish huquqi darhol yo‘qoladi.
members-remove-yes = Ha, chiqarilsin
# $name (String)
members-removed = Endi jamoada emas: { $name }
# $org (String)
# $name (String)
members-offer-question = «{ $org }» topshirilsinmi? Yangi ega: { $name }. Siz administrator bo‘lib qolasiz. Bir kun ichida qabul qilinsa, topshiriladi.
members-offer-yes = Taklif qilish
# $name (String)
# $until (String)
members-offer-waits = 👑 Topshirish taklif qilindi: { $name }. Javob { $until } gacha kutiladi.
members-offer-withdraw = Topshirishni qaytarib olish
# $org (String)
# $name (String)
# $until (String)
members-offer-to-you = 👑 Sizga «{ $org }» tashkiloti topshirilmoqda. Taklif qilgan: { $name }. { $until } gacha qabul qilish mumkin.
members-offer-accept = Qabul qilish
members-offer-decline = Rad etish
# $org (String)
members-offer-accepted = Endi siz «{ $org }» egasisiz.
members-offer-withdrawn = Tashkilotni topshirish bekor qilindi.
# $org (String)
# $role (String)
members-news-role = «{ $org }»dagi rolingiz endi: { $role }.
# $org (String)
members-news-removed = Siz endi «{ $org }» jamoasida emassiz.
# $name (String)
members-news-transferred = Tashkilot topshirildi. Yangi ega: { $name }.
# $name (String)
# $role (String)
members-news-joined = Jamoada yangi odam: { $name }, { $role }.
