-- Which keys this database was written with. The keys themselves are files outside it.
create schema keys;

create table keys.fingerprint (
    key         text primary key,
    fingerprint text not null,
    noted_at    timestamptz not null default clock_timestamp()
);
