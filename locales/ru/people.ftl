### Первая встреча: квартира, телефон, язык

# $name (String) — как зовут
people-hello = Здравствуйте, { $name }!
# $org (String) — организация
people-this-is-bot-of = Это бот «{ $org }».
# $address (String) — дом
# $number (String) — квартира
people-home = { $address }, кв. { $number }
# $number (String) — квартира
people-unit-short = кв. { $number }
people-is-it-you = Это вы?
people-yes-i-live-here = ✅ Да, я живу здесь
people-another-unit = Другая квартира
people-i-am-not-resident = Я здесь не живу
people-answer-by-button = Ответьте, пожалуйста, кнопкой. Что вы написали, я запомню.
people-other-unit = Хорошо, найдём вашу.
people-not-resident = Хорошо. Если что-то случилось в доме, всё равно напишите: мы передадим.
# $home (String) — дом и квартира
people-already-home = { $home }: вы уже здесь.
people-phone-why = Подтвердите номер телефона кнопкой внизу: по нему мы узнаем вас.
people-phone-finds-home = Откройте ссылку или QR-код своей квартиры. Или подтвердите номер кнопкой внизу: я поищу квартиру по нему.
people-key-phone = 📱 Подтвердить номер
people-key-later = Позже
people-phone-later = Хорошо, номер можно подтвердить позже.
people-phone-by-button = Сначала отправьте, пожалуйста, свой номер кнопкой внизу или нажмите «Позже». Что вы написали, я запомню.
people-phone-not-own = Это чужой контакт. Отправьте, пожалуйста, свой номер кнопкой.
people-verified = ✅ Спасибо! Номер совпал с нашим списком: квартира подтверждена.
people-to-be-verified = Спасибо! Мы проверим данные, а заявки можно отправлять уже сейчас.
people-not-verified = не проверен
people-link-over = Эта ссылка больше не действует: её обновили. Ничего страшного, найдём квартиру по адресу.
# $address (String) — дом
# $entrance (Number) — подъезд
people-sticker = 📍 { $address }, подъезд { $entrance }. Расскажите, что случилось.
people-search = Напишите улицу и дом, например: Навои 5. Если не найдётся, откройте QR-код со своей двери или квитанции.
people-search-found = Какой это дом?
people-search-nothing = Такого дома у нас нет. Попробуйте короче: только улицу или только номер.
# $address (String) — дом
people-search-number = { $address }. Напишите номер квартиры.
people-search-no-number = Такой квартиры в этом доме нет. Проверьте номер.
people-another-building = Другой дом
people-phone-finds-nothing = Номер подтверждён, но по нему квартира не нашлась.
people-role-ask = Кем вы здесь живёте?
people-role-owner = Собственник
people-role-family = Член семьи
people-role-tenant = Арендатор
people-role-unknown = Житель
# $org (String) — организация
people-consent = Последнее: «{ $org }» хранит ваши имя, телефон и адрес, чтобы выполнять заявки и сообщать о доме. Никому другому мы их не передаём. Удалить их можно в любой момент, написав нам.
people-consent-give = ✅ Согласен
people-ready = Готово!
# $number (String) — квартира
people-check-title = Проверка: кв. { $number }
people-check-no-phone = Номер не подтверждён
people-check-phone-shared = ⚠️ Этот номер раньше подтвердил кто-то другой
# $role (String) — кем живёт
# $name (String) — как зовут
people-asks-access = { $role } { $name } просит доступ
people-allow = ✅ Разрешить
people-confirm = ✅ Подтвердить
people-decline = Отклонить
# $by (String) — кто ответил
people-check-verified = ✅ Подтверждено: { $by }
# $by (String) — кто ответил
people-check-declined = ✖️ Отклонено: { $by }
people-check-over = Больше не нужно: человек здесь не живёт.
people-toast-verified = Подтверждено
people-toast-declined = Отклонено
# $home (String) — дом и квартира
people-you-are-verified = ✅ { $home }: вас подтвердили.
# $home (String) — дом и квартира
people-you-are-declined = { $home }: не подтвердили, что вы здесь живёте. Если это ошибка, обратитесь к диспетчеру.
