//! Who lives where: expected, waiting, verified, declined, moved out; and who may say so.

use domain::{
    Error,
    access::Actor,
    ids::{PersonId, ResidentId, UnitId},
    people,
    property::{self, NewResident, Resident, ResidentEdit, ResidentRole, ResidentState, ResidentsWanted},
};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture, PHONES, Person},
};

/// Somebody new who says that they live in the flat.
async fn comes(
    database: &TestDatabase,
    office: &OrgFixture,
    who: i64,
    unit: UnitId,
    role: ResidentRole,
) -> anyhow::Result<(Person, ResidentId)> {
    let person = fixtures::stranger(database.db(), office.org, who, "Санжар").await?;
    let id = database
        .tenant(office.org, async |tx| {
            property::move_in(tx, person.id(), unit).await?;
            Ok(property::choose_role(tx, person.id(), unit, role).await?.id)
        })
        .await?;
    Ok((person, id))
}

async fn of_unit(database: &TestDatabase, office: &OrgFixture, unit: UnitId) -> anyhow::Result<Vec<Resident>> {
    let wanted = ResidentsWanted { unit: Some(unit), ..Default::default() };
    Ok(database.tenant(office.org, async |tx| property::list_residents(tx, &office.owner.actor, &wanted).await).await?)
}

async fn make_owner(
    database: &TestDatabase,
    office: &OrgFixture,
    person: PersonId,
    unit: UnitId,
) -> anyhow::Result<()> {
    let found = of_unit(database, office, unit).await?;
    let id = found.iter().find(|one| one.person == Some(person)).unwrap().id;
    let edit = ResidentEdit { role: Some(Some(ResidentRole::Owner)), ..Default::default() };
    let owner = &office.owner.actor;
    database.tenant(office.org, async |tx| property::edit_resident(tx, owner, id, None, &edit).await).await?;
    Ok(())
}

#[tokio::test]
async fn whom_the_register_expects_is_verified_when_they_come() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (staff, unit) = (&office.owner.actor, office.units[3].unit);
    let new = NewResident {
        unit,
        person: None,
        phone: Some("+998 93 555-00-11"),
        name: Some("Нигора"),
        role: Some(ResidentRole::Tenant),
    };
    let expected = database.tenant(office.org, async |tx| property::add_resident(tx, staff, &new).await).await?;
    assert_eq!((expected.state, expected.name.as_deref()), (ResidentState::Expected, Some("Нигора")));
    let again = database.tenant(office.org, async |tx| property::add_resident(tx, staff, &new).await).await;
    assert_eq!(again.unwrap_err().code(), "resident_listed");

    let nigora = fixtures::stranger(database.db(), office.org, 91, "Nigora").await?;
    database.tenant(office.org, async |tx| people::confirm_phone(tx, nigora.id(), "998935550011").await).await?;
    let there = of_unit(&database, &office, unit).await?;
    assert_eq!(there.len(), 1, "no longer expected besides: {there:?}");
    assert_eq!(
        (there[0].state, there[0].role, there[0].person),
        (ResidentState::Verified, Some(ResidentRole::Tenant), Some(nigora.id())),
        "with the role that the register says"
    );

    // A phone that is written down after its owner came settles them at once.
    let late = NewResident { unit: office.units[2].unit, ..new };
    let late = database.tenant(office.org, async |tx| property::add_resident(tx, staff, &late).await).await?;
    assert_eq!((late.state, late.person), (ResidentState::Verified, Some(nigora.id())));
    Ok(())
}

#[tokio::test]
async fn the_dispatcher_answers_whom_nobody_expects() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (dispatcher, unit) = (&office.dispatcher.actor, office.units[3].unit);
    let (sanjar, id) = comes(&database, &office, 91, unit, ResidentRole::Owner).await?;
    for nobody in [&office.workers[0].actor, &sanjar.actor, &office.residents[0].actor] {
        let refused =
            database.tenant(office.org, async |tx| property::verify_resident(tx, nobody, id).await).await.unwrap_err();
        assert_eq!(refused.code(), "forbidden");
    }
    let verified = database.tenant(office.org, async |tx| property::verify_resident(tx, dispatcher, id).await).await?;
    assert_eq!(verified.state, ResidentState::Verified);
    let twice = database.tenant(office.org, async |tx| property::decline_resident(tx, dispatcher, id).await).await;
    assert_eq!(twice.unwrap_err().code(), "resident_decided");
    let homes = database.tenant(office.org, async |tx| people::known(tx, 91).await).await?.homes;
    assert!(homes[0].verified);
    Ok(())
}

#[tokio::test]
async fn who_was_declined_is_not_there_and_does_not_ask_again_at_once() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (dispatcher, unit) = (&office.dispatcher.actor, office.units[3].unit);
    let (sanjar, id) = comes(&database, &office, 91, unit, ResidentRole::Tenant).await?;
    database.tenant(office.org, async |tx| property::decline_resident(tx, dispatcher, id).await).await?;
    assert!(database.tenant(office.org, async |tx| people::known(tx, 91).await).await?.homes.is_empty());
    let move_in = async || database.tenant(office.org, async |tx| property::move_in(tx, sanjar.id(), unit).await).await;
    assert_eq!(move_in().await.unwrap_err().code(), "resident_declined");
    let declined = ResidentsWanted { state: Some(ResidentState::Declined), ..Default::default() };
    let listed =
        database.tenant(office.org, async |tx| property::list_residents(tx, dispatcher, &declined).await).await?;
    assert_eq!(listed.iter().map(|one| one.id).collect::<Vec<_>>(), [id], "it is kept");
    database.source().advance(chrono::TimeDelta::days(8).to_std()?);
    assert!(!move_in().await?, "a week later they may ask again");
    Ok(())
}

#[tokio::test]
async fn an_owner_answers_for_their_own_flat_and_for_no_other() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, unit) = (&office.residents[0], office.units[0].unit);
    let (tenant, id) = comes(&database, &office, 91, unit, ResidentRole::Tenant).await?;
    let verify = async |actor: &Actor, id: ResidentId| {
        database.tenant(office.org, async |tx| property::verify_resident(tx, actor, id).await).await
    };
    assert_eq!(verify(&anna.actor, id).await.unwrap_err().code(), "forbidden", "she is not known to own it");
    make_owner(&database, &office, anna.id(), unit).await?;
    assert_eq!(verify(&anna.actor, id).await?.state, ResidentState::Verified);
    let (_, rival) = comes(&database, &office, 92, unit, ResidentRole::Owner).await?;
    assert_eq!(verify(&anna.actor, rival).await.unwrap_err().code(), "forbidden", "another owner is for the staff");
    let (_, elsewhere) = comes(&database, &office, 93, office.units[3].unit, ResidentRole::Tenant).await?;
    assert_eq!(verify(&anna.actor, elsewhere).await.unwrap_err().code(), "forbidden");

    // She sees everybody of her flat; the tenant sees themself.
    let seen = async |who: &Person, unit| {
        database.tenant(office.org, async |tx| property::housemates(tx, &who.actor, unit).await).await
    };
    assert_eq!(seen(anna, unit).await?.len(), 3);
    let own = seen(&tenant, unit).await?;
    assert_eq!(own.iter().map(|one| one.person).collect::<Vec<_>>(), [Some(tenant.id())]);
    assert!(matches!(seen(&tenant, office.units[1].unit).await, Err(Error::NotFound(_))));

    let out = async |actor: &Actor, id: ResidentId| {
        database.tenant(office.org, async |tx| property::move_out_resident(tx, actor, id).await).await
    };
    assert_eq!(out(&office.residents[1].actor, id).await.unwrap_err().code(), "forbidden");
    assert_eq!(out(&anna.actor, id).await?.state, ResidentState::MovedOut);
    Ok(())
}

#[tokio::test]
async fn who_moved_out_keeps_their_history_and_loses_the_flat() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (anna, unit) = (&office.residents[0], office.units[0].unit);
    let request = fixtures::file(&database, &office, anna).await?;
    let stay = of_unit(&database, &office, unit).await?.remove(0);
    let out =
        database.tenant(office.org, async |tx| property::move_out_resident(tx, &anna.actor, stay.id).await).await?;
    assert_eq!((out.id, out.state), (stay.id, ResidentState::MovedOut));
    let twice =
        database.tenant(office.org, async |tx| property::move_out_resident(tx, &anna.actor, stay.id).await).await;
    assert_eq!(twice.unwrap_err().code(), "resident_gone");

    assert!(
        database.tenant(office.org, async |tx| people::known(tx, anna.telegram_id()).await).await?.homes.is_empty()
    );
    let refused = fixtures::file(&database, &office, anna).await.unwrap_err();
    assert!(refused.to_string().contains("not_a_resident"), "{refused}");
    assert!(of_unit(&database, &office, unit).await?.is_empty(), "the register does not expect her either");
    let known = database.tenant(office.org, async |tx| people::confirm_phone(tx, anna.id(), PHONES[0]).await).await?;
    assert_eq!(known, 0, "her phone opens the flat no more");
    let kept = database.tenant(office.org, async |tx| domain::requests::get(tx, &anna.actor, request.id).await).await?;
    assert_eq!(kept.number, request.number, "what she asked for is hers");

    // She comes back: a second stay beside the first.
    assert!(!database.tenant(office.org, async |tx| property::move_in(tx, anna.id(), unit).await).await?);
    let now = of_unit(&database, &office, unit).await?.remove(0);
    assert_ne!(now.id, stay.id);
    Ok(())
}

#[tokio::test]
async fn a_persons_own_name_and_phone_are_theirs() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let staff = &office.owner.actor;
    let anna = of_unit(&database, &office, office.units[0].unit).await?.remove(0);
    let edit = ResidentEdit { name: Some(Some("Другая")), ..Default::default() };
    let refused =
        database.tenant(office.org, async |tx| property::edit_resident(tx, staff, anna.id, None, &edit).await).await;
    assert_eq!(refused.unwrap_err().code(), "resident_own_name");

    let expected = of_unit(&database, &office, office.units[2].unit).await?.remove(0);
    let edit = ResidentEdit { name: Some(Some("Вера")), phone: Some(Some("+998 97 1112233")), role: None };
    let edited = database
        .tenant(office.org, async |tx| {
            property::edit_resident(tx, staff, expected.id, Some(expected.version), &edit).await
        })
        .await?;
    assert_eq!(edited.phone.as_deref(), Some("+998971112233"));
    let mut superuser = database.superuser().await?;
    let told: String = sqlx::query_scalar("select data::text from events where kind = 'resident_edited'")
        .fetch_one(&mut superuser)
        .await?;
    assert!(!told.contains("Вера") && !told.contains("99897"), "{told}");
    Ok(())
}
