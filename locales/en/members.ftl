### The team: roles, a member’s card, the handover

members-title = Team
members-you = you
members-next = Next →
members-first = ← To the beginning
# $name (String)
members-since = In the team since { $name }
# $count (Number)
members-limited = Own houses only: { $count }
members-button-role = Role
members-button-remove = Remove
members-button-offer = 👑 Hand the organization over
members-button-back = ← To the team
# $name (String)
members-choose-role = { $name }: which role?
# $name (String)
# $role (String)
members-role-set = { $name }: { $role } now
# $name (String)
members-remove-question = Remove { $name } from the team? Their access ends at once.
members-remove-yes = Yes, remove
# $name (String)
members-removed = No longer in the team: { $name }
# $org (String)
# $name (String)
members-offer-question = Hand “{ $org }” over? The new owner: { $name }. You will stay an admin. It happens when they accept, within a day.
members-offer-yes = Offer
# $name (String)
# $until (String)
members-offer-waits = 👑 The handover is offered to { $name }. It waits until { $until }.
members-offer-withdraw = Withdraw the offer
# $org (String)
# $name (String)
# $until (String)
members-offer-to-you = 👑 “{ $org }” is being handed over to you by { $name }. You can accept until { $until }.
members-offer-accept = Accept
members-offer-decline = Decline
# $org (String)
members-offer-accepted = You own “{ $org }” now.
members-offer-withdrawn = The handover is off.
# $org (String)
# $role (String)
members-news-role = Your role in “{ $org }” is now: { $role }.
# $org (String)
members-news-removed = You are no longer in the team of “{ $org }”.
# $name (String)
members-news-transferred = The organization is handed over. The new owner: { $name }.
# $name (String)
# $role (String)
members-news-joined = Somebody has joined the team: { $name }, { $role }.
