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
# $number (Number)
incidents-act-title = № { $number } avariya dalolatnomasi
# $time (String)
incidents-act-made = Tuzilgan vaqti: { $time }
# $number (Number)
incidents-act-file = avariya-dalolatnomasi-{ $number }
# $number (Number)
incidents-act-caption = 📄 № { $number } avariya dalolatnomasi
incidents-act-what = Nima bo‘ldi
incidents-act-where = Qayerda
incidents-act-began = Birinchi murojaat
incidents-act-declared = E’lon qilingan
incidents-act-accepted = Qabul qildi
incidents-act-worker = Ijrochi
incidents-act-over = Bartaraf etilgan
incidents-act-lasted = Davomiyligi
# $hours (Number)
# $minutes (Number)
incidents-act-hours = { $hours } soat { $minutes } daqiqa
incidents-act-requests = Murojaatlar soni
incidents-act-people = Xabardor qilingan aholi
incidents-act-result = Nima qilindi
incidents-act-timeline = Ishlar borishi
incidents-act-told = Aholiga nima deyildi
# $org (String)
incidents-act-sign-org = { $org } vakili
incidents-act-sign-worker = Ishlar ijrochisi
incidents-act-sign-residents = Aholi vakili
incidents-act-filed = Birinchi murojaat
incidents-act-suspected = O‘xshash murojaatlar bir nechta
incidents-act-step-declared = Avariya e’lon qilindi
incidents-act-step-accepted = Navbatchi avariyani qabul qildi
incidents-act-unanswered = Navbatchilar javob bermadi, rahbarlar chaqirildi
incidents-act-assigned = Ijrochi tayinlandi
incidents-act-taken = Ijrochi ishga oldi
incidents-act-released = Ijrochi olib tashlandi
incidents-act-departed = Ijrochi yo‘lga chiqdi
incidents-act-arrived = Ijrochi joyida
incidents-act-paused = Ish to‘xtatib turildi
incidents-act-resumed = Ish davom ettirildi
incidents-act-completed = Ishlar tugadi
incidents-act-returned = Aholi: bartaraf etilmagan
incidents-act-closed = Avariya yopildi
incidents-act-searching = Sababini qidiryapmiz
incidents-act-crew = Brigada joyida
incidents-act-repairing = Ta’mirlayapmiz
incidents-act-restoring = Tiklayapmiz
# $time (String)
incidents-act-expected = taxminan { $time } da tugatamiz
# $number (Number)
incidents-unanswered = 🚨🚨 № { $number } avariyani hech kim qabul qilmadi: navbatchilar javob bermayapti. Ularga o‘zingiz qo‘ng‘iroq qiling yoki qabul qiling.
