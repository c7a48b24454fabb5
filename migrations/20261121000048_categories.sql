-- Categories: what a request can be about. Two levels: the kind («Сантехника») and the problem («Протечка»). Each org
-- edits its own; it begins with the presets below. A preset's id is the same in every org that has it: (org_id, id)
-- tells them apart, and an org that installs the presets twice gets nothing twice.

create table category_presets (
  id              uuid primary key,
  parent_id       uuid references category_presets (id),
  code            text not null unique,
  icon            text not null,
  ru              text not null,
  uz              text not null,
  en              text not null,
  places          text[] not null,
  shared          boolean not null,
  priority        text not null,
  respond_minutes integer,
  resolve_minutes integer,
  skill           text,
  photo_before    boolean not null,
  photo_after     boolean not null,
  checklist       text[] not null,
  keywords        text[] not null,
  position        integer not null
);
grant select on category_presets to app_tenant;

create table categories (
  org_id          uuid not null references orgs (id),
  id              uuid not null,
  parent_id       uuid, -- the kind; null: it is one
  code            text, -- of the preset that it began as; null: the org's own
  icon            text not null check (char_length(icon) between 1 and 16),
  name_ru         text not null check (char_length(name_ru) between 1 and 60),
  name_uz         text not null check (char_length(name_uz) between 1 and 60),
  name_en         text not null check (char_length(name_en) between 1 and 60),
  places          text[] not null check (places <@ array['unit', 'entrance', 'yard'] and cardinality(places) > 0),
  shared          boolean not null default false, -- a whole house may have it: a neighbour's request may be the same
  priority        text not null default 'normal' check (priority in ('low', 'normal', 'high', 'emergency')),
  respond_minutes integer check (respond_minutes between 1 and 525600), -- to be taken; null: as the kind
  resolve_minutes integer check (resolve_minutes between 1 and 525600), -- to be done; null: as the kind
  skill           text check (char_length(skill) between 1 and 60),     -- null: as the kind
  photo_before    boolean not null default false, -- «Готово» takes a photo from before the work
  photo_after     boolean not null default false, -- and one from after it
  checklist       text[] not null default '{}' check (cardinality(checklist) <= 20),
  keywords        text[] not null default '{}' check (cardinality(keywords) <= 100), -- beginnings of words, lower case
  position        integer not null default 0,
  archived_at     timestamptz,
  version         integer not null default 1,
  created_at      timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, parent_id) references categories (org_id, id)
);
create index categories_by_parent on categories (org_id, parent_id, position);
select tenant_table('categories', 'select, insert, update');

-- Minutes are ours, but for what a rule names: an emergency is localised within half an hour (Russia, decree 416 of
-- 2013, paragraph 13); the org sets its own.
insert into category_presets
  (id, parent_id, code, icon, ru, uz, en, places, shared, priority, respond_minutes, resolve_minutes, skill,
   photo_before, photo_after, checklist, keywords, position)
select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
       case when n % 100 > 0 then ('00000000-0000-7000-8000-' || lpad((n - n % 100)::text, 12, '0'))::uuid end,
       code, icon, ru, uz, en, string_to_array(places, ' '), shared, priority, respond, resolve, skill,
       false, false, '{}', string_to_array(keywords, ' '), n
from (values
  (100, 'plumbing', '🚿', 'Сантехника', 'Santexnika', 'Plumbing', 'unit entrance', false, 'normal', 60, 1440, 'plumbing',
   'сантехник труб кран смесител унитаз раковин ванн santexnik quvur jo‘mrak kran plumb pipe tap faucet'),
  (101, 'leak', '💧', 'Протечка', 'Suv oqmoqda', 'Leak', 'unit entrance', false, 'high', 30, 240, null,
   'теч протек протеч капа залива сыро мокр oqyap oqmoq tom leak drip flood wet'),
  (102, 'burst', '🌊', 'Прорыв трубы', 'Quvur yorildi', 'Burst pipe', 'unit entrance', true, 'emergency', 5, 60, null,
   'прорв прорыв хлещ фонтан кипят yorildi portla burst gush'),
  (103, 'blockage', '🪠', 'Засор', 'Tiqilib qoldi', 'Blockage', 'unit entrance', false, 'normal', 60, 240, null,
   'засор забил забит канализац tiqil kanalizats block clog sewer'),
  (104, 'no_water', '🚱', 'Нет холодной воды', 'Sovuq suv yo‘q', 'No cold water', 'unit entrance', true, 'high', 30, 240, null,
   'нет_воды воды_нет холодной_вод suv_yo‘q suv_yoq no_water'),
  (105, 'no_hot_water', '♨️', 'Нет горячей воды', 'Issiq suv yo‘q', 'No hot water', 'unit entrance', true, 'normal', 60, 1440, null,
   'горячей_вод горячая_вод issiq_suv hot_water'),
  (106, 'tap', '🚰', 'Кран или смеситель', 'Jo‘mrak yoki smesitel', 'Tap or mixer', 'unit', false, 'normal', 120, 2880, null,
   'смесител кран_ jo‘mrak smesitel mixer faucet'),
  (107, 'toilet', '🚽', 'Унитаз', 'Unitaz', 'Toilet', 'unit', false, 'normal', 120, 2880, null, 'унитаз бачок unitaz toilet'),
  (200, 'electricity', '💡', 'Электрика', 'Elektr', 'Electricity', 'unit entrance yard', false, 'normal', 60, 1440, 'electricity',
   'электри свет лампо розетк elektr chiroq rozetka electric light power socket'),
  (201, 'no_power_unit', '🔌', 'Нет света в квартире', 'Xonadonda chiroq yo‘q', 'No power in the flat', 'unit', false, 'high', 30, 180, null,
   'нет_света света_нет выбива пробк chiroq_yo‘q no_power no_light'),
  (202, 'no_power_house', '🏚', 'Нет света в доме', 'Uyda chiroq yo‘q', 'No power in the house', 'entrance yard', true, 'emergency', 5, 120, null,
   'во_всём_доме во_всем_доме весь_дом butun_uy whole_house'),
  (203, 'sparks', '⚡', 'Искрит, пахнет гарью', 'Uchqun, kuyuk hidi', 'Sparks or burning smell', 'unit entrance', false, 'emergency', 5, 30, null,
   'искр гарь гарью дым замыка uchqun kuyuk tutun spark burning smoke'),
  (204, 'socket', '🔌', 'Розетка или выключатель', 'Rozetka yoki o‘chirgich', 'Socket or switch', 'unit', false, 'normal', 120, 2880, null,
   'розетк выключател rozetka o‘chirgich socket switch'),
  (205, 'light', '🔦', 'Освещение', 'Yoritish', 'Lighting', 'entrance yard', true, 'normal', 240, 2880, null,
   'лампочк темно освещен lampochka qorong‘i bulb dark'),
  (300, 'heating', '🔥', 'Отопление', 'Isitish', 'Heating', 'unit entrance', false, 'normal', 60, 1440, 'heating',
   'отоплен батаре радиатор холодно стояк isitish batareya sovuq heating radiator cold'),
  (301, 'cold_radiator', '🥶', 'Холодная батарея', 'Batareya sovuq', 'Cold radiator', 'unit', false, 'high', 60, 720, null,
   'холодная_батар батареи_холодн batareya_sovuq cold_radiator'),
  (302, 'no_heating', '❄️', 'Нет отопления в доме', 'Uyda isitish yo‘q', 'No heating in the house', 'unit entrance', true, 'high', 30, 480, null,
   'нет_отоплен isitish_yo‘q no_heating'),
  (400, 'elevator', '🛗', 'Лифт', 'Lift', 'Lift', 'entrance', true, 'normal', 60, 720, 'elevator', 'лифт lift elevator'),
  (401, 'stuck', '🆘', 'Застряли люди', 'Odamlar qolib ketdi', 'People are stuck', 'entrance', true, 'emergency', 5, 30, null,
   'застря застри qolib_ket stuck trapped'),
  (402, 'elevator_off', '⛔', 'Не работает', 'Ishlamayapti', 'Not working', 'entrance', true, 'high', 30, 480, null,
   'лифт_не лифт_стоит lift_ishla lift_not'),
  (403, 'elevator_noise', '🔊', 'Шумит, дёргается', 'Shovqin, silkinadi', 'Noise, jerks', 'entrance', true, 'normal', 120, 1440, null,
   'лифт_шум лифт_дёрг lift_shovqin'),
  (500, 'yard', '🌳', 'Двор', 'Hovli', 'Yard', 'yard', true, 'normal', 240, 2880, 'yard',
   'двор площадк скамей парков hovli maydoncha skameyka yard playground bench parking'),
  (501, 'garbage', '🗑', 'Мусор', 'Axlat', 'Rubbish', 'yard entrance', true, 'normal', 240, 1440, null, 'мусор контейнер axlat chiqindi garbage rubbish trash'),
  (502, 'snow', '🌨', 'Снег и лёд', 'Qor va muz', 'Snow and ice', 'yard', true, 'high', 120, 480, null, 'снег лёд лед_ гололёд сосульк qor muz snow ice'),
  (503, 'playground', '🛝', 'Детская площадка', 'Bolalar maydonchasi', 'Playground', 'yard', true, 'normal', 240, 4320, null, 'качел горк площадк arg‘imchoq playground swing'),
  (504, 'trees', '🌲', 'Деревья и газон', 'Daraxt va o‘tloq', 'Trees and lawn', 'yard', true, 'low', 1440, 10080, null, 'дерев ветк газон daraxt shox tree branch lawn'),
  (600, 'intercom', '🔔', 'Домофон и двери', 'Domofon va eshiklar', 'Intercom and doors', 'unit entrance', false, 'normal', 120, 1440, 'intercom',
   'домофон дверь двери замок ключ domofon eshik qulf kalit intercom door lock key'),
  (700, 'cleaning', '🧹', 'Уборка', 'Tozalik', 'Cleaning', 'entrance yard', true, 'normal', 240, 1440, 'cleaning',
   'уборк грязн вонь запах_в tozalik iflos hid clean dirty smell'),
  (900, 'other', '🛠', 'Другое', 'Boshqa', 'Other', 'unit entrance yard', false, 'normal', 120, 2880, null, ''),
  (901, 'gas', '☣️', 'Запах газа', 'Gaz hidi', 'Smell of gas', 'unit entrance', true, 'emergency', 5, 30, null,
   'газом запах_газ gaz_hidi gas_smell smell_of_gas')
) as preset (n, code, icon, ru, uz, en, places, shared, priority, respond, resolve, skill, keywords);

-- Orgs that are there already get the presets now. As the owner, who passes row security that is not forced.
alter table orgs no force row level security;
alter table categories no force row level security;
insert into categories (org_id, id, parent_id, code, icon, name_ru, name_uz, name_en, places, shared, priority,
                        respond_minutes, resolve_minutes, skill, photo_before, photo_after, checklist, keywords, position,
                        created_at)
  select o.id, p.id, p.parent_id, p.code, p.icon, p.ru, p.uz, p.en, p.places, p.shared, p.priority, p.respond_minutes,
         p.resolve_minutes, p.skill, p.photo_before, p.photo_after, p.checklist, p.keywords, p.position, now()
  from orgs o cross join category_presets p;
alter table categories force row level security;
alter table orgs force row level security;
