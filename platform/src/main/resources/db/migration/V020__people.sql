create schema access;

create table access.person (
    id       bigint generated always as identity primary key,
    login    text not null unique,
    name     text not null,
    password text not null
);

create table access.role_grant (
    id      bigint generated always as identity primary key,
    person  bigint not null references access.person,
    role    text not null,
    organ   bigint references organ.organ,
    subtree boolean not null default false,
    unique nulls not distinct (person, role, organ)
);
