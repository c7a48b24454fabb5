### Сроки ожидания: что бот говорит, когда долго нет ответа

timeouts-show = 📄 Показать
timeouts-resume = ▶ Продолжить
# $number (Number)
timeouts-answer-reminder = По заявке №{ $number } мы ждём вашего ответа, без него работа стоит.
# $number (Number)
timeouts-answer-overdue = ⏰ По заявке №{ $number } житель не отвечает
timeouts-done-reminder = Работа сделана, а вы ещё не сказали, всё ли хорошо. Промолчите — примем её сами, открыть снова можно две недели.
# $number (Number)
timeouts-pause-over = ⏰ Пауза по заявке №{ $number } кончилась
