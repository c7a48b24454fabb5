//! Rights to elements of screens, with what an org hides from a role.

use domain::access::{self, Role, RoleRef};
use testkit::fixtures;

/// S0-38, S0-161.
#[tokio::test]
async fn an_org_hides_elements_from_a_role() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (owner, dispatcher) = (&office.owner.actor, &office.dispatcher.actor);
    let mut tx = database.db().tenant(office.org).await?;
    let before = access::my_screens(&mut tx, dispatcher).await?;
    let phone = "requests.column.phone".to_owned();
    let whose = RoleRef::Preset(Role::Dispatcher);
    access::hide_elements(&mut tx, owner, whose, &[phone.clone(), phone.clone()]).await?;
    assert_eq!(access::list_hidden(&mut tx, owner).await?, [(whose, phone.clone())]);
    let after = access::my_screens(&mut tx, dispatcher).await?;
    let differ: Vec<_> = before.iter().zip(&after).filter(|(a, b)| a != b).map(|(a, _)| a.element.code()).collect();
    assert_eq!(differ, std::slice::from_ref(&phone));
    let owners = access::my_screens(&mut tx, owner).await?;
    assert!(owners.iter().any(|it| it.element.code() == phone && it.shown), "other roles keep it");
    access::hide_elements(&mut tx, owner, whose, &[]).await?;
    assert_eq!(access::my_screens(&mut tx, dispatcher).await?, before);

    for (whose, elements, code) in [
        (RoleRef::Preset(Role::Owner), vec![phone.clone()], "owner_stays"),
        (whose, vec!["requests.column.colour".to_owned()], "element_unknown"),
    ] {
        let answer = access::hide_elements(&mut tx, owner, whose, &elements).await;
        assert_eq!(answer.unwrap_err().code(), code);
    }
    let answer = access::hide_elements(&mut tx, dispatcher, RoleRef::Preset(Role::Worker), &[phone]).await;
    assert_eq!(answer.unwrap_err().code(), "forbidden");
    Ok(())
}
