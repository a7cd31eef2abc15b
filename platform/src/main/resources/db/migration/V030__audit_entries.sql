-- The append-only log. A line is written in the transaction of what it tells of; the chain over the lines is added after the commit, so
-- that transactions do not wait for each other.
create schema audit;

create sequence audit.entry_id increment by 64;

create table audit.entry (
    id           bigint primary key,
    at           timestamptz not null,
    person       bigint,
    login        text,
    address      text,
    organ        bigint,
    action       text not null,
    subject_kind text not null,
    subject      text not null,
    detail       text,
    key          smallint not null,
    mac          bytea not null
);
create index on audit.entry (at, id);
create index on audit.entry (login, at);
create index on audit.entry (subject, at);
create index on audit.entry (action, at);

-- Committed lines that have no link yet. Every line is in exactly one of the two.
create table audit.pending (
    entry bigint not null
);

-- The chain: no gap in seq, each hash over the one before, each seal under a key outside the database.
create table audit.link (
    seq   bigint primary key,
    entry bigint not null unique,
    at    timestamptz not null,
    hash  bytea not null,
    key   smallint not null,
    seal  bytea not null
);

-- The last link of each day in Shanghai, signed.
create table audit.head (
    day       date primary key,
    seq       bigint not null,
    hash      bytea not null,
    key       smallint not null,
    signature bytea not null
);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception '审计日志只能追加，不能修改或删除';
end $$;

create trigger entry_append_only before update or delete on audit.entry for each row execute function audit.refuse();
create trigger entry_no_truncate before truncate on audit.entry for each statement execute function audit.refuse();
create trigger link_append_only before update or delete on audit.link for each row execute function audit.refuse();
create trigger link_no_truncate before truncate on audit.link for each statement execute function audit.refuse();
create trigger head_append_only before update or delete on audit.head for each row execute function audit.refuse();
create trigger head_no_truncate before truncate on audit.head for each statement execute function audit.refuse();
create trigger pending_no_truncate before truncate on audit.pending for each statement execute function audit.refuse();
