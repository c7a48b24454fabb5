//! The register from a file, sent into the chat with the bot by whoever runs the org.

use testkit::office::Office;

use crate::Test;

const FILE: &str = "Дом;Подъезд;Кв.;ФИО;Телефон\r\n\
                    ул. Навои, 5;1;1;Анна Каримова;90 123-45-67\r\n\
                    ул. Навои, 5;1;2;Тимур Рахимов;90 123-45-68\r\n\
                    ул. Навои, 5;сто;3;Пётр;12\r\n";

#[tokio::test]
async fn a_file_is_looked_at_loaded_and_taken_back() -> Test {
    let office = Office::open().await?;
    let owner = office.owner.chat(&office.account);
    owner.says("/menu")?;
    office.rests().await?;
    owner.sends_document("Реестр.csv", FILE.as_bytes().to_vec(), "")?;
    office.rests().await?;
    let card = owner.sees("3 строки: 2 ок, 1 ошибка").await?;
    owner.sees("Кв. → квартира").await?;

    owner.taps_on(card.id(), "Скачать ошибки")?.answered().await?;
    office.rests().await?;
    owner.taps_on(card.id(), "Загрузить")?.answered().await?;
    office.rests().await?;
    let loaded = owner.sees("Новых квартир: 2").await?;
    assert_eq!(loaded.id(), card.id(), "one message tells all of it");
    assert!(owner.transcript().contains("ошибки.xlsx"), "{}", owner.transcript());
    let units: Vec<(String, i64)> = office
        .rows("select b.address, count(*) from units u join buildings b on b.id = u.building_id where b.address like '%Навои%' and u.archived_at is null group by 1")
        .await?;
    assert_eq!(units, [("ул. Навои, 5".to_owned(), 2)]);

    owner.taps_on(card.id(), "Отменить загрузку")?.answered().await?;
    office.rests().await?;
    owner.sees("Загрузка отменена").await?;
    let left: Vec<(i64,)> =
        office.rows("select count(*) from buildings where address like '%Навои%' and archived_at is null").await?;
    assert_eq!(left, [(0,)]);
    Ok(())
}

#[tokio::test]
async fn what_is_no_table_is_said_to_be_none_and_a_residents_file_is_a_request() -> Test {
    let office = Office::open().await?;
    let owner = office.owner.chat(&office.account);
    owner.says("/menu")?;
    office.rests().await?;
    owner.sends_document("Реестр.xlsx", b"%PDF-1.7".to_vec(), "")?;
    owner.waits_for("Это не таблица: нужен .xlsx или .csv").await?;
    owner.sends_document("Реестр.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "")?;
    owner.waits_for("Это старый .xls или файл с паролем").await?;

    let resident = office.resident("Анна", "ru", "12").await?;
    resident.sends_document("Реестр.csv", FILE.as_bytes().to_vec(), "Вот список")?;
    office.rests().await?;
    let imports: Vec<(i64,)> = office.rows("select count(*) from imports").await?;
    assert_eq!(imports, [(0,)], "what was refused is not kept, and what is none is none");
    Ok(())
}
