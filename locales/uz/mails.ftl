### Xatlar

mails-confirm-subject = Pochtangizni tasdiqlang
mails-confirm = Kontora’ga shu pochta bilan kirish uchun havolani bir sutka ichida oching:
mails-not-you = Buni siz so‘ramagan bo‘lsangiz, hech narsa qilish shart emas.
mails-known-subject = Kontora’dagi pochtangiz
mails-known = Kimdir pochtangizni boshqa Kontora hisobi uchun ko‘rsatdi. Bu pochta bilan hisobingiz bor, shuning uchun hech narsa o‘zgarmadi. Parolni unutgan bo‘lsangiz, kirish sahifasida yangisini so‘rang.
mails-password-subject = Yangi parol
mails-security-subject = Kontora’ga kirishingiz
# $org (String) — tashkilot nomi
mails-alert-subject = Shubhali harakat: { $org }
mails-alert-answer = Konsolda javob berish mumkin:
