create schema audit;

create table audit.entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    person       bigint,
    login        text,
    address      text,
    organ        bigint,
    action       text not null,
    subject_kind text not null,
    subject      text not null,
    detail       text
);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception '审计日志只能追加，不能修改或删除';
end $$;

create trigger entry_append_only before update or delete on audit.entry for each row execute function audit.refuse();
create trigger entry_no_truncate before truncate on audit.entry for each statement execute function audit.refuse();
