### Работа мастера в личном чате: карточка, фото, материалы, итог смены

# $number (Number) — подъезд
work-card-door = 🚪 подъезд { $number }
# $floor (Number) — этаж
work-card-floor = этаж { $floor }
# $code (String) — код двери
work-card-code = код { $code }
# $times (Number) — которая по счёту
work-card-times = 🔁 { $times }-я такая за год
# $before (Number) — до работы
# $after (Number) — после
work-card-photos = 📷 до: { $before } · после: { $after }
# $count (Number) — сколько ещё
work-card-more = … и ещё { $count }
work-card-price-waits = ⏳ житель ещё не ответил на цену
# $name (String) — кто взял
work-card-helping = 🤝 Вы помогаете: { $name }
work-card-assigned = 📨 Заявка назначена вам. Возьмёте?
work-card-returned = ↩️ Житель вернул работу: не решено.
work-card-done = ✅ Готово. Ждём слова жителя.
work-card-gone = Заявка снова в очереди, не у вас.
# $name (String) — кто теперь
work-card-gone-to = Заявка больше не у вас. Теперь её ведёт { $name }.
work-phone = 📞 Телефон
# $name (String) — житель
# $number (String) — телефон
work-phone-of = { $name }: { $number }
# $count (Number) — сколько вложений
work-files = 📎 Вложения ({ $count })
work-files-below = Вложения ниже ↓
work-cannot = 🙅 Не могу…
# $count (Number) — сколько есть
work-photo-before = 📷 Фото до{ $count ->
        [0] {""}
       *[other] {" "}✔{ $count }
    }
# $count (Number) — сколько есть
work-photo-after = 📷 Фото после{ $count ->
        [0] {""}
       *[other] {" "}✔{ $count }
    }
work-material = ➕ Материал
work-price = 💰 Цена
work-wait-part = ⏸ Жду запчасть
work-wait-contractor = 👥 Нужен подрядчик
work-wait-access = 🔒 Нет доступа
work-step-saved = Отмечено
# $what (String) — чего нет, через точку с запятой
work-missing = Пока не готово. Не хватает: { $what }
work-missing-before = фото ДО
work-missing-after = фото ПОСЛЕ
# $step (String) — шаг
work-missing-step = «{ $step }»
work-missing-price = согласие жителя с ценой
work-to-card = 📋 К карточке
# $number (Number) — номер
work-ask-location = 📍 №{ $number }: вы на месте? Отправьте геопозицию кнопкой ниже или пропустите.
work-key-location = 📍 Я здесь
work-key-skip = Пропустить
work-location-by-key = Нужна геопозиция: кнопка «📍 Я здесь» ниже. Можно и пропустить.
# $distance (String) — расстояние
work-far = 📍 Вы далеко ({ $distance }). Всё равно?
work-far-yes = Да, я на месте
# $metres (Number) — метры
work-metres = { $metres } м
# $kilometres (String) — километры
work-kilometres = { $kilometres } км
# $number (Number) — номер
work-ask-before = 📷 №{ $number }: пришлите фото ДО работы
# $number (Number) — номер
work-ask-after = 📷 №{ $number }: пришлите фото ПОСЛЕ работы
work-ask-photo-hint = Одно или несколько сразу. Видео тоже подойдёт.
# $number (Number) — номер
# $count (Number) — сколько
work-saved-before = ✔ №{ $number }: фото ДО сохранены ({ $count }). Можно прислать ещё.
# $number (Number) — номер
# $count (Number) — сколько
work-saved-after = ✔ №{ $number }: фото ПОСЛЕ сохранены ({ $count }). Можно прислать ещё.
work-photo-only = Здесь нужно фото или видео.
# $number (Number) — номер
work-ask-material = ➕ №{ $number }: какой материал?
work-ask-material-hint = Название, сколько и за какую сумму. Например: «сифон 1 85000» или «труба 2,5 м 120 000».
work-material-unclear = Не понял. Напишите, например: «сифон 1 85000».
# $name (String) — что
# $quantity (String) — сколько
# $cost (String) — сумма с валютой
work-material-line = 🔩 { $name } × { $quantity } — { $cost }
work-material-added = Записал. Напишите ещё материал или вернитесь к карточке.
work-material-remove = ✕ Убрать
work-material-removed = Материал убран
# $number (Number) — номер
work-ask-price = 💰 №{ $number }: сколько будет стоить работа?
work-ask-price-hint = Напишите сумму, например: 185000. Житель получит вопрос и согласится или откажется.
work-price-unclear = Не понял сумму. Напишите, например: 185000.
# $number (Number) — номер
# $price (String) — сумма с валютой
work-price-offered = 💰 №{ $number }: спросил жителя про { $price }. Ответ появится на карточке.
# $number (Number) — номер
# $reason (String) — почему
work-ask-until = ⏸ №{ $number } · { $reason }: когда вернёмся?
work-until-evening = Сегодня вечером
work-until-morning = Завтра утром
work-until-monday = В понедельник
# $number (Number) — номер
# $time (String) — когда
work-paused-until = ⏸ №{ $number } на паузе до { $time }. Напомню.
# $number (Number) — номер
work-ask-result = ✅ №{ $number }: что сделано?
work-ask-result-hint = Напишите пару слов для жителя, скажите голосом или выберите. Голос житель услышит как есть: в текст он не переводится.
work-result-by-voice = Рассказал голосом
work-result-repaired = Починил
work-result-replaced = Заменил деталь
work-result-adjusted = Настроил
work-result-none = ✅ Готово без слов
# $number (Number) — номер
work-to-resident = ✉️ Передал жителю (заявка №{ $number }).
work-jobs-title = 🧰 Мои работы
work-jobs-none = 🧰 Открытых работ у вас нет.
work-jobs-hint = Нажмите, чтобы карточка спустилась вниз.
work-command-jobs = Мои работы (для сотрудников)
# $done (Number) — заявок
work-turnout = 🧾 За смену: { $done ->
        [one] { $done } заявка
        [few] { $done } заявки
       *[many] { $done } заявок
    }
# $count (Number) — сколько вернули
work-turnout-returns = { $count ->
        [one] { $count } возврат
        [few] { $count } возврата
       *[many] { $count } возвратов
    }
# $sum (String) — сумма с валютой
work-turnout-materials = материалы { $sum }
