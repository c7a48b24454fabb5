### Kirish

auth-cross-site = Bu so‘rovni boshqa sayt yubordi, u bajarilmadi.
auth-init-data-refused = Telegram kirishni tasdiqlamadi. Ilovani bot bilan suhbatdan oching.
auth-init-data-stale = Kirish eskirgan. Ilovani yopib, qaytadan oching.
auth-refresh-raced = Kirish hozir yangilanmoqda. Bir soniyadan keyin qaytaring.
auth-refresh-reused = Bu kirishdan boshqa kimdir foydalandi, shuning uchun u tugatildi. Qaytadan kiring.
