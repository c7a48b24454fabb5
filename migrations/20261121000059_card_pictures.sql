-- Which file a card's message shows above its words; null: it is words alone. A message that has become a picture stays
-- one, and is edited by its caption.

alter table cards add column picture_id uuid;
