### Аварии: одна беда на много квартир

# $number (Number)
incidents-title = 🚨 Авария №{ $number }
# $number (Number)
incidents-suspected = 🚨 Похоже на аварию: №{ $number }
# $number (Number)
incidents-over = ✅ Авария №{ $number } устранена
# $number (Number)
incidents-dismissed = №{ $number }: это не авария
# $name (String)
incidents-accepted = 🙋 Принял(а): { $name }
incidents-accept = 🙋 Принял
# $number (Number)
incidents-you-accepted = Авария №{ $number } на вас
incidents-declare = 🚨 Объявить…
incidents-dismiss = ✖️ Это разное
incidents-change-scope = 📍 Изменить место…
# $number (Number)
incidents-ask-title = 🚨 №{ $number }: где авария?
incidents-ask-hint = Жители этого места получат карточку аварии, и она будет меняться сама. Похожие заявки присоединятся.
# $count (Number)
incidents-whole-building = 🏢 Весь дом · { $count } кв.
# $number (String)
# $count (Number)
incidents-one-entrance = 🚪 Подъезд { $number } · { $count } кв.
# $name (String)
# $count (Number)
incidents-one-riser = 🚰 { $name } · { $count } кв.
incidents-at-building = весь дом
# $number (Number)
incidents-at-entrance = подъезд { $number }
# $name (String)
incidents-at-riser = стояк { $name }
incidents-nowhere = У этой заявки нет дома: аварию объявить негде.
incidents-in-a-topic = Напишите /incident в теме заявки.
# $number (Number)
# $count (Number)
incidents-declared = 🚨 Авария №{ $number } объявлена. { $count ->
    [one] Её видит { $count } житель.
    [few] Её видят { $count } жителя.
   *[other] Её видят { $count } жителей.
}
incidents-told = Жители увидят это на своих карточках
incidents-answer-hint = Ответьте на это сообщение, и ваши слова прочтут все жители.
incidents-stage-searching = 🔎 Ищем причину
incidents-stage-crew = 👷 Бригада на месте
incidents-stage-repairing = 🔧 Ремонтируем
incidents-stage-restoring = 💧 Восстанавливаем
# $count (Number)
incidents-hours = ⏱ { $count } ч
# $time (String)
incidents-expected = ⏱ Закончим примерно { $time }
incidents-sorry = ✅ Устранено. Просим прощения за неудобства.
# $number (Number)
incidents-waits = 🚨 Авария №{ $number } ждёт: примите её
