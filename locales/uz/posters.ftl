# Yo‘lak plakatlari va xonadon kartochkalari.

posters-headline = Muammo haqida xabar berish
posters-hint = Telefon kamerasini kodga qarating va nima bo‘lganini yozing
# $number (Number)
posters-entrance = { $number }-yo‘lak
# $number (String)
posters-flat = { $number }-xonadon
posters-invite-hint = Kamerani qarating: bu Telegramdagi uyingiz
