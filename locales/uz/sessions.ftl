### Seanslar: odam qayerda kirgan

sessions-title = 🔐 Seanslaringiz
sessions-hint = Hozir shu yerlarda kirgansiz. Notanish qurilma bormi? Uni oching va seansni tugating.
sessions-none = Hozir hech qayerda kirmagansiz: na konsolda, na mini-ilovada.
sessions-unknown = Noma’lum qurilma
sessions-mini-app = mini-ilova
sessions-console = konsol
sessions-third-party = boshqa dastur
# $when (String) — qachon kirgan
sessions-since = Kirish: { $when }
# $when (String) — oxirgi marta qachon ko‘ringan
sessions-seen = Oxirgi faollik: { $when }
sessions-end = Seansni tugatish
sessions-end-all = Hammasini tugatish
sessions-all-question = Hamma seanslar tugatilsinmi? Konsol va mini-ilovaga qaytadan kirish kerak bo‘ladi.
sessions-all-yes = Ha, hammasini tugatish
# $count (Number) — nechta seans
sessions-ended = { $count ->
    [one] { $count } ta seans tugatildi
   *[other] { $count } ta seans tugatildi
}
sessions-button = 🔐 Seanslarim
sessions-command = Qayerda kirgansiz
