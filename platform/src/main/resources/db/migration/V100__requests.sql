create schema request;

-- A request and where it stands. All but the first block follows from its steps and can be rebuilt from them.
create table request.request (
    id             bigint generated always as identity primary key,
    number         text not null unique,
    organ          bigint not null references organ.organ,
    year           int not null,
    running        int not null,
    query_code     text not null,
    channel        text not null,
    applicant      uuid not null references personal.applicant,
    applicant_kind text not null,
    submitted_on   date not null,
    opened_confirmed_on date,
    confirmed_on   date,
    description    text not null,
    wanted_form    text not null,
    wanted_delivery text not null,
    backfilled     boolean not null,
    recorded_at    timestamptz not null,
    recorded_by    bigint,

    state          text not null,
    receipt_on     date,
    due            date,
    extended       boolean not null,
    decision       text,
    result_row     text,
    ended_on       date,
    judged_on      date,
    steps          int not null default 0,
    unique (organ, year, running),
    check ((ended_on is null) = (decision is null))
);

-- Table 3 of an organ and year reads no further than these.
create index request_received on request.request (organ, receipt_on) include (applicant_kind, ended_on, result_row) where receipt_on is not null;
create index request_open on request.request (organ, due) where ended_on is null;

create table request.step (
    request     bigint not null references request.request,
    seq         int not null,
    type        text not null,
    on_day      date not null,
    recorded_at timestamptz not null,
    recorded_by bigint,
    backfilled  boolean not null,
    fields      jsonb not null,
    primary key (request, seq)
);

create function request.refuse() returns trigger language plpgsql as $$
begin
    raise exception '办理步骤只能追加，不能修改或删除';
end $$;

create trigger step_append_only before update or delete on request.step for each row execute function request.refuse();
create trigger step_no_truncate before truncate on request.step for each statement execute function request.refuse();

-- The next running number of an organ and year that is not handed out to any node yet.
create table request.counter (
    organ bigint not null references organ.organ,
    year  int not null,
    next  int not null,
    primary key (organ, year)
);
