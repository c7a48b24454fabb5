### Сеансы: где человек вошёл

sessions-title = 🔐 Ваши сеансы
sessions-hint = Здесь вы сейчас вошли. Незнакомое устройство? Откройте его и завершите сеанс.
sessions-none = Сейчас вы нигде не вошли: ни в консоль, ни в мини-приложение.
sessions-unknown = Неизвестное устройство
sessions-mini-app = мини-приложение
sessions-console = консоль
sessions-third-party = другая программа
# $when (String) — когда вошли
sessions-since = Вход: { $when }
# $when (String) — когда видели в последний раз
sessions-seen = Последняя активность: { $when }
sessions-end = Завершить сеанс
sessions-end-all = Завершить все
sessions-all-question = Завершить все сеансы? Консоль и мини-приложение попросят войти снова.
sessions-all-yes = Да, завершить все
# $count (Number) — сколько сеансов
sessions-ended = { $count ->
    [one] Завершён { $count } сеанс
    [few] Завершено { $count } сеанса
   *[many] Завершено { $count } сеансов
}
sessions-button = 🔐 Мои сеансы
sessions-command = Где вы вошли
