### Konsol va uning mini-ilova bilan umumiy matnlari

console-loading = Yuklanmoqda…
console-more = Yana ko‘rsatish
console-again = Qayta urinish
console-offline = Server bilan aloqa yo‘q. Internetni tekshirib, qayta urinib ko‘ring.
console-unreadable = Nimadir noto‘g‘ri ketdi. Sahifani yangilab, qayta urinib ko‘ring.
console-cancel = Bekor qilish
console-delete = O‘chirish
console-save = Saqlash
console-saved = Saqlandi
console-copy = Nusxalash
console-copied = Nusxalandi
console-menu = Menyu
console-language = Til
console-sign-out = Chiqish
console-just-now = hozirgina

# $seconds (Number) — qancha kutish
console-retry-after = Kutish kerak: { $seconds } soniya.

# $code (String) — hodisa raqami
console-incident = Takrorlansa, bizga { $code } kodini ayting.

console-sessions = Seanslarim
console-sessions-hint = Kontoraga qaysi qurilmalardan kirganingiz shu yerda. Notanish qurilmami? Uning seansini tugating: u darhol chiqib ketadi.
console-session-end = Tugatish
console-session-ended = Seans tugatildi
console-session-current = shu seans
console-session-unknown = Noma’lum qurilma
console-session-mini-app = Telegramdagi mini-ilova
console-session-console = Brauzerdagi konsol
console-session-third-party = Boshqa dastur
console-sessions-end-others = Qolganlarini tugatish
console-sessions-end-others-deed = Tugatish
console-sessions-end-others-hint = Shu qurilmadan boshqa hammasi darhol chiqadi. Ularda qaytadan kirish mumkin.

# $when (String) — qachon, so‘z bilan
console-session-seen = Faollik: { $when }

# $count (Number) — nechta seans
console-sessions-ended = { $count } ta seans tugatildi

console-roles = Rollar
console-roles-own = Tashkilot rollari
console-roles-own-none = Hozircha o‘z rollaringiz yo‘q
console-roles-own-hint = Tayyorlari yetarlimi? Yaxshi. Boshqasi kerak bo‘lsa, tayyori asosida yarating.
console-roles-presets = Tayyor rollar
console-roles-matrix = Kim nima qila oladi
console-roles-matrix-hint = Chiziqcha: rolda bunday huquq yo‘q. So‘z: huquq nimalarga tegishli.
console-role-new = Rol yaratish
console-role-create = Yaratish
console-role-name = Nomi
console-role-name-hint = Masalan, «Omborchi»
console-role-based-on = Qaysi rol asosida
console-role-based-on-hint = Huquqlar undan olinadi, keyin o‘zgartirsa bo‘ladi.
console-role-delete = Rolni o‘chirish
console-role-deleted = Rol o‘chirildi
console-permission = Huquq
console-not-granted = yo‘q

# $name (String) — rol nomi
console-role-delete-hint = «{ $name }» roli yo‘qoladi. U kimdadir bo‘lsa, avval boshqasini bering.

# $count (Number) — nechta kishida bor
console-role-members = { $count } nafar xodim

# $count (Number) — nechta huquq
console-role-grants = { $count } ta huquq
