### Smenalar: jadval, qabul qilish va topshirish, kim navbatchi

shifts-title = 🕗 Smena
# $duty (String)
# $since (String)
# $until (String)
shifts-goes-on = Siz smenadasiz: { $duty }, { $since } dan { $until } gacha.
# $duty (String)
# $from (String)
# $until (String)
shifts-planned = Sizning smenangiz: { $duty }, { $from } – { $until }.
shifts-none = Jadvalda smenangiz yo‘q. Ishga chiqqan bo‘lsangiz, smenani qabul qiling.
shifts-begin = ✅ Smenani qabul qildim
shifts-end = Smenani topshirish
shifts-refresh = 🔄 Yangilash
shifts-begun = Smena qabul qilindi
shifts-ended = Smena topshirildi, yozuv saqlandi. Yaxshi dam oling!
shifts-ask-note = Keyingi smenaga nima deysiz?
shifts-ask-note-hint = Qisqa yozing: nima ochiq, nima va’da qilingan, kalitlar qayerda. Hammasi tinch bo‘lsa, shunday deb yozing.
shifts-note-by-words = So‘z bilan yozish kerak: usiz smena topshirilmaydi.
# $name (String)
# $when (String)
shifts-left = { $name } topshirdi, { $when }:
shifts-on-duty = Hozir smenada
shifts-nobody = Hech kim yo‘q.
# $name (String)
# $duty (String)
# $until (String)
shifts-who = { $name }, { $duty }, { $until } gacha
shifts-not-begun = smenani qabul qilmagan
shifts-duty-dispatcher = dispetcher
shifts-duty-worker = usta
shifts-duty-manager = mas’ul
# $from (String)
# $until (String)
shifts-news-planned = 🕗 Sizga smena belgilandi: { $from } – { $until }.
# $from (String)
# $until (String)
shifts-news-cancelled = { $from } – { $until } smenasi bekor qilindi.
# $name (String)
# $from (String)
# $until (String)
shifts-news-stands-in = Siz o‘rnini bosasiz: { $name }, { $from } – { $until }. Arizalar va signallar sizga keladi.
# $name (String)
shifts-news-stood-in = O‘rinbosarlik tugadi: { $name }.
