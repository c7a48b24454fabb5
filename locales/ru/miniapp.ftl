### Мини-приложение в Telegram

miniapp-home = Главная
miniapp-title-home = Мой дом
miniapp-title-work = Работа
miniapp-title-panel = Панель
miniapp-home-staff = Заявки приходят в группу сотрудников и в бот: берите и закрывайте их там.
miniapp-home-resident = Чтобы подать заявку или узнать, что с ней, напишите боту: он ответит сразу.
miniapp-elsewhere = Эта страница открывается в Telegram
miniapp-elsewhere-hint = Откройте бота вашей организации и нажмите кнопку меню слева от поля ввода.
miniapp-to-console = Войти в консоль
miniapp-ended = Сеанс завершён
miniapp-ended-hint = Закройте эту страницу и откройте её снова из бота.

miniapp-my-requests = Мои заявки
miniapp-file = Подать
miniapp-file-title = Новая заявка
miniapp-requests-mine = Мои
miniapp-requests-free = Свободные
miniapp-requests-all = Все
miniapp-no-home = Квартира ещё не указана
miniapp-no-home-hint = Напишите боту: он спросит, где вы живёте.
miniapp-home-which = Квартира
