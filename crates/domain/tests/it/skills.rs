//! Skills: the org's list, and who has which.

use std::collections::BTreeSet;

use domain::{ids::SkillId, skills};
use testkit::fixtures;

#[tokio::test]
async fn the_list_is_the_orgs_own_and_members_have_some_of_it() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let owner = &office.owner.actor;
    let [bobur, akmal] = office.workers.each_ref().map(|worker| worker.actor.member().unwrap());
    let mut tx = database.db().tenant(office.org).await?;
    let plumbing = skills::add(&mut tx, owner, "Сантехника").await?.id;
    let lifts = skills::add(&mut tx, owner, "Лифты").await?.id;
    skills::set(&mut tx, owner, bobur, &[plumbing, lifts, lifts]).await?;
    skills::set(&mut tx, owner, akmal, &[lifts]).await?;
    let has = skills::of_members(&mut tx, &[]).await?;
    assert_eq!((&has[&bobur], &has[&akmal]), (&BTreeSet::from([plumbing, lifts]), &BTreeSet::from([lifts])));
    assert_eq!(skills::of_members(&mut tx, &[akmal]).await?.len(), 1);
    let left = skills::set(&mut tx, owner, bobur, &[plumbing]).await?;
    assert_eq!(left.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>(), ["Сантехника"]);

    assert_eq!(skills::rename(&mut tx, owner, lifts, "Лифтовое").await?.name, "Лифтовое");
    skills::delete(&mut tx, owner, lifts).await?;
    assert!(!skills::of_members(&mut tx, &[]).await?.contains_key(&akmal));
    tx.commit().await?;

    let refused = async |name: &str| {
        database.tenant(office.org, async |tx| skills::add(tx, owner, name).await).await.unwrap_err().code()
    };
    assert_eq!(refused("сантехника").await, "skill_name_taken");
    assert_eq!(refused(" ").await, "title_invalid");
    let mut tx = database.db().tenant(office.org).await?;
    let unknown = skills::set(&mut tx, owner, bobur, &[SkillId(uuid::Uuid::nil())]).await;
    assert_eq!(unknown.unwrap_err().code(), "skill_unknown");
    let worker = &office.workers[0].actor;
    assert_eq!(skills::list(&mut tx, worker).await?.len(), 1, "every colleague sees who can do what");
    assert_eq!(skills::set(&mut tx, worker, bobur, &[]).await.unwrap_err().code(), "forbidden");
    Ok(())
}
