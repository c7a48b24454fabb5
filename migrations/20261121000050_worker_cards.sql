-- The worker's card: one live message in the private chat of whoever has a request, and of each who helps with it. The
-- same chat may show the resident's card too, to somebody who filed what they work on.
alter table cards
  drop constraint cards_audience_check,
  add constraint cards_audience_check check (audience in ('resident', 'staff', 'worker')),
  drop constraint cards_viewer_key,
  add constraint cards_viewer_key unique (org_id, request_id, bot_id, chat_id, audience);
