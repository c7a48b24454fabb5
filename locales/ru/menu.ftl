### Меню, помощь и черновики

menu-key-new = 🛠 Заявка
menu-key-my = 📋 Мои заявки
menu-key-more = ☰ Ещё
menu-just-write = Просто напишите или пришлите фото, если что-то случилось.
menu-staff-hint = Заявки жителей приходят в группу сотрудников.
menu-draft-waits = У вас есть черновик заявки
menu-draft-resume = ▶️ Продолжить
menu-draft-new = 🆕 Новая
menu-draft-drop = ✕ Удалить
menu-draft-back = ↩️ Вернуть черновик
menu-draft-cancelled = Новая заявка отменена.
menu-draft-dropped = Черновик удалён.
menu-reply-cancelled = Ответ по заявке отменён.
menu-cancelled = Отменено.
menu-nothing-to-cancel = Отменять нечего.
menu-help-button = ❓ Помощь
menu-help-title = Что я умею
menu-help-body =
    • Напишите или пришлите фото, и я оформлю заявку.
    • За каждой заявкой следит карточка: она меняется сама.
    • Ответьте на карточку, и ваши слова дойдут до сотрудников.

    /new — новая заявка
    /my — мои заявки
    /language — язык
    /cancel — отменить
    /menu — меню
menu-command-start = Начать
menu-command-new = Новая заявка
menu-command-my = Мои заявки
menu-command-menu = Меню
menu-command-language = Язык
menu-command-cancel = Отменить
menu-command-help = Помощь
