-- The night's removal leaves its entries in the transaction that removes, and takes along what is too old of the trail
-- itself. While a legal hold stands nothing of the trail goes, whoever asks: whoever sets one waits for the removal under
-- way, as with every other rule.
grant usage on schema audit to tailboard_keeper;
grant select on audit.head to tailboard_keeper;
create policy retention_reads on audit.head for select to tailboard_keeper
  using (region_id = (select tailboard.region()));

grant usage on schema retention to tailboard_audit;
grant select on retention.hold to tailboard_audit;
create policy trail_reads on retention.hold for select to tailboard_audit
  using (region_id = (select tailboard.region()));

-- These functions are its own: an administrator who is no superuser may neither make nor replace them in their own name.
grant create on schema audit to tailboard_audit;
set local role tailboard_audit;

-- How many entries are older than seven years, from the oldest on and without a gap. The newest stays.
create function audit.too_old() returns bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from audit.entry e join audit.head h on h.region_id = e.region_id
   where e.region_id = tailboard.region() and e.number < h.number and e.number < coalesce(
     (select min(young.number) from audit.entry young
       where young.region_id = tailboard.region() and young.at >= tailboard.now() - interval '7 years'), h.number)
$$;

-- Removes them, and answers how many went; null: a legal hold keeps them.
create or replace function audit.retire() returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head audit.head;
  last audit.entry;
  gone bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('retention ' || tailboard.region(), 0));
  if retention.held() then return null; end if;
  select * into head from audit.head where region_id = tailboard.region() for update;
  select * into last from audit.entry
    where region_id = tailboard.region() and number < head.number and number < coalesce(
      (select min(number) from audit.entry
        where region_id = tailboard.region() and at >= tailboard.now() - interval '7 years'), head.number)
    order by number desc limit 1;
  if last.number is null then return 0; end if;
  delete from audit.entry where region_id = tailboard.region() and number <= last.number;
  get diagnostics gone = row_count;
  update audit.head set retired = last.number, retired_hash = last.hash where region_id = tailboard.region();
  return gone;
end $$;

revoke all on function audit.too_old() from public;
grant execute on function audit.too_old() to tailboard_app, tailboard_keeper;
grant execute on function audit.record(text, text[], text, text, uuid, jsonb) to tailboard_keeper;
grant execute on function audit.retire() to tailboard_keeper;
reset role;
