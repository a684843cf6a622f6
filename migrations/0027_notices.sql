-- Every change of an activation raises its version; whoever listens hears which one, once it is committed. Ids only: what
-- changed is read again under the reader's own rights.
create function activation.notice() returns trigger language plpgsql as $$
begin
  perform pg_notify('tailboard', json_build_object(
    'region', new.region_id, 'topic', 'activation', 'id', new.id, 'version', new.version)::text);
  return null;
end $$;
create trigger activation_notice after insert or update of version on activation.activation
  for each row execute function activation.notice();
