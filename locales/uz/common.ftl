common-language-name = O‘zbekcha
common-choose-language = Tilni tanlang
common-back = ← Orqaga
common-cancel = ✕ Bekor qilish
common-yes = Ha
common-no = Yo‘q

common-page = { $page } / { $pages }

common-old-button = Bu tugma endi ishlamaydi. Hozirgi holat shunday.
common-unknown-command = Bunday buyruq yo‘q. Imkoniyatlarim: /help
common-not-understood = Bunday xabarni tushunmayman. So‘z bilan yozing yoki rasm, ovozli xabar yoki joylashuv yuboring.
common-language-set = Endi o‘zbekcha gaplashaman
common-already-done = Bu allaqachon bajarilgan
common-incident = Bizda nosozlik yuz berdi. Hech narsa yo‘qolmadi, qayta urinib ko‘ring. Yana takrorlansa, { $code } kodini ayting.
