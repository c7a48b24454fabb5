### Rollar, huquqlar va ular qayerdan

access-resource-requests = Arizalar
access-resource-residents = Aholi
access-resource-property = Uylar va xonadonlar
access-resource-meters = Hisoblagichlar
access-resource-charges = Hisob-kitoblar
access-resource-payments = To‘lovlar
access-resource-contacts = Kontaktlar
access-resource-deals = Bitimlar
access-resource-tasks = Vazifalar
access-resource-projects = Loyihalar
access-resource-regulations = Tartib-qoidalar
access-resource-bookings = Bandlovlar
access-resource-documents = Hujjatlar
access-resource-inbox = Yozishmalar
access-resource-ledger = O‘zaro hisob-kitob
access-resource-auction = Auksion
access-resource-numbers = Raqamlar bazalari
access-resource-catalog = Katalog va portfolio
access-resource-finance = Daromad va xarajatlar
access-resource-partners = Hamkorlar
access-resource-reports = Hisobotlar
access-resource-automation = Avtomatlashtirish
access-resource-integrations = Integratsiyalar
access-resource-bots = Botlar
access-resource-staff-chats = Xodimlar guruhi
access-resource-members = Xodimlar
access-resource-roles = Rollar
access-resource-teams = Jamoalar
access-resource-shifts = Smenalar va ko‘nikmalar
access-resource-settings = Sozlamalar
access-resource-service-accounts = Dasturlar uchun kirish
access-resource-webhooks = Vebxuklar
access-resource-sessions = Seanslar
access-resource-audit = Jurnal
access-resource-org = Tashkilot
access-resource-platform = Platforma

access-action-read = ko‘rish
access-action-verify = tekshirish
access-action-manage = boshqarish
access-action-create = yaratish
access-action-update = o‘zgartirish
access-action-delete = o‘chirish
access-action-export = yuklab olish
access-action-import = yuklash
access-action-take = ishga olish
access-action-assign = tayinlash
access-action-complete = bajarish
access-action-comment = aholi bilan yozishish
access-action-accept = qabul qilish va baholash
access-action-submit = ko‘rsatkich yuborish
access-action-refund = qaytarish so‘rovi
access-action-approve = qaytarishni tasdiqlash
access-action-reply = javob berish
access-action-bid = narx taklif qilish
access-action-next = keyingi raqam
access-action-invite = taklif qilish
access-action-view-as = ko‘zi bilan ko‘rish
access-action-billing = Kontora uchun to‘lov
access-action-transfer = egalikni topshirish
access-action-tenants = tashkilotlar
access-action-health = holati

access-role-platform-operator = Platforma operatori
access-role-owner = Ega
access-role-admin = Administrator
access-role-manager = Menejer
access-role-dispatcher = Dispetcher
access-role-worker = Usta
access-role-member = Xodim
access-role-team-lead = Jamoa rahbari
access-role-partner = Hamkor
access-role-caller = Operator
access-role-analyst = Tahlilchi
access-role-accountant = Buxgalter
access-role-resident = Aholi
access-role-client = Mijoz
access-role-service-account = Dastur

access-scope-own = o‘ziniki
access-scope-assigned = o‘ziniki va topshirilgani
access-scope-team = o‘ziniki va jamoasiniki
access-scope-filter = filtr doirasida
access-scope-all = hammasi

# $grant (String) — huquq
# $role (String) — rol
access-why-role = «{ $grant }» huquqini «{ $role }» roli beradi.

# $grant (String) — huquq
access-why-everybody = «{ $grant }» huquqi hammada bor: bu o‘ziniki haqida.

# $grant (String) — huquq
access-why-program = «{ $grant }» huquqi shu dasturga berilgan.

# $grant (String) — huquq
access-why-system = «{ $grant }»: buni Kontora o‘zi qiladi.

# $permission (String) — huquq
access-why-not = «{ $permission }» huquqi yo‘q.

# $count (Number) — nechta uy
access-why-filter = Filtr { $count ->
        [0] faqat o‘z raqamlar bazasini qoldiradi
        [one] { $count } ta uyni qoldiradi
       *[other] { $count } ta uyni qoldiradi
    }.

# $scope (String) — nima ko‘rinadi
access-why-members-see = Tashkilot xodimlar nimani ko‘rishini belgilagan: { $scope }.

access-why-seen-by = Hozir xodim ko‘zi bilan qaralmoqda: hech narsani o‘zgartirib bo‘lmaydi.

# $scope (String) — nega
access-why-thing = «{ $scope }» doirasida bo‘lgani uchun ko‘rinadi.

access-why-free = Uni hali hech kim olmagani uchun ko‘rinadi.

# $resource (String) — nimaga
# $action (String) — nima qilsa bo‘ladi
access-permission = { $resource }: { $action }
access-why-helps = U ijrochiga yordam bergani uchun ko‘radi.
access-why-follows = U arizaga qo‘shilgani uchun ko‘radi.
