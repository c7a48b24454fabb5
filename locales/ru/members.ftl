### Команда: роли, карточка сотрудника, передача организации

members-title = Команда
members-you = вы
members-next = Дальше →
members-first = ← В начало
# $name (String)
members-since = В команде с { $name }
# $count (Number)
members-limited = Только свои дома: { $count }
members-button-role = Роль
members-button-remove = Убрать
members-button-offer = 👑 Передать организацию
members-button-back = ← К команде
# $name (String)
members-choose-role = { $name }: какая роль?
# $name (String)
# $role (String)
members-role-set = { $name }: теперь { $role }
# $name (String)
members-remove-question = Убрать из команды: { $name }? Доступ пропадёт сразу.
members-remove-yes = Да, убрать
# $name (String)
members-removed = Больше не в команде: { $name }
# $org (String)
# $name (String)
members-offer-question = Передать «{ $org }»? Новый владелец: { $name }. Вы останетесь администратором. Передача сработает, когда её примут, в течение суток.
members-offer-yes = Предложить
# $name (String)
# $until (String)
members-offer-waits = 👑 Передача предложена: { $name }. Ждём ответа до { $until }.
members-offer-withdraw = Отозвать передачу
# $org (String)
# $name (String)
# $until (String)
members-offer-to-you = 👑 Вам передают организацию «{ $org }». Предлагает: { $name }. Принять можно до { $until }.
members-offer-accept = Принять
members-offer-decline = Отказаться
# $org (String)
members-offer-accepted = Теперь вы владелец «{ $org }».
members-offer-withdrawn = Передача организации отменена.
# $org (String)
# $role (String)
members-news-role = Ваша роль в «{ $org }» теперь: { $role }.
# $org (String)
members-news-removed = Вы больше не в команде «{ $org }».
# $name (String)
members-news-transferred = Организация передана. Новый владелец: { $name }.
# $name (String)
# $role (String)
members-news-joined = В команде пополнение: { $name }, { $role }.
