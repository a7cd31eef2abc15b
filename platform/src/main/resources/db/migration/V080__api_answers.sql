create schema api;

create table api.answer (
    person       bigint not null,
    key          text not null,
    fingerprint  bytea not null,
    at           timestamptz not null,
    status       int,
    content_type text,
    location     text,
    body         bytea,
    primary key (person, key)
);
create index on api.answer (at);
