create schema access;

-- A person's post is STAFF or one of the three separated administrators (三员). Grants refer to person and post together, so
-- that nobody, by whatever way, holds the role of one administrator beside another role.
create table access.person (
    id          bigint generated always as identity primary key,
    login       text not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    name        text not null check (name <> ''),
    phone       text,
    post        text not null default 'STAFF' check (post in ('STAFF', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')),
    password    text,
    password_at timestamptz,
    must_change boolean not null default false,
    created_at  timestamptz not null,
    disabled_at timestamptz,
    version     int not null default 0,
    unique (id, post)
);

create table access.division (
    id       bigint generated always as identity primary key,
    organ    bigint not null references organ.organ,
    name     text not null check (name <> ''),
    ended_at timestamptz,
    unique (organ, name),
    unique (id, organ)
);

create table access.membership (
    person   bigint not null references access.person,
    organ    bigint not null references organ.organ,
    division bigint,
    title    text,
    primary key (person, organ),
    foreign key (division, organ) references access.division (id, organ)
);
create index on access.membership (organ);

create table access.role_grant (
    id         bigint generated always as identity primary key,
    person     bigint not null,
    post       text not null,
    role       text not null,
    organ      bigint references organ.organ,
    division   bigint,
    subtree    boolean not null default false,
    granted_by bigint references access.person,
    granted_at timestamptz not null,
    unique nulls not distinct (person, role, organ, division),
    foreign key (person, post) references access.person (id, post),
    foreign key (division, organ) references access.division (id, organ),
    constraint administrators_do_nothing_else check (
        case when post = 'STAFF' then role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') and organ is not null
             else post = role and organ is null and division is null and not subtree end),
    constraint nobody_grants_to_oneself check (granted_by <> person)
);
create index on access.role_grant (organ);

-- Deputising while away (代理), from first to last day. Administrators neither deputise nor are deputised for.
create table access.deputising (
    id         bigint generated always as identity primary key,
    absent     bigint not null,
    deputy     bigint not null,
    staff      text not null default 'STAFF' check (staff = 'STAFF'),
    role       text not null check (role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')),
    first_day  date not null,
    last_day   date not null,
    ended_at   timestamptz,
    created_by bigint references access.person,
    created_at timestamptz not null,
    foreign key (absent, staff) references access.person (id, post),
    foreign key (deputy, staff) references access.person (id, post),
    check (absent <> deputy),
    check (first_day <= last_day)
);
create index on access.deputising (deputy, last_day);
create index on access.deputising (absent, last_day);
