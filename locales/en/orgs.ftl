### The organization: its card, its making, its end

orgs-industry-property = Property management
orgs-industry-services = Services
orgs-industry-sales = Sales
orgs-industry-call-center = Call center
orgs-industry-partners = Partner network
orgs-industry-other = Something else
# $role (String)
orgs-your-role = Your role: { $role }
orgs-button-team = 👥 Team
orgs-button-mine = 🏢 My organizations
orgs-button-leave = Leave the team
orgs-button-delete = Delete the organization
orgs-button-back = ← To the organization
orgs-mine-title = Your organizations
orgs-mine-here = you are here
orgs-mine-no-bot = no bot yet
orgs-mine-deleted = deleted
orgs-mine-none = You do not work for any organization yet.
orgs-mine-hint = To switch, open the other one’s bot.
# $org (String)
orgs-leave-question = Leave the team of “{ $org }”? Coming back takes a new invite.
orgs-leave-yes = Yes, leave
# $org (String)
orgs-left = You have left the team of “{ $org }”.
# $org (String)
orgs-delete-question = To delete “{ $org }”, write its name exactly like this. It can be brought back for seven days. Then everything is gone: requests, people, houses.
# $org (String)
# $until (String)
orgs-closed = “{ $org }” is deleted, and its bot does not work now. Until { $until } its owner can bring everything back.
orgs-restore = ↩️ Bring it back
# $org (String)
orgs-restored = “{ $org }” is back at work.
# $name (String)
orgs-welcome = Hello, { $name }! This is Kontora: requests, team and clients, right in Telegram.
orgs-button-create = ➕ Create an organization
# $org (String)
orgs-button-connect = 🤖 Connect a bot: { $org }
orgs-ask-industry = What does the organization do?
orgs-ask-name = What is it called? This is what residents and clients will see.
orgs-ask-language = Which language does the team speak?
orgs-ask-zone = Which time does it keep? Choose a city, or write a time zone such as Asia/Tashkent.
orgs-by-button = Please answer with a button.
orgs-by-words = Please answer in words.
orgs-city-tashkent = Tashkent
orgs-city-samarkand = Samarkand
orgs-city-almaty = Almaty
orgs-city-bishkek = Bishkek
orgs-city-dushanbe = Dushanbe
orgs-city-moscow = Moscow
# $org (String)
orgs-created = ✅ “{ $org }” is created, and you own it.
orgs-ask-token =
    Now connect its bot:
    1. Open @BotFather and send /newbot.
    2. Send the token that it gives you here.
    I will delete the message with the token at once.
orgs-token-later = Later
orgs-token-shape = That is no token. One looks like this: 123456:ABC-def…
orgs-token-unknown = Telegram does not know this token. Check that you copied all of it.
# $bot (String)
# $org (String)
orgs-connected = 🎉 Done: @{ $bot } works for “{ $org }”. Open it and press Start: https://t.me/{ $bot }
orgs-bot-later = All right. The bot can be connected later: /org.
orgs-only-staff = This command is for the staff. If you were invited, open the link of your invite.
orgs-command-org = Organization and team
