### Смены: график, приём и сдача, кто дежурит

shifts-title = 🕗 Смена
# $duty (String) — кем
# $since (String)
# $until (String)
shifts-goes-on = Вы на смене: { $duty }, с { $since } до { $until }.
# $duty (String)
# $from (String)
# $until (String)
shifts-planned = Ваша смена: { $duty }, { $from } – { $until }.
shifts-none = По графику смен у вас нет. Если вышли на работу, примите смену.
shifts-begin = ✅ Принял смену
shifts-end = Сдать смену
shifts-refresh = 🔄 Обновить
shifts-begun = Смена принята
shifts-ended = Смена сдана, запись сохранена. Хорошего отдыха!
shifts-ask-note = Что передать сменщику?
shifts-ask-note-hint = Напишите коротко: что открыто, что обещано, где ключи. Если всё спокойно, так и напишите.
shifts-note-by-words = Нужна запись словами: без неё смену не сдать.
# $name (String) — кто сдал
# $when (String)
shifts-left = Передал(а) { $name }, { $when }:
shifts-on-duty = Сейчас на смене
shifts-nobody = Никого.
# $name (String)
# $duty (String)
# $until (String)
shifts-who = { $name }, { $duty }, до { $until }
shifts-not-begun = смену не принял(а)
shifts-duty-dispatcher = диспетчер
shifts-duty-worker = мастер
shifts-duty-manager = ответственный
# $from (String)
# $until (String)
shifts-news-planned = 🕗 Вам назначена смена: { $from } – { $until }.
# $from (String)
# $until (String)
shifts-news-cancelled = Смена { $from } – { $until } отменена.
# $name (String) — кого замещать
# $from (String)
# $until (String)
shifts-news-stands-in = Вы замещаете: { $name }, { $from } – { $until }. Заявки и сигналы придут вам.
# $name (String)
shifts-news-stood-in = Замещение окончено: { $name }.
