//! SQL of who wants to be told what, and when.

use chrono::NaiveTime;

use crate::{
    Error, Result, TenantTx,
    access::Role,
    error::OnConstraint as _,
    ids::PersonId,
    notifications::preferences::{Level, Manners, Quiet, Recipient, Subject},
};

/// What a person has chosen, as it is kept.
pub(in crate::notifications) struct Chosen {
    pub quiet: Quiet,
    pub quiet_chosen: bool,
    pub time_zone: String,
    pub role: Option<Role>,
    subjects: Vec<(Subject, Option<Level>, Option<bool>)>,
}

impl Chosen {
    pub fn level(&self, subject: Subject) -> Level {
        self.subjects.iter().find(|row| row.0 == subject).and_then(|row| row.1).unwrap_or_default()
    }

    /// Whether an admin has chosen that they are told of a rule's alerts, or that they are not.
    pub fn told(&self, rule: Subject) -> Option<bool> {
        self.subjects.iter().find(|row| row.0 == rule).and_then(|row| row.2)
    }
}

pub(in crate::notifications) async fn preferences(tx: &mut TenantTx, person: PersonId) -> Result<Chosen> {
    let default = Quiet::default();
    let row = sqlx::query!(
        r#"select m.role as "role?: Role", coalesce(q.quiet, s.quiet, true) as "on!",
                  coalesce(q.quiet_from, s.quiet_from, $3::time) as "from!: NaiveTime",
                  coalesce(q.quiet_to, s.quiet_to, $4::time) as "to!: NaiveTime",
                  q.person_id is not null as "chosen!", coalesce(q.time_zone, o.time_zone) as "zone!"
           from people p
           join orgs o on o.id = p.org_id
           left join members m on m.org_id = p.org_id and m.person_id = p.id and m.removed_at is null
           left join quiet_hours q on q.org_id = p.org_id and q.person_id = p.id
           left join notification_settings s on s.org_id = p.org_id
           where p.org_id = $1 and p.id = $2"#,
        tx.org().0,
        person.0,
        default.from,
        default.to,
    )
    .fetch_optional(tx.conn())
    .await?
    .ok_or(Error::NotFound("person"))?;
    let subjects = sqlx::query!(
        r#"select subject as "subject: Subject", level as "level?: Level", told from notification_preferences
           where org_id = $1 and person_id = $2"#,
        tx.org().0,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(Chosen {
        quiet: Quiet { on: row.on, from: row.from, to: row.to },
        quiet_chosen: row.chosen,
        time_zone: row.zone,
        role: row.role,
        subjects: subjects.into_iter().map(|row| (row.subject, row.level, row.told)).collect(),
    })
}

/// How a person is told of a subject: one trip.
pub(in crate::notifications) async fn manners(
    tx: &mut TenantTx,
    person: PersonId,
    subject: Subject,
) -> Result<Manners> {
    let default = Quiet::default();
    let row = sqlx::query!(
        r#"select n.level as "level?: Level", coalesce(q.quiet, s.quiet, true) as "on!",
                  coalesce(q.quiet_from, s.quiet_from, $4::time) as "from!: NaiveTime",
                  coalesce(q.quiet_to, s.quiet_to, $5::time) as "to!: NaiveTime",
                  coalesce(q.time_zone, o.time_zone) as "zone!"
           from orgs o
           left join notification_preferences n on n.org_id = o.id and n.person_id = $2 and n.subject = $3
           left join quiet_hours q on q.org_id = o.id and q.person_id = $2
           left join notification_settings s on s.org_id = o.id
           where o.id = $1"#,
        tx.org().0,
        person.0,
        subject as Subject,
        default.from,
        default.to,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Manners {
        level: row.level.unwrap_or_default(),
        quiet: Quiet { on: row.on, from: row.from, to: row.to },
        time_zone: row.zone,
    })
}

pub(in crate::notifications) async fn save_level(
    tx: &mut TenantTx,
    person: PersonId,
    subject: Subject,
    level: Level,
) -> Result<()> {
    sqlx::query!(
        r#"insert into notification_preferences (org_id, person_id, subject, level) values ($1, $2, $3, $4)
           on conflict (org_id, person_id, subject) do update set level = excluded.level"#,
        tx.org().0,
        person.0,
        subject as Subject,
        level as Level,
    )
    .execute(tx.conn())
    .await
    .on_constraint("notification_preferences_person_fkey", Error::NotFound("person"))?;
    Ok(())
}

pub(in crate::notifications) async fn save_told(
    tx: &mut TenantTx,
    person: PersonId,
    rule: Subject,
    told: bool,
) -> Result<()> {
    sqlx::query!(
        r#"insert into notification_preferences (org_id, person_id, subject, told) values ($1, $2, $3, $4)
           on conflict (org_id, person_id, subject) do update set told = excluded.told"#,
        tx.org().0,
        person.0,
        rule as Subject,
        told,
    )
    .execute(tx.conn())
    .await
    .on_constraint("notification_preferences_person_fkey", Error::NotFound("person"))?;
    Ok(())
}

pub(in crate::notifications) async fn save_quiet(
    tx: &mut TenantTx,
    person: PersonId,
    quiet: Quiet,
    time_zone: Option<&str>,
) -> Result<()> {
    sqlx::query!(
        r#"insert into quiet_hours (org_id, person_id, quiet, quiet_from, quiet_to, time_zone)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (org_id, person_id) do update
             set quiet = excluded.quiet, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                 time_zone = coalesce(excluded.time_zone, quiet_hours.time_zone)"#,
        tx.org().0,
        person.0,
        quiet.on,
        quiet.from,
        quiet.to,
        time_zone,
    )
    .execute(tx.conn())
    .await
    .on_constraint("quiet_hours_person_fkey", Error::NotFound("person"))?;
    Ok(())
}

pub(in crate::notifications) async fn org_quiet(tx: &mut TenantTx) -> Result<Quiet> {
    let row = sqlx::query!(
        r#"select quiet, quiet_from as "from: NaiveTime", quiet_to as "to: NaiveTime" from notification_settings
           where org_id = $1"#,
        tx.org().0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map_or_else(Quiet::default, |row| Quiet { on: row.quiet, from: row.from, to: row.to }))
}

pub(in crate::notifications) async fn save_org_quiet(tx: &mut TenantTx, quiet: Quiet) -> Result<()> {
    sqlx::query!(
        r#"insert into notification_settings (org_id, quiet, quiet_from, quiet_to) values ($1, $2, $3, $4)
           on conflict (org_id) do update
             set quiet = excluded.quiet, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to"#,
        tx.org().0,
        quiet.on,
        quiet.from,
        quiet.to,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every member, with whether they get the alerts of this rule, by name.
pub(in crate::notifications) async fn recipients(tx: &mut TenantTx, rule: Subject) -> Result<Vec<Recipient>> {
    let rows = sqlx::query!(
        r#"select p.id as "person: PersonId", p.name, m.role as "role: Role", n.told as "told?"
           from members m
           join people p on p.org_id = m.org_id and p.id = m.person_id
           left join notification_preferences n on n.org_id = m.org_id and n.person_id = p.id and n.subject = $2
           where m.org_id = $1 and m.removed_at is null
           order by p.name, m.id"#,
        tx.org().0,
        rule as Subject,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Recipient {
            person: row.person,
            name: row.name,
            role: row.role,
            told: row.told.unwrap_or_else(|| rule.told_by_default(row.role)),
            chosen: row.told.is_some(),
        })
        .collect())
}
