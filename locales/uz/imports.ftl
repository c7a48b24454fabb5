# Ro‘yxat fayldan: tekshirish, yuklash, bekor qilish.

# $name (String)
imports-title = 📄 { $name }
# $percent (Number)
imports-checking = ⏳ Qatorlarni tekshiryapman: { $percent }%
# $rows (Number)
imports-rows = { $rows ->
    [one] { $rows } ta qator
   *[other] { $rows } ta qator
}
# $ok (Number)
imports-ok = { $ok } tasi to‘g‘ri
# $wrong (Number)
imports-wrong = { $wrong ->
    [one] { $wrong } tasida xato
   *[other] { $wrong } tasida xato
}
# $rows (String)
# $ok (String)
# $wrong (String)
imports-checked = { $rows }: { $ok }, { $wrong }
imports-columns = Ustunlar
imports-unmapped = Uy va xonadon qaysi ustunda ekanini topolmadim. Birinchi qatorda ustunlarni nomlang («Uy manzili», «Xonadon», «F.I.Sh.», «Telefon») va faylni qayta yuboring.
imports-loading = ⏳ Yuklayapman…
imports-loaded = ✅ Yuklandi
imports-nothing-new = Bularning hammasi ro‘yxatda bor
# $count (Number)
imports-new-buildings = Yangi uylar: { $count }
# $count (Number)
imports-new-units = Yangi xonadonlar: { $count }
# $count (Number)
imports-new-people = Yangi aholi: { $count }
# $count (Number)
imports-changed = Yangilangan yozuvlar: { $count }
# $until (String)
imports-undo-until = Yuklashni { $until } gacha bekor qilish mumkin
imports-undone = ↩️ Yuklash bekor qilindi
# $count (Number)
imports-removed = Olib tashlangan yozuvlar: { $count }
# $count (Number)
imports-restored = Avvalgi holiga qaytdi: { $count }
# $count (Number)
imports-kept-used = Foydalanilayotgani uchun qoldi: { $count }
# $count (Number)
imports-kept-changed = Keyin o‘zgartirilgani uchun qoldi: { $count }
imports-discarded = Fayl bekor qilindi: ro‘yxatda hech narsa o‘zgarmadi
imports-load = Yuklash
imports-errors = Xatolarni olish
imports-discard = ✕ Yuklamaslik
imports-undo = Yuklashni bekor qilish
imports-toast-loading = Yuklayapman
imports-toast-errors = Xatolar faylini tayyorlayapman
imports-toast-undone = Yuklash bekor qilindi
imports-errors-file = xatolar
imports-errors-row = Qator
imports-errors-what = Nimani tuzatish kerak
imports-field-complex = majmua
imports-field-street = ko‘cha
imports-field-building = uy
imports-field-block = korpus
imports-field-entrance = yo‘lak
imports-field-unit = xonadon
imports-field-floor = qavat
imports-field-area = maydon
imports-field-account = hisob raqami
imports-field-kind = turi
imports-field-name = ism
imports-field-phone = telefon
imports-field-role = maqomi
imports-fault-missing = to‘ldirilmagan
imports-fault-too-long = juda uzun
imports-fault-not-an-entrance = 1 dan 99 gacha son kerak
imports-fault-not-a-floor = -9 dan 200 gacha son kerak
imports-fault-not-an-area = kvadrat metr kerak, masalan 45,1
imports-fault-unknown-kind = xonadon, noturar joy, avtoturargoh yoki ombor bo‘lishi kerak
imports-fault-not-a-phone = +998 90 123-45-67 ko‘rinishidagi raqam kerak
imports-fault-several-phones = bir nechta raqam: bittasini qoldiring, qolganlarini alohida qatorlarga yozing
imports-fault-unknown-role = egasi, oila a’zosi yoki ijarachi bo‘lishi kerak
imports-fault-differs = shu xonadonning boshqa qatorida boshqacha yozilgan
imports-fault-account-taken = bu hisob raqami boshqa xonadonniki
