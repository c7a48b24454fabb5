### Nega bo‘lmadi; kalit — xato kodi

errors-not-found = Bu endi mavjud emas.
errors-forbidden = Bunga huquqingiz yo‘q.
errors-already-applied = Bu allaqachon bajarilgan.
errors-unavailable = Hozircha imkoni yo‘q, bir daqiqadan so‘ng urinib ko‘ring.
errors-internal = Bizda nosozlik yuz berdi. Hech narsa yo‘qolmadi.
errors-not-in-this-status = Ariza holati o‘zgargan. Kartochkaga qarang.
errors-already-taken = Arizani allaqachon olishgan.
errors-already-yours = U allaqachon sizniki.
errors-already-rated = Baho allaqachon qo‘yilgan, rahmat!
errors-words-missing = Bir so‘z yozing yoki rasm yuboring.
errors-words-too-long = Juda uzun: bir necha xabarga bo‘ling.
errors-too-many-attachments = Bir yo‘la juda ko‘p fayl.
errors-rating-out-of-range = Baho 1 dan 5 gacha bo‘ladi.
errors-not-a-resident = Bu xonadon sizga biriktirilmagan.
errors-unit-unknown = Havola mos kelmadi: u eskirgan yoki boshqa uyniki. Boshqaruv kompaniyasidan yangisini so‘rang.
errors-phone-invalid = Bu telefon raqamiga o‘xshamaydi.
errors-name-invalid = Nom: 1 tadan 200 tagacha belgi.
errors-bot-taken = Bu bot boshqa tashkilotga xizmat qilyapti.
