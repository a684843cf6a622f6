-- One to one. Whoever writes to a peer has no account, and nothing here says who they are: conversations live under a role of
-- their own that reads nothing else, their ids are drawn at random in a browser, and of time there is only the day.
-- tailboard_support is made before this file, like the other roles.
create schema support;
grant usage on schema support to tailboard_support, tailboard_app;
grant usage on schema tailboard to tailboard_support;

-- What a member shows to whoever looks for a peer, and the keys to seal to. The application writes it; it is the one table of
-- another role that tailboard_support may read.
create table support.peer (
  region_id uuid not null,
  member_id uuid not null,
  shown_as text not null constraint peer_shown_as_short check (char_length(shown_as) between 1 and 40),
  discipline text not null,
  -- As shown; null: they don't say where they serve.
  agency text constraint peer_agency_short check (char_length(agency) between 1 and 100),
  languages text[] not null constraint peer_languages_some check (cardinality(languages) > 0),
  lived text[] not null default '{}',
  answers text[] not null default '{}',
  published boolean not null default false,
  -- What the roster says of them, copied: the last day on which they may go, whether they are on call, how much they carry.
  deployable_until date,
  on_duty boolean not null default false,
  load text not null default 'light' constraint peer_load_known check (load in ('light', 'some', 'much')),
  identity_key bytea constraint peer_identity_key_whole check (octet_length(identity_key) = 32),
  identity_made_on date,
  key_number integer constraint peer_key_number_from_one check (key_number >= 1),
  key_public bytea constraint peer_key_public_whole check (octet_length(key_public) = 32),
  key_made_on date,
  key_signature bytea constraint peer_key_signature_whole check (octet_length(key_signature) = 64),
  -- An identity that came after a loss receives nothing until then.
  quiet_until timestamptz,
  primary key (region_id, member_id),
  constraint peer_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint peer_keys_whole check (
    num_nulls(identity_key, identity_made_on, key_number, key_public, key_made_on, key_signature) in (0, 6))
);
call tailboard.wall('support.peer');
grant select, insert, update, delete on support.peer to tailboard_app;
create policy peer_is_shown on support.peer for select to tailboard_support
  using (region_id = (select tailboard.region()));
grant select on support.peer to tailboard_support;

-- A peer's private keys, sealed in their browser under a key that it wraps: under seven words it made, or what a passkey of theirs
-- gives. We can't open one.
create table support.peer_keyring (
  region_id uuid not null,
  member_id uuid not null,
  sealed bytea not null constraint peer_keyring_bounded check (octet_length(sealed) between 63 and 20000),
  primary key (region_id, member_id),
  constraint peer_keyring_of_peer foreign key (region_id, member_id) references support.peer (region_id, member_id)
);
call tailboard.wall('support.peer_keyring');
grant select, insert, update, delete on support.peer_keyring to tailboard_app;
create table support.peer_wrap (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null constraint peer_wrap_known check (kind in ('words', 'passkey')),
  passkey_id text,
  wrapped bytea not null constraint peer_wrap_whole check (octet_length(wrapped) = 94),
  made_on date not null default (tailboard.now() at time zone 'UTC')::date,
  primary key (region_id, id),
  constraint peer_wrap_of_peer foreign key (region_id, member_id) references support.peer (region_id, member_id),
  constraint peer_wrap_passkey check ((kind = 'passkey') = (passkey_id is not null))
);
create index peer_wrap_of_member on support.peer_wrap (region_id, member_id);
call tailboard.wall('support.peer_wrap');
grant select, insert, delete on support.peer_wrap to tailboard_app;

-- Sealed keys stand in one blob under the conversation's erasure key, which is in neither this database nor an archive of it.
-- While it waits the blob holds a seal for each peer it was written to; the claim leaves the winner's alone.
create table support.conversation (
  region_id uuid not null,
  id uuid not null,
  access_hash bytea not null constraint conversation_access_whole check (octet_length(access_hash) = 32),
  seeker_key bytea not null constraint conversation_seeker_key_whole check (octet_length(seeker_key) = 32),
  sealed bytea not null constraint conversation_sealed_bounded check (octet_length(sealed) between 29 and 65536),
  claimed_by uuid,
  opened_on date not null,
  last_on date not null,
  -- Grows with every change, so that whoever worked on an older one writes nothing.
  version integer not null default 1,
  primary key (region_id, id),
  constraint conversation_access_once unique (region_id, access_hash),
  -- Drawn at random: an id that carried a time would say when somebody wrote.
  constraint conversation_id_random check (substr(id::text, 15, 1) = '4')
);
create table support.message (
  region_id uuid not null,
  conversation_id uuid not null,
  side text not null constraint message_side_known check (side in ('seeker', 'peer')),
  number integer not null constraint message_number_from_one check (number >= 1),
  body bytea not null constraint message_body_padded check (octet_length(body) between 298 and 20000),
  -- In which order both sides’ messages came.
  place integer not null,
  primary key (region_id, conversation_id, side, number),
  constraint message_place_once unique (region_id, conversation_id, place),
  constraint message_of_conversation foreign key (region_id, conversation_id)
    references support.conversation (region_id, id) on delete cascade
);

create procedure support.wall(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy region_wall on %s to tailboard_support
       using (region_id = (select tailboard.region()))
       with check (region_id = (select tailboard.region()))', target);
  call tailboard.let_archive(target);
end $$;
call support.wall('support.conversation');
call support.wall('support.message');
grant select, insert, update, delete on support.conversation to tailboard_support;
grant select, insert, delete on support.message to tailboard_support;

-- How often the limits were shown, by month and no finer.
create table support.notice_shown (
  region_id uuid not null,
  month date not null constraint notice_month_first check (extract(day from month) = 1),
  count integer not null default 0,
  primary key (region_id, month)
);
call support.wall('support.notice_shown');
grant select, insert, update on support.notice_shown to tailboard_support;

-- Tallies: counters apart from each other, so that no row joins what was said of one contact. What was counted today waits and
-- moves into its month once a day, all of it together; nothing says which peer, when or in which order.
create table support.tally_waiting (
  region_id uuid not null,
  kind text not null,
  code text not null,
  count integer not null constraint tally_waiting_counts check (count > 0),
  primary key (region_id, kind, code)
);
create table support.tally (
  region_id uuid not null,
  month date not null constraint tally_month_first check (extract(day from month) = 1),
  kind text not null constraint tally_kind_known
    check (kind in ('contact', 'discipline', 'mode', 'duration', 'topic', 'referral')),
  code text not null,
  count integer not null constraint tally_counts check (count > 0),
  primary key (region_id, month, kind, code)
);
create table support.tally_moved (
  region_id uuid not null,
  moved_on date not null,
  primary key (region_id)
);
call support.wall('support.tally_waiting');
call support.wall('support.tally');
call support.wall('support.tally_moved');
grant select, insert, update, delete on support.tally_waiting to tailboard_support;
grant select, insert, update on support.tally, support.tally_moved to tailboard_support;
