-- What a team needs to know before it goes in. A change is a new version, so that it can be said when it changed.
create table intervention.briefing (
  region_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  meeting_point text not null constraint briefing_meeting_point_short check (length(meeting_point) between 1 and 160),
  parking text not null constraint briefing_parking_short check (length(parking) <= 160),
  dress text not null constraint briefing_dress_known check (dress in ('plain', 'team_shirt', 'uniform')),
  weapons text not null constraint briefing_weapons_known
    check (weapons in ('none', 'secured', 'as_host_says')),
  written_at timestamptz not null default tailboard.now(),
  written_by uuid not null,
  constraint briefing_version_once primary key (region_id, plan_id, version),
  constraint briefing_plan foreign key (region_id, plan_id) references activation.plan (region_id, id)
);
call tailboard.wall('intervention.briefing');
grant select, insert on intervention.briefing to tailboard_app;
