-- Care of the team. After a session of the hardest kind somebody is off call until the clinical director, who
-- decides it with them, clears them again; when that was, and no more.
create table roster.clearance (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  cleared_at timestamptz not null default tailboard.now(),
  cleared_by uuid,
  primary key (region_id, id),
  constraint clearance_member foreign key (region_id, member_id) references roster.member (region_id, id)
);
create index clearance_of_member on roster.clearance (region_id, member_id, cleared_at);
call tailboard.wall('roster.clearance');
grant select, insert on roster.clearance to tailboard_app;

-- The agency's contact may refuse anyone and gives no reason, so there is no column for one.
create table activation.refusal (
  region_id uuid not null,
  plan_id uuid not null,
  member_id uuid not null,
  refused_at timestamptz not null default tailboard.now(),
  recorded_by uuid not null,
  constraint refusal_once primary key (region_id, plan_id, member_id),
  constraint refusal_plan foreign key (region_id, plan_id) references activation.plan (region_id, id),
  constraint refusal_member foreign key (region_id, member_id) references roster.member (region_id, id)
);
call tailboard.wall('activation.refusal');
-- Deleted only with a proposal that gives way.
grant select, insert, delete on activation.refusal to tailboard_app;
