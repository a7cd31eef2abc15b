create schema remedy;

create table remedy.remedy (
    id          bigint generated always as identity primary key,
    organ       bigint not null references organ.organ,
    kind        text not null check (kind in ('RECONSIDERATION', 'LITIGATION_DIRECT', 'LITIGATION_AFTER_RECON')),
    request     bigint references request.request,
    case_no     text not null,
    accepted_on date not null,
    outcome     text check (outcome in ('UPHELD', 'CORRECTED', 'OTHER')),
    closed_on   date check (closed_on >= accepted_on),
    backfilled  boolean not null,
    recorded_at timestamptz not null,
    recorded_by bigint,
    check ((outcome is null) = (closed_on is null))
);
create index on remedy.remedy (organ, accepted_on);
create index on remedy.remedy (request) where request is not null;
