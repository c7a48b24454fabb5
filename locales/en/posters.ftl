# Posters of entrances and cards of flats.

posters-headline = Report a problem
posters-hint = Point your phone’s camera at the code and write what happened
# $number (Number)
posters-entrance = Entrance { $number }
# $number (String)
posters-flat = flat { $number }
posters-invite-hint = Point your camera here: your home in Telegram
