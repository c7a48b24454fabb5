//! A request as it is sent.

use chrono::{DateTime, Utc};
use domain::{
    categories::{Names, Priority},
    requests::{Closing, Pause, PauseReason, Place, Request, Slot, Status, Summary},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// A name in each language.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = Names)]
pub(in crate::routes) struct NamesBody {
    /// In Russian.
    #[garde(length(chars, min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "Протечка")]
    pub ru: String,
    /// In Uzbek, in Latin script.
    #[garde(length(chars, min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "Suv oqmoqda")]
    pub uz: String,
    /// In English.
    #[garde(length(chars, min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "Leak")]
    pub en: String,
}

impl From<Names> for NamesBody {
    fn from(Names { ru, uz, en }: Names) -> Self {
        Self { ru, uz, en }
    }
}

impl From<NamesBody> for Names {
    fn from(NamesBody { ru, uz, en }: NamesBody) -> Self {
        Self { ru, uz, en }
    }
}

/// Where it is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = RequestPlace)]
pub(super) enum PlaceBody {
    /// In a unit.
    Unit {
        /// Which.
        unit_id: Uuid,
    },
    /// In the entrance, on the stairs.
    Entrance,
    /// In the yard.
    Yard,
    /// At a point of the map.
    Point {
        /// Degrees north.
        #[schema(minimum = -90, maximum = 90)]
        latitude: f64,
        /// Degrees east.
        #[schema(minimum = -180, maximum = 180)]
        longitude: f64,
    },
}

impl From<Place> for PlaceBody {
    fn from(place: Place) -> Self {
        match place {
            Place::Unit(unit) => PlaceBody::Unit { unit_id: unit.0 },
            Place::Entrance => PlaceBody::Entrance,
            Place::Yard => PlaceBody::Yard,
            Place::Point { latitude, longitude } => PlaceBody::Point { latitude, longitude },
        }
    }
}

impl From<PlaceBody> for Place {
    fn from(place: PlaceBody) -> Self {
        match place {
            PlaceBody::Unit { unit_id } => Place::Unit(domain::ids::UnitId(unit_id)),
            PlaceBody::Entrance => Place::Entrance,
            PlaceBody::Yard => Place::Yard,
            PlaceBody::Point { latitude, longitude } => Place::Point { latitude, longitude },
        }
    }
}

/// When the resident can be found: at most a day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestSlot)]
pub(super) struct SlotBody {
    /// From when.
    from: DateTime<Utc>,
    /// Until when.
    to: DateTime<Utc>,
}

impl From<Slot> for SlotBody {
    fn from(Slot { from, to }: Slot) -> Self {
        Self { from, to }
    }
}

impl From<SlotBody> for Slot {
    fn from(SlotBody { from, to }: SlotBody) -> Self {
        Self { from, to }
    }
}

/// Why a request waits, and until when.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestPause)]
pub(super) struct PauseBody {
    /// `resident`, `part`, `contractor`, `access` or `other`.
    #[garde(skip)]
    #[schema(value_type = String, example = "part")]
    reason: PauseReason,
    /// When somebody looks at it again: in the future, within 90 days.
    #[garde(skip)]
    until: DateTime<Utc>,
}

impl From<Pause> for PauseBody {
    fn from(Pause { reason, until }: Pause) -> Self {
        Self { reason, until }
    }
}

impl From<PauseBody> for Pause {
    fn from(PauseBody { reason, until }: PauseBody) -> Self {
        Self { reason, until }
    }
}

/// A request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Request)]
pub(super) struct RequestBody {
    /// Its id.
    id: Uuid,
    /// Its number within the org, without gaps.
    #[schema(example = 1057)]
    number: i64,
    /// `new`, `assigned`, `accepted`, `on_the_way`, `in_progress`, `paused`, `done`, `returned`, `closed`, `cancelled` or
    /// `declined`.
    #[schema(value_type = String, example = "in_progress")]
    status: Status,
    /// `low`, `normal`, `high` or `emergency`.
    #[schema(value_type = String, example = "high")]
    priority: Priority,
    /// What it is about.
    category_id: Uuid,
    /// What that is called.
    category: NamesBody,
    /// Its kind; the same where it is one.
    kind_id: Uuid,
    /// Where it is.
    place: PlaceBody,
    /// In the resident's words.
    words: String,
    /// The address of the home that it was filed from.
    address: Option<String>,
    /// The number of that unit.
    unit: Option<String>,
    /// The building where it is.
    building_id: Option<Uuid>,
    /// Which entrance.
    entrance: Option<i16>,
    /// Whether the reporter is a verified resident of that home.
    verified: bool,
    /// When the resident can be found.
    slot: Option<SlotBody>,
    /// Who filed it.
    reporter_id: Uuid,
    /// What to call them.
    reporter_name: String,
    /// The member who has it.
    assignee_id: Option<Uuid>,
    /// What to call them.
    assignee_name: Option<String>,
    /// The members who help.
    helper_ids: Vec<Uuid>,
    /// How many neighbours follow it.
    followers: i64,
    /// The request that it goes with.
    parent_id: Option<Uuid>,
    /// Somebody should have taken it by then.
    respond_by: Option<DateTime<Utc>>,
    /// It should be done by then, as far as the clock has run.
    due_at: Option<DateTime<Utc>>,
    /// Since when the clock stands still.
    stopped_at: Option<DateTime<Utc>>,
    /// Since when staff wait for the resident's answer.
    asked_at: Option<DateTime<Utc>>,
    /// Why it waits, while it does.
    pause: Option<PauseBody>,
    /// What was done, in the worker's words.
    result: Option<String>,
    /// What it costs the resident, in minor units of the org's currency.
    price: Option<i64>,
    /// Whether they agreed to that; none: they have not said.
    price_agreed: Option<bool>,
    /// One to five stars.
    rating: Option<i16>,
    /// What they said with the stars: `fast`, `clean`, `polite`, `expensive`.
    rating_tags: Vec<String>,
    /// And in their own words.
    rating_words: Option<String>,
    /// How often it was returned.
    returns: i16,
    /// How many files it was filed with.
    attachments: i64,
    /// How many words were exchanged about it.
    comments: i64,
    /// How it was closed: `accepted`, `unanswered`, `by_staff` or `merged`.
    #[schema(value_type = Option<String>)]
    closing: Option<Closing>,
    /// Until when the resident may open it again.
    reopenable_until: Option<DateTime<Utc>>,
    /// Grows with each change.
    version: i32,
    /// When it was filed.
    created_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
}

impl From<Request> for RequestBody {
    fn from(request: Request) -> Self {
        let reopenable_until = request.reopenable_until();
        let (address, unit) = request.home.unzip();
        Self {
            id: request.id.0,
            number: request.number,
            status: request.status,
            priority: request.priority,
            category_id: request.about.category.0,
            category: request.about.names.into(),
            kind_id: request.about.kind.0,
            place: request.place.into(),
            words: request.words,
            address,
            unit,
            building_id: request.building.map(|building| building.0),
            entrance: request.entrance,
            verified: request.verified,
            slot: request.slot.map(SlotBody::from),
            reporter_id: request.reporter.0,
            reporter_name: request.reporter_name,
            assignee_id: request.assignee.map(|member| member.0),
            assignee_name: request.assignee_name,
            helper_ids: request.helpers.into_iter().map(|member| member.0).collect(),
            followers: request.followers,
            parent_id: request.parent.map(|parent| parent.0),
            respond_by: request.respond_by,
            due_at: request.due_at,
            stopped_at: request.stopped_at,
            asked_at: request.asked_at,
            pause: request.pause.map(PauseBody::from),
            result: request.result,
            price: request.price,
            price_agreed: request.price_agreed,
            rating: request.rating,
            rating_tags: request.rating_tags,
            rating_words: request.rating_words,
            returns: request.returns,
            attachments: request.attachments,
            comments: request.comments,
            closing: request.closing,
            reopenable_until,
            version: request.version,
            created_at: request.created_at,
            updated_at: request.updated_at,
        }
    }
}

impl From<Request> for Tagged<RequestBody> {
    fn from(request: Request) -> Self {
        Self(request.version, request.into())
    }
}

/// A line of the list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RequestLine)]
pub(in crate::routes) struct LineBody {
    /// Its id.
    id: Uuid,
    /// Its number within the org.
    number: i64,
    /// As in a request.
    #[schema(value_type = String, example = "new")]
    status: Status,
    /// As in a request.
    #[schema(value_type = String, example = "normal")]
    priority: Priority,
    /// What it is about.
    category: NamesBody,
    /// The picture of that: an emoji.
    icon: String,
    /// The beginning of what it says.
    words: String,
    /// The address of the building where it is.
    address: Option<String>,
    /// The number of the home that it was filed from.
    unit: Option<String>,
    /// Who has it.
    assignee_name: Option<String>,
    /// When it was filed.
    created_at: DateTime<Utc>,
    /// It should be done by then, as far as the clock has run.
    due_at: Option<DateTime<Utc>>,
    /// Since when the clock stands still.
    stopped_at: Option<DateTime<Utc>>,
}

impl From<Summary> for LineBody {
    fn from(line: Summary) -> Self {
        Self {
            id: line.id.0,
            number: line.number,
            status: line.status,
            priority: line.priority,
            category: line.names.into(),
            icon: line.icon,
            words: line.words,
            address: line.address,
            unit: line.unit,
            assignee_name: line.assignee_name,
            created_at: line.created_at,
            due_at: line.due_at,
            stopped_at: line.stopped_at,
        }
    }
}

/// A reason that the other side reads.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
#[schema(as = RequestReason)]
pub(super) struct ReasonBody {
    /// Why.
    #[garde(length(chars, min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500, example = "Нужен другой мастер")]
    pub(super) reason: String,
}
