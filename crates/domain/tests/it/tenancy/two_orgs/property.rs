//! The same for the register: complexes, buildings, entrances, risers, units and who lives where.

use domain::{
    ids::{BuildingId, ComplexId, EntranceId, ResidentId, RiserId, UnitId},
    people,
    property::{
        self, BuildingFacts, BuildingsWanted, ComplexFacts, EntranceFacts, NewResident, NewUnit, ResidentEdit,
        ResidentRole, ResidentsWanted, RiserFacts, RiserKind, UnitFacts, UnitsWanted,
    },
};
use testkit::{
    TestDatabase,
    fixtures::{OrgFixture, PHONES},
};

use super::Findings;

/// What an org has of these.
pub(super) struct Register {
    complex: ComplexId,
    building: BuildingId,
    entrance: EntranceId,
    sticker: String,
    riser: RiserId,
    unit: UnitId,
    resident: ResidentId,
    expected: ResidentId,
}

fn riser(units: Vec<UnitId>, entrance: Option<EntranceId>) -> RiserFacts {
    RiserFacts { entrance, kind: RiserKind::ColdWater, name: "Стояк 1".into(), note: None, units }
}

pub(super) async fn live(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<Register> {
    let (owner, unit) = (&office.owner.actor, office.units[0].unit);
    let found = database.tenant(office.org, async |tx| {
        let facts = ComplexFacts { name: format!("Комплекс {}", office.info.name), ..Default::default() };
        let complex = property::add_complex(tx, owner, &facts).await?.id;
        let building = property::unit(tx, owner, unit).await?.building;
        let entrance = property::list_entrances(tx, owner, building).await?.remove(0);
        let riser = property::add_riser(tx, owner, building, &riser(vec![unit], None)).await?.id;
        let wanted = ResidentsWanted { unit: Some(unit), ..Default::default() };
        let resident = property::list_residents(tx, owner, &wanted).await?.remove(0).id;
        let name = format!("Гость {}", office.info.name);
        let new = NewResident { unit, person: None, phone: None, name: Some(&name), role: None };
        let expected = property::add_resident(tx, owner, &new).await?.id;
        people::give_consent(tx, office.residents[0].id(), "1").await?;
        property::save_asked_message(tx, resident, office.bot.id, office.owner.telegram_id(), 9).await?;
        let sticker = entrance.sticker;
        Ok(Register { complex, building, entrance: entrance.id, sticker, riser, unit, resident, expected })
    });
    Ok(found.await?)
}

/// A tries what is B's.
pub(super) async fn tried(
    found: &mut Findings,
    database: &TestDatabase,
    a: &OrgFixture,
    b: &OrgFixture,
    theirs: &Register,
) -> anyhow::Result<()> {
    let own = Box::pin(live(database, a)).await?;
    Box::pin(houses(found, database, (a, b), (&own, theirs))).await?;
    Box::pin(units(found, database, (a, b), (&own, theirs))).await?;
    Box::pin(residents(found, database, (a, b), (&own, theirs))).await
}

async fn houses(
    found: &mut Findings,
    database: &TestDatabase,
    (a, b): (&OrgFixture, &OrgFixture),
    (own, theirs): (&Register, &Register),
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| Box::pin($call).await).await)
        };
    }
    let owner = &a.owner.actor;
    let facts = ComplexFacts { name: format!("Комплекс {}", b.info.name), ..Default::default() };
    tried!("property::list_complexes", |tx| property::list_complexes(tx, owner));
    tried!("property::complex", |tx| property::complex(tx, owner, theirs.complex));
    tried!("property::add_complex", |tx| async { property::add_complex(tx, owner, &facts).await.map(drop) });
    tried!("property::edit_complex", |tx| property::edit_complex(tx, owner, theirs.complex, None, &facts));
    tried!("property::archive_complex", |tx| property::archive_complex(tx, owner, theirs.complex, None));

    let in_theirs =
        BuildingFacts {
            address: "Новый дом".into(), complex: Some(theirs.complex), ..BuildingFacts::default()
        };
    let of_theirs = BuildingsWanted { complex: Some(theirs.complex), ..Default::default() };
    let after_theirs = BuildingsWanted { after: Some(theirs.building), ..Default::default() };
    for wanted in [BuildingsWanted::default(), of_theirs, after_theirs] {
        tried!("property::list_buildings", |tx| property::list_buildings(tx, owner, &wanted));
        tried!("property::list_buildings", |tx| property::list_buildings(tx, &b.owner.actor, &wanted));
    }
    tried!("property::building", |tx| property::building(tx, owner, theirs.building));
    tried!("property::add_building", |tx| property::add_building(tx, owner, &in_theirs));
    tried!("property::edit_building", |tx| property::edit_building(tx, owner, theirs.building, None, &in_theirs));
    tried!("property::edit_building", |tx| property::edit_building(tx, owner, own.building, None, &in_theirs));
    tried!("property::archive_building", |tx| property::archive_building(tx, owner, theirs.building, None));

    let facts = EntranceFacts { number: 7, ..EntranceFacts::default() };
    tried!("property::list_entrances", |tx| property::list_entrances(tx, owner, theirs.building));
    tried!("property::entrance", |tx| property::entrance(tx, owner, theirs.entrance));
    tried!("property::add_entrance", |tx| property::add_entrance(tx, owner, theirs.building, &facts));
    tried!("property::edit_entrance", |tx| property::edit_entrance(tx, owner, theirs.entrance, None, &facts));
    tried!("property::archive_entrance", |tx| property::archive_entrance(tx, owner, theirs.entrance, None));
    tried!("property::renew_sticker", |tx| property::renew_sticker(tx, owner, theirs.entrance));
    tried!("property::sticker", |tx| property::sticker(tx, &theirs.sticker));

    tried!("property::list_risers", |tx| property::list_risers(tx, owner, theirs.building));
    tried!("property::riser", |tx| property::riser(tx, owner, theirs.riser));
    tried!("property::riser_units", |tx| property::riser_units(tx, owner, theirs.riser));
    let (with_theirs, at_theirs) = (riser(vec![theirs.unit], None), riser(vec![], Some(theirs.entrance)));
    for facts in [with_theirs, at_theirs] {
        tried!("property::add_riser", |tx| property::add_riser(tx, owner, theirs.building, &facts));
        tried!("property::edit_riser", |tx| property::edit_riser(tx, owner, theirs.riser, None, &facts));
        tried!("property::edit_riser", |tx| property::edit_riser(tx, owner, own.riser, None, &facts));
    }
    tried!("property::archive_riser", |tx| property::archive_riser(tx, owner, theirs.riser, None));
    Ok(())
}

async fn units(
    found: &mut Findings,
    database: &TestDatabase,
    (a, b): (&OrgFixture, &OrgFixture),
    (own, theirs): (&Register, &Register),
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| Box::pin($call).await).await)
        };
    }
    let owner = &a.owner.actor;
    let of_theirs = UnitsWanted { building: Some(theirs.building), ..Default::default() };
    let on_theirs = UnitsWanted { riser: Some(theirs.riser), ..Default::default() };
    let called = UnitsWanted { q: Some(PHONES[0]), ..Default::default() };
    for wanted in [UnitsWanted::default(), of_theirs, on_theirs, called] {
        tried!("property::list_units", |tx| property::list_units(tx, owner, &wanted));
    }
    tried!("property::unit", |tx| property::unit(tx, owner, theirs.unit));
    let at_theirs = UnitFacts { entrance: Some(theirs.entrance), ..UnitFacts::flat("999") };
    tried!("property::create_unit", |tx| property::create_unit(tx, owner, theirs.building, &at_theirs));
    tried!("property::create_unit", |tx| property::create_unit(tx, owner, own.building, &at_theirs));
    tried!("property::edit_unit", |tx| property::edit_unit(tx, owner, theirs.unit, None, &at_theirs));
    tried!("property::edit_unit", |tx| property::edit_unit(tx, owner, own.unit, None, &at_theirs));
    tried!("property::archive_unit", |tx| property::archive_unit(tx, owner, theirs.unit, None));
    tried!("property::renew_invite", |tx| property::renew_invite(tx, owner, theirs.unit));
    let unit =
        NewUnit { address: &b.building, number: "12", entrance: Some(9), floor: Some(9), phone: Some("+998909999999") };
    database.tenant(a.org, async |tx| property::add_unit(tx, owner, &unit).await).await?; // a building of the same name is another
    found.note("property::add_unit", Ok("its own"));
    Ok(())
}

async fn residents(
    found: &mut Findings,
    database: &TestDatabase,
    (a, b): (&OrgFixture, &OrgFixture),
    (own, theirs): (&Register, &Register),
) -> anyhow::Result<()> {
    macro_rules! tried {
        ($verb:literal, |$tx:ident| $call:expr) => {
            found.note($verb, database.tenant(a.org, async |$tx| Box::pin($call).await).await)
        };
    }
    let (owner, stranger) = (&a.owner.actor, b.residents[0].id());
    let of_theirs = ResidentsWanted { unit: Some(theirs.unit), ..Default::default() };
    let after_theirs = ResidentsWanted { after: Some(theirs.resident), ..Default::default() };
    for wanted in [of_theirs, after_theirs] {
        tried!("property::list_residents", |tx| property::list_residents(tx, owner, &wanted));
    }
    let there = NewResident { unit: theirs.unit, person: None, phone: Some(PHONES[1]), name: None, role: None };
    tried!("property::add_resident", |tx| property::add_resident(tx, owner, &there));
    let them = NewResident { unit: own.unit, person: Some(stranger), phone: None, name: None, role: None };
    tried!("property::add_resident", |tx| property::add_resident(tx, owner, &them));
    let edit = ResidentEdit { role: Some(Some(ResidentRole::Owner)), ..Default::default() };
    for id in [theirs.resident, theirs.expected] {
        tried!("property::resident", |tx| property::resident(tx, owner, id));
        tried!("property::edit_resident", |tx| property::edit_resident(tx, owner, id, None, &edit));
        tried!("property::verify_resident", |tx| property::verify_resident(tx, owner, id));
        tried!("property::decline_resident", |tx| property::decline_resident(tx, owner, id));
        tried!("property::move_out_resident", |tx| property::move_out_resident(tx, owner, id));
    }

    tried!("property::invitation", |tx| property::invitation(tx, &b.units[0].invite));
    tried!("property::find_unit", |tx| property::find_unit(tx, theirs.building, "12"));
    tried!("property::move_in", |tx| property::move_in(tx, a.residents[0].id(), theirs.unit));
    tried!("property::move_in", |tx| property::move_in(tx, stranger, own.unit));
    tried!("property::settle_by_phone", |tx| property::settle_by_phone(tx, stranger, PHONES[0]));
    let role = ResidentRole::Owner;
    tried!("property::choose_role", |tx| property::choose_role(tx, stranger, theirs.unit, role));
    tried!("property::homes", |tx| property::homes(tx, &b.residents[0].actor));
    tried!("property::housemates", |tx| property::housemates(tx, &b.residents[0].actor, theirs.unit));
    tried!("property::find_buildings", |tx| async {
        Ok(property::find_buildings(tx, &b.building).await?.iter().any(|(id, _)| *id == theirs.building))
    });
    tried!("property::asked", |tx| property::asked(tx, theirs.resident));
    let (bot, chat) = (b.bot.id, b.owner.telegram_id());
    tried!("property::asked_message", |tx| property::asked_message(tx, theirs.resident, bot, chat));
    tried!("property::save_asked_message", |tx| property::save_asked_message(tx, theirs.resident, bot, chat, 1));
    tried!("people::give_consent", |tx| people::give_consent(tx, stranger, "1"));
    tried!("people::has_consented", |tx| people::has_consented(tx, stranger, "1"));
    Ok(())
}
