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
people-other-unit = Хорошо. Откройте ссылку или QR-код своей квартиры, или подтвердите номер: я поищу квартиру по нему.
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
