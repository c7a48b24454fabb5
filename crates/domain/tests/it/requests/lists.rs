//! Lists: what the filters find, page by page, among more requests than words are looked for one by one.

use domain::requests::{self, Filter, Priority, Status};
use testkit::{
    TestDatabase,
    fixtures::{self, OrgFixture},
};

/// More than are walked through for words.
const MANY: i64 = 20_200;
/// Every so many says «протечка».
const OFTEN: i64 = 100;

/// A register as after years, written past the service: nobody files ten a day for so long. The first is the only one
/// about «чердак»; the last ten are still open.
async fn many(database: &TestDatabase, office: &OrgFixture) -> anyhow::Result<()> {
    let fill = "
        insert into requests (org_id, id, number, status, ended_as, place, words, building_id, category_id, reporter_id,
                              priority, created_at, updated_at, ended_at)
        select $1, gen_random_uuid(), n, case when n > $2 - 10 then 'new' else 'closed' end,
               case when n <= $2 - 10 then 'accepted' end, 'entrance',
               case when n = 1 then 'Чердак открыт' when n % $3 = 0 then 'Протечка на лестнице' else 'Не горит свет' end,
               (select id from buildings where org_id = $1), $4, $5,
               case when n = 500 then 'emergency' else 'normal' end, now(), now(), now()
        from generate_series(1, $2) n";
    let mut past = database.superuser().await?;
    let category = office.categories.by_code("leak").unwrap().id;
    let fill = sqlx::query(fill).bind(office.org.0).bind(MANY).bind(OFTEN).bind(category.0);
    fill.bind(office.residents[0].id().0).execute(&mut past).await?;
    Ok(())
}

fn says(text: &str) -> Filter {
    Filter { text: Some(text.to_owned()), ..Filter::default() }
}

#[tokio::test]
async fn words_are_found_whether_few_say_them_or_many_and_however_long_ago() -> anyhow::Result<()> {
    let (database, office) = fixtures::office().await?;
    many(&database, &office).await?;
    let found = async |filter: Filter, before: Option<i64>| -> anyhow::Result<Vec<i64>> {
        let desk = &office.dispatcher.actor;
        let page = database.tenant(office.org, async |tx| requests::list(tx, desk, &filter, before, 51).await).await?;
        Ok(page.iter().map(|line| line.number).collect())
    };
    let hundreds = |from: i64| (1..=from / OFTEN).rev().map(|n| n * OFTEN).take(51).collect::<Vec<_>>();

    assert_eq!(found(says("протечка"), None).await?, hundreds(MANY), "a page of what many say");
    let mut all: Vec<i64> = vec![];
    let mut before = None;
    loop {
        let page = found(says("протечка"), before).await?;
        all.extend(&page);
        before = page.last().copied();
        if page.len() < 51 {
            break;
        }
    }
    let every: Vec<i64> = (1..=MANY / OFTEN).rev().map(|n| n * OFTEN).collect();
    assert_eq!(all, every, "page after page, each once: the last ones are older than what is walked");

    assert_eq!(found(says("чердак"), None).await?, [1], "what one said long ago");
    assert_eq!(found(says("чердак"), Some(1)).await?, Vec::<i64>::new(), "and nothing before it");
    assert_eq!(found(says("марсиане"), None).await?, Vec::<i64>::new(), "what nobody said");
    assert_eq!(found(says("20137"), None).await?, [20_137], "a number is a word");
    let category = office.categories.by_code("leak").unwrap();
    let kind =
        Filter { category: Some(category.parent.unwrap()), statuses: vec![Status::New], ..says("протечка") };
    assert_eq!(found(kind, None).await?, [MANY], "a kind with its problems, a status, words");
    let emergency = Filter { priorities: vec![Priority::Emergency], ..Filter::default() };
    assert_eq!(found(emergency, None).await?, [500]);
    Ok(())
}
