### Заявки: подать, следить, принять

requests-ask-category = О чём заявка?
requests-ask-place = Где это?
requests-ask-place-hint = Можно и прислать геопозицию.
requests-ask-words = Что случилось?
requests-ask-words-hint = Например: «Течёт под раковиной, пол мокрый». Можно фото, видео или голосовое.
requests-category-plumbing = Сантехника
requests-category-electricity = Электрика
requests-category-heating = Отопление
requests-category-elevator = Лифт
requests-category-yard = Двор
requests-category-other = Другое
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
# $number (Number) — номер
# $stars (String) — звёзды
requests-rated = Заявка №{ $number }: { $stars }. Спасибо за оценку!
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
requests-sure-to-cancel = Отменить заявку №{ $number }?
requests-yes-cancel = Да, отменить
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
