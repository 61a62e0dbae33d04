-- The hub of fzreview: packages down, journal rows up. PostgreSQL 13 or newer, a database of its own in UTF8.
-- What `fzreview hub sql` prints. Run once by its administrator: psql -v ON_ERROR_STOP=1 -d DATABASE -f FILE
begin;
do $$ begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'the database must be in UTF8, not %', current_setting('server_encoding');
  end if;
end $$;

-- Roles are those of the whole server; who is what in this database stands in fz.people.
do $$ declare name text; begin
  foreach name in array array['fz_member', 'fz_coordinator', 'fz_relay'] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I nologin', name); end if;
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to fz_member, fz_coordinator, fz_relay', current_database());
end $$;

create schema fz;
revoke all on schema fz from public;
grant usage on schema fz to fz_member, fz_coordinator, fz_relay;

create table fz.hub(
  one boolean primary key default true check (one),
  id uuid not null default gen_random_uuid(),
  project text check (project ~ '^[0-9a-f]{32}$'),
  form integer not null default 1
);
insert into fz.hub default values;

create table fz.people(
  login name primary key,
  reviewer text unique,                  -- whose rows the login sends; none for a relay
  role text not null check (role in ('member', 'coordinator', 'relay')),
  closed timestamptz,                    -- since when nothing is allowed any more
  check ((reviewer is null) = (role = 'relay'))
);

create table fz.rows(
  pos bigint primary key,                -- in the order of commits, without gaps
  uuid text not null unique,
  site uuid not null,
  seq bigint not null check (seq > 0),
  prev bytea not null check (length(prev) in (0, 32)),
  hash bytea not null check (length(hash) = 32),
  reviewer text not null,
  body bytea not null,                   -- canonical JSON in UTF-8: what the hash is over
  forked boolean not null,
  chain bytea not null,                  -- over the hub's own order
  received timestamptz not null default now(),
  by name not null default session_user
);
create index rows_reviewer on fz.rows(reviewer, pos);

create table fz.heads(
  site uuid primary key,
  seq bigint not null,
  hash bytea not null,
  owner text not null                    -- the reviewer of its first row; nobody else may add to it
);

create table fz.tip(one boolean primary key default true check (one), pos bigint not null, chain bytea not null);
insert into fz.tip values (true, 0, '');

create table fz.packages(
  site uuid primary key,
  owner text not null,                   -- empty: nobody's, for the coordinator
  number bigint not null,
  purpose text not null,
  at text not null,
  sha256 text not null,
  size bigint not null,
  content bytea not null check (size = length(content) and sha256 = encode(sha256(content), 'hex')),
  laid timestamptz not null default now(),
  by name not null default session_user
);

create function fz.me() returns text language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select reviewer from fz.people where login = session_user and closed is null $$;
create function fz.role() returns text language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select role from fz.people where login = session_user and closed is null $$;

-- What a login's own packages are, without their content: told with who one is, in one answer.
create function fz.mine() returns json language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select coalesce(json_agg(json_build_array(p.site, p.owner, p.number, p.purpose, p.at, p.sha256, p.size)
      order by p.purpose, p.number, p.site), '[]')
    from fz.packages p where p.owner = fz.me() $$;

-- What is written stays, also for the superuser until the trigger is disabled.
create function fz.never() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
  as $$ begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
create trigger rows_never before update or delete or truncate on fz.rows
  for each statement execute function fz.never();
create trigger packages_never before update or delete or truncate on fz.packages
  for each statement execute function fz.never();

-- A package's site is its owner's; somebody else who took it before is found when the package is laid.
create function fz.owned() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from fz.heads h where h.site = new.site and h.owner <> new.owner) then
    raise exception 'site % of this package was taken by somebody else', new.site using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger packages_owned before insert on fz.packages for each row execute function fz.owned();

alter table fz.rows enable row level security;
alter table fz.heads enable row level security;
alter table fz.packages enable row level security;
create policy rows_own on fz.rows for select using (reviewer = (select fz.me()) and (select fz.role()) is not null);
create policy rows_all on fz.rows for select using ((select fz.role()) in ('coordinator', 'relay'));
create policy heads_own on fz.heads for select using (owner = (select fz.me()));
create policy heads_all on fz.heads for select using ((select fz.role()) in ('coordinator', 'relay'));
create policy packages_own on fz.packages for select using (owner = (select fz.me()));
create policy packages_all on fz.packages for select using ((select fz.role()) = 'coordinator');
create policy packages_lay on fz.packages for insert with check ((select fz.role()) = 'coordinator');
grant select on fz.rows, fz.heads, fz.hub, fz.tip to fz_member, fz_coordinator, fz_relay;
grant select on fz.packages to fz_member, fz_coordinator;
grant insert(site, owner, number, purpose, at, sha256, size, content) on fz.packages to fz_coordinator;

create function fz.claim(p_project text) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$ begin
  if fz.role() is distinct from 'coordinator' then
    raise exception 'only a coordinator begins a project' using errcode = 'insufficient_privilege';
  end if;
  update fz.hub set project = p_project where project is null;
end $$;

create function fz.push(p_site uuid, p_first bigint, p_prev bytea, p_bodies bytea[])
returns table(accepted integer, known integer) language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_me text := fz.me();
  v_carries boolean := fz.role() in ('coordinator', 'relay');
  v_tip bigint; v_chain bytea; v_seq bigint; v_head bytea; v_owner text;
  n integer := coalesce(array_length(p_bodies, 1), 0); k integer := 0; i integer;
  h bytea := p_prev; before bytea; b jsonb; u text; have bytea; fork boolean;
  uuids text[] := '{}'; seqs bigint[] := '{}'; prevs bytea[] := '{}'; hashes bytea[] := '{}';
  reviewers text[] := '{}'; bodies bytea[] := '{}'; forks boolean[] := '{}'; chains bytea[] := '{}';
begin
  if v_carries is null then
    raise exception 'nobody of this project' using errcode = 'insufficient_privilege';
  end if;
  if n > 10000 then raise exception 'more than 10000 rows at once' using errcode = 'check_violation'; end if;
  -- One push at a time, so that positions are committed in order and no reader passes a row by.
  select t.pos, t.chain into v_tip, v_chain from fz.tip t for update;
  select hd.seq, hd.hash, hd.owner into v_seq, v_head, v_owner from fz.heads hd where hd.site = p_site;
  if not v_carries and (v_owner <> v_me or exists (
      select from fz.packages p where p.site = p_site and p.owner <> v_me)) then
    raise exception 'site % is not yours', p_site using errcode = 'insufficient_privilege';
  end if;
  v_seq := coalesce(v_seq, 0); v_head := coalesce(v_head, '');
  for i in 1..n loop
    if length(p_bodies[i]) > 1048576 then raise exception 'row % is too long', i using errcode = 'check_violation'; end if;
    b := convert_from(p_bodies[i], 'UTF8')::jsonb;
    before := h;
    h := sha256(convert_to(encode(before, 'hex'), 'UTF8') || p_bodies[i]);
    if (b->>'site')::uuid is distinct from p_site or (b->>'seq')::bigint is distinct from p_first + i - 1 then
      raise exception 'row % is not row % of its site', i, p_first + i - 1 using errcode = 'check_violation';
    end if;
    if (b->>'lamport')::bigint not between 1 and 9007199254740991 or b->>'lamport' is null then
      raise exception 'row % claims an impossible time', i using errcode = 'check_violation';
    end if;
    if b->>'reviewer' is null or (not v_carries and b->>'reviewer' <> v_me) then
      raise exception 'a row of % sent by %', b->>'reviewer', v_me using errcode = 'insufficient_privilege';
    end if;
    u := b->>'uuid';
    select r.hash into have from fz.rows r where r.uuid = u;
    if found then
      if have <> h then raise exception 'row % was altered', u using errcode = 'check_violation'; end if;
      continue;
    end if;
    fork := not (p_first + i - 1 = v_seq + 1 and before = v_head);
    if not fork then v_seq := v_seq + 1; v_head := h; end if;
    k := k + 1;
    v_chain := sha256(v_chain || h);
    v_owner := coalesce(v_owner, b->>'reviewer');
    uuids[k] := u; seqs[k] := p_first + i - 1; prevs[k] := before; hashes[k] := h;
    reviewers[k] := b->>'reviewer'; bodies[k] := p_bodies[i]; forks[k] := fork; chains[k] := v_chain;
  end loop;
  if k > 0 then
    insert into fz.rows(pos, uuid, site, seq, prev, hash, reviewer, body, forked, chain)
      select v_tip + x.n, x.u, p_site, x.s, x.p, x.h, x.r, x.b, x.f, x.c
      from unnest(uuids, seqs, prevs, hashes, reviewers, bodies, forks, chains)
        with ordinality as x(u, s, p, h, r, b, f, c, n);
    update fz.tip set pos = v_tip + k, chain = v_chain;
    insert into fz.heads values (p_site, v_seq, v_head, v_owner)
      on conflict (site) do update set seq = excluded.seq, hash = excluded.hash;
  end if;
  return query select k, n - k;
end $$;

revoke all on all functions in schema fz from public;
grant execute on function fz.me(), fz.role(), fz.mine(), fz.push(uuid, bigint, bytea, bytea[])
  to fz_member, fz_coordinator, fz_relay;
grant execute on function fz.claim(text) to fz_coordinator;
commit;
