-- One person may serve in several agencies of a region, and speak for several. The agency that names a member stays with the
-- member: it is the one that misses them while they are out. The others stand here; whose people are affected asks for all.
create table roster.further_agency (
  region_id uuid not null,
  member_id uuid not null,
  agency_id uuid not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, member_id, agency_id),
  constraint further_agency_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint further_agency_known foreign key (region_id, agency_id) references region.agency (region_id, id)
);

-- What a member does not want to be asked for when this agency asks. No row: they are asked. No reason is kept.
create table roster.not_asked_for (
  region_id uuid not null,
  member_id uuid not null,
  agency_id uuid not null,
  what text not null constraint not_asked_for_known check (what in ('call_outs', 'talks')),
  chosen_at timestamptz not null default tailboard.now(),
  primary key (region_id, member_id, agency_id, what),
  constraint not_asked_for_member foreign key (region_id, member_id) references roster.member (region_id, id),
  constraint not_asked_for_agency foreign key (region_id, agency_id) references region.agency (region_id, id)
);
create index not_asked_for_of_agency on roster.not_asked_for (region_id, agency_id, what);

call tailboard.wall('roster.further_agency');
call tailboard.wall('roster.not_asked_for');
grant select, insert, delete on roster.further_agency, roster.not_asked_for to tailboard_app;
