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

console-back = Назад
console-sign-in = Вход
console-sign-in-deed = Войти
console-email = Эл. почта
console-password = Пароль
console-forgot = Забыли пароль?
console-forgot-hint = Назовите почту, с которой входите: пришлём ссылку для нового пароля.
console-forgot-deed = Получить ссылку
console-forgot-sent = Если такая учётная запись есть, ссылка уже у вас в почте, а если вы знакомы с ботом, то и в Telegram. Она действует полчаса.
console-forgot-sent-bot = Этот сервер не отправляет писем. Если такая учётная запись есть и вы знакомы с ботом, ссылка уже в чате с ним. Если нет, войдите через бота.
console-link-key = Код из письма или из бота
console-confirm-email = Подтверждение почты
console-confirm-email-hint = С этой почтой вы будете входить.
console-confirm-email-deed = Подтвердить
console-confirm-email-done = Почта подтверждена. Теперь с ней можно входить.
console-reset = Новый пароль
console-reset-done = Пароль изменён, все сеансы завершены. Теперь войдите с новым паролем.
console-to-sign-in = Ко входу
console-register = Создать организацию
console-register-deed = Создать
console-have-account = У меня уже есть аккаунт
console-organization-name = Название организации
console-organization-name-hint = Его увидят сотрудники и жители. Потом можно изменить.
console-your-name = Ваше имя
console-code = Подтвердите вход
console-code-label = Код
console-code-hint = Шесть цифр из приложения-аутентификатора или один из резервных кодов.

# $count (Number) — сколько знаков не меньше
console-password-hint = Не короче { $count } знаков. Длинная фраза лучше сложного слова.

console-search = Поиск
console-any = любое
console-since = С
console-until = По
console-reset-filter = Сбросить фильтр
console-webhooks = Вебхуки
console-webhooks-hint = Ваши программы узнают о событиях сразу: мы отправляем их на адрес, который вы назовёте, с подписью.
console-webhooks-none = Вебхуков пока нет
console-webhooks-none-hint = Добавьте адрес своей программы: 1С, сайта, таблицы.
console-webhook-new = Добавить вебхук
console-webhook-create = Добавить
console-webhook-name = Название
console-webhook-name-hint = Например, «1С»
console-webhook-url = Адрес
console-webhook-url-hint = Только https и только в открытом интернете
console-webhook-events = О чём сообщать
console-webhook-event-request-created = Новая заявка
console-webhook-event-request-status-changed = Статус заявки
console-webhook-event-request-commented = Сообщение по заявке
console-webhook-event-request-rated = Оценка работы
console-webhook-event-ping = Проверка связи
console-webhook-on = работает
console-webhook-off = выключен
console-webhook-failing = не отвечает
console-webhook-given-up = отключён: сутки без ответа
console-webhook-switch-on = Включить
console-webhook-switch-off = Выключить
console-webhook-secret = Секрет
console-webhook-secret-shown = Сохраните секрет
console-webhook-secret-hint = Им подписано каждое сообщение. Больше мы его не покажем.
console-webhook-kept = Секрет сохранён
console-webhook-rotate = Сменить секрет
console-webhook-rotate-deed = Сменить
console-webhook-rotate-hint = Сутки сообщения будут подписаны и старым, и новым секретом. За это время замените его в своей программе.
console-webhook-delete = Удалить вебхук
console-webhook-deleted = Вебхук удалён
console-webhook-log = Отправленное
console-webhook-log-none = Пока ничего не отправлено
console-webhook-log-none-hint = Проверьте связь: адрес получит пробное сообщение.
console-webhook-look-again = Обновить
console-webhook-ping = Проверить связь
console-webhook-replay = Повторить
console-webhook-sent = Отправляем
console-webhook-soon = в течение минуты
console-webhook-delivery-waiting = ждёт
console-webhook-delivery-done = принято
console-webhook-delivery-failed = не принято
console-webhook-error-address-not-public = Адрес внутри сети, туда мы не обращаемся
console-webhook-error-not-https = Адрес не https
console-webhook-error-url-invalid = Адрес записан с ошибкой
console-webhook-error-timed-out = Не ответил за 10 секунд
console-webhook-error-not-reached = Не удалось соединиться
console-webhook-error-broken-off = Связь оборвалась
console-webhook-error-switched-off = Вебхук выключили

# $name (String) — название вебхука
console-webhook-delete-hint = Вебхук «{ $name }» и его журнал исчезнут. На этот адрес больше ничего не придёт.

# $count (Number) — сколько попыток
console-webhook-attempts = { $count ->
        [one] { $count } попытка
        [few] { $count } попытки
       *[many] { $count } попыток
    }

# $when (String) — когда, словами
console-webhook-next = Следующая попытка: { $when }

console-audit = Журнал
console-audit-none = Ничего не нашлось
console-audit-none-hint = Измените или сбросьте фильтр.
console-audit-when = Когда
console-audit-who = Кто
console-audit-what = Что
console-audit-from = Откуда
console-audit-export = Скачать CSV
console-audit-verify = Проверить целостность
console-actor-system = Контора
console-actor-service = Программа
console-event-new-device = новое устройство
console-event-signed-in = Вход
console-event-sign-in-failed = Неудачный вход
console-event-sessions-ended = Сеансы завершены
console-event-member-added = Новый сотрудник
console-event-role-changed = Роль изменена
console-event-custom-role-given = Выдана роль организации
console-event-member-removed = Сотрудник убран
console-event-member-left = Сотрудник ушёл
console-event-member-limited = Изменены границы работы
console-event-custom-role-taken = Роль организации снята
console-event-ownership-offered = Предложено владение
console-event-ownership-withdrawn = Передача отменена
console-event-ownership-transferred = Сменился владелец
console-event-invite-created = Приглашение создано
console-event-invite-revoked = Приглашение отозвано
console-event-invite-accepted = Приглашение принято
console-event-role-created = Роль создана
console-event-role-edited = Роль изменена: права
console-event-role-deleted = Роль удалена
console-event-elements-hidden = Изменён вид экранов
console-event-team-created = Команда создана
console-event-team-edited = Команда изменена
console-event-team-deleted = Команда удалена
console-event-calendar-created = Календарь создан
console-event-calendar-edited = Календарь изменён
console-event-calendar-chosen = Выбран календарь организации
console-event-calendar-deleted = Календарь удалён
console-event-shift-planned = Смена назначена
console-event-shift-edited = Смена изменена
console-event-shift-cancelled = Смена отменена
console-event-shift-begun = Смена принята
console-event-shift-ended = Смена сдана
console-event-absence-noted = Отсутствие отмечено
console-event-absence-ended = Отсутствие окончено
console-event-skill-added = Навык добавлен
console-event-skill-renamed = Навык переименован
console-event-skill-deleted = Навык удалён
console-event-member-skills-set = Навыки сотрудника изменены
console-event-assignment-changed = Порядок раздачи заявок изменён
console-event-timeouts-changed = Сроки ожидания изменены
console-event-request-timed-out = Ждали слишком долго
console-event-service-account-created = Программа создана
console-event-service-account-edited = Программа изменена
console-event-service-account-secret-rotated = Секрет программы сменён
console-event-service-account-revoked = Программа отозвана
console-event-service-account-approved = Программе разрешено действовать
console-event-service-approval-used = Программа начала действовать за сотрудника
console-event-service-approval-ended = Разрешение программе прекращено
console-event-viewing-started = Просмотр чужими глазами начат
console-event-viewing-used = Просмотрено чужими глазами
console-event-viewing-ended = Просмотр чужими глазами окончен
console-event-exported = Выгрузка данных
console-event-alert-answered = Ответ на тревогу
console-event-org-created = Организация создана
console-event-org-edited = Настройки организации изменены
console-event-org-deleted = Организация удалена
console-event-org-restored = Организация восстановлена
console-event-bot-added = Бот подключён
console-event-bot-removed = Бот отключён
console-event-bot-token-changed = Токен бота изменён
console-event-staff-chat-linked = Группа сотрудников подключена
console-event-staff-chat-lost = Группа сотрудников потеряна
console-event-resident-joined = Новый житель
console-event-resident-listed = В реестр внесён житель
console-event-resident-unlisted = Житель убран из реестра
console-event-resident-role-chosen = Житель назвал свою роль
console-event-resident-edited = Данные жителя изменены
console-event-resident-verified = Житель подтверждён
console-event-resident-declined = Жителю отказано
console-event-resident-moved-out = Житель выехал
console-event-consent-given = Дано согласие
console-event-property-added = Объект добавлен
console-event-property-edited = Объект изменён
console-event-property-archived = Объект убран в архив
console-event-property-link-renewed = Ссылка объекта обновлена
console-event-register-imported = Реестр загружен из файла
console-event-register-import-undone = Загрузка реестра отменена
console-event-phone-confirmed = Телефон подтверждён
console-event-language-chosen = Выбран язык
console-event-person-unreachable = Бот заблокирован
console-event-person-returned = Снова на связи
console-event-request-filed = Заявка подана
console-event-request-taken = Заявка взята
console-event-phone-shown = Показан телефон жителя
console-event-request-completed = Заявка выполнена
console-event-request-accepted = Работа принята
console-event-request-returned = Заявка возвращена
console-event-request-cancelled = Заявка отменена
console-event-request-rated = Работа оценена
console-event-comment-added = Сообщение по заявке
console-event-comment-edited = Сообщение изменено
console-event-comment-deleted = Сообщение удалено
console-event-password-changed = Пароль изменён
console-event-password-link-asked = Запрошена ссылка для пароля
console-event-email-confirmed = Почта подтверждена
console-event-second-factor-changed = Вход по коду переключён
console-event-webhook-added = Вебхук добавлен
console-event-webhook-edited = Вебхук изменён
console-event-webhook-secret-rotated = Ключ вебхука сменён
console-event-webhook-switched-off = Вебхук отключён: сутки без успеха
console-event-webhook-deleted = Вебхук удалён
console-event-alert-limits-changed = Пороги тревог изменены
console-event-preferences-changed = Настройки уведомлений изменены
console-event-quiet-hours-changed = Тихие часы изменены
console-event-other = Другое событие
console-surface-bot = Бот
console-surface-mini-app = Мини-приложение
console-surface-console = Консоль
console-surface-api = API
console-surface-cli = Командная строка
console-surface-job = Фоновая работа
console-surface-import = Импорт
console-surface-automation = Автоматика
console-surface-system = Система
console-surface-other = Другое

# $count (Number) — сколько строк
console-event-rows = { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }

# $seq (Number) — номер записи
console-audit-broken = Журнал изменён в обход Конторы: запись №{ $seq }. Сообщите тому, кто отвечает за сервер.

# $count (Number) — сколько записей проверено
# $waiting (Number) — сколько ждут печати
console-audit-whole = Журнал цел. Проверено записей: { $count }, ждут печати: { $waiting }.

console-security = Пароль и вход
console-password-change-hint = После смены пароля остальные ваши сеансы завершатся.
console-password-current = Текущий пароль
console-password-current-hint = Если пароля ещё нет, оставьте пустым.
console-password-new = Новый пароль
console-password-changed = Пароль изменён
console-email-none = Пока нет
console-email-confirmed = подтверждена
console-email-unconfirmed = не подтверждена
console-email-again = Прислать письмо ещё раз
console-email-new = Новая почта
console-email-new-hint = Пришлём письмо со ссылкой. Почта сменится, когда вы её откроете.
console-email-sent = Письмо отправлено. Откройте ссылку из него
console-email-off = Этот сервер не отправляет писем, поэтому почту не сменить. Входите через бота.
console-email-deed = Прислать письмо
console-second-factor = Вход с кодом
console-second-factor-hint = Кроме пароля понадобится код из приложения-аутентификатора. Чужой, узнавший пароль, не войдёт.
console-second-factor-set-up = Настроить
console-second-factor-scan = Отсканируйте код приложением-аутентификатором или введите ключ вручную.
console-second-factor-qr = QR-код для приложения-аутентификатора
console-second-factor-secret = Ключ
console-second-factor-code-hint = Шесть цифр, которые показывает приложение. Остальные сеансы завершатся.
console-second-factor-confirm = Включить
console-second-factor-is-on = Вход с кодом включён.
console-recovery-codes = Резервные коды
console-recovery-codes-hint = Сохраните резервные коды: каждый заменит код один раз, если телефон потеряется. Больше мы их не покажем.
console-second-factor-take-away = Выключить
console-second-factor-take-away-hint = Вход с кодом включён. Чтобы выключить, подтвердите, что это вы.
console-second-factor-taken-away = Вход с кодом выключен

console-bot-sign-in = Войти через бота
console-bot-sign-in-hint = Откройте бота: он спросит, вы ли это. Выберите там это число.
console-bot-number = Число для бота
console-bot-open = Открыть Telegram
console-bot-qr = QR-код ссылки на бота
console-bot-qr-hint = Telegram на телефоне? Наведите на код камеру.
console-bot-waiting = Ждём ответа в Telegram. Он действует пять минут.

console-my-rights = Мои права
console-my-rights-hint = Что вы можете в этой организации и на что это распространяется.
console-why = Почему?

# $permission (String) — право
console-why-of = Почему: { $permission }

# $name (String) — чьими глазами
console-eyes = Вы смотрите глазами сотрудника: { $name }. Менять ничего нельзя, просмотр записан в журнал.
console-eyes-own = Вернуться к своим

console-reports = Отчёты
console-report-security = Безопасность по дням
console-report-activity = Кто работает
console-report-day = День
console-report-last = Последний раз
console-report-nobody = неизвестно кто
console-report-none = За это время ничего не было
console-report-none-hint = Выберите другие дни.

# $count (Number) — сколько раз
console-report-sign-ins = входов: { $count }

# $count (Number) — сколько раз
console-report-new-devices = новых устройств: { $count }

# $count (Number) — сколько раз
console-report-failures = неудачных входов: { $count }

# $count (Number) — сколько раз
console-report-sessions-ended = завершённых сеансов: { $count }

# $count (Number) — сколько раз
console-report-role-changes = смен ролей: { $count }

# $count (Number) — сколько раз
console-report-exports = выгрузок: { $count }

# $count (Number) — сколько раз
console-report-events = действий: { $count }

# $count (Number) — сколько раз
console-report-days = дней: { $count }

console-telegram-sign-in = Войти через Telegram
console-telegram-no = Telegram не пустил. Попробуйте ещё раз или войдите иначе.

console-programs = Программы
console-programs-hint = Программы работают с API от имени организации или сотрудника, который им это разрешил.
console-programs-none = Программ пока нет
console-programs-none-hint = Создайте программу, чтобы подключить 1С, сайт или свою систему.
console-program-new = Создать программу
console-program-create = Создать
console-program-name = Название
console-program-name-hint = Например, «1С» или «Сайт»
console-program-from = Разрешённые адреса
console-program-from-hint = По одному в строке: 203.0.113.7 или 203.0.113.0/24. Пусто — откуда угодно.
console-program-back = Адреса возврата
console-program-back-hint = По одному в строке, https. Нужны, только если программа работает от имени сотрудников.
console-program-scopes = Что ей можно
console-program-scopes-hint = Не больше, чем можно вам. Изменения действуют сразу.
console-program-secret-hint = Сохраните секрет сейчас: больше мы его не покажем.
console-program-revoked = Отозвана
console-program-is-revoked = Программа отозвана
console-program-unused = Ещё не приходила
console-program-rotate = Сменить секрет
console-program-rotate-hint = Прежний секрет будет действовать ещё сутки, чтобы вы успели вписать новый.
console-program-revoke = Отозвать
console-authorize-may = От вашего имени она сможет:
console-authorize-nothing = Из того, что она просит, вам самим ничего нельзя.
console-authorize-yes = Разрешить
console-authorize-no = Отказать
console-authorize-wrong = Программа прислала вас сюда с ошибкой. Сообщите тому, кто её настраивает.

# $when (String) — когда, словами
console-program-used = Приходила: { $when }

# $until (String) — до какого времени
console-program-old-secret = Прежний секрет действует до { $until }.

# $name (String) — название программы
console-program-revoke-hint = «{ $name }» потеряет доступ сразу и навсегда, также от имени сотрудников.

# $name (String) — название программы
console-authorize = Программа «{ $name }» просит доступ

# $where (String) — адрес программы
console-authorize-hint = После ответа вы вернётесь на { $where }. Доступ видно в «Моих сеансах», его можно завершить в любой момент.

console-alerts = Тревоги
console-alerts-hint = То, что показалось подозрительным. Ответ одного владельца виден всем.
console-alerts-none = Тревог не было
console-alerts-none-hint = Здесь появится вход с нового устройства, много неудачных входов, большая выгрузка и подобное.
console-alert-fine = Это я, всё в порядке
console-alert-limits = Когда сообщать
console-alert-limit-failures = Неудачных входов подряд
console-alert-limit-failures-minutes = за столько минут
console-alert-limit-rows-exported = Выгруженных строк
console-alert-limit-rows-minutes = за столько минут
console-alert-limit-new-device = Вход с нового устройства
console-alert-limit-odd-hours = Вход в нерабочее время
console-yes = да
console-no = нет

# $name (String) — кто
console-alert-other = Тревога: { $name }

# $name (String) — чьи сеансы
console-alert-end-hint = { $name }: все сеансы завершатся сразу, во всех организациях. Войти можно будет снова.

console-field-active = включён
console-field-allowed-from = откуда можно
console-field-assignee = исполнитель
console-field-colour = цвет
console-field-currency = валюта
console-field-custom-role = своя роль
console-field-events = события
console-field-failures = неудачных входов
console-field-failures-minutes = за сколько минут (входы)
console-field-filter = доступ
console-field-grants = права
console-field-greeting = приветствие
console-field-hidden = скрыто
console-field-industry = отрасль
console-field-language = язык
console-field-members = участники
console-field-members-see = сотрудники видят
console-field-name = название
console-field-new-device = новое устройство
console-field-odd-hours = нерабочее время
console-field-rating = оценка
console-field-redirect-uris = адреса возврата
console-field-returns = возвраты
console-field-role = роль
console-field-rows-exported = выгруженных строк
console-field-rows-minutes = за сколько минут (строки)
console-field-scopes = области доступа
console-field-second-factor = вход по коду
console-field-short-name = краткое имя
console-field-status = статус
console-field-time-zone = часовой пояс
console-field-url = адрес
console-field-working-hours = часы работы

console-value-new = принята
console-value-in-progress = в работе
console-value-done = готово
console-value-returned = возвращена
console-value-closed = закрыта
console-value-cancelled = отменена
console-value-ru = русский
console-value-uz = узбекский
console-value-en = английский
console-value-all = всё
console-value-team = своей команды
console-value-assigned = порученное
console-value-own = своё

console-members = Сотрудники
console-members-search = Имя или @имя
console-members-none = Никого не нашлось
console-members-none-hint = Измените поиск или пригласите коллегу.
console-member-any-role = Любая
console-member-role = Роль
console-member-role-hint = Новая роль действует сразу: со следующего нажатия.
console-member-me = Это вы. Свою роль не меняют: это делает коллега.

# $when (String) — день
console-member-since = С { $when }

console-member-eyes = Посмотреть глазами
console-member-eyes-deed = Посмотреть

# $name (String) — кто это
console-member-eyes-hint = Вы увидите Контору так, как её видит { $name }. Изменить ничего нельзя, а просмотр попадёт в журнал.

console-member-sessions = Завершить сеансы
console-member-sessions-deed = Завершить

# $name (String) — кто это
console-member-sessions-hint = { $name }: все устройства выйдут сразу, во всех организациях. Войти снова можно будет. Пригодится, если потерян телефон.

console-member-offer = Передать организацию
console-member-offer-deed = Предложить

# $name (String) — кто это
console-member-offer-hint = { $name } станет владельцем, когда согласится: на это есть сутки. Вы останетесь администратором.

console-member-remove = Убрать из команды
console-member-remove-deed = Убрать

# $name (String) — кто это
console-member-remove-hint = { $name } больше не сможет работать в организации: со следующего нажатия. Сделанное останется. Вернуть можно приглашением.

# $name (String) — кто это
console-member-removed = { $name }: теперь не в команде

console-offer-made = Предложение отправлено
console-offer-accepted = Теперь организация ваша
console-offer-withdrawn = Передача отменена
console-offer-accept = Принять
console-offer-decline = Отказаться
console-offer-withdraw = Отменить передачу

# $name (String) — кто передаёт
console-offer-to-me = { $name } передаёт вам организацию

# $until (String) — до какого времени
console-offer-to-me-hint = Вы станете владельцем, прежний владелец — администратором. Ответить можно до { $until }.

# $name (String) — кому передают
console-offer-by-me = Организация предложена: { $name }

# $until (String) — до какого времени
console-offer-by-me-hint = Ответа ждём до { $until }. Пока владелец вы.

console-invite = Пригласить
console-invites = Приглашения
console-invites-open = Ещё не приняты
console-invites-none = Открытых приглашений нет
console-invites-none-hint = Здесь будут те, что отправлены и ещё не приняты.
console-invite-hint = Ссылка сработает один раз: кто откроет её первым, станет сотрудником с этой ролью.
console-invite-lasts = Действует
console-invite-name = Для кого (необязательно)
console-invite-create = Создать приглашение
console-invite-ready = Приглашение готово

# $until (String) — до какого времени
console-invite-ready-hint = Отправьте ссылку или покажите код. Сработает один раз, до { $until }. Больше мы её не покажем.

console-invite-link = Ссылка для Telegram
console-invite-here = Ссылка для браузера
console-invite-qr = QR-код приглашения
console-invite-another = Ещё одно приглашение
console-invite-revoke = Отозвать
console-invite-revoke-title = Отозвать приглашение?
console-invite-revoke-hint = По этой ссылке никто больше не войдёт.
console-invite-revoked = Приглашение отозвано

# $when (String) — до какого времени
console-valid-until = До { $when }

# $count (Number) — сколько дней
console-days = { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }

console-join = Вас приглашают
console-join-none = Приглашения здесь нет
console-join-none-hint = Откройте ссылку, которую вам прислали, ещё раз.

# $name (String) — кто приглашает
# $role (String) — роль
console-join-by = { $name } зовёт вас в команду. Роль: { $role }.

# $role (String) — роль
console-join-as = Вас зовут в команду. Роль: { $role }.

console-join-accept = Вступить
console-join-decline = Не сейчас

console-organization = Организация
console-organizations = Ваши организации
console-organizations-none = Вы пока нигде не работаете
console-organizations-none-hint = Попросите у коллег приглашение или создайте свою организацию.
console-organization-new = + Новая организация
console-organization-open = Открыть
console-organization-is-deleted = удалена
console-organization-restore = Вернуть
console-organization-restored = Организация возвращена

# $name (String) — как называется организация
console-organization-deleted-name = { $name } (удалена)

# $until (String) — до какого времени
console-organization-restorable = Владелец может вернуть её до { $until }. Потом она исчезнет навсегда.

console-organization-language = Язык группы сотрудников
console-industry = Чем занимается
console-industry-property = Дома и квартиры
console-industry-services = Услуги по вызову
console-industry-sales = Продажи
console-industry-call-center = Колл-центр
console-industry-partners = Сеть партнёров
console-industry-other = Другое
console-time-zone = Часовой пояс
console-currency = Валюта
console-working-hours = Рабочие часы
console-working-hours-hint = По времени организации. Не отмечено ничего — значит, часы не указаны.
console-hours-from = с
console-hours-to = до
console-day-off = выходной
console-day-mon = Понедельник
console-day-tue = Вторник
console-day-wed = Среда
console-day-thu = Четверг
console-day-fri = Пятница
console-day-sat = Суббота
console-day-sun = Воскресенье
console-branding = Как выглядит
console-short-name = Короткое название
console-short-name-hint = Там, где полное не помещается
console-colour = Цвет
console-greeting = Приветствие
console-greeting-hint = Первое, что прочтёт новый житель
console-organization-end = Уйти или удалить
console-organization-leave = Уйти из организации
console-organization-leave-deed = Уйти

# $name (String) — как называется организация
console-organization-leave-hint = Вы перестанете быть сотрудником «{ $name }». Вернуться можно только по приглашению.

# $name (String) — как называется организация
console-organization-left = Вы ушли из «{ $name }»

console-organization-delete = Удалить организацию
console-organization-delete-hint = Никто больше не войдёт, бот перестанет принимать заявки. Семь дней владелец может всё вернуть, потом данные исчезнут навсегда.

# $name (String) — как называется организация
console-organization-type-name = Введите название: { $name }

console-teams = Команды
console-teams-hint = Кто в одной команде, видят работу друг друга, если так позволяет роль.
console-teams-none = Команд пока нет
console-teams-none-hint = Соберите первую, например «Сантехники».
console-team-new = Новая команда
console-team-name = Название
console-team-name-hint = Например, «Сантехники»
console-team-members = Кто в команде
console-team-delete = Удалить команду
console-team-deleted = Команда удалена

# $name (String) — как называется команда
console-team-delete-hint = Команда «{ $name }» исчезнет. Сотрудники останутся.

## Дома, квартиры, жители

console-add = Добавить
console-close = Закрыть
console-archive = Убрать в архив
console-buildings = Дома
console-building-add = Добавить дом
console-buildings-search = Адрес, название или комплекс
console-buildings-none = Домов не нашлось
console-buildings-none-hint = Измените поиск или добавьте дом.
# $count (Number) — сколько помещений
# $inhabited (Number) — в скольких живут
console-building-units = { $count ->
        [one] { $count } помещение
        [few] { $count } помещения
       *[other] { $count } помещений
    }, заселено { $inhabited }
console-building-address = Адрес
console-building-address-hint = Например, «ул. Навои, 5»
console-building-about = О доме
console-building-name = Как его называют
console-building-floors = Этажей
# $address (String) — дом
console-building-archive-hint = Дом «{ $address }» исчезнет из списков. Заявки и история останутся.
console-complex = Комплекс
console-complex-any = Любой
console-complex-no = Без комплекса
console-complex-add = Добавить комплекс
console-complex-name = Название комплекса
console-property-note = Примечание
console-property-note-hint = Для тех, кто сюда приходит: где ключ, где перекрыть воду.
console-entrances = Подъезды
console-entrances-none = Подъездов пока нет.
# $number (Number) — подъезд
console-entrance-number = подъезд { $number }
# $code (String) — код двери
console-entrance-code = код { $code }
# $count (Number) — сколько помещений
console-entrance-units = { $count ->
        [one] { $count } помещение
        [few] { $count } помещения
       *[other] { $count } помещений
    }
console-entrance-new = Новый подъезд: номер
console-entrance-door-code = Код двери
console-sticker = Наклейка
console-sticker-hint = QR-код на дверь подъезда: житель открывает его и сразу пишет заявку.
console-link-no-bot = Ссылка появится, когда у организации будет бот.
console-units = Квартиры
console-units-search = Номер, счёт, имя или телефон
console-units-none = Ничего не нашлось
console-units-none-hint = Попробуйте номер квартиры, лицевой счёт, имя или телефон.
console-unit-kind = Вид
console-unit-kind-any = Любой
console-unit-kind-of-new = Что это
console-unit-kind-flat = Квартира
console-unit-kind-commercial = Нежилое
console-unit-kind-parking = Парковка
console-unit-kind-storage = Кладовка
# $address (String) — дом
# $number (String) — квартира
console-unit-at = { $address }, кв. { $number }
# $kind (String) — вид
# $number (String) — номер
console-unit-title = { $kind } { $number }
# $floor (Number) — этаж
console-unit-floor-number = этаж { $floor }
# $count (Number) — сколько ждут
console-unit-waiting = { $count ->
        [one] { $count } ждёт проверки
        [few] { $count } ждут проверки
       *[other] { $count } ждут проверки
    }
# $count (Number) — сколько живут
console-unit-residents = { $count ->
        [0] никого
        [one] { $count } житель
        [few] { $count } жителя
       *[other] { $count } жителей
    }
console-unit-new = Новая квартира: номер
console-unit-number = Номер
console-unit-floor = Этаж
console-unit-entrance = Подъезд
console-unit-area = Площадь, м²
console-unit-area-wrong = Напишите число, например 54,3
console-unit-account = Лицевой счёт
console-unit-about = О помещении
# $number (String) — номер
console-unit-archive-hint = Помещение { $number } исчезнет из списков. Заявки и история останутся.
console-unit-link = Ссылка жителя
console-unit-link-show = Показать
console-unit-link-hint = QR-код на квитанцию или дверь: по нему житель открывает бота, и бот уже знает квартиру.
console-unit-link-renew = Заменить ссылку
console-unit-link-renew-hint = Прежняя ссылка и её QR-код перестанут открываться. Жители останутся.
console-unit-link-renewed = Ссылка заменена
console-unit-nobody = Здесь пока никого
console-unit-nobody-hint = Внесите телефон: кто подтвердит его в боте, окажется здесь сам.
console-residents = Жители
console-residents-search = Имя, телефон, адрес или квартира
console-residents-none = Никого не нашлось
console-residents-none-hint = Измените поиск. Жителей вносят на странице квартиры.
console-resident-new = Внести жителя
console-resident-add = Внести
console-resident-phone = Телефон
console-resident-phone-hint = Кто подтвердит этот номер в боте, подтверждён сразу.
console-resident-name = Имя
console-resident-role = Кем живёт
console-resident-role-any = Кем угодно
console-resident-role-owner = собственник
console-resident-role-family = член семьи
console-resident-role-tenant = арендатор
console-resident-role-unknown = роль не названа
console-resident-state = Состояние
console-resident-state-any = Живут сейчас
console-resident-state-expected = ещё не в боте
console-resident-state-pending = ждёт проверки
console-resident-state-verified = подтверждён
console-resident-state-declined = отказано
console-resident-state-moved-out = выехал
console-resident-verify = Подтвердить
console-resident-decline = Отклонить
console-resident-verified = Житель подтверждён
console-resident-declined = Отказано
console-resident-move-out = Выселить
# $name (String) — как зовут
console-resident-move-out-hint = { $name } больше не будет жителем этой квартиры. История останется.
console-resident-moved-out = Записано: больше не живёт здесь

## Рабочее время

console-calendars = Рабочее время
console-calendars-hint = По этим часам считаются сроки заявок. Время — организации.
console-calendars-none = Календарей пока нет
console-calendars-none-hint = Пока сроки идут по рабочим часам организации, а если они не указаны — круглые сутки. Возьмите готовый календарь ниже.
console-calendar-chosen = основной
console-calendar-always = Круглосуточно, без выходных
# $count (Number) — сколько особых дней
console-calendar-dates = { $count ->
    [one] { $count } особый день
    [few] { $count } особых дня
   *[many] { $count } особых дней
}
console-calendar-presets = Готовые календари
console-calendar-preset-emergency-416 = Аварийная служба (416)
console-calendar-preset-around-the-clock = Круглосуточно
console-calendar-preset-five-days = Пятидневка
console-calendar-take = Взять
# $minutes (Number)
console-norm-answer-call = Ответ на звонок: не дольше { $minutes } мин
# $minutes (Number)
console-norm-localise-damage = Локализация аварии: { $minutes } мин
# $hours (Number)
console-norm-clear-sewer = Засор канализации: { $hours } ч
# $hours (Number)
console-norm-clear-chute = Засор мусоропровода: { $hours } ч, с 8 до 23
# $hours (Number)
console-norm-repair-damage = Устранение аварии: { $hours } ч
console-calendar-name = Название
console-calendar-week = Часы недели
console-calendar-week-hint = Несколько промежутков — несколько строк. Если конец не позже начала, смена кончается на следующий день.
console-calendar-add-hours = + Часы
console-calendar-remove-hours = ✕
console-calendar-exceptions = Особые дни
console-calendar-exceptions-hint = Праздники, короткие дни и рабочие субботы. Без часов — выходной.
console-calendar-date = Дата
console-calendar-note = Что за день
console-calendar-add-date = Добавить день
console-calendar-remove-date = Убрать день
console-calendar-choose = Сделать основным
console-calendar-delete = Удалить календарь
# $name (String)
console-calendar-delete-hint = Календарь «{ $name }» исчезнет.

## Смены, отсутствия, навыки

console-shifts = Смены
console-on-duty = Сейчас на смене
console-on-duty-none = Никого. Срочное придёт диспетчерам, потом менеджерам и владельцам.
console-duty-dispatcher = диспетчер
console-duty-worker = мастер
console-duty-manager = ответственный
# $when (String)
console-shift-until = до { $when }
# $when (String)
console-shift-not-begun = смену не принял(а), по графику до { $when }
# $name (String)
console-shift-left = Передал(а) { $name }:
console-shift-begin = Принять смену
console-shift-end = Сдать смену
console-shift-note = Что передать сменщику
console-shift-note-hint = Без записи смену не сдать
console-roster = График
console-week-before = ← Неделя
console-week-next = Неделя →
console-roster-none = На этой неделе смен нет
console-roster-none-hint = Назначьте смену: сотрудник узнает о ней от бота.
console-shift-cancel = Отменить
console-shift-plan = Назначить смену
console-shift-who = Кому
console-shift-duty = Кем
console-absences = Отсутствия
console-absences-hint = Пока человека нет, его заявки и сигналы приходят заместителю.
# $name (String)
console-absence-deputy = Замещает { $name }
console-absence-no-deputy = Никто не замещает
console-absence-end = Вернулся
console-absence-who = Кого не будет
console-absence-me = Меня
console-absence-stand-in = Кто замещает
console-absence-nobody = Никто
console-absence-note = Отметить отсутствие
console-skills = Навыки
console-skills-hint = Что умеют сотрудники. Вид заявки называет навык, и её получает тот, кто умеет.
console-skills-none = Навыков пока нет
console-skills-list = Список навыков
console-skill-new = Новый навык
console-skill-new-hint = Например, «Сантехника», «Электрика», «Лифты»
console-skill-delete-hint = Навык исчезнет у всех, у кого он есть.
console-assignment = Кому достаётся заявка
console-assignment-hint = Кого нет на работе, не получает ничего; первыми идут те, кто умеет и на смене.
console-assignment-by-hand = Вручную
console-assignment-in-order = По очереди
console-assignment-evenly = Поровну
console-assignment-by-load-and-skill = По загрузке и навыку
console-assignment-by-building = По домам
console-field-calendar = календарь
console-field-duty = дежурство
console-field-skills = навыки
console-field-starts-at = начало
console-field-ends-at = конец
console-field-strategy = порядок раздачи
console-timeouts = Сроки ожидания
console-timeouts-hint = В минутах. Сутки — 1440.
console-timeout-unassigned = Никто не взял: сигнал дежурному
console-timeout-unassigned-emergency = Никто не взял аварию
console-timeout-not-accepted = Назначенный не ответил
console-timeout-answer-reminder = Вопрос жителю: напоминание
console-timeout-answer-overdue = Вопрос жителю: сигнал дежурному
console-timeout-answer-close = Вопрос жителю: закрыть без ответа
console-timeout-done-reminder = Готово: напоминание жителю
console-timeout-done-accept = Готово: принять без ответа

console-requests = Заявки
console-request-one = Заявка
console-request-file = Подать заявку
console-request-file-deed = Отправить
console-requests-none = Заявок пока нет
console-requests-none-hint = Их подают жители в боте, а за жителя можно подать отсюда.
console-requests-not-found = Ничего не нашлось
console-requests-not-found-hint = Измените слова или фильтр.
console-request-about = Тема
console-request-where = Где
console-request-status = Статус
console-request-assignee = Исполнитель
console-request-due = Срок
console-request-priority = Срочность
console-request-building = Дом

# $number (String) — номер
console-request-unit = кв. { $number }

console-request-clock-stands = ждёт
console-request-overdue = просрочена
console-requests-search = Слова или номер
console-requests-filter = Фильтр
console-requests-open = Все открытые
console-requests-any-status = Любой
console-requests-any-priority = Любая
console-requests-any-category = Любая
console-requests-any-building = Любой
console-requests-any-assignee = Любой
console-requests-nobodys = Никто не взял
console-requests-mine = Я
console-requests-overdue = Только просроченные
console-request-status-new = новая
console-request-status-assigned = назначена
console-request-status-accepted = взята
console-request-status-on-the-way = в пути
console-request-status-in-progress = в работе
console-request-status-paused = на паузе
console-request-status-done = готова
console-request-status-returned = возвращена
console-request-status-closed = закрыта
console-request-status-cancelled = отменена
console-request-status-declined = отклонена
console-request-priority-emergency = авария
console-request-priority-high = срочно
console-request-priority-normal = обычная
console-request-priority-low = не срочно
console-request-pause-part = ждём запчасть
console-request-pause-access = нет доступа
console-request-pause-contractor = нужен подрядчик
console-request-pause-resident = ждём жителя
console-request-pause-other = другая причина
console-request-tag-fast = Быстро
console-request-tag-clean = Чисто
console-request-tag-polite = Вежливо
console-request-tag-expensive = Дорого
console-request-place-unit = Квартира
console-request-place-entrance = Подъезд
console-request-place-yard = Двор
console-request-closing-accepted = житель принял
console-request-closing-unanswered = житель не ответил
console-request-closing-by-staff = закрыли сотрудники
console-request-closing-merged = объединена с другой
console-request-do-take = Беру
console-request-did-take = Заявка ваша
console-request-do-assign = Назначить
console-request-did-assign = Назначено
console-request-do-release = Не могу
console-request-did-release = Вернули в очередь
console-request-do-help = Помогу
console-request-did-help = Вы помогаете
console-request-do-depart = Выезжаю
console-request-did-depart = Житель знает, что вы едете
console-request-do-arrive = Я на месте
console-request-did-arrive = Отметили: вы на месте
console-request-do-pause = На паузу
console-request-did-pause = Заявка на паузе
console-request-do-resume = Продолжить
console-request-did-resume = Работа продолжается
console-request-do-complete = Готово
console-request-did-complete = Готово, спросим жителя
console-request-do-accept = Принять работу
console-request-did-accept = Принято, спасибо
console-request-do-return = Не решено
console-request-did-return = Вернули в работу
console-request-do-reopen = Открыть снова
console-request-did-reopen = Заявка снова открыта
console-request-do-rate = Оценить
console-request-did-rate = Спасибо за оценку
console-request-do-cancel = Отменить заявку
console-request-did-cancel = Заявка отменена
console-request-do-decline = Отклонить
console-request-did-decline = Заявка отклонена
console-request-do-close = Закрыть заявку
console-request-did-close = Заявка закрыта
console-request-do-merge = Это дубль
console-request-did-merge = Заявки объединены
console-request-do-edit = Тема и срочность
console-request-did-edit = Сохранено

# $count (Number) — сколько раз
console-request-returns = { $count ->
        [one] возвращали { $count } раз
        [few] возвращали { $count } раза
       *[many] возвращали { $count } раз
    }

# $done (Number) — сколько пройдено
# $all (Number) — сколько всего
console-request-step = Пройдено шагов: { $done } из { $all }

console-request-slot = Удобное время
console-request-reporter = Житель
console-request-unverified = не проверен
console-request-nobody = пока никто

# $count (Number) — сколько
console-request-helpers = { $count ->
        [one] помогает { $count } человек
        [few] помогают { $count } человека
       *[many] помогают { $count } человек
    }

console-request-filed = Подана
console-request-files = Вложения

# $count (Number) — сколько
console-request-files-in-bot = { $count ->
        [one] { $count } файл, смотрите в Telegram
        [few] { $count } файла, смотрите в Telegram
       *[many] { $count } файлов, смотрите в Telegram
    }

console-request-followers = Следят соседи
console-request-result = Что сделано
console-request-rating = Оценка
console-request-parent = Открыть заявку, с которой она объединена

# $reason (String) — почему
# $until (String) — когда
console-request-paused = На паузе: { $reason }. Вернёмся { $until }.

console-request-asked = Ждём ответа жителя: часы стоят.
console-request-more = Ещё действия
console-request-reason = Причина
console-request-words-release = Её прочтёт диспетчер.
console-request-words-decline = Её прочтёт житель.
console-request-words-cancel = Можно не писать.
console-request-words-complete = Это прочтёт житель. Можно не писать.
console-request-until = Вернуться к ней
console-request-assign-whom = Кому назначить?

# $count (Number) — сколько заявок у него
console-request-has-open = { $count ->
        [one] { $count } открытая
        [few] { $count } открытые
       *[many] { $count } открытых
    }

console-request-no-workers = Исполнителей пока нет. Пригласите мастера в разделе «Сотрудники».
console-request-rating-words = Своими словами
console-request-edit-hint = Срок будет посчитан заново от времени подачи.
console-request-merge-deed = Объединить
console-request-merge-hint = С какой заявкой объединить? Житель будет следить за ней.
console-request-merge-none = Похожих открытых заявок нет.
console-request-close-hint = Заявка закроется без слова жителя. Он увидит это и сможет открыть её снова в течение 14 дней.
console-request-work = Работа

# $before (Number) — сколько до
# $after (Number) — сколько после
console-request-photos = Фото: до { $before }, после { $after }

console-request-photos-before = До
console-request-photos-after = После
console-request-photos-add = Добавить фото работы
console-request-photo = Фото
console-request-attach = Прикрепить фото
console-request-uploading = Загружаю…
# $name (String) — имя файла
console-request-detach = Убрать { $name }
console-request-file-awaited = Файл загружается из Telegram
console-request-file-gone = Файл недоступен
console-request-file-one = Файл

console-request-materials-and-price = Материалы и цена
console-request-checklist = Чек-лист
console-request-materials = Материалы

# $name (String) — что
console-request-material-remove = Убрать: { $name }

# $sum (String) — сумма
console-request-materials-total = Всего: { $sum }

# $sum (String) — сумма
console-request-price = Цена работы: { $sum }

console-request-price-agreed = Житель согласен
console-request-price-waits = Ждём согласия жителя
console-request-price-yes = Согласен
console-request-price-no = Не согласен
console-request-material = Материал
console-request-material-cost = Стоимость
console-request-sum-wrong = Напишите сумму числом
console-request-material-add = Добавить материал
console-request-price-new = Цена для жителя
console-request-price-hint = Житель получит вопрос и ответит, согласен ли.
console-request-price-offer = Предложить
console-request-history = История

# $count (Number) — сколько ещё
console-request-history-whole = Показать раньше: { $count }

console-request-internal = для своих
console-request-question = вопрос
console-request-to = Кому
console-request-to-resident = Жителю
console-request-to-question = Вопрос
console-request-to-staff = Своим
console-request-words = Сообщение
console-request-words-to-staff = Сообщение сотрудникам
console-request-whom = За кого?
console-request-whom-hint = Имя, телефон, адрес или квартира
console-request-somebody-else = Другой житель
console-request-choose = Выбрать
console-request-what = Что случилось?
console-request-what-hint = Например: течёт под раковиной, пол мокрый.
console-request-about-choose = Выберите тему

# $kind (String) — вид
console-request-about-other = { $kind }: другое

console-request-priority-usual = Как у темы
console-send = Отправить
console-change = Изменить
console-event-request-joined = К заявке присоединился сосед
console-event-request-assigned = Заявка назначена
console-event-request-offered = Заявка предложена всем
console-event-request-released = Заявка вернулась в очередь
console-event-request-freed = Исполнитель ушёл, заявка снова в очереди
console-event-request-helped = К заявке пришла помощь
console-event-request-departed = Мастер выехал
console-event-request-arrived = Мастер на месте
console-event-request-paused = Заявка на паузе
console-event-request-resumed = Работа продолжена
console-event-request-reopened = Заявка открыта снова
console-event-request-declined = Заявка отклонена
console-event-request-closed = Заявка закрыта
console-event-request-merged = Заявка объединена
console-event-request-edited = Заявка изменена
console-event-request-remarked = Слова к оценке
console-event-work-step-toggled = Шаг чек-листа
console-event-work-photos-added = Фото работы
console-event-material-added = Материал
console-event-material-removed = Материал убран
console-event-price-offered = Предложена цена
console-event-price-answered = Ответ о цене
console-event-category-created = Категория создана
console-event-category-edited = Категория изменена
console-categories = Темы заявок
console-categories-hint = Вид работ и под ним проблемы. Что у проблемы не указано, берётся у её вида.
console-categories-old = Показать и убранные
console-category-add-kind = Добавить вид
console-category-add-problem = + Проблема

# $kind (String) — вид
console-category-new-in = { $kind }: новая проблема

# $respond (String) — часы:минуты
# $resolve (String) — часы:минуты
console-category-terms = ответ { $respond }, работа { $resolve }

console-category-photo-before = фото до
console-category-photo-after = фото после

# $count (Number) — сколько
console-category-steps = { $count ->
        [one] { $count } шаг
        [few] { $count } шага
       *[many] { $count } шагов
    }

console-category-archived = убрана

# $name (String) — что
console-category-edit-named = Изменить: { $name }

# $name (String) — что
console-category-archive-named = Убрать: { $name }

console-category-archive-hint = Её больше нельзя будет выбрать. Поданные заявки останутся.
console-category-back = Вернуть
console-category-name-ru = Название по-русски
console-category-name-uz = Название по-узбекски
console-category-name-en = Название по-английски
console-category-icon = Значок
console-category-places = Где бывает
console-category-respond = Взять за, минут
console-category-resolve = Сделать за, минут
console-category-minutes-as-kind = Рабочего времени. Пусто: как у вида.
console-category-minutes-usual = Рабочего времени. Пусто: два часа и двое суток.
console-category-evidence = Что нужно для «Готово»
console-category-shared = бывает сразу во всём доме
console-category-skill = Навык исполнителя
console-category-skill-hint = Кто с этим навыком, получит заявку первым.
console-category-checklist-hint = По шагу в строке. Без всех шагов «Готово» не примется.
console-category-keywords = По каким словам узнавать
console-category-keywords-hint = Начала слов через запятую: теч, капает кран.
console-notifications = Уведомления
console-notifications-hint = Что и когда приходит вам в Telegram. Аварии приходят всегда.
console-notifications-what = О чём сообщать
console-quiet-own = Мои тихие часы

# $zone (String) — часовой пояс
console-quiet-chosen = Вы выбрали их сами. Часовой пояс: { $zone }.

# $zone (String) — часовой пояс
console-quiet-as-org = Как в организации. Часовой пояс: { $zone }.

console-quiet-org = Тихие часы организации
console-quiet-org-hint = Для всех, кто не выбрал свои. Несрочное придёт утром одним сообщением.
console-quiet-on = Не беспокоить
console-quiet-from = С
console-quiet-to = До
console-recipients = Кто получает тревоги
console-recipients-rule = Тревога
console-risers = Стояки
console-riser = Стояк
console-riser-add = Добавить стояк
console-risers-none = Стояки ещё не внесены.
console-riser-kind = Что идёт
console-riser-name = Название стояка
console-riser-whole-house = весь дом
console-riser-note = Где перекрывать

# $name (String) — стояк
console-riser-edit = Изменить: { $name }

# $count (Number) — сколько
console-riser-units = { $count ->
        [one] { $count } квартира
        [few] { $count } квартиры
       *[many] { $count } квартир
    }

console-riser-kind-cold-water = холодная вода
console-riser-kind-hot-water = горячая вода
console-riser-kind-heating = отопление
console-riser-kind-sewage = канализация
console-riser-kind-electricity = электричество
console-entrance-edit = Подъезд

# $number (Number) — номер
console-entrance-edit-number = Изменить подъезд { $number }

console-resident-edit = Житель

# $name (String) — кто
console-resident-edit-named = Изменить: { $name }

# $name (String) — кто
console-resident-theirs = Имя и телефон «{ $name }» меняет сам в боте. Здесь можно изменить роль.
console-event-incident-suspected = Похоже на общую аварию
console-event-incident-declared = Объявлена общая авария
console-event-incident-dismissed = Общей аварии нет
console-event-incident-accepted = Аварию приняли
console-event-incident-unanswered = Аварию никто из дежурных не принял
console-event-incident-told = Жителям сообщили об аварии

### Аварии

console-incidents = Аварии
console-incidents-open = Идут сейчас
console-incidents-all = Все
console-incidents-none = Аварий нет
console-incidents-none-hint = Когда трое жителей дома за 15 минут сообщат об одном и том же, авария появится здесь сама. Её можно и объявить.
console-incident-one = Авария
# $number (Number)
console-incident-number = Авария №{ $number }
console-incident-declare = Объявить аварию
console-incident-declare-hint = Все жители этого места сразу получат карточку аварии.
console-incident-declare-deed = Объявить
console-incident-declare-whole = Объявить на весь дом
console-incident-building = Дом
console-incident-scope = Где именно
console-incident-whole-building = весь дом
console-incident-known = Что известно
console-incident-known-hint = Для сотрудников. Жителям вы напишете отдельно.
console-incident-people = Жителей с карточкой
console-incident-declared-at = Объявлена
console-incident-over-at = Устранена
console-incident-accepted-by = Принял(а)
console-incident-accept = Принять
console-incident-dismiss = Это не авария
console-incident-dismiss-hint = Похожие заявки останутся отдельными.
console-incident-end = Завершить аварию
console-incident-end-hint = Карточки жителей скажут, что всё устранено, и попросят прощения. Акт придёт в группу сотрудников.
console-incident-request = Открыть заявку
console-incident-act = Акт (PDF)
console-incident-told = Что сообщали жителям
# $count (Number)
console-incident-linked = Заявок вместе с ней: { $count }
# $time (String)
console-incident-until = Закончим примерно { $time }
console-incident-sorry = Устранено. Просим прощения за неудобства.
console-incident-tell = Сообщить жителям
console-incident-tell-deed = Показать на карточках
console-incident-stage = Этап
console-incident-stage-same = без изменений
console-incident-stage-searching = 🔎 Ищем причину
console-incident-stage-crew = 👷 Бригада на месте
console-incident-stage-repairing = 🔧 Ремонтируем
console-incident-stage-restoring = 💧 Восстанавливаем
console-incident-words = Своими словами
# $count (Number)
console-incident-words-hint = Прочтут: { $count }
console-incident-expected = Когда закончим
console-incident-state-suspected = похоже на аварию
console-incident-state-declared = авария
console-incident-state-dismissed = не авария
console-incident-state-over = устранена
