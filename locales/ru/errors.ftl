### Почему не получилось; ключ — код ошибки

errors-not-found = Этого уже нет.
errors-forbidden = У вас нет на это права.
errors-already-applied = Это уже сделано.
errors-unavailable = Сейчас не получается, попробуйте через минуту.
errors-internal = У нас что-то сломалось. Ничего не потеряно.
errors-not-in-this-status = Заявка уже в другом состоянии. Посмотрите карточку.
errors-already-taken = Заявку уже взяли.
errors-already-yours = Она уже ваша.
errors-already-rated = Оценка уже есть, спасибо!
errors-words-missing = Напишите хоть слово или пришлите фото.
errors-words-too-long = Слишком длинно: разделите на несколько сообщений.
errors-too-many-attachments = Слишком много вложений за раз.
errors-rating-out-of-range = Оценка бывает от 1 до 5.
errors-not-a-resident = Эта квартира за вами не записана.
errors-unit-unknown = Ссылка не подошла: она устарела или из другого дома. Попросите новую у управляющей компании.
errors-phone-invalid = Номер не похож на телефон.
errors-name-invalid = Название: от 1 до 200 знаков.
errors-bot-taken = Этот бот уже служит другой организации.
