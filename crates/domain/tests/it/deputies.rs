//! Absences: one's own, somebody else's, and whom the work goes to meanwhile.

use chrono::TimeDelta;
use domain::{
    deputies::{self, NewAbsence},
    ids::MemberId,
    members,
};
use testkit::fixtures::{self, Person};

fn member(person: &Person) -> MemberId {
    person.actor.member().unwrap()
}

#[tokio::test]
async fn work_goes_to_the_deputy_from_the_first_to_the_last_moment() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [bobur, akmal] = &office.workers;
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    let (from, until) = (now + TimeDelta::days(1), now + TimeDelta::days(8));
    let new = NewAbsence { member: member(bobur), deputy: Some(member(akmal)), starts_at: from, ends_at: until };
    let absence = deputies::appoint(&mut tx, &bobur.actor, &new).await?;
    assert_eq!(absence.deputy.as_ref().map(|deputy| deputy.member), Some(member(akmal)));
    let second = TimeDelta::seconds(1);
    for (at, to) in [(from - second, bobur), (from, akmal), (until - second, akmal), (until, bobur)] {
        assert_eq!(deputies::resolve_deputy(&mut tx, member(bobur), at).await?, Some(member(to)), "{at}");
    }

    let again = deputies::appoint(&mut tx, &bobur.actor, &NewAbsence { starts_at: now, ..new }).await;
    assert_eq!(again.unwrap_err().code(), "absence_overlaps");
    let back = NewAbsence { member: member(akmal), deputy: Some(member(bobur)), ..new };
    assert_eq!(deputies::appoint(&mut tx, &akmal.actor, &back).await.unwrap_err().code(), "deputy_circle");
    let chain = NewAbsence { deputy: Some(member(&office.owner)), ..back };
    let chained = deputies::appoint(&mut tx, &akmal.actor, &chain).await?;
    assert_eq!(deputies::resolve_deputy(&mut tx, member(bobur), from).await?, Some(member(&office.owner)));
    deputies::end(&mut tx, &akmal.actor, chained.id).await?;
    assert_eq!(deputies::resolve_deputy(&mut tx, member(bobur), from).await?, Some(member(akmal)), "he does not go");

    members::remove(&mut tx, &office.owner.actor, member(akmal)).await?;
    assert_eq!(deputies::resolve_deputy(&mut tx, member(bobur), from).await?, None, "nobody is left to do it");
    tx.commit().await?;

    database.source().advance(std::time::Duration::from_secs(2 * 24 * 3600));
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    deputies::end(&mut tx, &bobur.actor, absence.id).await?;
    assert_eq!(deputies::resolve_deputy(&mut tx, member(bobur), now).await?, Some(member(bobur)), "back early");
    assert!(deputies::list(&mut tx, &bobur.actor).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn one_sends_oneself_on_leave_and_a_manager_sends_others() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [bobur, akmal] = &office.workers;
    let now = database.source().now();
    let mut tx = database.db().tenant(office.org).await?;
    let until = now + TimeDelta::days(3);
    let new = NewAbsence { member: member(akmal), deputy: None, starts_at: now, ends_at: until };
    assert_eq!(deputies::appoint(&mut tx, &bobur.actor, &new).await.unwrap_err().code(), "forbidden");
    let absence = deputies::appoint(&mut tx, &office.owner.actor, &new).await?;
    assert_eq!(deputies::resolve_deputy(&mut tx, member(akmal), now).await?, None);
    assert_eq!(deputies::end(&mut tx, &bobur.actor, absence.id).await.unwrap_err().code(), "forbidden");
    let oneself = NewAbsence { member: member(bobur), deputy: Some(member(bobur)), ..new };
    assert_eq!(deputies::appoint(&mut tx, &bobur.actor, &oneself).await.unwrap_err().code(), "deputy_oneself");
    let unknown = NewAbsence { deputy: Some(MemberId(uuid::Uuid::nil())), ..oneself };
    assert_eq!(deputies::appoint(&mut tx, &bobur.actor, &unknown).await.unwrap_err().code(), "member_unknown");
    let past = NewAbsence { deputy: None, starts_at: now - TimeDelta::days(2), ends_at: now, ..oneself };
    assert_eq!(deputies::appoint(&mut tx, &bobur.actor, &past).await.unwrap_err().code(), "period_invalid");
    Ok(())
}
