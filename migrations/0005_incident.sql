create schema incident;
grant usage on schema incident to tailboard_app;

-- Facts only: no free text, no name of anybody affected.
create table incident.critical_incident (
  region_id uuid not null,
  id uuid not null,
  number text,
  source text not null constraint incident_source_known check (source in ('form', 'import')),
  kind text not null,
  occurred_at timestamptz not null,
  over_at timestamptz,
  town text not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint incident_number_once unique (region_id, number),
  constraint incident_over_after_start check (over_at is null or occurred_at <= over_at)
);

create table incident.affected_group (
  region_id uuid not null,
  incident_id uuid not null,
  agency_id uuid not null,
  role text not null,
  count integer not null constraint affected_count_sane check (count between 1 and 5000),
  primary key (region_id, incident_id, agency_id, role),
  constraint affected_incident foreign key (region_id, incident_id) references incident.critical_incident (region_id, id),
  constraint affected_agency foreign key (region_id, agency_id) references region.agency (region_id, id)
);

-- A human's reading of an imported call: worth a call-back, or advice at most.
create table incident.screening (
  region_id uuid not null,
  incident_id uuid not null,
  outcome text not null constraint screening_outcome_known check (outcome in ('may_qualify', 'advice_only', 'confirmed')),
  decided_at timestamptz not null default tailboard.now(),
  decided_by uuid,
  primary key (region_id, incident_id, outcome),
  constraint screening_incident foreign key (region_id, incident_id) references incident.critical_incident (region_id, id)
);

call tailboard.wall('incident.critical_incident');
call tailboard.wall('incident.affected_group');
call tailboard.wall('incident.screening');
grant select, insert on all tables in schema incident to tailboard_app;
grant update (over_at) on incident.critical_incident to tailboard_app;
