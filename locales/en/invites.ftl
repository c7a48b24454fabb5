### Invites to the team

invites-button = ➕ Invite
invites-button-open = Open invites
invites-choose-role = Whom do we invite?
# $role (String)
invites-choose-scope = Which houses is it for? Role: { $role }
invites-scope-all = 🏘 All houses
# $role (String)
invites-link-title = Invite: { $role }
# $scope (String)
invites-link-scope = Only the house: { $scope }
# $until (String)
invites-link-hint = Pass the link on, or show the QR code. It works once, until { $until }.
invites-revoke = Withdraw
invites-revoked = The invite is withdrawn
invites-open-title = Open invites
invites-open-none = There are no open invites.
# $role (String)
# $until (String)
invites-open-line = { $role }, until { $until }
invites-open-hint = Tap one to withdraw it.
# $org (String)
invites-invited = You are invited to the team of “{ $org }”.
# $inviter (String)
invites-invited-by = Invited by { $inviter }
# $role (String)
invites-invited-role = Role: { $role }
invites-accept = ✅ Accept
invites-decline = Decline
# $role (String)
invites-accepted = Welcome to the team! Your role: { $role }.
invites-declined = All right, the invite is declined.
invites-by-button = Please answer with a button: accept or decline.
