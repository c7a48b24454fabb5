### Arizalar: yuborish, kuzatish, qabul qilish

requests-ask-category = Ariza nima haqida?
requests-ask-place = Bu qayerda?
requests-ask-place-hint = Joylashuvni yuborsangiz ham bo‘ladi.
requests-ask-words = Nima bo‘ldi?
requests-ask-words-hint = Masalan: «Rakovina tagidan suv oqyapti, pol ho‘l». Rasm, video yoki ovozli xabar ham bo‘ladi.
requests-category-plumbing = Santexnika
requests-category-electricity = Elektr
requests-category-heating = Isitish
requests-category-elevator = Lift
requests-category-yard = Hovli
requests-category-other = Boshqa
requests-place-entrance = 🚪 Yo‘lak
requests-place-yard = 🌳 Hovli
requests-at-entrance = Yo‘lak
requests-at-yard = Hovli
requests-at-point = { $point } nuqtasi
requests-attachments = 📎 { $count ->
        [one] { $count } ta fayl
       *[other] { $count } ta fayl
    }
requests-comments = 💬 { $count ->
        [one] { $count } ta xabar
       *[other] { $count } ta xabar
    }
requests-new-title = Yangi ariza
requests-review-hint = Tekshirib, yuboring. Yana yozish yoki rasm qo‘shish mumkin.
requests-submit = ✅ Yuborish
requests-edit-category = ✏️ Nima
requests-edit-place = ✏️ Qayerda
requests-edit-words = ✏️ Matn
requests-noted = ✍️ Yozib oldim. Endi tanlang:
requests-added-to-draft = ✍️ Qoralamangizga qo‘shdim.
requests-draft-empty = Hozircha bo‘sh
requests-words-full = Matn juda uzun: oxirgi xabar sig‘madi, qolgani saqlandi.
requests-attachments-full = { $max } tadan ortiq fayl qabul qilinmaydi: oxirgilari sig‘madi, qolgani saqlandi.
requests-filed = №{ $number } ariza qabul qilindi
requests-status-new = qabul qilindi
requests-status-in-progress = bajarilmoqda
requests-status-done = tayyor, tasdiq kutilmoqda
requests-status-returned = qaytarildi
requests-status-closed = yopildi
requests-status-cancelled = bekor qilindi
requests-card-waiting = Bajaruvchini qidiryapmiz. Kartochka o‘zi yangilanadi.
requests-card-confirm = Hammasi joyidami? Tugmani bosing.
requests-card-worker = 👷 { $name }
requests-card-returns = ↩️ { $times ->
        [one] { $times } marta qaytarilgan
       *[other] { $times } marta qaytarilgan
    }
requests-write-staff = 💬 Yozish
requests-cancel-request = ✕ Arizani bekor qilish
requests-accept = 👍 Qabul qilish
requests-return-work = 👎 Hal bo‘lmadi
requests-take = 👷 Olaman
requests-complete = ✅ Tayyor
requests-ask-resident = ❓ Aholidan so‘rash
requests-reply = 💬 Javob berish
requests-you-took = №{ $number } ariza sizniki
requests-you-completed = №{ $number } tayyor, aholidan so‘rayapmiz
requests-write-question = Savolni bot xabariga javob qilib yozing
requests-question-prompt = ❓ №{ $number }: { $name }, aholidan nimani so‘raymiz? Shu xabarga javob qilib yozing.
requests-question-placeholder = Aholiga savol
requests-taken-notice = 👷 №{ $number }: arizani { $name } oldi.
requests-done-title = ✅ №{ $number } ariza tayyor
requests-done-question = Hammasi joyidami?
requests-accepted = Ish qabul qilindi, №{ $number } ariza yopildi
requests-ask-rating = Rahmat! №{ $number } ariza bo‘yicha ishni baholang:
requests-rated = №{ $number } ariza: { $stars }. Bahoyingiz uchun rahmat!
requests-thanks = Rahmat!
requests-returned = ↩️ №{ $number } ariza ishga qaytarildi.
requests-reply-title = 💬 №{ $number } ariza: xodimlarga xabar
requests-reply-hint = Yozing yoki rasm yuboring: keyingi xabar xodimlarga boradi.
requests-passed-on = ✉️ Xodimlarga yetkazdim (№{ $number } ariza).
requests-comment-title = 💬 №{ $number } · { $name }
requests-question-title = ❓ №{ $number } · { $name } so‘rayapti
requests-resident-title = 💬 №{ $number } · { $name }
requests-sure-to-cancel = №{ $number } arizani bekor qilaymi?
requests-yes-cancel = Ha, bekor qilish
requests-cancelled = №{ $number } ariza bekor qilindi.
requests-card-below = №{ $number } kartochka pastda ↓
requests-none-yet = Hozircha ariza yo‘q.
requests-my-title = 📋 Arizalarim
requests-my-hint = Kartochkani ko‘rish uchun bosing.
requests-older = ↓ Oldingilari
requests-staff-chat-lost = ⚠️ Meni «{ $title }» guruhidan chiqarishdi. Arizalar saqlanadi, lekin xodimlar ularni ko‘rmaydi. Meni guruhga qayta qo‘shing: barcha ochiq arizalarni ko‘rsataman.
requests-staff-chat-linked = ✅ Guruh ulandi: «{ $org }» arizalari shu yerga keladi.
requests-staff-chat-needs-rights = Guruhda mavzular bor, lekin ularni yarata olmayman. Meni mavzularni boshqarish huquqiga ega administrator qiling, shunda har bir ariza o‘z mavzusiga ega bo‘ladi.
requests-show-card = 📋 Kartochkani ko‘rsatish
