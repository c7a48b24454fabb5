### Роли, права и откуда они

access-resource-requests = Заявки
access-resource-residents = Жители
access-resource-property = Дома и квартиры
access-resource-meters = Счётчики
access-resource-charges = Начисления
access-resource-payments = Платежи
access-resource-contacts = Контакты
access-resource-deals = Сделки
access-resource-tasks = Задачи
access-resource-projects = Проекты
access-resource-regulations = Регламенты
access-resource-bookings = Записи на время
access-resource-documents = Документы
access-resource-inbox = Переписка
access-resource-ledger = Взаиморасчёты
access-resource-auction = Аукцион
access-resource-numbers = Базы номеров
access-resource-catalog = Каталог и портфолио
access-resource-finance = Доходы и расходы
access-resource-partners = Партнёры
access-resource-reports = Отчёты
access-resource-automation = Автоматизация
access-resource-integrations = Интеграции
access-resource-bots = Боты
access-resource-staff-chats = Группа сотрудников
access-resource-members = Сотрудники
access-resource-roles = Роли
access-resource-teams = Команды
access-resource-shifts = Смены и навыки
access-resource-settings = Настройки
access-resource-service-accounts = Программный доступ
access-resource-webhooks = Вебхуки
access-resource-sessions = Сеансы
access-resource-audit = Журнал
access-resource-org = Организация
access-resource-platform = Платформа

access-action-read = просмотр
access-action-verify = проверка
access-action-manage = управление
access-action-create = создание
access-action-update = изменение
access-action-delete = удаление
access-action-export = выгрузка
access-action-import = загрузка
access-action-take = взять в работу
access-action-assign = назначение
access-action-complete = выполнение
access-action-comment = переписка с жителем
access-action-accept = приёмка и оценка
access-action-submit = передача показаний
access-action-refund = запрос возврата
access-action-approve = подтверждение возврата
access-action-reply = ответ
access-action-bid = ставка
access-action-next = следующий номер
access-action-invite = приглашение
access-action-view-as = просмотр глазами
access-action-billing = оплата Kontora
access-action-transfer = передача владения
access-action-tenants = организации
access-action-health = состояние

access-role-platform-operator = Оператор платформы
access-role-owner = Владелец
access-role-admin = Администратор
access-role-manager = Менеджер
access-role-dispatcher = Диспетчер
access-role-worker = Мастер
access-role-member = Сотрудник
access-role-team-lead = Руководитель команды
access-role-partner = Партнёр
access-role-caller = Оператор
access-role-analyst = Аналитик
access-role-accountant = Бухгалтер
access-role-resident = Житель
access-role-client = Клиент
access-role-service-account = Программа

access-scope-own = своё
access-scope-assigned = своё и порученное
access-scope-team = своё и своей команды
access-scope-filter = в пределах фильтра
access-scope-all = всё

# $grant (String) — право
# $role (String) — роль
access-why-role = «{ $grant }» даёт роль «{ $role }».

# $grant (String) — право
access-why-everybody = «{ $grant }» есть у каждого: это о своём.

# $grant (String) — право
access-why-program = «{ $grant }» выдано этой программе.

# $grant (String) — право
access-why-system = «{ $grant }»: это делает сама Kontora.

# $permission (String) — право
access-why-not = Права «{ $permission }» нет.

# $count (Number) — сколько домов
access-why-filter = Фильтр оставляет { $count ->
        [0] только свои базы номеров
        [one] { $count } дом
        [few] { $count } дома
       *[many] { $count } домов
    }.

# $scope (String) — что видно
access-why-members-see = Организация решила, что сотрудники видят: { $scope }.

access-why-seen-by = Сейчас это просмотр глазами сотрудника: менять ничего нельзя.

# $scope (String) — почему
access-why-thing = Это видно, потому что подходит под «{ $scope }».

access-why-free = Это видно, потому что этого пока никто не взял.

# $resource (String) — чьё право
# $action (String) — что можно
access-permission = { $resource }: { $action }
access-why-helps = Это видно, потому что человек помогает исполнителю.
access-why-follows = Это видно, потому что человек присоединился к заявке.
