-- A peer asks to be rung by a mental health professional. An answer may reach another web process than the one that rings, so one
-- small row stands meanwhile: that this peer asked, on a day, and who was rung. Nothing in it joins it with a conversation, it has
-- no time, and it goes when the peer has seen the answer, at "never mind", or by the sweeper.
create table support.consultation (
  region_id uuid not null,
  id uuid not null,
  asked_by uuid not null,
  -- Who was rung, in their turn; the last one now. An answer of each of them counts.
  rung uuid[] not null constraint consultation_rings_somebody check (cardinality(rung) between 1 and 200),
  taken_by uuid,
  -- Everybody had their turn. A late answer still counts.
  unanswered boolean not null default false,
  asked_on date not null,
  primary key (region_id, id),
  constraint consultation_one_of_a_peer unique (region_id, asked_by),
  constraint consultation_id_random check (substr(id::text, 15, 1) = '4'),
  constraint consultation_rings_others check (asked_by <> all (rung)),
  constraint consultation_taken_by_rung check (taken_by is null or taken_by = any (rung))
);
call support.wall('support.consultation');
grant select, insert, update, delete on support.consultation to tailboard_support;
