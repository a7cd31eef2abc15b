-- Who somebody is at single sign-on counts once a security administrator has confirmed what the system administrator entered.
alter table access.outside_identity add column confirmed_at timestamptz;
alter table access.outside_identity add check (length(claim) between 1 and 200);

-- From where somebody has signed in lately. Failures from elsewhere do not lock them out there.
create table access.known_address (
    login   text not null,
    address text not null,
    last_at timestamptz not null,
    primary key (login, address)
);
create index on access.known_address (last_at);
