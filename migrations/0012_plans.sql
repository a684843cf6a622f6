-- A proposal nobody approved gives way when the agency tells more; approved and ended ones are held by their rows.
grant delete on activation.plan, activation.seat to tailboard_app;

-- Families, and whoever wants a chaplain, are not counted.
alter table activation.plan
  alter column count drop not null,
  add constraint plan_count_sane check (count between 1 and 5000);

-- Whom the law names, as read from the state's pack; null: copied before anybody asked, or nobody read it.
alter table roster.state_law add column names text[];

-- After a colleague's suicide: which step of the postvention plan was seen to, when and by whom.
create table activation.postvention_step (
  region_id uuid not null,
  activation_id uuid not null,
  step text not null constraint postvention_step_known check (step in
    ('postvention_plan', 'postvention_facts', 'postvention_no_method', 'postvention_closest', 'postvention_dates')),
  done_at timestamptz not null default tailboard.now(),
  done_by uuid not null,
  constraint postvention_step_once primary key (region_id, activation_id, step),
  constraint postvention_activation foreign key (region_id, activation_id)
    references activation.activation (region_id, id)
);
call tailboard.wall('activation.postvention_step');
grant select, insert on activation.postvention_step to tailboard_app;
