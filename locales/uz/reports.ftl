### Rahbar uchun hisobotlar: /today, /report va ertalabki xulosa

reports-command-today = Bugungi holat
reports-command-report = Oylik hisobot
reports-overview = 📊 Xulosa
reports-late = ⏰ Kechikkan
reports-people = 👷 Xodimlar
reports-houses = 🏠 Uylar
reports-week = 7 kun
reports-month = 30 kun
reports-chart-week = 7 kunlik arizalar
reports-chart-month = 30 kunlik arizalar
reports-legend-created = yangi
reports-legend-closed = yopilgan
reports-legend-overdue = muddati o‘tgan
# $created (Number)
# $closed (Number)
# $overdue (Number)
# $change (String)
reports-yesterday = Kecha: { $created } ta yangi, { $closed } ta yopildi, { $overdue } ta kechikdi{ $change }
# $span (String)
# $created (Number)
# $more_created (String)
# $closed (Number)
# $more_closed (String)
reports-period = { $span }da: { $created } ta yangi{ $more_created }, { $closed } ta yopildi{ $more_closed }
# $mean (String)
# $count (Number)
# $change (String)
reports-stars = ★{ $mean } ({ $count } ta baho{ $change })
# $open (Number)
# $unassigned (Number)
# $overdue (Number)
reports-now = Hozir: { $open } ta ochiq, { $unassigned } ta ijrochisiz, { $overdue } ta kechikkan
# $total (Number)
reports-late-title = ⏰ { $total } ta arizaning muddati o‘tgan
reports-late-none = ✅ Muddati o‘tgan ariza yo‘q
reports-late-chart = Eng ko‘p kechikkanlar
reports-nobody = hech kim
reports-no-address = Manzilsiz
reports-nothing = Bu vaqt ichida hech narsa bo‘lmadi.
# $done (Number)
reports-person-done = { $done } ta bajarildi
# $late (Number)
reports-person-late = { $late } ta kechikib
# $returns (Number)
reports-person-returns = { $returns } ta qaytarildi
# $open (Number)
reports-person-open = { $open } ta ochiq
reports-people-chart = Bajarilgan arizalar
# $created (Number)
reports-house-created = { $created } ta yangi
# $overdue (Number)
reports-house-overdue = { $overdue } ta kechikkan
reports-houses-chart = Uylar bo‘yicha yangi arizalar
# $ago (String)
reports-why-unassigned = { $ago } egasiz
reports-why-returned = qaytarildi
# $ago (String)
reports-why-overdue = { $ago } kechikdi
reports-why-not-accepted = qabul qilinmadi
reports-why-low-rating = past baho
# $count (Number)
reports-minutes = { $count } daq
# $count (Number)
reports-hours = { $count } soat
# $count (Number)
reports-days = { $count } kun
reports-monday = dush
reports-tuesday = sesh
reports-wednesday = chor
reports-thursday = pay
reports-friday = jum
reports-saturday = shan
reports-sunday = yak
