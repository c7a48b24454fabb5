### Приглашения в команду

invites-button = ➕ Пригласить
invites-button-open = Открытые приглашения
invites-choose-role = Кого приглашаем?
# $role (String)
invites-choose-scope = За какие дома отвечает? Роль: { $role }
invites-scope-all = 🏘 Все дома
# $role (String)
invites-link-title = Приглашение: { $role }
# $scope (String)
invites-link-scope = Только дом: { $scope }
# $until (String)
invites-link-hint = Перешлите ссылку или покажите QR-код. Она сработает один раз, до { $until }.
invites-revoke = Отозвать
invites-revoked = Приглашение отозвано
invites-open-title = Открытые приглашения
invites-open-none = Открытых приглашений нет.
# $role (String)
# $until (String)
invites-open-line = { $role }, до { $until }
invites-open-hint = Нажмите, чтобы отозвать.
# $org (String)
invites-invited = Вас приглашают в команду «{ $org }».
# $inviter (String)
invites-invited-by = Приглашает: { $inviter }
# $role (String)
invites-invited-role = Роль: { $role }
invites-accept = ✅ Принять
invites-decline = Отклонить
# $role (String)
invites-accepted = Добро пожаловать в команду! Ваша роль: { $role }.
invites-declined = Хорошо, приглашение отклонено.
invites-by-button = Ответьте, пожалуйста, кнопкой: принять или отклонить.
