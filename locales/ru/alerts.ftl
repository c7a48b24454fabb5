### Тревоги безопасности для владельца

# $name (String) — кто вошёл
alerts-new-device = 🔔 Вход с нового устройства: { $name }
# $count (Number) — сколько попыток
# $minutes (Number) — за сколько минут
# $name (String) — к чьей записи
alerts-many-failures = 🔔 { $count ->
        [one] { $count } неудачная попытка входа
        [few] { $count } неудачные попытки входа
       *[many] { $count } неудачных попыток входа
    } за { $minutes } мин: { $name }
# $count (Number) — сколько строк
# $minutes (Number) — за сколько минут
# $name (String) — кто выгрузил
alerts-mass-export = 🔔 { $name }: за { $minutes } мин { $count ->
        [one] выгружена { $count } строка
        [few] выгружены { $count } строки
       *[many] выгружено { $count } строк
    }
# $name (String) — чьи права
# $role (String) — какая у них теперь роль
alerts-role-raised = 🔔 Права стали шире: { $name }, теперь { $role }
# $bot (String) — имя бота
alerts-bot-token-changed = 🔔 У бота @{ $bot } новый токен
# $name (String) — кто вошёл
alerts-odd-hours = 🔔 Вход в нерабочее время: { $name }
# $name (String) — кто это сделал
alerts-by = 👤 Сделал: { $name }
alerts-it-is-me = Это я
alerts-fine = Всё в порядке
alerts-end-sessions = Завершить сеансы
alerts-toast-fine = Хорошо, запомнил
alerts-toast-ended = Сеансы завершены
# $name (String) — кто ответил
alerts-solved-fine = ✅ Решено: всё в порядке · { $name }
# $name (String) — кто ответил
alerts-solved-ended = ✅ Решено: сеансы завершены · { $name }
