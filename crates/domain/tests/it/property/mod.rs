//! The register: units, their links, and who lives in them.

mod register;
mod residents;

use domain::{
    access::Actor,
    people,
    property::{self, NewUnit},
};
use testkit::fixtures::{self, PHONES};

#[tokio::test]
async fn a_link_leads_to_its_unit() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let found = database.tenant(office.org, async |tx| property::invitation(tx, &office.units[2].invite).await).await?;
    assert_eq!(
        (found.unit, found.address.as_str(), found.number.as_str()),
        (office.units[2].unit, office.building.as_str(), "56")
    );
    for invite in ["", "nonsense", "'; drop table units; --"] {
        let unknown = database.tenant(office.org, async |tx| property::invitation(tx, invite).await).await;
        assert_eq!(unknown.unwrap_err().code(), "unit_unknown");
    }
    Ok(())
}

#[tokio::test]
async fn a_unit_added_again_keeps_its_link() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let again = NewUnit {
        address: &office.building,
        number: "12",
        entrance: None,
        floor: Some(3),
        phone: Some("+998 90 000-00-01"),
    };
    let link = database.tenant(office.org, async |tx| property::add_unit(tx, &Actor::System, &again).await).await?;
    assert_eq!(link, office.units[0]);
    let mut superuser = database.superuser().await?;
    let row: (Option<i16>, Option<i16>) = sqlx::query_as(
        "select e.number, u.floor from units u left join entrances e on e.id = u.entrance_id where u.id = $1",
    )
    .bind(link.unit.0)
    .fetch_one(&mut superuser)
    .await?;
    assert_eq!(row, (Some(1), Some(3)), "what is not said stays");
    let phones: Vec<String> = sqlx::query_scalar("select phone from unit_contacts where unit_id = $1 order by phone")
        .bind(link.unit.0)
        .fetch_all(&mut superuser)
        .await?;
    assert_eq!(phones, ["+998900000001", PHONES[0]]);

    let wrong = NewUnit { phone: Some("нет"), ..again };
    let refused = database.tenant(office.org, async |tx| property::add_unit(tx, &Actor::System, &wrong).await).await;
    assert_eq!(refused.unwrap_err().code(), "phone_invalid");
    Ok(())
}

#[tokio::test]
async fn who_moves_in_is_verified_by_the_register_only() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let (free, known) = (office.units[3].unit, office.units[2].unit);
    let met = fixtures::stranger(database.db(), office.org, 82, "Санжар").await?;
    let move_in =
        async |unit| database.tenant(office.org, async |tx| property::move_in(tx, met.id(), unit).await).await;
    assert!(!move_in(free).await?, "the register knows nobody there");
    assert!(!move_in(known).await?, "a person without a phone");
    database.tenant(office.org, async |tx| people::confirm_phone(tx, met.id(), PHONES[2]).await).await?;
    assert!(move_in(known).await?);
    assert!(!move_in(free).await?, "the right phone in the wrong flat");

    let homes = database.tenant(office.org, async |tx| people::known(tx, 82).await).await?.homes;
    let mut verified: Vec<(&str, bool)> = homes.iter().map(|home| (home.number.as_str(), home.verified)).collect();
    verified.sort_unstable();
    assert_eq!(verified, [("56", true), ("78", false)]);

    database.tenant(office.org, async |tx| people::confirm_phone(tx, met.id(), "998931112233").await).await?;
    assert!(move_in(known).await?, "once verified stays verified");
    Ok(())
}

#[tokio::test]
async fn two_may_live_in_one_unit() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    let [anna, sergey] = &office.residents;
    let unit = anna.identity.homes[0].unit;
    assert!(!database.tenant(office.org, async |tx| property::move_in(tx, sergey.id(), unit).await).await?);
    let homes = database.tenant(office.org, async |tx| people::known(tx, sergey.telegram_id()).await).await?.homes;
    assert_eq!(homes.len(), 2);
    Ok(())
}
