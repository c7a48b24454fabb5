### Отчёты руководителю: /today, /report и утренняя сводка

reports-command-today = Что сегодня
reports-command-report = Отчёт за месяц
reports-overview = 📊 Сводка
reports-late = ⏰ Просрочки
reports-people = 👷 Люди
reports-houses = 🏠 Дома
reports-week = 7 дней
reports-month = 30 дней
reports-chart-week = Заявки за 7 дней
reports-chart-month = Заявки за 30 дней
reports-legend-created = новые
reports-legend-closed = закрытые
reports-legend-overdue = просрочены
# $created (Number) — новых
# $closed (Number) — закрыто
# $overdue (Number) — просрочено
# $change (String) — на сколько изменилось: « (−2)»
reports-yesterday = Вчера: { $created ->
        [one] { $created } новая
        [few] { $created } новые
       *[other] { $created } новых
    }, { $closed } закрыто, { $overdue } просрочено{ $change }
# $span (String) — «7 дней»
# $created (Number) — новых
# $more_created (String) — на сколько изменилось
# $closed (Number) — закрыто
# $more_closed (String) — на сколько изменилось
reports-period = За { $span }: { $created ->
        [one] { $created } новая
        [few] { $created } новые
       *[other] { $created } новых
    }{ $more_created }, { $closed } закрыто{ $more_closed }
# $mean (String) — средняя
# $count (Number) — сколько оценок
# $change (String) — на сколько изменилось: «, +0,1»
reports-stars = ★{ $mean } ({ $count ->
        [one] { $count } оценка
        [few] { $count } оценки
       *[many] { $count } оценок
    }{ $change })
# $open (Number) — сколько открыто
# $unassigned (Number) — из них ничьих
# $overdue (Number) — из них просрочено
reports-now = Сейчас: { $open } открыто, { $unassigned } без исполнителя, { $overdue } просрочено
# $total (Number) — сколько
reports-late-title = ⏰ { $total ->
        [one] Просрочена { $total } заявка
        [few] Просрочены { $total } заявки
       *[many] Просрочено { $total } заявок
    }
reports-late-none = ✅ Просроченных заявок нет
reports-late-chart = Просрочены дольше всех
reports-nobody = никто
reports-no-address = Без адреса
reports-nothing = За это время ничего не было.
# $done (Number) — сколько
reports-person-done = { $done } готово
# $late (Number) — сколько
reports-person-late = { $late } с опозданием
# $returns (Number) — сколько
reports-person-returns = { $returns ->
        [one] { $returns } возврат
        [few] { $returns } возврата
       *[many] { $returns } возвратов
    }
# $open (Number) — сколько
reports-person-open = { $open } открыто
reports-people-chart = Сделано заявок
# $created (Number) — сколько
reports-house-created = { $created ->
        [one] { $created } новая
        [few] { $created } новые
       *[other] { $created } новых
    }
# $overdue (Number) — сколько
reports-house-overdue = { $overdue } просрочено
reports-houses-chart = Новые заявки по домам
# $ago (String) — сколько времени
reports-why-unassigned = ничья { $ago }
reports-why-returned = вернули
# $ago (String) — сколько времени
reports-why-overdue = просрочена { $ago }
reports-why-not-accepted = не приняли
reports-why-low-rating = низкая оценка
# $count (Number)
reports-minutes = { $count } мин
# $count (Number)
reports-hours = { $count } ч
# $count (Number)
reports-days = { $count } дн.
reports-monday = пн
reports-tuesday = вт
reports-wednesday = ср
reports-thursday = чт
reports-friday = пт
reports-saturday = сб
reports-sunday = вс
