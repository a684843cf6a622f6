-- The second page of facts, filled in on the phone: codes and counts, and no column that takes a sentence.
-- Append-only: the newest row of an incident counts, and older ones show what was known when.
create domain incident.told as text
  constraint told_known check (value in ('yes', 'no', 'unknown'));

create table incident.further_facts (
  region_id uuid not null,
  incident_id uuid not null,
  id uuid not null,
  fatalities incident.told not null,
  child_involved incident.told not null,
  member_injured incident.told not null,
  member_killed incident.told not null,
  firearm_discharged incident.told not null,
  media_attention incident.told not null,
  statements_completed incident.told not null,
  counsel_agrees_to_group incident.told not null,
  going_straight_back incident.told not null,
  rested_enough incident.told not null,
  supervisors_involved incident.told not null,
  families_affected incident.told not null,
  community_affected incident.told not null,
  other_team_contacted incident.told not null,
  investigation text not null constraint further_investigation_known
    check (investigation in ('criminal', 'administrative', 'none', 'unknown')),
  shift_pattern text not null constraint further_shift_pattern_known
    check (shift_pattern in ('same_shift', 'mixed', 'unknown')),
  earlier_incidents text not null constraint further_earlier_incidents_known
    check (earlier_incidents in ('none', 'one', 'two_or_three', 'four_or_more', 'unknown')),
  -- ISO 639 codes; null: nobody asked for an interpreter.
  interpreter_language text constraint further_interpreter_known
    check (interpreter_language in ('es', 'pt', 'ht', 'fr', 'zh', 'vi', 'ar', 'ru', 'ko', 'ase')),
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, incident_id, id),
  constraint further_incident foreign key (region_id, incident_id)
    references incident.critical_incident (region_id, id)
);

-- How many of a group were how close. A group of the incident, and no other.
create table incident.exposed_group (
  region_id uuid not null,
  incident_id uuid not null,
  further_id uuid not null,
  agency_id uuid not null,
  role text not null,
  exposure text not null constraint exposed_exposure_known check (exposure in ('direct', 'indirect', 'remote')),
  count integer not null constraint exposed_count_sane check (count between 1 and 5000),
  primary key (region_id, incident_id, further_id, agency_id, role, exposure),
  constraint exposed_further foreign key (region_id, incident_id, further_id)
    references incident.further_facts (region_id, incident_id, id),
  constraint exposed_affected_group foreign key (region_id, incident_id, agency_id, role)
    references incident.affected_group (region_id, incident_id, agency_id, role)
);

call tailboard.wall('incident.further_facts');
call tailboard.wall('incident.exposed_group');
grant select, insert on incident.further_facts, incident.exposed_group to tailboard_app;
