-- Failed attempts, by what they are counted for: a sign-in name, whether it exists or not, or an address.
create table access.failure (
    subject       text primary key,
    failures      int not null,
    last_at       timestamptz not null,
    blocked_until timestamptz
);
create index on access.failure (last_at);

create table access.former_password (
    id       bigint generated always as identity primary key,
    person   bigint not null references access.person,
    password text not null
);
create index on access.former_password (person);

-- The second factor (RFC 6238). The secret is sealed under a key outside the database.
create table access.second_factor (
    person       bigint primary key references access.person,
    secret       text not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

create table access.recovery_code (
    id      bigint generated always as identity primary key,
    person  bigint not null references access.person,
    hash    bytea not null,
    used_at timestamptz,
    unique (person, hash)
);

-- Who a person is at the organ's single sign-on.
create table access.outside_identity (
    claim  text primary key,
    person bigint not null unique references access.person
);
