-- A provider that was handed a message and never answered may have sent it: it is asked again under the same key.
alter table messaging.attempt
  drop constraint attempt_outcome_known,
  add constraint attempt_outcome_known
    check (outcome in ('taken', 'refused', 'unreachable', 'stopped', 'unknown'));
