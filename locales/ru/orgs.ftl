### Организация: карточка, создание, удаление

orgs-industry-property = Управление домами
orgs-industry-services = Услуги
orgs-industry-sales = Продажи
orgs-industry-call-center = Колл-центр
orgs-industry-partners = Партнёрская сеть
orgs-industry-other = Другое
# $role (String)
orgs-your-role = Ваша роль: { $role }
orgs-button-team = 👥 Команда
orgs-button-mine = 🏢 Мои организации
orgs-button-leave = Выйти из команды
orgs-button-delete = Удалить организацию
orgs-button-back = ← К организации
orgs-mine-title = Ваши организации
orgs-mine-here = вы здесь
orgs-mine-no-bot = бота пока нет
orgs-mine-deleted = удалена
orgs-mine-none = Вы пока не работаете ни в одной организации.
orgs-mine-hint = Чтобы перейти в другую, откройте её бота.
# $org (String)
orgs-leave-question = Выйти из команды «{ $org }»? Вернуться можно будет только по новому приглашению.
orgs-leave-yes = Да, выйти
# $org (String)
orgs-left = Вы вышли из команды «{ $org }».
# $org (String)
orgs-delete-question = Чтобы удалить «{ $org }», напишите её название точно так же. Семь дней её можно будет вернуть. Потом исчезнет всё: заявки, люди, дома.
# $org (String)
# $until (String)
orgs-closed = Организация «{ $org }» удалена, и бот сейчас не работает. До { $until } её владелец может вернуть всё как было.
orgs-restore = ↩️ Вернуть организацию
# $org (String)
orgs-restored = «{ $org }» снова работает.
# $name (String)
orgs-welcome = Здравствуйте, { $name }! Это Kontora: заявки, команда и клиенты прямо в Telegram.
orgs-button-create = ➕ Создать организацию
# $org (String)
orgs-button-connect = 🤖 Подключить бота: { $org }
orgs-ask-industry = Чем занимается организация?
orgs-ask-name = Как она называется? Так её будут видеть жители и клиенты.
orgs-ask-language = На каком языке говорить с командой?
orgs-ask-zone = По какому времени она живёт? Выберите город или напишите часовой пояс, например Asia/Tashkent.
orgs-by-button = Ответьте, пожалуйста, кнопкой.
orgs-by-words = Напишите, пожалуйста, словами.
orgs-city-tashkent = Ташкент
orgs-city-samarkand = Самарканд
orgs-city-almaty = Алматы
orgs-city-bishkek = Бишкек
orgs-city-dushanbe = Душанбе
orgs-city-moscow = Москва
# $org (String)
orgs-created = ✅ «{ $org }» создана, вы её владелец.
orgs-ask-token =
    Теперь подключите её бота:
    1. Откройте @BotFather и отправьте /newbot.
    2. Пришлите сюда токен, который он даст.
    Сообщение с токеном я сразу удалю.
orgs-token-later = Позже
orgs-token-shape = Это не похоже на токен. Он выглядит так: 123456:ABC-def…
orgs-token-unknown = Telegram не знает этого токена. Проверьте, что скопировали его целиком.
# $bot (String)
# $org (String)
orgs-connected = 🎉 Готово: @{ $bot } работает для «{ $org }». Откройте его и нажмите «Начать»: https://t.me/{ $bot }
orgs-bot-later = Хорошо. Бота можно подключить потом: /org.
orgs-only-staff = Эта команда для сотрудников. Если вас пригласили, откройте ссылку из приглашения.
orgs-command-org = Организация и команда
