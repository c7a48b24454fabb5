//! The worst that people type, and everything that it can get into.

mod desk;

use dialogues::{
    State, invites, orgs,
    people::{self, Ask},
    requests::{self, Draft, Reply, work::Noted},
    shifts,
};
use domain::{
    OrgId,
    access::Role,
    categories::{Categories, Category, Names, PlaceKind, Priority, Terms},
    ids::{BuildingId, CategoryId, InviteId, MaterialId, MemberId, OfferId, PersonId, RequestId, UnitId},
    members::{News, Offer},
    orgs::{Branding, Industry, Org, WorkingHours},
    people::{Home, Identity, Language},
    requests::{ATTACHMENTS_MAX, Attachment, AttachmentKind, PauseReason, Place, Slot, Stage, WORDS_MAX},
};
use uuid::Uuid;

pub use desk::{comment, job, ranked, request};

/// What is repeated until there is no room for more.
pub const WORDS: [&str; 9] = [
    "Течёт под раковиной. ",
    "😀",
    "👨‍👩‍👧‍👦",
    "\u{202e}مرحبا \u{200f}",
    "a\u{200b}\u{feff}\u{2060}",
    "<b>&amp;</b><script>alert(1)</script>",
    "*_`[]()~>#+-=|{}.!\\",
    "e\u{301}\u{323}\u{20dd}",
    "строка\n\n",
];

/// As much of it as `chars` characters hold.
pub fn fill(words: &str, chars: usize) -> String {
    words.chars().cycle().take(chars).collect()
}

/// A person whose name and homes are full of it.
pub fn identity(words: &str, homes: usize) -> Identity {
    let home = |n: usize| Home {
        unit: UnitId(Uuid::from_u128(n as u128)),
        address: fill(words, 200),
        number: fill(words, 20),
        verified: n.is_multiple_of(2),
    };
    Identity {
        person: PersonId(Uuid::nil()),
        telegram_id: 1,
        name: fill(words, 128),
        language: Language::Ru,
        language_chosen: false,
        has_phone: false,
        unreachable: false,
        membership: homes.is_multiple_of(2).then_some((MemberId(Uuid::nil()), domain::access::Role::Worker)),
        homes: (0..homes).map(home).collect(),
    }
}

/// An org with such a name.
pub fn org(words: &str) -> Org {
    Org {
        id: OrgId(Uuid::nil()),
        name: fill(words, 200),
        industry: Industry::Property,
        time_zone: "Asia/Tashkent".into(),
        language: Language::Ru,
        currency: "UZS".into(),
        working_hours: WorkingHours::default(),
        branding: Branding { colour: None, short_name: Some(fill(words, 30)), greeting: Some(fill(words, 500)) },
        is_platform: false,
        version: 1,
        deleted_at: None,
    }
}

/// Drafts from empty to full.
pub fn drafts(words: &str) -> Vec<Draft> {
    let file =
        Attachment { kind: AttachmentKind::Photo, file_id: fill("f", 90), file_unique_id: "u".into(), stored: None };
    let place = Place::Point { latitude: -89.123_456_789, longitude: 179.123_456_789 };
    vec![
        Draft::default(),
        Draft { words: fill(words, 1), ..Draft::default() },
        Draft {
            attachments: vec![file.clone()],
            place: Some(Place::Unit(UnitId(Uuid::from_u128(404)))),
            ..Draft::default()
        },
        Draft {
            about: Some(CategoryId(Uuid::from_u128(1))),
            is_guess: true,
            place: Some(place),
            words: fill(words, WORDS_MAX),
            attachments: vec![file; ATTACHMENTS_MAX],
            slot: Some(slot()),
            is_urgent: true,
        },
        Draft {
            about: Some(CategoryId(Uuid::from_u128(2))),
            place: Some(Place::Unit(UnitId(Uuid::from_u128(0)))),
            words: fill(words, WORDS_MAX),
            ..Draft::default()
        },
    ]
}

/// Every state, with every draft in it.
pub fn states(words: &str) -> Vec<State> {
    let mut states = vec![State::default()];
    let mut add = |state| states.push(state);
    for draft in drafts(words) {
        let kept = Some(draft.clone()).filter(|draft| !draft.is_empty());
        add(State::Menu { draft: Some(draft.clone()) });
        let unit = UnitId(Uuid::max());
        for ask in [
            Ask::LivesHere { unit, address: fill(words, 200), number: fill(words, 20) },
            Ask::Phone { unit: Some(unit) },
            Ask::Phone { unit: None },
            Ask::Search { found: vec![] },
            Ask::Search { found: vec![(BuildingId(Uuid::max()), fill(words, 200)); 8] },
            Ask::Number { building: BuildingId(Uuid::max()), address: fill(words, 200) },
            Ask::Role { unit, address: fill(words, 200), number: fill(words, 20) },
            Ask::Consent,
        ] {
            add(State::People(people::State { ask, draft: kept.clone() }));
        }
        for rewriting in [false, true] {
            add(State::Requests(requests::State::Describe { draft: draft.clone(), rewriting }));
        }
        for album in [None, Some("13690123456789012".to_owned())] {
            let reply = Reply { request: RequestId(Uuid::max()), number: i64::MAX, album, draft: kept.clone() };
            add(State::Requests(requests::State::Reply(reply)));
        }
        let (org, name, industry) = (OrgId(Uuid::max()), fill(words, 200), Industry::CallCenter);
        for ask in [
            orgs::Ask::DeleteName,
            orgs::Ask::Industry,
            orgs::Ask::Name { industry },
            orgs::Ask::Language { industry, name: name.clone() },
            orgs::Ask::Zone { org, industry, name: name.clone(), language: Language::Uz },
            orgs::Ask::Token { org, name },
        ] {
            add(State::Orgs(orgs::State { ask, draft: kept.clone() }));
        }
        add(State::Shifts(shifts::State { draft: kept.clone() }));
        for inviter in [None, Some(fill(words, 128))] {
            let (invite, role) = (InviteId(Uuid::max()), Role::Dispatcher);
            add(State::Invites(invites::State { invite, role, inviter, draft: kept.clone() }));
        }
        add(State::Requests(requests::State::Category(draft.clone())));
        add(State::Requests(requests::State::Problem(draft.clone())));
        add(State::Requests(requests::State::Place(draft.clone())));
        add(State::Requests(requests::State::Slot(draft.clone())));
        add(State::Requests(requests::State::Alike {
            draft: draft.clone(),
            request: RequestId(Uuid::max()),
            number: i64::MAX,
            words: fill(words, 80),
        }));
        let about = Reply { request: RequestId(Uuid::max()), number: i64::MAX, album: None, draft: kept.clone() };
        add(State::Requests(requests::State::Remark(about.clone())));
        for ask in asked_of_workers(words) {
            let Reply { request, number, draft, .. } = about.clone();
            add(State::Requests(requests::State::Work(requests::Work { request, number, ask, draft })));
        }
        add(State::Requests(requests::State::Review(draft)));
    }
    states
}

/// Everything that is asked about the work.
fn asked_of_workers(words: &str) -> Vec<requests::Ask> {
    let noted = Noted { id: MaterialId(Uuid::max()), line: fill(words, 200) };
    let mut asks = vec![
        requests::Ask::Location,
        requests::Ask::Far { metres: i32::MAX },
        requests::Ask::Material { noted: None, usual: vec![] },
        requests::Ask::Material { noted: Some(noted.clone()), usual: vec![noted; 5] },
        requests::Ask::Price,
        requests::Ask::Result,
    ];
    for stage in [Stage::Before, Stage::After] {
        asks.extend([0, i64::MAX].map(|count| requests::Ask::Photos { stage, count }));
    }
    asks.extend(PauseReason::ALL.map(|reason| requests::Ask::Until { reason }));
    asks
}

/// A state's name. A new variant does not compile until it is named here, and fails until [`states`] makes it.
pub fn name(state: &State) -> &'static str {
    match state {
        State::Menu { draft: None } => "menu",
        State::Menu { draft: Some(_) } => "menu_with_draft",
        State::People(people::State { ask: Ask::LivesHere { .. }, .. }) => "lives_here",
        State::People(people::State { ask: Ask::Phone { .. }, .. }) => "phone",
        State::People(people::State { ask: Ask::Search { .. }, .. }) => "home_search",
        State::People(people::State { ask: Ask::Number { .. }, .. }) => "home_number",
        State::People(people::State { ask: Ask::Role { .. }, .. }) => "home_role",
        State::People(people::State { ask: Ask::Consent, .. }) => "home_consent",
        State::Requests(requests::State::Category(_)) => "category",
        State::Requests(requests::State::Problem(_)) => "problem",
        State::Requests(requests::State::Place(_)) => "place",
        State::Requests(requests::State::Slot(_)) => "slot",
        State::Requests(requests::State::Alike { .. }) => "alike",
        State::Requests(requests::State::Remark(_)) => "remark",
        State::Requests(requests::State::Work(requests::Work { ask, .. })) => match ask {
            requests::Ask::Location => "work_location",
            requests::Ask::Far { .. } => "work_far",
            requests::Ask::Photos { .. } => "work_photos",
            requests::Ask::Material { .. } => "work_material",
            requests::Ask::Price => "work_price",
            requests::Ask::Until { .. } => "work_until",
            requests::Ask::Result => "work_result",
        },
        State::Requests(requests::State::Describe { .. }) => "describe",
        State::Requests(requests::State::Review(_)) => "review",
        State::Requests(requests::State::Reply(_)) => "reply",
        State::Orgs(state) => match state.ask {
            orgs::Ask::DeleteName => "org_delete_name",
            orgs::Ask::Industry => "org_industry",
            orgs::Ask::Name { .. } => "org_name",
            orgs::Ask::Language { .. } => "org_language",
            orgs::Ask::Zone { .. } => "org_zone",
            orgs::Ask::Token { .. } => "org_token",
        },
        State::Invites(_) => "invited",
        State::Shifts(_) => "shift_note",
    }
}

/// Every name that [`name`] gives.
pub const NAMES: [&str; 32] = [
    "alike",
    "category",
    "describe",
    "home_consent",
    "home_number",
    "home_role",
    "home_search",
    "invited",
    "lives_here",
    "menu",
    "menu_with_draft",
    "org_delete_name",
    "org_industry",
    "org_language",
    "org_name",
    "org_token",
    "org_zone",
    "phone",
    "place",
    "problem",
    "remark",
    "reply",
    "review",
    "shift_note",
    "slot",
    "work_far",
    "work_location",
    "work_material",
    "work_photos",
    "work_price",
    "work_result",
    "work_until",
];

fn names(words: &str) -> Names {
    Names { ru: fill(words, 60), uz: fill(words, 60), en: fill(words, 60) }
}

fn slot() -> Slot {
    Slot { from: "2026-11-22T04:00:00Z".parse().unwrap(), to: "2026-11-22T07:00:00Z".parse().unwrap() }
}

/// Two kinds with fifty problems each, full of it.
pub fn categories(words: &str) -> Categories {
    let one = |n: u128, parent: Option<u128>| Category {
        id: CategoryId(Uuid::from_u128(n)),
        parent: parent.map(|parent| CategoryId(Uuid::from_u128(parent))),
        code: None,
        icon: fill("🚿", 16),
        names: names(words),
        places: PlaceKind::ALL.to_vec(),
        shared: true,
        terms: Terms {
            priority: Priority::Normal,
            respond_minutes: None,
            resolve_minutes: None,
            skill: None,
            photo_before: false,
            photo_after: false,
            checklist: vec![],
        },
        keywords: vec![fill(words, 60)],
        position: 0,
        archived: false,
        version: 1,
    };
    let kinds = (1..=2).map(|n| one(n, None));
    Categories::of(kinds.chain((3..=100).map(|n| one(n, Some(n % 2 + 1)))).collect())
}

/// Everything that a person may be told about the team, full of it.
pub fn news(words: &str) -> Vec<News> {
    let name = fill(words, 128);
    let offer = Offer {
        id: OfferId(Uuid::max()),
        from: MemberId(Uuid::max()),
        from_name: name.clone(),
        to: MemberId(Uuid::nil()),
        to_name: name.clone(),
        expires_at: "2026-11-21T09:05:00Z".parse().unwrap(),
    };
    vec![
        News::Role(Role::TeamLead),
        News::Removed,
        News::Offered(offer),
        News::Withdrawn,
        News::Transferred { name: name.clone() },
        News::Joined { name, role: Role::Accountant },
    ]
}
