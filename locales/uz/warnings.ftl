### Rahbarga belgilar: arizada nima noto‘g‘ri va buni qanday tuzatish mumkin

# $number (Number)
# $ago (String)
warnings-unassigned = ⏰ №{ $number } ariza: { $ago } ijrochisiz
# $number (Number)
# $name (String)
warnings-not-accepted = 📨 №{ $number } ariza: { $name } javob bermayapti
# $number (Number)
# $left (String)
warnings-due-soon = ⏰ №{ $number } ariza muddati { $left }dan keyin o‘tadi
# $number (Number)
# $ago (String)
warnings-overdue = 🔴 №{ $number } ariza { $ago } kechikdi
# $number (Number)
# $stars (String)
warnings-low-rating = 👎 №{ $number } ariza: baho { $stars }
# $number (Number)
warnings-returned = ↩️ №{ $number } ariza qaytarildi
# $number (Number)
# $times (Number) — how often
warnings-returned-again = ↩️ №{ $number } ariza qaytarildi, { $times }-marta
# $number (Number)
warnings-was-unassigned = ⏰ №{ $number } ariza ijrochisiz edi
# $number (Number)
warnings-was-not-accepted = 📨 №{ $number } ariza uzoq qabul qilinmadi
# $number (Number)
warnings-was-due-soon = ⏰ №{ $number } ariza kechikishiga oz qoldi
# $number (Number)
warnings-was-overdue = 🔴 №{ $number } ariza kechikkan edi
# $number (Number)
warnings-was-returned = ↩️ №{ $number } ariza qaytarildi
# $name (String)
warnings-cause-not-answered = 👷 { $name } hali javob bermadi
# $name (String)
warnings-cause-not-departed = 👷 { $name } hali yo‘lga chiqmadi
# $name (String)
warnings-cause-on-the-way = 👷 { $name } yo‘lda
# $name (String)
warnings-cause-at-work = 👷 { $name } joyida ishlayapti
# $name (String)
warnings-cause-had = 👷 Bajargan: { $name }
# $name (String)
warnings-done-by = 👷 Bajargan: { $name }
warnings-cause-nobody = 👷 Ijrochi yo‘q
warnings-nobody-there = 👷 Bo‘sh ijrochi yo‘q
# $count (Number)
warnings-followers = 👥 Yana { $count } qo‘shni kutmoqda
warnings-escalated = ⏫ Hech kim javob bermadi, keyingi mas’ulga uzatildi
# $until (String)
warnings-quiet = 🔕 { $until } gacha jim
warnings-on-shift = navbatda
warnings-other = 👷 Boshqa…
warnings-extend = ⏳ 1 soat uzaytirish
warnings-call = 📞 Qo‘ng‘iroq
# $until (String)
warnings-hush = 🔕 { $until } gacha jim
warnings-say-sorry = 🙏 Uzr so‘rash
warnings-dealt-with = ✅ Hal qilindi
# $number (Number)
warnings-extended = №{ $number } muddati bir soatga uzaydi, aholiga aytildi
# $until (String)
warnings-hushed = Yaxshi, { $until } gacha jim
warnings-apologized = Aholidan uzr so‘raldi
warnings-settled-toast = Yaxshi, hal qilindi
# $number (Number)
warnings-sorry-late = Uzr, №{ $number } ariza bo‘yicha kechikyapmiz: taxminan bir soat keyin tugatamiz.
# $number (Number)
warnings-sorry-bad = №{ $number } ariza siz kutgandek bajarilmagani uchun uzr so‘raymiz. Sababini aniqlaymiz. Biror narsa hal bo‘lmagan bo‘lsa, arizani qayta oching yoki shu yerga yozing.
# $name (String)
warnings-solved-by = ✅ Hal bo‘ldi · { $name }
warnings-solved-done = ✅ Hal bo‘ldi: ish bajarildi
warnings-solved-over = ✅ Hal bo‘ldi: ariza olib tashlandi
warnings-solved-paused = ✅ Hal bo‘ldi: tanaffusga qo‘yildi
warnings-solved-later = ✅ Hal bo‘ldi: muddat surildi
# $name (String)
warnings-solved-assigned = ✅ Hal bo‘ldi: tayinlandi, { $name }
# $name (String)
warnings-solved-taken = ✅ Hal bo‘ldi: { $name } oldi
warnings-solved = ✅ Hal bo‘ldi
