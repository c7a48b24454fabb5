### Kirish

auth-cross-site = Bu so‘rovni boshqa sayt yubordi, u bajarilmadi.
auth-init-data-refused = Telegram kirishni tasdiqlamadi. Ilovani bot bilan suhbatdan oching.
auth-init-data-stale = Kirish eskirgan. Ilovani yopib, qaytadan oching.
auth-refresh-raced = Kirish hozir yangilanmoqda. Bir soniyadan keyin qaytaring.
auth-refresh-reused = Bu kirishdan boshqa kimdir foydalandi, shuning uchun u tugatildi. Qaytadan kiring.
auth-told-locked = Kimdir hisobingiz parolini ko‘p marta noto‘g‘ri kiritdi. Parol bilan kirish biroz yopildi. Bu siz bo‘lmasangiz, parolni almashtiring.
auth-told-password-changed = Hisobingiz paroli o‘zgartirildi, boshqa seanslar tugatildi. Bu siz bo‘lmasangiz, darhol yangi parol qo‘ying.
auth-told-email-changed = Kirishda ishlatadigan pochtangiz o‘zgartirildi. Bu siz bo‘lmasangiz, darhol tashkilotingiz administratoriga xabar bering.
auth-told-second-factor-on = Kod bilan kirish yoqildi.
auth-told-second-factor-off = Kod bilan kirish o‘chirildi. Bu siz bo‘lmasangiz, darhol parolni almashtiring.
auth-told-password-link = Yangi parol qo‘yish uchun havolani 30 daqiqa ichida oching. Uni hech kimga yubormang. Agar buni so‘ramagan bo‘lsangiz, hech narsa qilish shart emas.
auth-locked = Urinishlar juda ko‘p. Keyinroq urinib ko‘ring.
auth-mfa-over = Vaqt tugadi. Parolni qaytadan kiriting.
auth-login-title = Konsolga kirish
auth-login-question = Bu sizmi? Ekranda ko‘rayotgan raqamni bosing.
auth-login-no = Yo‘q, bu men emas
auth-login-done = Tayyor, siz kirdingiz. Brauzerga qayting.
auth-login-wrong-number = Raqam noto‘g‘ri, kirish rad etildi. Bu siz bo‘lsangiz, brauzerda qaytadan boshlang.
auth-login-denied = Kirish rad etildi. Hisobingizga hech kim kirmadi.
auth-login-refused = Botda «yo‘q» deb javob berildi yoki raqam noto‘g‘ri edi.
# $device (String)
# $address (String)
auth-login-from = { $device } · { $address }
auth-telegram-refused = Telegram kirishni tasdiqlamadi. Qayta urinib ko‘ring.
auth-telegram-unknown = Sizni hali tanimaymiz. Tashkilotingiz botini oching va qayta urinib ko‘ring.
