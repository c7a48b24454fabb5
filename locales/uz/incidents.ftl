### Avariyalar: ko‘p xonadonning bitta muammosi

# $number (Number)
incidents-title = 🚨 Avariya №{ $number }
# $number (Number)
incidents-suspected = 🚨 Avariyaga o‘xshaydi: №{ $number }
# $number (Number)
incidents-over = ✅ Avariya №{ $number } bartaraf etildi
# $number (Number)
incidents-dismissed = №{ $number }: bu avariya emas
# $name (String)
incidents-accepted = 🙋 Qabul qildi: { $name }
incidents-accept = 🙋 Qabul qildim
# $number (Number)
incidents-you-accepted = №{ $number } avariya sizda
incidents-declare = 🚨 E’lon qilish…
incidents-dismiss = ✖️ Bular boshqa-boshqa
incidents-change-scope = 📍 Joyini o‘zgartirish…
# $number (Number)
incidents-ask-title = 🚨 №{ $number }: avariya qayerda?
incidents-ask-hint = Shu yerdagi aholi avariya kartasini oladi, u o‘zi yangilanib turadi. O‘xshash arizalar qo‘shiladi.
# $count (Number)
incidents-whole-building = 🏢 Butun uy · { $count } xon.
# $number (String)
# $count (Number)
incidents-one-entrance = 🚪 { $number }-kirish · { $count } xon.
# $name (String)
# $count (Number)
incidents-one-riser = 🚰 { $name } · { $count } xon.
incidents-at-building = butun uy
# $number (Number)
incidents-at-entrance = { $number }-kirish
# $name (String)
incidents-at-riser = { $name } ustuni
incidents-nowhere = Bu arizaning uyi yo‘q: avariya e’lon qilib bo‘lmaydi.
incidents-in-a-topic = /incident buyrug‘ini ariza mavzusida yozing.
# $number (Number)
# $count (Number)
incidents-declared = 🚨 Avariya №{ $number } e’lon qilindi. Uni { $count } kishi ko‘radi.
incidents-told = Aholi buni kartasida ko‘radi
incidents-answer-hint = Shu xabarga javob yozing, so‘zlaringizni barcha aholi o‘qiydi.
incidents-stage-searching = 🔎 Sababini izlayapmiz
incidents-stage-crew = 👷 Brigada joyida
incidents-stage-repairing = 🔧 Ta’mirlayapmiz
incidents-stage-restoring = 💧 Tiklayapmiz
# $count (Number)
incidents-hours = ⏱ { $count } soat
# $time (String)
incidents-expected = ⏱ Taxminan { $time } da tugatamiz
incidents-sorry = ✅ Bartaraf etildi. Noqulaylik uchun uzr so‘raymiz.
# $number (Number)
incidents-waits = 🚨 №{ $number } avariya kutyapti: qabul qiling
