### Kutish muddatlari: javob kechiksa, bot nima deydi

timeouts-show = 📄 Ko‘rsatish
timeouts-resume = ▶ Davom etish
# $number (Number)
timeouts-answer-reminder = №{ $number } ariza bo‘yicha javobingizni kutyapmiz, usiz ish to‘xtab turibdi.
# $number (Number)
timeouts-answer-overdue = ⏰ №{ $number } ariza bo‘yicha aholi javob bermayapti
timeouts-done-reminder = Ish bajarildi, lekin hammasi joyidami, hali aytmadingiz. Aytmasangiz, o‘zimiz qabul qilamiz, ikki hafta ichida qayta ochish mumkin.
# $number (Number)
timeouts-pause-over = ⏰ №{ $number } arizadagi tanaffus tugadi
