-- What a coordinator allowed for one plan so that a team exists, with who and when; and why, where somebody of an
-- affected agency may be asked in a region whose policy only warns of it.
create table activation.allowance (
  region_id uuid not null,
  plan_id uuid not null,
  what text not null
    constraint allowance_known check (what in ('one_more_of_an_agency', 'farther', 'affected_agency')),
  reason text constraint allowance_reason_known check (reason in ('nobody_else', 'asked_by_the_group', 'other_unit')),
  allowed_at timestamptz not null default tailboard.now(),
  allowed_by uuid not null,
  constraint allowance_once primary key (region_id, plan_id, what),
  constraint allowance_plan foreign key (region_id, plan_id) references activation.plan (region_id, id),
  constraint allowance_says_why check ((what = 'affected_agency') = (reason is not null))
);
call tailboard.wall('activation.allowance');
-- A proposal that gives way takes its allowances with it; approved plans are held by their approval.
grant select, insert, delete on activation.allowance to tailboard_app;
