### API boshlay olmaganida nima deydi

api-unauthenticated = Iltimos, tizimga kiring.
api-fields-invalid = Belgilangan maydonlarni tekshiring.
api-body-invalid = So‘rov tanasini o‘qib bo‘lmadi.
api-body-too-large = Ma’lumot juda katta.
api-query-invalid = So‘rov parametrlarini o‘qib bo‘lmadi.
api-route-unknown = Bu manzilda hech narsa yo‘q.
api-method-unknown = Bu manzil bunday usulni qabul qilmaydi.
api-organization-missing = Qaysi tashkilot ekanini ayting: X-Organization-Id sarlavhasi.
api-timed-out = Bu juda uzoq davom etdi. Yana urinib ko‘ring.
