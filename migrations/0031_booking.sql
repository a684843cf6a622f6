-- Pre-incident education that an agency books: a talk at roll call, a recruit class, a family evening. It is no incident
-- and stands in no incident's place; an activation belongs to one of the two, never to both and never to none.
create table activation.booking (
  region_id uuid not null,
  id uuid not null,
  agency_id uuid not null,
  kind text not null constraint booking_kind_known check (kind in ('roll_call_talk', 'recruit_class', 'family_evening')),
  -- About how many listen; nobody is named.
  people integer not null constraint booking_people_sane check (people between 1 and 5000),
  wished_at timestamptz not null,
  wished_else timestamptz,
  place text not null constraint booking_place_some check (length(place) between 1 and 80),
  primary key (region_id, id),
  constraint booking_agency foreign key (region_id, agency_id) references region.agency (region_id, id)
);

alter table activation.activation
  alter column incident_id drop not null,
  add column booking_id uuid,
  add constraint activation_booking foreign key (region_id, booking_id) references activation.booking (region_id, id),
  add constraint activation_one_per_booking unique (region_id, booking_id),
  add constraint activation_incident_or_booking check (num_nonnulls(incident_id, booking_id) = 1);

-- The theme of such a plan is what was booked, and of no other plan.
alter table activation.plan
  add constraint plan_education_theme
    check ((type = 'preIncidentEducation') = (theme in ('roll_call_talk', 'recruit_class', 'family_evening')));
create unique index plan_one_per_booking on activation.plan (region_id, activation_id)
  where type = 'preIncidentEducation';

call tailboard.wall('activation.booking');
grant select, insert on activation.booking to tailboard_app;
