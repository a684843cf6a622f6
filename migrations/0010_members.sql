-- Members whole: every change of somebody's standing is a row with who and when. recorded_by is an account;
-- null: brought in with the roster, or, for a confirmation of details, the members themselves.

alter table roster.member
  add column rank_band text not null default 'line'
    constraint member_rank_band_known check (rank_band in ('line', 'supervisor', 'command', 'civilian', 'retired')),
  add column recorded_by uuid,
  add constraint member_disciplines_some check (cardinality(disciplines) > 0),
  add constraint member_languages_some check (cardinality(languages) > 0);

-- Evidence is a reference: what kind of document, and where it is kept. Numbers return on renewal, dates do not.
alter table roster.credential
  add column evidence_kind text
    constraint credential_evidence_known
    check (evidence_kind in ('certificate', 'letter', 'card', 'register_entry')),
  add column evidence_kept text,
  add column recorded_at timestamptz not null default tailboard.now(),
  add column recorded_by uuid,
  add constraint credential_evidence_whole check ((evidence_kind is null) = (evidence_kept is null)),
  add constraint credential_once unique (region_id, kind, issuer, number, issued_on);

alter table roster.agreement
  add column recorded_at timestamptz not null default tailboard.now(),
  add column recorded_by uuid,
  add constraint agreement_once unique (region_id, member_id, signed_on);

alter table roster.designation
  add column recorded_at timestamptz not null default tailboard.now(),
  add column recorded_by uuid;

create table roster.designation_end (
  region_id uuid not null,
  designation_id uuid not null,
  ended_on date not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  constraint designation_end_once primary key (region_id, designation_id),
  constraint designation_end_designation foreign key (region_id, designation_id)
    references roster.designation (region_id, id)
);

create table roster.selection (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  selected_on date not null,
  recorded_at timestamptz not null default tailboard.now(),
  decided_by uuid,
  primary key (region_id, id),
  constraint selection_member foreign key (region_id, member_id) references roster.member (region_id, id)
);
create index selection_of_member on roster.selection (region_id, member_id);

create table roster.deselection (
  region_id uuid not null,
  selection_id uuid not null,
  ground text not null constraint deselection_ground_known check (ground in
    ('confidentiality_breach', 'missed_training', 'loss_of_good_standing', 'own_wish', 'left_agency')),
  deselected_on date not null,
  recorded_at timestamptz not null default tailboard.now(),
  decided_by uuid,
  constraint deselection_once primary key (region_id, selection_id),
  constraint deselection_selection foreign key (region_id, selection_id)
    references roster.selection (region_id, id)
);

-- A suspension lasts until a review ends it. Those that stand were entered without a ground.
alter table roster.suspension
  add column ground text not null default 'not_recorded'
    constraint suspension_ground_known check (ground in
      ('confidentiality_breach', 'missed_training', 'loss_of_good_standing', 'under_review', 'not_recorded')),
  add column recorded_at timestamptz not null default tailboard.now();
alter table roster.suspension alter column ground drop default;

create table roster.reinstatement (
  region_id uuid not null,
  suspension_id uuid not null,
  ground text not null constraint reinstatement_ground_known check (ground in
    ('unfounded', 'remedied', 'time_served', 'not_recorded')),
  reinstated_at timestamptz not null default tailboard.now(),
  decided_by uuid,
  constraint reinstatement_once primary key (region_id, suspension_id),
  constraint reinstatement_suspension foreign key (region_id, suspension_id)
    references roster.suspension (region_id, id)
);

-- Half-open in days: back on ends_on.
create table roster.leave_of_absence (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint leave_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint leave_dates check (starts_on < ends_on),
  constraint leave_once exclude using gist
    (region_id with =, member_id with =, daterange(starts_on, ends_on) with &&)
);

create table roster.details_confirmation (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  confirmed_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint details_member foreign key (region_id, member_id) references roster.member (region_id, id)
);
create index details_of_member on roster.details_confirmation (region_id, member_id);

-- The address in use stands with the member; an old one is not kept. It counts as verified when a mail to it
-- was answered after it was last changed.
create table roster.contact_change (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null constraint contact_change_kind_known check (kind in ('mail')),
  changed_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint contact_change_member foreign key (region_id, member_id) references roster.member (region_id, id)
);
create index contact_change_of_member on roster.contact_change (region_id, member_id);

create table roster.contact_verification (
  region_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null constraint contact_verification_kind_known check (kind in ('mail')),
  verified_at timestamptz not null default tailboard.now(),
  primary key (region_id, id),
  constraint contact_verification_member foreign key (region_id, member_id)
    references roster.member (region_id, id)
);
create index contact_verification_of_member on roster.contact_verification (region_id, member_id);

-- What the state's law asks of a supporter, as this region works under it: copied from the state's pack, so that
-- every process answers alike, and a corrected pack shows from when it counted.
create table roster.state_law (
  region_id uuid not null,
  version integer not null,
  citation text not null,
  certified_by text[] constraint state_law_certifiers_some check (cardinality(certified_by) > 0),
  designated_before text not null
    constraint state_law_designated_known check (designated_before in ('yes', 'no', 'unknown')),
  adopted_at timestamptz not null default tailboard.now(),
  primary key (region_id, version)
);

-- Who was on the team stays on it; ends that stood in a column become rows. The walls are back before anybody looks.
alter table roster.member no force row level security;
alter table roster.designation no force row level security;
alter table roster.suspension no force row level security;
insert into roster.selection (region_id, id, member_id, selected_on)
  select region_id, gen_random_uuid(), id, (joined_at at time zone 'UTC')::date from roster.member;
insert into roster.designation_end (region_id, designation_id, ended_on)
  select region_id, id, ended_on from roster.designation where ended_on is not null;
insert into roster.reinstatement (region_id, suspension_id, ground, reinstated_at)
  select region_id, id, 'not_recorded', ends_at from roster.suspension where ends_at is not null;
alter table roster.member force row level security;
alter table roster.designation force row level security;
alter table roster.suspension force row level security;
alter table roster.designation drop column ended_on;
alter table roster.suspension drop column ends_at;

call tailboard.wall('roster.designation_end');
call tailboard.wall('roster.selection');
call tailboard.wall('roster.deselection');
call tailboard.wall('roster.reinstatement');
call tailboard.wall('roster.leave_of_absence');
call tailboard.wall('roster.details_confirmation');
call tailboard.wall('roster.contact_change');
call tailboard.wall('roster.contact_verification');
call tailboard.wall('roster.state_law');
grant select, insert on
  roster.designation_end, roster.selection, roster.deselection, roster.reinstatement, roster.leave_of_absence,
  roster.details_confirmation, roster.contact_change, roster.contact_verification, roster.state_law
  to tailboard_app;
