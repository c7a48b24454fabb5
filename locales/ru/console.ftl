### Консоль и то, что у неё общего с мини-приложением

console-loading = Загружаем…
console-more = Показать ещё
console-again = Попробовать ещё раз
console-offline = Нет связи с сервером. Проверьте интернет и попробуйте ещё раз.
console-unreadable = Что-то пошло не так. Обновите страницу и попробуйте ещё раз.
console-cancel = Отмена
console-delete = Удалить
console-save = Сохранить
console-saved = Сохранено
console-copy = Скопировать
console-copied = Скопировано
console-menu = Меню
console-language = Язык
console-sign-out = Выйти
console-just-now = только что

# $seconds (Number) — сколько ждать
console-retry-after = Подождите секунд: { $seconds }.

# $code (String) — номер происшествия
console-incident = Если повторится, назовите нам код { $code }.

console-sessions = Мои сеансы
console-sessions-hint = Здесь видно, на каких устройствах вы вошли. Незнакомое устройство? Завершите его сеанс: оно выйдет сразу.
console-session-end = Завершить
console-session-ended = Сеанс завершён
console-session-current = этот сеанс
console-session-unknown = Неизвестное устройство
console-session-mini-app = Мини-приложение в Telegram
console-session-console = Консоль в браузере
console-session-third-party = Другая программа
console-sessions-end-others = Завершить все остальные
console-sessions-end-others-deed = Завершить
console-sessions-end-others-hint = Все устройства, кроме этого, выйдут сразу. Войти на них можно будет снова.

# $when (String) — когда, словами
console-session-seen = Активность: { $when }

# $count (Number) — сколько сеансов
console-sessions-ended = { $count ->
        [one] Завершён { $count } сеанс
        [few] Завершено { $count } сеанса
       *[many] Завершено { $count } сеансов
    }

console-roles = Роли
console-roles-own = Роли организации
console-roles-own-none = Своих ролей пока нет
console-roles-own-hint = Хватает готовых? Хорошо. Нужна другая — создайте её на основе готовой.
console-roles-presets = Готовые роли
console-roles-matrix = Кто что может
console-roles-matrix-hint = Прочерк: роль этого не может. Слово: на что право распространяется.
console-role-new = Создать роль
console-role-create = Создать
console-role-name = Название
console-role-name-hint = Например, «Кладовщик»
console-role-based-on = На основе роли
console-role-based-on-hint = Права возьмём оттуда, потом их можно изменить.
console-role-delete = Удалить роль
console-role-deleted = Роль удалена
console-permission = Право
console-not-granted = нет

# $name (String) — как называется роль
console-role-delete-hint = Роль «{ $name }» исчезнет. Если она у кого-то есть, сначала дайте им другую.

# $count (Number) — у скольких она есть
console-role-members = { $count ->
        [one] { $count } сотрудник
        [few] { $count } сотрудника
       *[many] { $count } сотрудников
    }

# $count (Number) — сколько прав
console-role-grants = { $count ->
        [one] { $count } право
        [few] { $count } права
       *[many] { $count } прав
    }
