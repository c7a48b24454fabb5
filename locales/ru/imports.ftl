# Реестр из файла: проверка, загрузка, отмена.

# $name (String) — имя файла
imports-title = 📄 { $name }
# $percent (Number) — сколько проверено
imports-checking = ⏳ Проверяю строки: { $percent } %
# $rows (Number) — сколько строк
imports-rows = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
}
# $ok (Number) — сколько верных
imports-ok = { $ok } ок
# $wrong (Number) — сколько с ошибками
imports-wrong = { $wrong ->
    [one] { $wrong } ошибка
    [few] { $wrong } ошибки
   *[many] { $wrong } ошибок
}
# $rows (String) — «1204 строки»
# $ok (String) — «1180 ок»
# $wrong (String) — «24 ошибки»
imports-checked = { $rows }: { $ok }, { $wrong }
imports-columns = Колонки
imports-unmapped = Не нашёл, где дом и где квартира. Назовите колонки в первой строке («Дом», «Квартира», «ФИО», «Телефон») и пришлите файл снова.
imports-loading = ⏳ Загружаю…
imports-loaded = ✅ Загружено
imports-nothing-new = Всё это уже есть в реестре
# $count (Number) — сколько новых
imports-new-buildings = Новых домов: { $count }
# $count (Number) — сколько новых
imports-new-units = Новых квартир: { $count }
# $count (Number) — сколько новых
imports-new-people = Новых жителей: { $count }
# $count (Number) — сколько изменено
imports-changed = Уточнено записей: { $count }
# $until (String) — время
imports-undo-until = Отменить загрузку можно до { $until }
imports-undone = ↩️ Загрузка отменена
# $count (Number) — сколько убрано
imports-removed = Убрано записей: { $count }
# $count (Number) — сколько возвращено
imports-restored = Возвращено как было: { $count }
# $count (Number) — сколько осталось
imports-kept-used = Осталось, потому что этим уже пользуются: { $count }
# $count (Number) — сколько осталось
imports-kept-changed = Осталось, потому что это потом изменили: { $count }
imports-discarded = Файл отброшен: в реестре ничего не изменилось
imports-load = Загрузить
imports-errors = Скачать ошибки
imports-discard = ✕ Не загружать
imports-undo = Отменить загрузку
imports-toast-loading = Загружаю
imports-toast-errors = Готовлю файл с ошибками
imports-toast-undone = Загрузка отменена
imports-errors-file = ошибки
imports-errors-row = Строка
imports-errors-what = Что исправить
imports-field-complex = ЖК
imports-field-street = улица
imports-field-building = дом
imports-field-block = корпус
imports-field-entrance = подъезд
imports-field-unit = квартира
imports-field-floor = этаж
imports-field-area = площадь
imports-field-account = лицевой счёт
imports-field-kind = тип помещения
imports-field-name = имя
imports-field-phone = телефон
imports-field-role = роль
imports-fault-missing = не заполнено
imports-fault-too-long = слишком длинно
imports-fault-not-an-entrance = нужно число от 1 до 99
imports-fault-not-a-floor = нужно число от -9 до 200
imports-fault-not-an-area = нужно число квадратных метров, например 45,1
imports-fault-unknown-kind = нужно: квартира, нежилое, паркинг или кладовая
imports-fault-not-a-phone = нужен номер вида +998 90 123-45-67
imports-fault-several-phones = несколько номеров: оставьте один, остальные внесите отдельными строками
imports-fault-unknown-role = нужно: собственник, семья или арендатор
imports-fault-differs = в другой строке для этой же квартиры указано иное
imports-fault-account-taken = этот лицевой счёт уже у другой квартиры
