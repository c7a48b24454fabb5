# Название языка на нём самом.
common-language-name = Русский
common-choose-language = Выберите язык
common-back = ← Назад
common-cancel = ✕ Отмена
common-yes = Да
common-no = Нет

# Место в длинном списке, между стрелками.
# $page (Number) — номер страницы, с единицы
# $pages (Number) — сколько страниц всего
common-page = { $page } из { $pages }

common-old-button = Эта кнопка уже не действует. Вот что сейчас.
common-unknown-command = Такой команды нет. Что я умею: /help
common-not-understood = Такое сообщение я не пойму. Напишите словами или пришлите фото, голосовое или геопозицию.
common-language-set = Теперь говорю по-русски
common-already-done = Это уже сделано
# $code (String) — номер происшествия
common-incident = У нас что-то сломалось. Ничего не потеряно, попробуйте ещё раз. Если повторится, назовите код { $code }.
