### Egasi uchun xavfsizlik ogohlantirishlari

# $name (String) — kim kirdi
alerts-new-device = 🔔 Yangi qurilmadan kirildi: { $name }
# $count (Number) — nechta urinish
# $minutes (Number) — necha daqiqada
# $name (String) — kimning hisobiga
alerts-many-failures = 🔔 { $minutes } daqiqada { $count ->
        [one] { $count } ta muvaffaqiyatsiz kirish urinishi
       *[other] { $count } ta muvaffaqiyatsiz kirish urinishi
    }: { $name }
# $count (Number) — nechta qator
# $minutes (Number) — necha daqiqada
# $name (String) — kim yuklab oldi
alerts-mass-export = 🔔 { $name }: { $minutes } daqiqada { $count ->
        [one] { $count } ta qator yuklab olindi
       *[other] { $count } ta qator yuklab olindi
    }
# $name (String) — kimning huquqlari
# $role (String) — endi qanday rolda
alerts-role-raised = 🔔 Huquqlar kengaydi: { $name }, endi { $role }
# $bot (String) — bot nomi
alerts-bot-token-changed = 🔔 @{ $bot } botining tokeni yangilandi
# $name (String) — kim kirdi
alerts-odd-hours = 🔔 Ish vaqtidan tashqari kirildi: { $name }
# $name (String) — kim qildi
alerts-by = 👤 Bajardi: { $name }
alerts-it-is-me = Bu men
alerts-fine = Hammasi joyida
alerts-end-sessions = Seanslarni tugatish
alerts-toast-fine = Yaxshi, eslab qoldim
alerts-toast-ended = Seanslar tugatildi
# $name (String) — kim javob berdi
alerts-solved-fine = ✅ Hal bo‘ldi: hammasi joyida · { $name }
# $name (String) — kim javob berdi
alerts-solved-ended = ✅ Hal bo‘ldi: seanslar tugatildi · { $name }
