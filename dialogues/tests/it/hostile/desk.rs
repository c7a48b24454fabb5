//! Requests, and what is said of them, full of it.

use chrono::{DateTime, Utc};
use domain::{
    assignment::{Ranked, Reasons},
    categories::Priority,
    ids::{CategoryId, CommentId, MaterialId, MemberId, PersonId, RequestId},
    requests::{
        About, Closing, Comment, Evidence, Incident, IncidentStage, Job, Material, Part, Pause, PauseReason, Place,
        Request, Side, Status, WORDS_MAX, WorkStep,
    },
};
use uuid::Uuid;

use super::{fill, names, slot};

/// What whoever works on a request sees beside it, full of it.
pub fn job(words: &str, part: Part) -> Job {
    let step = |position: i16| WorkStep { position, words: fill(words, 200), is_done: position % 2 == 0 };
    let material = Material {
        id: MaterialId(Uuid::max()),
        name: fill(words, 100),
        quantity: 1_000_000_000,
        cost: 1_000_000_000_000,
    };
    Job {
        part,
        floor: Some(i16::MAX),
        door_code: Some(fill(words, 20)),
        point: None,
        times: i64::MAX,
        evidence: Evidence {
            steps: (0..20).map(step).collect(),
            materials: vec![material; 50],
            photos_before: i64::MAX / 2,
            photos_after: i64::MAX / 2,
        },
    }
}

/// A request in `status`, full of it.
pub fn request(words: &str, status: Status) -> Request {
    let taken = status != Status::New;
    let at: DateTime<Utc> = "2026-11-21T09:05:00Z".parse().unwrap();
    Request {
        id: RequestId(Uuid::max()),
        number: i64::MAX,
        status,
        about: About {
            category: CategoryId(Uuid::from_u128(2)),
            kind: CategoryId(Uuid::from_u128(1)),
            kind_code: None,
            icon: fill("🚿", 16),
            names: names(words),
            kind_names: Some(names(words)),
            skill: Some(fill(words, 60)),
            photo_before: true,
            photo_after: true,
            respond_minutes: 5,
            resolve_minutes: 60,
        },
        priority: Priority::Emergency,
        place: Place::Point { latitude: -89.123_456_789, longitude: 179.123_456_789 },
        words: fill(words, WORDS_MAX),
        home: Some((fill(words, 200), fill(words, 20))),
        building: None,
        entrance: Some(i16::MAX),
        verified: false,
        slot: Some(slot()),
        reporter: PersonId(Uuid::nil()),
        reporter_name: fill(words, 128),
        assignee: taken.then_some(MemberId(Uuid::nil())),
        assignee_name: taken.then(|| fill(words, 128)),
        teams: vec![],
        helpers: vec![MemberId(Uuid::nil()); 3],
        followers: i64::MAX >> 12,
        incident: Some(incident(words)),
        parent: None,
        respond_by: Some(at),
        due_at: Some(at),
        stopped_at: None,
        asked_at: Some(at),
        assigned_at: taken.then_some(at),
        taken_at: taken.then_some(at),
        offered_at: None,
        pause: (status == Status::Paused).then_some(Pause { reason: PauseReason::Contractor, until: at }),
        done_at: Some(at),
        ended_at: (!status.is_open()).then_some(at),
        closing: (status == Status::Closed).then_some(Closing::Unanswered),
        result: Some(fill(words, 2000)),
        price: Some(1_000_000_000_000),
        price_agreed: Some(true),
        rating: (status == Status::Closed).then_some(5),
        rating_tags: vec!["fast".into(), "expensive".into()],
        rating_words: Some(fill(words, 2000)),
        returns: i16::MAX,
        attachments: 20,
        comments: i64::MAX >> 12,
        version: 1,
        created_at: at,
        updated_at: at,
    }
}

/// An incident of which much is said.
fn incident(words: &str) -> Incident {
    let at = "2026-11-21T09:05:00Z".parse().unwrap();
    Incident {
        declared_at: Some(at),
        dismissed_at: None,
        address: Some(fill(words, 200)),
        entrance: None,
        riser: Some(fill(words, 60)),
        stage: Some(IncidentStage::Searching),
        words: Some(fill(words, 1000)),
        expected_at: Some(at),
        accepted_by: None,
        accepted_by_name: Some(fill(words, 200)),
    }
}

/// Somebody who could have a request.
pub fn ranked(words: &str) -> Ranked {
    let reasons =
        Reasons { has_skill: Some(false), is_on_shift: true, is_near: true, open: u32::MAX, rating: Some(500) };
    Ranked { member: MemberId(Uuid::max()), person: PersonId(Uuid::max()), name: fill(words, 200), reasons }
}

/// A comment, full of it.
pub fn comment(words: &str, side: Side, is_question: bool) -> Comment {
    Comment {
        id: CommentId(Uuid::nil()),
        request: RequestId(Uuid::max()),
        number: i64::MAX,
        side,
        author: PersonId(Uuid::max()),
        author_name: fill(words, 128),
        is_question,
        is_internal: false,
        words: fill(words, WORDS_MAX),
        answers: None,
        latitude: Some(90.0),
        longitude: Some(180.0),
        created_at: "2026-11-21T09:05:00Z".parse().unwrap(),
        deleted_at: None,
    }
}
