### Что говорит API, когда не может даже начать

api-unauthenticated = Войдите, пожалуйста.
api-fields-invalid = Проверьте отмеченные поля.
api-body-invalid = Тело запроса не удалось прочитать.
api-body-too-large = Слишком много данных.
api-query-invalid = Параметры запроса не удалось прочитать.
api-route-unknown = По этому адресу ничего нет.
api-site-not-built = Страницы ещё не собраны. Соберите их командой ./dev web и обновите эту страницу.
api-method-unknown = Этот адрес не принимает такой метод.
api-organization-missing = Укажите организацию: заголовок X-Organization-Id.
api-timed-out = Это заняло слишком много времени. Попробуйте ещё раз.
# $bound (String) — сколько знаков или элементов нужно
api-too-short = Слишком мало: не меньше { $bound }.
# $bound (String) — сколько знаков или элементов можно
api-too-long = Слишком много: не больше { $bound }.
# $bound (String) — наименьшее значение
api-too-small = Не меньше { $bound }.
# $bound (String) — наибольшее значение
api-too-great = Не больше { $bound }.
api-invalid = Так это поле не заполняют.
api-missing = Это поле нужно заполнить.
api-field-unknown = Такого поля здесь нет.
api-parameter-unknown = Такого параметра здесь нет.
api-given-twice = Указано дважды.
api-choice-unknown = Такого значения нет.
api-wrong-kind = Здесь нужно значение другого вида.
api-url-invalid = Это не похоже на веб-адрес.
api-email-invalid = Это не похоже на адрес почты.
api-cursor-invalid = Такой страницы у этого списка нет. Начните с первой.
api-precondition-required = Укажите версию, которую вы меняете: заголовок If-Match.
api-idempotency-mismatch = С этим Idempotency-Key уже был другой запрос.
api-idempotency-key-invalid = Idempotency-Key: от 1 до 255 латинских знаков.
api-body-not-json = Тело запроса должно быть в JSON: Content-Type: application/json.
api-file-type-unsupported = Такой файл приложить нельзя: фото, видео, звук или PDF.
api-body-not-multipart = Тело запроса должно быть файлом: Content-Type: multipart/form-data.
api-nothing-to-print = Печатать нечего: добавьте подъезды или квартиры
api-too-much-to-print = Слишком много для одного файла: выберите подъезд
api-headers-too-large = Слишком много заголовков.
api-upgrade-required = По этому адресу говорят через WebSocket.
api-too-many-requests = Слишком много запросов. Подождите немного.
