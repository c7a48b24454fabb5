### Уведомления: что и когда человек хочет знать

notifications-button = 🔔 Уведомления
notifications-command = Уведомления и язык
notifications-title = 🔔 Уведомления
notifications-hint = Нажмите на строку, чтобы слышать всё, только важное или ничего. Карточки заявок меняются и без звука.
# $from (String) — начало, как 22:00
# $to (String) — конец, как 08:00
notifications-quiet-on = 🌙 Тихие часы: с { $from } до { $to }. Несрочное придёт утром одним сообщением, срочное — сразу.
notifications-quiet-off = 🔔 Тихих часов нет: всё приходит сразу.
# $zone (String) — часовой пояс
notifications-time-zone = Часовой пояс: { $zone }
notifications-quiet-start = 🌙 Включить тихие часы
notifications-quiet-stop = 🔔 Выключить тихие часы
notifications-saved = Сохранено
notifications-level-all = всё
notifications-level-important = только важное
notifications-level-none = ничего
notifications-subject-requests = 🛠 Мои заявки
notifications-subject-comments = 💬 Сообщения
notifications-subject-team = 👥 Команда
notifications-subject-digest = ☀️ Утренняя сводка
notifications-subject-new-device = 📱 Вход с нового устройства
notifications-subject-many-failures = 🔒 Неудачные входы
notifications-subject-mass-export = 📤 Большая выгрузка
notifications-subject-role-raised = ⬆️ Новые права
notifications-subject-bot-token-changed = 🤖 Токен бота
notifications-subject-odd-hours = 🌃 Вход в нерабочее время
notifications-subject-staff-chat-lost = 👥 Бот убран из группы
notifications-subject-unassigned = ⏰ Заявка ничья
notifications-subject-not-accepted = 📨 Не приняли
notifications-subject-due-soon = ⏰ Скоро срок
notifications-subject-overdue = 🔴 Просрочена
notifications-subject-low-rating = 👎 Низкая оценка
notifications-subject-returned = ↩️ Вернули
# $count (Number) — сколько событий
notifications-bundle-title = { $count ->
    [one] ☀️ За ночь: { $count } событие
    [few] ☀️ За ночь: { $count } события
   *[many] ☀️ За ночь: { $count } событий
}
# $count (Number) — сколько не показано
notifications-bundle-more = …и ещё { $count }
# $number (Number) — номер заявки
notifications-bundle-show = Показать №{ $number }
notifications-topic-queue = 📥 Очередь
notifications-topic-emergencies = 🚨 Аварии
notifications-topic-manager = 👔 Руководителю
notifications-topic-lounge = 💬 Курилка
notifications-board-title = 📥 Очередь заявок
notifications-board-empty = Всё сделано: открытых заявок нет.
# $count (Number) — сколько заявок
notifications-board-overdue = ⏰ Просрочены: { $count }
# $count (Number) — сколько заявок
notifications-board-unassigned = 🆕 Никто не взял: { $count }
# $count (Number) — сколько заявок
notifications-board-assigned = 👷 Назначены: { $count }
# $count (Number) — сколько заявок
notifications-board-working = 🔧 В работе: { $count }
# $count (Number) — сколько заявок
notifications-board-waiting = ⏸ Ждут: { $count }
