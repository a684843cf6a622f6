-- Somebody asks for a stand-in. The shift stands here as it was asked for: taking it over ends its row and begins
-- another. asked_by and recorded_by are accounts; null: the members themselves. After a withdrawal it may be asked again.
create table roster.stand_in_request (
  region_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  round integer not null,
  member_id uuid,
  account_id uuid,
  place text constraint stand_in_place_known check (place in ('on_call', 'backup')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  asked_at timestamptz not null default tailboard.now(),
  asked_by uuid,
  primary key (region_id, id),
  constraint stand_in_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint stand_in_whose check
    ((member_id is null) <> (account_id is null) and (account_id is null) = (place is null)),
  constraint stand_in_span check (starts_at < ends_at),
  constraint stand_in_asked_once unique (region_id, shift_id, round)
);
create index stand_in_by_end on roster.stand_in_request (region_id, ends_at);

-- One end: the first yes, or the withdrawal.
create table roster.stand_in_end (
  region_id uuid not null,
  request_id uuid not null,
  how text not null constraint stand_in_end_known check (how in ('taken', 'withdrawn')),
  member_id uuid,
  account_id uuid,
  ended_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  constraint stand_in_end_once primary key (region_id, request_id),
  constraint stand_in_end_request foreign key (region_id, request_id)
    references roster.stand_in_request (region_id, id),
  constraint stand_in_end_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint stand_in_taker check
    (num_nonnulls(member_id, account_id) = case how when 'taken' then 1 else 0 end)
);

-- One link each to a calendar, of which only the hash is kept. A new link ends the old one.
create table roster.calendar_feed (
  region_id uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null default tailboard.now(),
  primary key (region_id, account_id),
  constraint calendar_feed_token unique (region_id, token_hash)
);

-- What one coordinator leaves the next, for a fortnight.
create table roster.hand_over_note (
  region_id uuid not null,
  id uuid not null,
  note text not null constraint hand_over_note_length check (char_length(note) between 1 and 500),
  written_at timestamptz not null default tailboard.now(),
  written_by uuid not null,
  primary key (region_id, id)
);

call tailboard.wall('roster.stand_in_request');
call tailboard.wall('roster.stand_in_end');
call tailboard.wall('roster.calendar_feed');
call tailboard.wall('roster.hand_over_note');
grant select, insert on roster.stand_in_request, roster.stand_in_end to tailboard_app;
grant select, insert, delete on roster.calendar_feed, roster.hand_over_note to tailboard_app;
grant update (token_hash, made_at) on roster.calendar_feed to tailboard_app;
