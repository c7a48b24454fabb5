### Сигналы руководителю: что не так с заявкой и чем это исправить

# $number (Number)
# $ago (String) — сколько времени
warnings-unassigned = ⏰ Заявка №{ $number }: { $ago } без исполнителя
# $number (Number)
# $name (String) — кому назначена
warnings-not-accepted = 📨 Заявка №{ $number }: { $name } не отвечает
# $number (Number)
# $left (String) — сколько осталось
warnings-due-soon = ⏰ Заявка №{ $number } просрочится через { $left }
# $number (Number)
# $ago (String) — на сколько
warnings-overdue = 🔴 Заявка №{ $number } просрочена на { $ago }
# $number (Number)
# $stars (String)
warnings-low-rating = 👎 Заявка №{ $number }: оценка { $stars }
# $number (Number)
warnings-returned = ↩️ Заявку №{ $number } вернули
# $number (Number)
# $times (Number) — how often
warnings-returned-again = ↩️ Заявку №{ $number } вернули, уже { $times }-й раз
# $number (Number)
warnings-was-unassigned = ⏰ Заявка №{ $number } была без исполнителя
# $number (Number)
warnings-was-not-accepted = 📨 Заявку №{ $number } долго не принимали
# $number (Number)
warnings-was-due-soon = ⏰ Заявка №{ $number } едва не просрочилась
# $number (Number)
warnings-was-overdue = 🔴 Заявка №{ $number } была просрочена
# $number (Number)
warnings-was-returned = ↩️ Заявку №{ $number } вернули
# $name (String)
warnings-cause-not-answered = 👷 { $name }: ответа пока нет
# $name (String)
warnings-cause-not-departed = 👷 { $name } ещё не в пути
# $name (String)
warnings-cause-on-the-way = 👷 { $name } в пути
# $name (String)
warnings-cause-at-work = 👷 { $name } уже на месте
# $name (String)
warnings-cause-had = 👷 Делал: { $name }
# $name (String)
warnings-done-by = 👷 Делал: { $name }
warnings-cause-nobody = 👷 Исполнителя нет
warnings-nobody-there = 👷 Свободных исполнителей нет
# $count (Number) — сколько соседей
warnings-followers = 👥 Ждут и { $count ->
        [one] { $count } сосед
        [few] { $count } соседа
       *[many] { $count } соседей
    }
warnings-escalated = ⏫ Никто не ответил, передано дальше
# $until (String)
warnings-quiet = 🔕 Тихо до { $until }
warnings-on-shift = на смене
warnings-other = 👷 Другой…
warnings-extend = ⏳ Продлить 1 ч
warnings-call = 📞 Позвонить
# $until (String)
warnings-hush = 🔕 Тихо до { $until }
warnings-say-sorry = 🙏 Извиниться
warnings-dealt-with = ✅ Разобрано
# $number (Number)
warnings-extended = Срок №{ $number } продлён на час, житель предупреждён
# $until (String)
warnings-hushed = Хорошо, тихо до { $until }
warnings-apologized = Извинились перед жителем
warnings-settled-toast = Хорошо, разобрано
# $number (Number)
warnings-sorry-late = Извините, задерживаемся с заявкой №{ $number }: закончим примерно на час позже.
# $number (Number)
warnings-sorry-bad = Нам жаль, что заявка №{ $number } сделана не так, как вы ждали. Разберёмся. Если что-то осталось не решено, откройте её снова или напишите здесь.
# $name (String)
warnings-solved-by = ✅ Решено · { $name }
warnings-solved-done = ✅ Решено: работа сделана
warnings-solved-over = ✅ Решено: заявка снята
warnings-solved-paused = ✅ Решено: поставлена на паузу
warnings-solved-later = ✅ Решено: срок передвинут
# $name (String)
warnings-solved-assigned = ✅ Решено: назначена, { $name }
# $name (String)
warnings-solved-taken = ✅ Решено: исполнитель { $name }
warnings-solved = ✅ Решено
