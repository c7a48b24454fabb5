//! An org as it is sent, and one that is to be founded.

use chrono::{DateTime, Utc};
use domain::{
    orgs::{Clock, Day, Hours, Industry, NewOrg, Org, WorkingHours},
    people::Language,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::etag::Tagged;

/// An org.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organization)]
pub(super) struct OrganizationBody {
    /// Its id.
    id: Uuid,
    /// Its name.
    #[schema(example = "ЖК «Навруз»")]
    name: String,
    /// `property`, `services`, `sales`, `call_center`, `partners` or `other`.
    #[schema(value_type = String, example = "property")]
    industry: Industry,
    /// `ru`, `uz` or `en`: of the staff's group, and of people who have chosen none.
    #[schema(value_type = String, example = "ru")]
    language: Language,
    /// An IANA name.
    #[schema(example = "Asia/Tashkent")]
    time_zone: String,
    /// ISO 4217.
    #[schema(example = "UZS")]
    currency: String,
    /// When it works; a day that is not there is a day off, no day at all: it has not said.
    working_hours: WorkingHoursBody,
    /// `#rrggbb`
    colour: Option<String>,
    /// What stands where the name is too long.
    short_name: Option<String>,
    /// What newcomers read first.
    greeting: Option<String>,
    /// Grows with each change.
    version: i32,
    /// Since when it is deleted.
    deleted_at: Option<DateTime<Utc>>,
    /// Until when that can be taken back.
    restorable_until: Option<DateTime<Utc>>,
}

/// From and to of a day: `HH:MM`, the end not included.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Hours)]
pub(super) struct HoursBody {
    /// The first minute.
    #[schema(value_type = String, example = "09:00")]
    from: Clock,
    /// The minute after the last; later than `from`.
    #[schema(value_type = String, example = "18:00")]
    to: Clock,
}

/// The hours of each weekday; a day that is not there is a day off.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = WorkingHours)]
#[allow(missing_docs, reason = "the names say it")]
pub(super) struct WorkingHoursBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    mon: Option<HoursBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tue: Option<HoursBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wed: Option<HoursBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thu: Option<HoursBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fri: Option<HoursBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sat: Option<HoursBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sun: Option<HoursBody>,
}

impl From<WorkingHoursBody> for WorkingHours {
    fn from(week: WorkingHoursBody) -> Self {
        let WorkingHoursBody { mon, tue, wed, thu, fri, sat, sun } = week;
        let days = Day::ALL.into_iter().zip([mon, tue, wed, thu, fri, sat, sun]);
        let hours = |HoursBody { from, to }| Hours { from, to };
        Self(days.filter_map(|(day, given)| Some((day, given.map(hours)?))).collect())
    }
}

impl From<WorkingHours> for WorkingHoursBody {
    fn from(hours: WorkingHours) -> Self {
        let of = |day| hours.0.get(&day).map(|&Hours { from, to }| HoursBody { from, to });
        let [mon, tue, wed, thu, fri, sat, sun] = Day::ALL.map(of);
        Self { mon, tue, wed, thu, fri, sat, sun }
    }
}

/// An org to be founded.
#[derive(Debug, Deserialize, ToSchema, garde::Validate)]
#[serde(deny_unknown_fields)]
pub(in crate::routes) struct NewOrganization {
    /// Its name.
    #[garde(length(chars, min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// `property`, `services`, `sales`, `call_center`, `partners` or `other`.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    industry: Option<Industry>,
    /// `ru`, `uz` or `en`.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "ru")]
    language: Option<Language>,
    /// An IANA name.
    #[garde(length(max = 64))]
    #[serde(default)]
    #[schema(example = "Asia/Tashkent", max_length = 64)]
    time_zone: Option<String>,
    /// ISO 4217.
    #[garde(length(max = 3))]
    #[serde(default)]
    #[schema(example = "UZS", max_length = 3)]
    currency: Option<String>,
}

impl NewOrganization {
    /// What was not said is as it is for most.
    pub(in crate::routes) fn as_told(&self) -> NewOrg<'_> {
        let named = NewOrg::named(&self.name);
        NewOrg {
            industry: self.industry.unwrap_or(named.industry),
            language: self.language.unwrap_or(named.language),
            time_zone: self.time_zone.as_deref().unwrap_or(named.time_zone),
            currency: self.currency.as_deref().unwrap_or(named.currency),
            ..named
        }
    }
}

impl From<Org> for OrganizationBody {
    fn from(org: Org) -> Self {
        Self {
            id: org.id.0,
            restorable_until: org.restorable_until(),
            name: org.name,
            industry: org.industry,
            language: org.language,
            time_zone: org.time_zone,
            currency: org.currency,
            working_hours: org.working_hours.into(),
            colour: org.branding.colour,
            short_name: org.branding.short_name,
            greeting: org.branding.greeting,
            version: org.version,
            deleted_at: org.deleted_at,
        }
    }
}

impl From<Org> for Tagged<OrganizationBody> {
    fn from(org: Org) -> Self {
        Self(org.version, org.into())
    }
}
