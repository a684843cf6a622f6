-- After a session somebody rings the agency's contact about the unit as a whole, and the team looks after its own. Due
-- dates and ticks; never a word about anybody, so there is no column for one.
create table intervention.follow_up (
  region_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null constraint follow_up_kind_known check (kind in
    ('first', 'week', 'month', 'anniversary', 'trial', 'inquest', 'team_debrief', 'member_check')),
  -- Who sees to it, somebody who was in the room; null: the coordinator, or for a member's check the clinical director.
  owner_id uuid,
  -- Of the team, whose check it is.
  about_id uuid,
  due_at timestamptz not null,
  late_at timestamptz not null,
  made_at timestamptz not null default tailboard.now(),
  primary key (region_id, id),
  constraint follow_up_plan foreign key (region_id, plan_id) references activation.plan (region_id, id),
  constraint follow_up_owner foreign key (region_id, owner_id) references roster.member (region_id, id),
  constraint follow_up_about foreign key (region_id, about_id) references roster.member (region_id, id),
  constraint follow_up_about_a_check check ((kind = 'member_check') = (about_id is not null)),
  constraint follow_up_late_after_due check (due_at <= late_at)
);
create unique index follow_up_once on intervention.follow_up (region_id, plan_id, kind, about_id, due_at) nulls not distinct;
create index follow_up_due on intervention.follow_up (region_id, due_at);

-- Done, put off, given to somebody else: what, when, and by whom.
create table intervention.follow_up_step (
  region_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  what text not null constraint follow_up_step_known check (what in ('done', 'moved', 'given')),
  stepped_at timestamptz not null default tailboard.now(),
  stepped_by uuid not null,
  primary key (region_id, id),
  constraint follow_up_step_of foreign key (region_id, follow_up_id) references intervention.follow_up (region_id, id)
);
create unique index follow_up_done_once on intervention.follow_up_step (region_id, follow_up_id) where what = 'done';

-- Vetted places to go on to. Nothing is kept of who was sent where, so nothing counts here.
create table intervention.referral (
  region_id uuid not null,
  id uuid not null,
  name text not null constraint referral_name_short check (length(name) between 1 and 120),
  kind text not null constraint referral_kind_known check (kind in
    ('clinician', 'practice', 'programme', 'residential', 'line', 'chaplaincy', 'family', 'legal_finance')),
  town text not null constraint referral_town_short check (length(town) between 1 and 80),
  telehealth boolean not null,
  languages text[] not null constraint referral_languages_some check (cardinality(languages) > 0),
  phone text not null constraint referral_phone_short check (length(phone) between 7 and 40),
  cost text not null constraint referral_cost_known check (cost in ('free', 'sliding', 'insurance', 'agency_pays')),
  knows_responders boolean not null,
  added_at timestamptz not null default tailboard.now(),
  added_by uuid,
  retired_at timestamptz,
  primary key (region_id, id),
  constraint referral_once unique (region_id, name, town)
);
create table intervention.referral_vetting (
  region_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  vetted_at timestamptz not null default tailboard.now(),
  vetted_by uuid,
  primary key (region_id, id),
  constraint vetting_of_referral foreign key (region_id, referral_id) references intervention.referral (region_id, id)
);

call tailboard.wall('intervention.follow_up');
call tailboard.wall('intervention.follow_up_step');
call tailboard.wall('intervention.referral');
call tailboard.wall('intervention.referral_vetting');
grant select, insert on intervention.follow_up, intervention.follow_up_step, intervention.referral,
  intervention.referral_vetting to tailboard_app;
grant update (due_at, late_at, owner_id) on intervention.follow_up to tailboard_app;
grant update (retired_at) on intervention.referral to tailboard_app;
