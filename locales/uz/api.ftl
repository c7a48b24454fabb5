### API boshlay olmaganida nima deydi

api-unauthenticated = Iltimos, tizimga kiring.
api-fields-invalid = Belgilangan maydonlarni tekshiring.
api-body-invalid = So‘rov tanasini o‘qib bo‘lmadi.
api-body-too-large = Ma’lumot juda katta.
api-query-invalid = So‘rov parametrlarini o‘qib bo‘lmadi.
api-route-unknown = Bu manzilda hech narsa yo‘q.
api-site-not-built = Sahifalar hali yig‘ilmagan. Ularni ./dev web buyrug‘i bilan yig‘ing va shu sahifani yangilang.
api-method-unknown = Bu manzil bunday usulni qabul qilmaydi.
api-organization-missing = Qaysi tashkilot ekanini ayting: X-Organization-Id sarlavhasi.
api-timed-out = Bu juda uzoq davom etdi. Yana urinib ko‘ring.
# $bound (String)
api-too-short = Juda kam: kamida { $bound }.
# $bound (String)
api-too-long = Juda ko‘p: ko‘pi bilan { $bound }.
# $bound (String)
api-too-small = Kamida { $bound }.
# $bound (String)
api-too-great = Ko‘pi bilan { $bound }.
api-invalid = Bu maydon bunday to‘ldirilmaydi.
api-missing = Bu maydonni to‘ldirish kerak.
api-field-unknown = Bu yerda bunday maydon yo‘q.
api-parameter-unknown = Bu yerda bunday parametr yo‘q.
api-given-twice = Ikki marta berilgan.
api-choice-unknown = Bunday qiymat yo‘q.
api-wrong-kind = Bu yerda boshqa turdagi qiymat kerak.
api-url-invalid = Bu veb-manzilga o‘xshamaydi.
api-email-invalid = Bu pochta manziliga o‘xshamaydi.
api-cursor-invalid = Bu ro‘yxatda bunday sahifa yo‘q. Birinchisidan boshlang.
api-precondition-required = Qaysi versiyani o‘zgartirayotganingizni ayting: If-Match sarlavhasi.
api-idempotency-mismatch = Bu Idempotency-Key bilan boshqa so‘rov yuborilgan.
api-idempotency-key-invalid = Idempotency-Key: 1 tadan 255 tagacha lotin belgisi.
api-body-not-json = So‘rov tanasi JSON bo‘lishi kerak: Content-Type: application/json.
api-file-type-unsupported = Bunday faylni biriktirib bo‘lmaydi: rasm, video, ovoz yoki PDF.
api-body-not-multipart = So‘rov tanasi fayl bo‘lishi kerak: Content-Type: multipart/form-data.
api-nothing-to-print = Chop etadigan narsa yo‘q: yo‘lak yoki xonadon qo‘shing
api-too-much-to-print = Bitta fayl uchun juda ko‘p: yo‘lakni tanlang
api-headers-too-large = Sarlavhalar juda ko‘p.
api-upgrade-required = Bu manzilda WebSocket orqali gaplashiladi.
api-too-many-requests = So‘rovlar juda ko‘p. Biroz kuting.
