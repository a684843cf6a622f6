create schema activation;
grant usage on schema activation to tailboard_app;

-- One activation per incident. version rises with every change, so an answer of the solver that was
-- worked out outside the transaction is written only if nothing changed meanwhile.
create table activation.activation (
  region_id uuid not null,
  id uuid not null,
  number integer not null,
  incident_id uuid not null,
  policy_version integer not null,
  version integer not null default 1,
  opened_at timestamptz not null default tailboard.now(),
  primary key (region_id, id),
  constraint activation_incident foreign key (region_id, incident_id) references incident.critical_incident (region_id, id),
  constraint activation_policy foreign key (region_id, policy_version) references region.policy (region_id, version),
  constraint activation_one_per_incident unique (region_id, incident_id),
  constraint activation_number_once unique (region_id, number)
);

create table activation.request (
  region_id uuid not null,
  activation_id uuid not null,
  agency_id uuid not null,
  requester_name text not null,
  callback_phone text not null,
  received_at timestamptz not null default tailboard.now(),
  primary key (region_id, activation_id),
  constraint request_activation foreign key (region_id, activation_id) references activation.activation (region_id, id),
  constraint request_agency foreign key (region_id, agency_id) references region.agency (region_id, id)
);

-- "I spoke to the agency": no plan is approved without one of these.
create table activation.agency_contact (
  region_id uuid not null,
  activation_id uuid not null,
  spoken_at timestamptz not null,
  role text not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid not null,
  primary key (region_id, activation_id),
  constraint contact_activation foreign key (region_id, activation_id) references activation.activation (region_id, id)
);

-- How an activation ended without (or after) a team.
create table activation.outcome (
  region_id uuid not null,
  activation_id uuid not null,
  code text not null constraint outcome_known check (code in ('closed', 'advice_only', 'declined', 'referred_elsewhere')),
  decided_at timestamptz not null default tailboard.now(),
  decided_by uuid not null,
  primary key (region_id, activation_id),
  constraint outcome_activation foreign key (region_id, activation_id) references activation.activation (region_id, id)
);

create table activation.plan (
  region_id uuid not null,
  id uuid not null,
  activation_id uuid not null,
  agency_id uuid not null,
  role text not null,
  count integer not null,
  type text not null,
  theme text not null,
  opens_at timestamptz not null,
  ideal_until timestamptz not null,
  closes_at timestamptz not null,
  reasons jsonb not null,
  alternatives jsonb not null,
  contraindications jsonb not null,
  needs_clinical_sign_off boolean not null,
  proposed_at timestamptz not null default tailboard.now(),
  primary key (region_id, id),
  constraint plan_activation foreign key (region_id, activation_id) references activation.activation (region_id, id),
  constraint plan_agency foreign key (region_id, agency_id) references region.agency (region_id, id),
  constraint plan_one_per_group unique (region_id, activation_id, agency_id, role),
  constraint plan_window_ordered check (opens_at <= ideal_until and ideal_until <= closes_at)
);

create table activation.approval (
  region_id uuid not null,
  plan_id uuid not null,
  session_starts_at timestamptz not null,
  session_ends_at timestamptz not null,
  place text not null,
  sign_off_role text,
  approved_at timestamptz not null default tailboard.now(),
  approved_by uuid not null,
  primary key (region_id, plan_id),
  constraint approval_plan foreign key (region_id, plan_id) references activation.plan (region_id, id),
  constraint approval_session_span check (session_starts_at < session_ends_at)
);

create table activation.seat (
  region_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  ordinal integer not null,
  primary key (region_id, id),
  constraint seat_plan foreign key (region_id, plan_id) references activation.plan (region_id, id),
  constraint seat_ordinal_once unique (region_id, plan_id, kind, ordinal)
);

create table activation.wave (
  region_id uuid not null,
  plan_id uuid not null,
  number integer not null,
  sent_at timestamptz not null default tailboard.now(),
  due_at timestamptz not null,
  primary key (region_id, plan_id, number),
  constraint wave_plan foreign key (region_id, plan_id) references activation.plan (region_id, id)
);
create index wave_due on activation.wave (region_id, due_at);

create table activation.offer (
  region_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  member_id uuid not null,
  wave integer not null,
  kind text not null,
  reasons jsonb not null,
  travel_minutes integer not null,
  made_at timestamptz not null default tailboard.now(),
  answer_by timestamptz not null,
  primary key (region_id, id),
  constraint offer_wave foreign key (region_id, plan_id, wave) references activation.wave (region_id, plan_id, number),
  constraint offer_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint offer_once_per_member unique (region_id, plan_id, member_id)
);

-- One answer per offer. A yes to the conflict question stores not_available and no reason.
create table activation.answer (
  region_id uuid not null,
  offer_id uuid not null,
  code text not null constraint answer_known check (code in ('coming', 'coming_from', 'not_this_time', 'not_available')),
  from_at timestamptz,
  answered_at timestamptz not null default tailboard.now(),
  primary key (region_id, offer_id),
  constraint answer_offer foreign key (region_id, offer_id) references activation.offer (region_id, id),
  constraint answer_from_when check ((code = 'coming_from') = (from_at is not null))
);

create table activation.acceptance (
  region_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  offer_id uuid not null,
  commitment_id uuid not null,
  accepted_at timestamptz not null default tailboard.now(),
  withdrawn_at timestamptz,
  primary key (region_id, id),
  constraint acceptance_seat foreign key (region_id, seat_id) references activation.seat (region_id, id),
  constraint acceptance_offer foreign key (region_id, offer_id) references activation.offer (region_id, id),
  constraint acceptance_offer_once unique (region_id, offer_id)
);
create unique index acceptance_one_per_seat on activation.acceptance (region_id, seat_id) where withdrawn_at is null;

-- The seat was filled, or the call-out ended: this offer is withdrawn with thanks.
create table activation.stand_down (
  region_id uuid not null,
  offer_id uuid not null,
  reason text not null constraint stand_down_reason_known check (reason in ('filled', 'ended', 'cancelled')),
  stood_down_at timestamptz not null default tailboard.now(),
  primary key (region_id, offer_id),
  constraint stand_down_offer foreign key (region_id, offer_id) references activation.offer (region_id, id)
);

-- A plan is over: cancelled, run out unfilled, or closed out after the session.
create table activation.plan_end (
  region_id uuid not null,
  plan_id uuid not null,
  code text not null constraint plan_end_known check (code in ('closed', 'cancelled', 'window_closed')),
  ended_at timestamptz not null default tailboard.now(),
  ended_by uuid,
  primary key (region_id, plan_id),
  constraint plan_end_plan foreign key (region_id, plan_id) references activation.plan (region_id, id)
);

call tailboard.wall('activation.activation');
call tailboard.wall('activation.request');
call tailboard.wall('activation.agency_contact');
call tailboard.wall('activation.outcome');
call tailboard.wall('activation.plan');
call tailboard.wall('activation.approval');
call tailboard.wall('activation.seat');
call tailboard.wall('activation.wave');
call tailboard.wall('activation.offer');
call tailboard.wall('activation.answer');
call tailboard.wall('activation.acceptance');
call tailboard.wall('activation.stand_down');
call tailboard.wall('activation.plan_end');
grant select, insert on all tables in schema activation to tailboard_app;
grant update (version) on activation.activation to tailboard_app;
grant update (withdrawn_at) on activation.acceptance to tailboard_app;
grant update (due_at) on activation.wave to tailboard_app;
