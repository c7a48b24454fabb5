### Письма

mails-confirm-subject = Подтвердите почту
mails-confirm = Чтобы входить в Kontora с этой почтой, откройте ссылку в течение суток:
mails-not-you = Если вы об этом не просили, ничего делать не нужно.
mails-known-subject = Ваша почта в Kontora
mails-known = Кто-то указал вашу почту для другой учётной записи Kontora. У вас с этой почтой запись уже есть, поэтому ничего не изменилось. Если вы забыли пароль, запросите новый на странице входа.
mails-password-subject = Новый пароль
mails-security-subject = Ваш вход в Kontora
# $org (String) — название организации
mails-alert-subject = Подозрительное действие: { $org }
mails-alert-answer = Ответить можно в консоли:
