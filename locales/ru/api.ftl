### Что говорит API, когда не может даже начать

api-unauthenticated = Войдите, пожалуйста.
api-fields-invalid = Проверьте отмеченные поля.
api-body-invalid = Тело запроса не удалось прочитать.
api-body-too-large = Слишком много данных.
api-query-invalid = Параметры запроса не удалось прочитать.
api-route-unknown = По этому адресу ничего нет.
api-method-unknown = Этот адрес не принимает такой метод.
api-organization-missing = Укажите организацию: заголовок X-Organization-Id.
api-timed-out = Это заняло слишком много времени. Попробуйте ещё раз.
