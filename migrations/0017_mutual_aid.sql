-- The neighbouring team as last resort: one guest for one open seat. The only rows that two regions see: each writes its
-- own, and reads those that name it. A guest's name, role and agency are all that crosses; no fact of the incident but
-- kind of session, time, town, discipline and language does.
create table activation.aid_request (
  region_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  asked_region uuid not null,
  from_region text not null,
  kind text not null,
  type text not null,
  discipline text not null,
  language text,
  town text not null,
  -- How heavy it is for whoever goes, as the roster counts it.
  weight integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  asked_at timestamptz not null default tailboard.now(),
  asked_by uuid not null,
  -- Nothing is waited for any more: somebody comes, or nobody is needed.
  closed_at timestamptz,
  accepted boolean not null default false,
  primary key (region_id, id),
  constraint aid_request_once unique (region_id, plan_id, asked_region),
  constraint aid_request_of_another check (asked_region <> region_id),
  constraint aid_request_plan foreign key (region_id, plan_id) references activation.plan (region_id, id)
);
create index aid_request_asked on activation.aid_request (asked_region) where closed_at is null;

-- The neighbour's answer, in the neighbour's own rows.
create table activation.aid_answer (
  region_id uuid not null,
  id uuid not null,
  asking_region uuid not null,
  request_id uuid not null,
  code text not null constraint aid_answer_known check (code in ('offered', 'not_this_time')),
  from_region text not null,
  member_id uuid,
  commitment_id uuid,
  name text,
  agency text,
  answered_at timestamptz not null default tailboard.now(),
  answered_by uuid not null,
  primary key (region_id, id),
  constraint aid_answer_once unique (region_id, asking_region, request_id),
  constraint aid_answer_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint aid_answer_whole check ((code = 'offered') = (num_nulls(member_id, commitment_id, name) = 0))
);
create index aid_answer_asking on activation.aid_answer (asking_region, request_id);

-- Who comes from the neighbour: one guest a plan at most.
create table activation.guest (
  region_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  seat_id uuid not null,
  request_id uuid not null,
  name text not null,
  agency text,
  from_region text not null,
  accepted_at timestamptz not null default tailboard.now(),
  accepted_by uuid not null,
  left_at timestamptz,
  primary key (region_id, id),
  constraint guest_plan foreign key (region_id, plan_id) references activation.plan (region_id, id),
  constraint guest_seat foreign key (region_id, seat_id) references activation.seat (region_id, id),
  constraint guest_request foreign key (region_id, request_id) references activation.aid_request (region_id, id)
);
create unique index guest_one_per_plan on activation.guest (region_id, plan_id) where left_at is null;

call tailboard.wall('activation.aid_request');
call tailboard.wall('activation.aid_answer');
call tailboard.wall('activation.guest');
create policy aid_request_for_neighbour on activation.aid_request for select to tailboard_app
  using (asked_region = (select tailboard.region()));
create policy aid_answer_for_asker on activation.aid_answer for select to tailboard_app
  using (asking_region = (select tailboard.region()));
grant select, insert on activation.aid_request, activation.aid_answer, activation.guest to tailboard_app;
grant update (closed_at, accepted) on activation.aid_request to tailboard_app;
grant update (left_at) on activation.guest to tailboard_app;
