create schema register;

-- A file of organs between its preview and its confirmation.
create table register.upload (
    id       uuid primary key,
    person   bigint      not null,
    at       timestamptz not null,
    name     text        not null,
    content  bytea       not null
);
