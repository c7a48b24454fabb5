### Заявки: подать, следить, принять

requests-ask-category = О чём заявка?
requests-ask-place = Где это?
requests-ask-place-hint = Можно и прислать геопозицию.
requests-ask-words = Что случилось?
requests-ask-words-hint = Например: «Течёт под раковиной, пол мокрый». Можно фото, видео или голосовое.
requests-place-entrance = 🚪 Подъезд
requests-place-yard = 🌳 Двор
requests-at-entrance = Подъезд
requests-at-yard = Двор
# $point (String) — широта и долгота
requests-at-point = Точка { $point }
# $count (Number) — сколько вложений
requests-attachments = 📎 { $count ->
        [one] { $count } вложение
        [few] { $count } вложения
       *[many] { $count } вложений
    }
# $count (Number) — сколько сообщений
requests-comments = 💬 { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[many] { $count } сообщений
    }
requests-new-title = Новая заявка
requests-review-hint = Проверьте и отправьте. Можно дописать или добавить фото.
requests-submit = ✅ Отправить
requests-edit-category = ✏️ Что
requests-edit-place = ✏️ Где
requests-edit-words = ✏️ Текст
requests-noted = ✍️ Записал. Осталось выбрать:
requests-added-to-draft = ✍️ Добавил к вашему черновику.
requests-draft-empty = Пока пусто
requests-words-full = Слишком много текста: последнее сообщение не вошло, остальное сохранено.
# $max (Number) — сколько можно
requests-attachments-full = Больше { $max } вложений не принять: последние не вошли, остальное сохранено.
# $number (Number) — номер
requests-filed = Заявка №{ $number } принята
requests-status-new = принята
requests-status-in-progress = в работе
requests-status-done = готово, ждёт вашего слова
requests-status-returned = возвращена
requests-status-closed = закрыта
requests-status-cancelled = отменена
requests-card-waiting = Ищем исполнителя. Карточка обновится сама.
requests-card-confirm = Всё хорошо? Нажмите кнопку.
# $time (String) — когда
requests-card-done-at = ✅ Готово { $time }
# $minutes (Number) — сколько минут
requests-card-took-minutes = {", "}заняло { $minutes } мин
# $hours (Number) — сколько часов
# $minutes (Number) — и минут
requests-card-took-hours = {", "}заняло { $hours } ч { $minutes } мин
# $materials (String) — что и за сколько
requests-card-used = 🔩 Использовано: { $materials }
# $name (String) — кто
requests-card-worker = 👷 { $name }
# $times (Number) — сколько раз
requests-card-returns = ↩️ { $times ->
        [one] Возвращали { $times } раз
        [few] Возвращали { $times } раза
       *[many] Возвращали { $times } раз
    }
requests-write-staff = 💬 Написать
requests-cancel-request = ✕ Отменить заявку
requests-accept = 👍 Принять
requests-return-work = 👎 Не решено
requests-take = 👷 Беру
requests-complete = ✅ Готово
requests-ask-resident = ❓ Спросить жителя
requests-reply = 💬 Ответить
# $number (Number) — номер
requests-you-took = Заявка №{ $number } ваша
# $number (Number) — номер
requests-you-completed = №{ $number } готова, спрашиваем жителя
requests-write-question = Напишите вопрос ответом на сообщение бота
# $number (Number) — номер
# $name (String) — кто спрашивает
requests-question-prompt = ❓ №{ $number }: { $name }, что спросить у жителя? Напишите ответом на это сообщение.
requests-question-placeholder = Вопрос жителю
# $number (Number) — номер
# $name (String) — кто взял
requests-taken-notice = 👷 №{ $number }: за заявку берётся { $name }.
# $number (Number) — номер
requests-done-title = ✅ Заявка №{ $number } готова
requests-done-question = Всё хорошо?
# $number (Number) — номер
requests-accepted = Работа принята, заявка №{ $number } закрыта
# $number (Number) — номер
requests-ask-rating = Спасибо! Оцените работу по заявке №{ $number }:
requests-thanks = Спасибо!
# $number (Number) — номер
requests-returned = ↩️ Заявка №{ $number } возвращена в работу.
# $number (Number) — номер
requests-reply-title = 💬 Заявка №{ $number }: сообщение сотрудникам
requests-reply-hint = Напишите или пришлите фото: следующее сообщение уйдёт сотрудникам.
# $number (Number) — номер
requests-passed-on = ✉️ Передал сотрудникам (заявка №{ $number }).
# $number (Number) — номер
# $name (String) — кто пишет
requests-comment-title = 💬 №{ $number } · { $name }
# $number (Number) — номер
# $name (String) — кто спрашивает
requests-question-title = ❓ №{ $number } · { $name } спрашивает
# $number (Number) — номер
# $name (String) — житель
requests-resident-title = 💬 №{ $number } · { $name }
# $number (Number) — номер
# $name (String) — сотрудник
requests-colleague-title = ↗️ №{ $number } · { $name } → жителю
# $number (Number) — номер
# $name (String) — сотрудник
requests-note-title = 📝 №{ $number } · { $name }, заметка
requests-taken-back = 🗑 Сообщение удалено
requests-take-back-how = Ответьте командой /del на своё сообщение: 10 минут его ещё можно забрать.
requests-note-how = Напишите после команды, например: /note ключ у консьержа. Это увидят только сотрудники.
requests-command-in-a-topic = Эта команда работает в теме заявки или ответом на её карточку.
# $name (String) — как позвали
requests-nobody-so-called = «{ $name }»: не понял, кто это. Выберите:
# $number (Number) — номер
requests-no-such-number = Заявки №{ $number } нет.
requests-my-jobs = 🧰 Ваши заявки
requests-no-jobs = У вас нет открытых заявок.
# $number (Number) — номер
# $name (String) — у кого
requests-who-has = 👷 №{ $number } у сотрудника: { $name }
# $number (Number) — номер
requests-who-nobody = 👷 №{ $number } никто не взял
# $count (Number) — сколько
requests-who-helps = 🤝 Помогают: { $count }
# $names (String) — имена
requests-who-on-duty = 🕘 На смене: { $names }
requests-nobody-on-duty = 🕘 На смене никого
requests-clocks = ⏱ Сроки
# $number (Number) — номер
requests-clocks-title = ⏱ №{ $number }: сроки
# $time (String) — когда
requests-clock-respond = Взять до { $time }
# $time (String) — когда
requests-clock-due = Выполнить до { $time }
# $time (String) — с какого времени
requests-clock-stopped = ⏸ Часы стоят с { $time }
requests-clock-none = Срок не назначен.
# $hours (Number) — на сколько часов
requests-extend = +{ $hours } ч
# $number (Number) — номер
# $time (String) — новый срок
requests-extended = ⏱ №{ $number }: новый срок { $time }
# $number (Number) — номер
requests-sure-to-cancel = Отменить заявку №{ $number }?
# $number (Number) — номер
requests-cancelled = Заявка №{ $number } отменена.
# $number (Number) — номер
requests-card-below = Карточка №{ $number } ниже ↓
requests-none-yet = Заявок пока нет.
requests-my-title = 📋 Мои заявки
requests-my-hint = Нажмите, чтобы увидеть карточку.
requests-older = ↓ Раньше
# $title (String) — группа
requests-staff-chat-lost = ⚠️ Меня убрали из группы «{ $title }». Заявки сохраняются, но сотрудники их не видят. Добавьте меня в группу снова: покажу все открытые.
# $org (String) — организация
requests-staff-chat-linked = ✅ Группа подключена: сюда будут приходить заявки «{ $org }».
requests-staff-chat-needs-rights = Группа с темами, но мне нельзя их создавать. Сделайте меня администратором с правом управлять темами, и каждая заявка получит свою тему.
requests-show-card = 📋 Показать карточку
# $title (String) — категория
requests-ask-problem = { $title }: что именно?
requests-other-problem = Другое
requests-guessed = (угадано)
requests-ask-slot = Когда вам удобно?
requests-ask-slot-hint = Или напишите: «завтра 9–12», «сегодня после 18».
requests-slot-unclear = Не понял время. Напишите, например: «завтра 9–12».
requests-slot-any = В любое время
requests-slot-today-evening = Сегодня 18–21
requests-slot-tomorrow-morning = Завтра 9–12
requests-slot-tomorrow-evening = Завтра 18–21
requests-urgent = 🚨 Авария
requests-not-urgent = Не авария
requests-urgent-line = 🚨 Авария: приедем вне очереди
requests-edit-slot = ✏️ Когда
# $number (Number) — номер
requests-alike-title = В вашем доме уже есть такая заявка: №{ $number }
requests-alike-question = Присоединитесь, и её карточка будет обновляться и у вас.
requests-join = 🙋 Присоединиться
requests-file-anyway = Всё равно создать
# $number (Number) — номер
requests-joined = Вы с соседями: заявка №{ $number }. Карточка ниже ↓
requests-status-assigned = назначена
requests-status-accepted = взята в работу
requests-status-on-the-way = в пути
requests-status-paused = на паузе
requests-status-declined = отклонена
requests-priority-low = не срочно
requests-priority-normal = обычная
requests-priority-high = срочно
requests-priority-emergency = авария
requests-pause-resident = Ждём жителя
requests-pause-part = Ждём запчасть
requests-pause-contractor = Нужен подрядчик
requests-pause-access = Нет доступа
requests-pause-other = Другая причина
# $days (Number) — сколько дней
requests-span-days = { $days } дн.
# $time (String) — когда
requests-card-due = {" "}· ⏱ до { $time }
# $reason (String) — почему
# $day (String) — до какого дня
requests-card-paused = ⏸ { $reason } · вернёмся { $day }
# $count (Number) — сколько человек
requests-card-followers = 👥 { $count ->
        [one] { $count } житель
        [few] { $count } жителя
       *[many] { $count } жителей
    }
requests-card-merged = Объединена с другой заявкой: её карточка ниже.
# $day (String) — до какого дня
requests-card-reopen-until = Открыть снова можно до { $day }
requests-card-asked = ❓ Ждём вашего ответа
requests-card-asked-staff = ❓ Ждём ответа жителя, срок не идёт
requests-reopen = ↩️ Открыть снова
requests-depart = 🚗 Выезжаю
requests-arrive = 📍 Я на месте
requests-pause = ⏸ Пауза
requests-resume = ▶️ Продолжить
requests-release = 🙅 Не могу
requests-help = 🤝 Помогаю
requests-triage = ⚙️ Разобрать
# $number (Number) — номер
requests-triage-title = ⚙️ №{ $number }: что сделать?
requests-assign = 👷 Назначить…
# $number (Number) — номер
requests-assign-title = 👷 №{ $number }: кому отдать?
# $name (String) — кто
# $count (Number) — сколько у него открытых заявок
requests-worker-label = { $name } · { $count } в работе
# $name (String) — кто
requests-assign-to = 👷 { $name }
requests-assign-other = 👷 Другой…
requests-reason-unskilled = без навыка
requests-reason-on-shift = на смене
requests-reason-near = рядом
# $count (Number) — сколько у него открытых заявок
requests-reason-open = в работе { $count }
# $number (Number) — номер
# $name (String) — кому
requests-assigned = 👷 №{ $number } назначена: { $name }
requests-set-priority = ❗ Срочность
# $number (Number) — номер
requests-priority-title = ❗ №{ $number }: насколько срочно?
# $number (Number) — номер
# $priority (String) — срочность
requests-priority-set = №{ $number }: { $priority }
requests-set-category = 🏷 Категория
# $number (Number) — номер
requests-category-title = 🏷 №{ $number }: о чём заявка?
# $number (Number) — номер
# $category (String) — категория
requests-category-set = №{ $number }: { $category }
requests-merge = ↔ Дубль
# $number (Number) — номер
requests-merge-title = ↔ №{ $number }: с какой заявкой объединить?
# $number (Number) — номер
requests-merge-none = ↔ №{ $number }: похожих открытых заявок в этом доме нет.
# $number (Number) — номер
# $main (Number) — номер главной
requests-merged = ↔ №{ $number } объединена с №{ $main }
requests-decline = ⛔ Отклонить
# $number (Number) — номер
requests-decline-title = ⛔ №{ $number }: почему? Житель это прочтёт.
requests-decline-not-ours = Это не наша ответственность
requests-decline-unclear = Непонятно, что случилось
requests-decline-already = Уже сделано
requests-decline-spam = Это не заявка
# $number (Number) — номер
requests-declined = ⛔ №{ $number } отклонена
# $number (Number) — номер
requests-declined-notice = ⛔ Заявка №{ $number } отклонена
requests-close = ☑️ Закрыть
# $number (Number) — номер
requests-close-title = ☑️ Закрыть №{ $number } без слова жителя? Он сможет открыть её снова.
requests-yes-close = Да, закрыть
# $number (Number) — номер
requests-closed = ☑️ №{ $number } закрыта
# $number (Number) — номер
requests-release-title = 🙅 №{ $number }: почему не можете?
requests-release-busy = Слишком много работы
requests-release-other-trade = Нужен другой мастер
requests-release-ill = Болею
requests-release-no-tools = Нет инструмента или доступа
# $number (Number) — номер
requests-pause-title = ⏸ №{ $number }: почему и на сколько?
# $number (Number) — номер
requests-you-departed = 🚗 №{ $number }: вы в пути, житель знает
# $number (Number) — номер
requests-you-arrived = 📍 №{ $number }: вы на месте
# $number (Number) — номер
requests-you-paused = ⏸ №{ $number } на паузе
# $number (Number) — номер
requests-you-resumed = ▶️ №{ $number } снова в работе
# $number (Number) — номер
requests-you-released = №{ $number } вернулась в очередь
# $number (Number) — номер
requests-you-help = 🤝 Вы помогаете с №{ $number }
# $number (Number) — номер
# $name (String) — кто едет
requests-departed-notice = 🚗 №{ $number }: { $name } уже едет к вам.
requests-cancel-late = Мастер уже едет или работает.
requests-cancel-solved = Решилось само
requests-cancel-mistake = Создана по ошибке
requests-cancel-elsewhere = Сделал кто-то другой
requests-cancel-too-long = Слишком долго
requests-keep-request = Нет, оставить
requests-tag-fast = Быстро
requests-tag-clean = Чисто
requests-tag-polite = Вежливо
requests-tag-expensive = Дорого
requests-remark = 💬 Добавить слово
# $number (Number) — номер
requests-remark-title = 💬 №{ $number }: что сказать о работе?
requests-remark-hint = Напишите одним сообщением.
# $number (Number) — номер
requests-remarked = Спасибо! Записал к оценке заявки №{ $number }.
# $number (Number) — номер
# $price (String) — сумма с валютой
requests-price-question = 💰 №{ $number }: работа стоит { $price }. Согласны?
# $price (String) — сумма с валютой
requests-price-yes = Согласен · { $price }
requests-price-no = Отказ
# $number (Number) — номер
requests-price-agreed = 💰 №{ $number }: вы согласились с ценой.
# $number (Number) — номер
requests-price-refused = 💰 №{ $number }: вы отказались от этой цены. Мастер свяжется с вами.
# $number (Number) — номер
# $stars (String) — звёзды
requests-rated = Заявка №{ $number }: { $stars }. Спасибо за оценку! Что запомнилось?
