### Jamoaga taklifnomalar

invites-button = ➕ Taklif qilish
invites-button-open = Ochiq taklifnomalar
invites-choose-role = Kimni taklif qilamiz?
# $role (String)
invites-choose-scope = Qaysi uylar uchun javob beradi? Rol: { $role }
invites-scope-all = 🏘 Barcha uylar
# $role (String)
invites-link-title = Taklifnoma: { $role }
# $scope (String)
invites-link-scope = Faqat uy: { $scope }
# $until (String)
invites-link-hint = Havolani yuboring yoki QR-kodni ko‘rsating. U bir marta, { $until } gacha ishlaydi.
invites-revoke = Bekor qilish
invites-revoked = Taklifnoma bekor qilindi
invites-open-title = Ochiq taklifnomalar
invites-open-none = Ochiq taklifnomalar yo‘q.
# $role (String)
# $until (String)
invites-open-line = { $role }, { $until } gacha
invites-open-hint = Bekor qilish uchun bosing.
# $org (String)
invites-invited = Sizni «{ $org }» jamoasiga taklif qilishyapti.
# $inviter (String)
invites-invited-by = Taklif qilgan: { $inviter }
# $role (String)
invites-invited-role = Rol: { $role }
invites-accept = ✅ Qabul qilish
invites-decline = Rad etish
# $role (String)
invites-accepted = Jamoaga xush kelibsiz! Rolingiz: { $role }.
invites-declined = Yaxshi, taklifnoma rad etildi.
invites-by-button = Iltimos, tugma bilan javob bering: qabul qilish yoki rad etish.
