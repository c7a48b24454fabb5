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
# $number (Number)
incidents-act-title = Акт об аварии № { $number }
# $time (String)
incidents-act-made = Составлен { $time }
# $number (Number)
incidents-act-file = akt-avarii-{ $number }
# $number (Number)
incidents-act-caption = 📄 Акт об аварии № { $number }
incidents-act-what = Что случилось
incidents-act-where = Где
incidents-act-began = Первое обращение
incidents-act-declared = Объявлена
incidents-act-accepted = Принял(а)
incidents-act-worker = Исполнитель
incidents-act-over = Устранена
incidents-act-lasted = Длительность
# $hours (Number)
# $minutes (Number)
incidents-act-hours = { $hours } ч { $minutes } мин
incidents-act-requests = Обращений
incidents-act-people = Оповещено жителей
incidents-act-result = Что сделано
incidents-act-timeline = Ход работ
incidents-act-told = Что сообщали жителям
# $org (String)
incidents-act-sign-org = Представитель { $org }
incidents-act-sign-worker = Исполнитель работ
incidents-act-sign-residents = Представитель жителей
incidents-act-filed = Первое обращение
incidents-act-suspected = Похожих обращений несколько
incidents-act-step-declared = Авария объявлена
incidents-act-step-accepted = Дежурный принял аварию
incidents-act-unanswered = Дежурные не ответили, вызваны руководители
incidents-act-assigned = Назначен исполнитель
incidents-act-taken = Исполнитель взял в работу
incidents-act-released = Исполнитель снят
incidents-act-departed = Исполнитель выехал
incidents-act-arrived = Исполнитель на месте
incidents-act-paused = Работа приостановлена
incidents-act-resumed = Работа продолжена
incidents-act-completed = Работы завершены
incidents-act-returned = Жители сообщили: не устранено
incidents-act-closed = Авария закрыта
incidents-act-searching = Ищем причину
incidents-act-crew = Бригада на месте
incidents-act-repairing = Ремонтируем
incidents-act-restoring = Восстанавливаем
# $time (String)
incidents-act-expected = закончим примерно { $time }
# $number (Number)
incidents-unanswered = 🚨🚨 Аварию № { $number } никто не принял: дежурные не отвечают. Позвоните им сами или примите её.
