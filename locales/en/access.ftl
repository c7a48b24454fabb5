### Roles, rights and why somebody has them

access-resource-requests = Requests
access-resource-residents = Residents
access-resource-property = Buildings and flats
access-resource-meters = Meters
access-resource-charges = Charges
access-resource-payments = Payments
access-resource-contacts = Contacts
access-resource-deals = Deals
access-resource-tasks = Tasks
access-resource-projects = Projects
access-resource-regulations = Regulations
access-resource-bookings = Bookings
access-resource-documents = Documents
access-resource-inbox = Conversations
access-resource-ledger = Ledger
access-resource-auction = Auction
access-resource-numbers = Number bases
access-resource-catalog = Catalogue and portfolio
access-resource-finance = Income and expenses
access-resource-partners = Partners
access-resource-reports = Reports
access-resource-automation = Automation
access-resource-integrations = Integrations
access-resource-bots = Bots
access-resource-staff-chats = Staff group
access-resource-members = Members
access-resource-roles = Roles
access-resource-teams = Teams
access-resource-shifts = Shifts and skills
access-resource-settings = Settings
access-resource-service-accounts = Programs
access-resource-webhooks = Webhooks
access-resource-sessions = Sessions
access-resource-audit = Log
access-resource-org = Organization
access-resource-platform = Platform

access-action-read = see
access-action-verify = verify
access-action-manage = manage
access-action-create = create
access-action-update = change
access-action-delete = delete
access-action-export = export
access-action-import = import
access-action-take = take
access-action-assign = assign
access-action-complete = complete
access-action-comment = talk with the resident
access-action-accept = accept and rate
access-action-submit = send readings
access-action-refund = ask for a refund
access-action-approve = approve a refund
access-action-reply = reply
access-action-bid = bid
access-action-next = next number
access-action-invite = invite
access-action-view-as = see with their eyes
access-action-billing = pay for Kontora
access-action-transfer = hand over
access-action-tenants = organizations
access-action-health = health

access-role-platform-operator = Platform operator
access-role-owner = Owner
access-role-admin = Admin
access-role-manager = Manager
access-role-dispatcher = Dispatcher
access-role-worker = Worker
access-role-member = Member
access-role-team-lead = Team lead
access-role-partner = Partner
access-role-caller = Caller
access-role-analyst = Analyst
access-role-accountant = Accountant
access-role-resident = Resident
access-role-client = Client
access-role-service-account = Program

access-scope-own = one’s own
access-scope-assigned = one’s own and what is given to them
access-scope-team = one’s own and the team’s
access-scope-filter = within the filter
access-scope-all = everything

# $grant (String) — the right
# $role (String) — the role
access-why-role = The role “{ $role }” grants “{ $grant }”.

# $grant (String) — the right
access-why-everybody = Everybody has “{ $grant }”: it is about their own things.

# $grant (String) — the right
access-why-program = “{ $grant }” was given to this program.

# $grant (String) — the right
access-why-system = “{ $grant }”: Kontora does this itself.

# $permission (String) — the right
access-why-not = There is no right “{ $permission }”.

# $count (Number) — how many buildings
access-why-filter = The filter leaves { $count ->
        [0] some number bases
        [one] { $count } building
       *[other] { $count } buildings
    }.

# $scope (String) — what is seen
access-why-members-see = The organization lets members see: { $scope }.

access-why-seen-by = Somebody looks through these eyes now: nothing can be changed.

# $scope (String) — why
access-why-thing = This one is seen because of “{ $scope }”.

access-why-free = It is seen because nobody has taken it yet.

# $resource (String) — on what
# $action (String) — what may be done
access-permission = { $resource }: { $action }
access-why-helps = It is seen because they help whoever has it.
access-why-follows = It is seen because they have joined it.
