# Плакаты подъездов и карточки квартир.

posters-headline = Сообщить о проблеме
posters-hint = Наведите камеру телефона на код и напишите, что случилось
# $number (Number) — номер подъезда
posters-entrance = Подъезд { $number }
# $number (String) — номер квартиры
posters-flat = кв. { $number }
posters-invite-hint = Наведите камеру: это ваш дом в Telegram
