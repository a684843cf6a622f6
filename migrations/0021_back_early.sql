-- Back earlier than planned: the leave ends then, the plan stays readable, and who entered it. A leave that is taken
-- back before it began has no day left.
alter table roster.leave_of_absence
  add column planned_until date,
  add column ended_at timestamptz,
  add column ended_by uuid,
  drop constraint leave_dates,
  add constraint leave_dates check (starts_on < ends_on or (starts_on = ends_on and planned_until is not null)),
  add constraint leave_shortened_once check ((planned_until is null) = (ended_at is null) and planned_until > ends_on);
grant update (ends_on, planned_until, ended_at, ended_by) on roster.leave_of_absence to tailboard_app;
