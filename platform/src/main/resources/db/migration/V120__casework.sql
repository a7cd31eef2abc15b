-- How officers handle requests: what the law does not ask but the office lives by.
create schema casework;

-- What is written on the cover of a case. A case nobody has touched has none.
create table casework.docket (
    request      bigint primary key references request.request,
    organ        bigint not null references organ.organ,
    division     bigint references access.division,
    handler      bigint references access.person,
    internal_due date,
    opened_at    timestamptz,
    opened_by    bigint references access.person,
    -- The term of somebody else that the case waits for, and its last day; the time to answer stands still meanwhile.
    waits_for    text,
    waits_until  date
);
create index on casework.docket (organ, waits_until) where waits_until is not null;

-- Who was charged with a case, by whom and until when; the latest line holds.
create table casework.assignment (
    id           bigint generated always as identity primary key,
    request      bigint not null references request.request,
    kind         text not null check (kind in ('ASSIGN', 'TRANSFER', 'RETURN')),
    division     bigint references access.division,
    handler      bigint references access.person,
    internal_due date,
    remark       text not null,
    at           timestamptz not null,
    by_person    bigint references access.person
);
create index on casework.assignment (request);

-- How a request came to the counter, beside what the law needs of it.
create table casework.intake (
    request      bigint primary key references request.request,
    id_proof     text not null,
    needs_help   boolean not null,
    misrouted_to text not null,
    remark       text not null
);

-- Attempts to reach the applicant (第三十一条: the organ has to prove that it tried).
create table casework.contact (
    id          bigint generated always as identity primary key,
    request     bigint not null references request.request,
    at          timestamptz not null,
    way         text not null,
    result      text not null,
    remark      text not null,
    recorded_at timestamptz not null,
    recorded_by bigint references access.person
);
create index on casework.contact (request);

-- What was searched for the information asked for (第三十六条第（四）项); struck out when wrong, never erased.
create table casework.search_note (
    id          bigint generated always as identity primary key,
    request     bigint not null references request.request,
    on_day      date not null,
    place       text not null,
    method      text not null,
    words       text not null,
    found       boolean not null,
    outcome     text not null,
    searched_by text not null,
    recorded_at timestamptz not null,
    recorded_by bigint references access.person,
    struck_at   timestamptz,
    struck_by   bigint references access.person
);
create index on casework.search_note (request);

create table casework.link (
    one     bigint not null references request.request,
    other   bigint not null references request.request,
    why     text not null,
    at      timestamptz not null,
    by_person bigint references access.person,
    primary key (one, other),
    check (one < other)
);
create index on casework.link (other);

-- What an organ has in hand, by due date. A signed answer is in hand until it has reached the applicant.
drop index request.request_open;
create index request_in_hand on request.request (organ, due, id)
    where state not in ('DELIVERED', 'WITHDRAWN', 'ABANDONED_CORRECTION', 'ABANDONED_FEE', 'ARCHIVED');
