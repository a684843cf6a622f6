create schema intervention;
grant usage on schema intervention to tailboard_app;

-- Closing takes under a minute and is coded: bands instead of counts, no names, no text.
create table intervention.close_out (
  region_id uuid not null,
  plan_id uuid not null,
  held text not null constraint close_out_held_known check (held in ('as_planned', 'changed', 'not_held')),
  participants text not null constraint close_out_participants_known
    check (participants in ('none', 'under_5', '5_to_10', '11_to_20', 'over_20')),
  duration text not null constraint close_out_duration_known
    check (duration in ('none', 'under_30', '30_to_60', '60_to_120', 'over_120')),
  follow_up_offered boolean not null,
  closed_at timestamptz not null default tailboard.now(),
  closed_by uuid not null,
  primary key (region_id, plan_id),
  constraint close_out_plan foreign key (region_id, plan_id) references activation.plan (region_id, id)
);
call tailboard.wall('intervention.close_out');
grant select, insert on intervention.close_out to tailboard_app;
