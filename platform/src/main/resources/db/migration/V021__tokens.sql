-- Only the hash of a token is kept: who reads this table cannot use it.
create table access.token (
    id         bigint generated always as identity primary key,
    person     bigint not null references access.person,
    name       text not null,
    hash       bytea not null unique,
    scope      text not null check (scope in ('READ', 'WRITE')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_at    timestamptz
);
create index on access.token (person);
