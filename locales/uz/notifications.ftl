### Bildirishnomalar: inson nimani va qachon bilmoqchi

notifications-button = 🔔 Bildirishnomalar
notifications-command = Bildirishnomalar va til
notifications-title = 🔔 Bildirishnomalar
notifications-hint = Hammasini, faqat muhimini yoki hech narsani eshitish uchun qatorni bosing. Ariza kartochkalari ovozsiz ham o‘zgaradi.
# $from (String) — boshlanishi, masalan 22:00
# $to (String) — tugashi, masalan 08:00
notifications-quiet-on = 🌙 Sokin soatlar: { $from } dan { $to } gacha. Shoshilinch bo‘lmagani ertalab bitta xabarda, shoshilinchi darhol keladi.
notifications-quiet-off = 🔔 Sokin soatlar yo‘q: hammasi darhol keladi.
# $zone (String) — vaqt mintaqasi
notifications-time-zone = Vaqt mintaqasi: { $zone }
notifications-quiet-start = 🌙 Sokin soatlarni yoqish
notifications-quiet-stop = 🔔 Sokin soatlarni o‘chirish
notifications-saved = Saqlandi
notifications-level-all = hammasi
notifications-level-important = faqat muhimi
notifications-level-none = hech narsa
notifications-subject-requests = 🛠 Arizalarim
notifications-subject-comments = 💬 Xabarlar
notifications-subject-team = 👥 Jamoa
notifications-subject-digest = ☀️ Ertalabki xulosa
notifications-subject-new-device = 📱 Yangi qurilmadan kirish
notifications-subject-many-failures = 🔒 Muvaffaqiyatsiz kirishlar
notifications-subject-mass-export = 📤 Katta yuklab olish
notifications-subject-role-raised = ⬆️ Yangi huquqlar
notifications-subject-bot-token-changed = 🤖 Bot tokeni
notifications-subject-odd-hours = 🌃 Ish vaqtidan tashqari kirish
notifications-subject-staff-chat-lost = 👥 Bot guruhdan chiqarildi
notifications-subject-unassigned = ⏰ Ariza egasiz
notifications-subject-not-accepted = 📨 Qabul qilinmadi
notifications-subject-due-soon = ⏰ Muddat yaqin
notifications-subject-overdue = 🔴 Kechikkan
notifications-subject-low-rating = 👎 Past baho
notifications-subject-returned = ↩️ Qaytarildi
# $count (Number) — nechta voqea
notifications-bundle-title = { $count ->
    [one] ☀️ Tun davomida: { $count } ta voqea
   *[other] ☀️ Tun davomida: { $count } ta voqea
}
# $count (Number) — nechtasi ko‘rsatilmagan
notifications-bundle-more = …va yana { $count } ta
# $number (Number) — ariza raqami
notifications-bundle-show = №{ $number } ni ko‘rsatish
notifications-topic-queue = 📥 Navbat
notifications-topic-emergencies = 🚨 Avariyalar
notifications-topic-manager = 👔 Rahbarga
notifications-topic-lounge = 💬 Suhbat
notifications-board-title = 📥 Arizalar navbati
notifications-board-empty = Hammasi bajarilgan: ochiq ariza yo‘q.
# $count (Number) — nechta ariza
notifications-board-overdue = ⏰ Kechikkan: { $count }
# $count (Number) — nechta ariza
notifications-board-unassigned = 🆕 Hech kim olmagan: { $count }
# $count (Number) — nechta ariza
notifications-board-assigned = 👷 Tayinlangan: { $count }
# $count (Number) — nechta ariza
notifications-board-working = 🔧 Ishda: { $count }
# $count (Number) — nechta ariza
notifications-board-waiting = ⏸ Kutmoqda: { $count }
