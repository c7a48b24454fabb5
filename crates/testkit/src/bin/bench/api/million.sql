-- A register of requests such as one large org has after years: $1 the org, $2 how many. One in forty is still open.
-- Who, where and about what are spread evenly over what the org has; words are of a house, so that one in ten says
-- «протечка» and one in a hundred «чердак».
with org as (select $1::uuid as id),
houses as (select array_agg(id order by id) as ids from buildings where org_id = $1),
problems as (select array_agg(id order by id) as ids from categories where org_id = $1 and parent_id is not null),
staff as (select array_agg(id order by id) as ids from members where org_id = $1),
residents as (select array_agg(id order by id) as ids from people where org_id = $1)
insert into requests (org_id, id, number, status, ended_as, place, words, building_id, category_id, assignee_id,
                      reporter_id, priority, created_at, updated_at, due_at, ended_at)
select org.id, gen_random_uuid(), n,
       case when n % 40 > 0 then 'closed' else (array['new', 'assigned', 'in_progress', 'returned'])[n / 40 % 4 + 1] end,
       case when n % 40 > 0 then 'accepted' end,
       'entrance',
       (array['Протечка', 'Не горит свет', 'Сломался замок', 'Холодные батареи', 'Шумит лифт', 'Сорвало кран',
              'Грязно', 'Запах газа', 'Не работает домофон', 'Упало дерево'])[n % 10 + 1] || ' ' ||
       (array['в подвале', 'на лестнице', 'у входа', 'на крыше', 'во дворе', 'у лифта', 'на кухне',
              'на стоянке', 'в ванной', 'на чердаке'])[n / 10 % 10 + 1] || case when n % 100 = 7 then ', чердак' else '' end,
       houses.ids[n / 3 % cardinality(houses.ids) + 1],
       problems.ids[n / 7 % cardinality(problems.ids) + 1],
       case when n % 40 > 0 or n / 40 % 4 > 0 then staff.ids[n / 11 % cardinality(staff.ids) + 1] end,
       residents.ids[n / 13 % cardinality(residents.ids) + 1],
       (array['low', 'normal', 'normal', 'high'])[n / 5 % 4 + 1],
       now() - (($2 - n) * interval '1 minute'), now() - (($2 - n) * interval '1 minute'),
       now() - (($2 - n - 300) * interval '1 minute'),
       case when n % 40 > 0 then now() - (($2 - n - 200) * interval '1 minute') end
from org, houses, problems, staff, residents, generate_series(1, $2::bigint) as n
